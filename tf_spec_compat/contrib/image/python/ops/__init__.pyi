# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.image import *
from tf_spec_compat.contrib.image import dense_image_warp_module as dense_image_warp_module
from tf_spec_compat.contrib.image import distort_image_ops as distort_image_ops
from tf_spec_compat.contrib.image import image_ops as image_ops
from tf_spec_compat.contrib.image import interpolate_spline_module as interpolate_spline_module
from tf_spec_compat.contrib.image import sparse_image_warp_module as sparse_image_warp_module

__all__ = [
    "angles_to_projective_transforms",
    "compose_transforms",
    "dense_image_warp",
    "flat_transforms_to_matrices",
    "interpolate_spline",
    "matrices_to_flat_transforms",
    "rotate",
    "sparse_image_warp",
    "transform",
    "translate",
    "translations_to_projective_transforms",
]
