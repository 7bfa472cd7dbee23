# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.image.distort_image_ops import *
