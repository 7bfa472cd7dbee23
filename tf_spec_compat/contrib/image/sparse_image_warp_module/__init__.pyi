# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.image.warps import sparse_image_warp as sparse_image_warp

__all__ = ["sparse_image_warp"]
