"""Keras 2, which not every line of TensorFlow has: TensorFlow 2.22 has no tf-keras yet."""

import importlib.util

import pytest

from tf_spec_compat._tf.keras import VARIABLE, needs_variable

MISSING = needs_variable() and importlib.util.find_spec("tf_keras") is None

# What a process of its own needs to have it.
ENVIRONMENT = {VARIABLE: "1"} if needs_variable() and not MISSING else {}

needs_keras2 = pytest.mark.skipif(MISSING, reason="Keras 2 is not installed")
