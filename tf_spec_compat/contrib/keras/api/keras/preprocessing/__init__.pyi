# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.keras.api.keras.preprocessing import image as image
from tf_spec_compat.contrib.keras.api.keras.preprocessing import sequence as sequence
from tf_spec_compat.contrib.keras.api.keras.preprocessing import text as text

__all__ = ["image", "sequence", "text"]
