# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.image.hsv import adjust_hsv_in_yiq as adjust_hsv_in_yiq
from tf_spec_compat.extras.image.hsv import random_hsv_in_yiq as random_hsv_in_yiq

__all__ = ["adjust_hsv_in_yiq", "random_hsv_in_yiq"]
