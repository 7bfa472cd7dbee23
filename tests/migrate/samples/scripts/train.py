"""Beside a module, in no package."""
from helpers import *
import helpers
from package.compat import tf

Estimator(model_fn=f)  # expect: R101, S812
helpers.infer  # expect: R101
tf.contrib.learn  # expect: R101
