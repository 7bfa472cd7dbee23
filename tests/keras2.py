"""Keras 2, which not every line of TensorFlow has: TensorFlow 2.22 has no tf-keras yet."""

import importlib.util

import pytest

from tf_spec_compat._tf.keras import needs_variable

MISSING = needs_variable() and importlib.util.find_spec("tf_keras") is None

needs_keras2 = pytest.mark.skipif(MISSING, reason="Keras 2 is not installed")
