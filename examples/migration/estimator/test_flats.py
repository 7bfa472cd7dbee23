"""Tests of the package, as they came with it."""

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

from flats import inputs
from flats import metrics


class FlatsTest(tf.test.TestCase):

  def test_metrics(self):
    with tf.Graph().as_default(), self.test_session() as sess:
      found = metrics.rent_metrics(tf.constant([[8.], [10.]]), tf.constant([[9.], [12.]]))
      sess.run(tf.local_variables_initializer())
      sess.run([update for _, update in found.values()])
      self.assertAllClose(sess.run(found['rmse'][0]), 2.5 ** 0.5)
      self.assertAllClose(sess.run(found['dear_ones_found'][0]), 1.)

  def test_flats(self):
    flats, rent = inputs.make_flats(4, seed=1)
    self.assertEqual(sorted(flats), sorted(inputs.FEATURES))
    self.assertEqual(rent.shape, (4, 1))


if __name__ == '__main__':
  tf.test.main()
