# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.image.sparse_image_warp_module import *
