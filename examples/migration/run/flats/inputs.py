"""Made-up flats, and the functions that feed them."""

import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn

FEATURES = ['size', 'rooms', 'floor']


def make_flats(number, seed):
  random = np.random.RandomState(seed)
  flats = random.uniform(-1., 1., [number, len(FEATURES)]).astype(np.float32)
  rent = 9. + 4. * flats[:, :1] + flats[:, 1:2] - 0.5 * flats[:, 2:]
  return {name: flats[:, i:i + 1] for i, name in enumerate(FEATURES)}, rent


def make_input_fn(number, seed, num_epochs=None):
  flats, rent = make_flats(number, seed)
  return learn.io.numpy_input_fn(
      flats, rent, batch_size=number, num_epochs=num_epochs, shuffle=False)


def serving_input_fn():
  flats = {name: tf.placeholder(tf.float32, [None, 1], name=name) for name in FEATURES}
  return learn.InputFnOps(flats, None, flats)
