# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.keras.api import keras as keras

__all__ = ["keras"]
