"""Trains, evaluates, predicts and exports; prints what comes of it."""

from __future__ import print_function

import shutil
import tempfile

import tensorflow.compat.v1 as tf
from tf_spec_compat.contrib import learn

tf.disable_v2_behavior()

from flats import inputs
from flats import model


def main(unused_argv):
  model_dir = tempfile.mkdtemp()
  estimator = learn.Estimator(
      model.model_fn,
      model_dir=model_dir,
      params={'units': 6, 'learning_rate': 0.1},
      config=learn.RunConfig(tf_random_seed=1))
  estimator.fit(input_fn=inputs.make_input_fn(200, seed=1), steps=100)
  metrics = estimator.evaluate(input_fn=inputs.make_input_fn(50, seed=2, num_epochs=1))
  for name, value in sorted(metrics.items()):
    print('%-16s %.4f' % (name, value))
  for flat in estimator.predict(input_fn=inputs.make_input_fn(3, seed=3, num_epochs=1)):
    print('rent %.4f' % flat['rent'][0])
  path = estimator.export_savedmodel(model_dir, inputs.serving_input_fn)
  with tf.Graph().as_default(), tf.Session() as sess:
    exported = tf.saved_model.loader.load(sess, ['serve'], path)
  for name, signature in sorted(exported.signature_def.items()):
    print('signature %s: from %s to %s' % (
        name, ', '.join(sorted(signature.inputs)), ', '.join(sorted(signature.outputs))))
  shutil.rmtree(model_dir)


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
