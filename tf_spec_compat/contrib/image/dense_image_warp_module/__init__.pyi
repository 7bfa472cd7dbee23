# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.image.warps import dense_image_warp as dense_image_warp

__all__ = ["dense_image_warp"]
