# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.image import dense_image_warp_module as dense_image_warp_module
from tf_spec_compat.contrib.image import distort_image_ops as distort_image_ops
from tf_spec_compat.contrib.image import image_ops as image_ops
from tf_spec_compat.contrib.image import interpolate_spline_module as interpolate_spline_module
from tf_spec_compat.contrib.image import python as python
from tf_spec_compat.contrib.image import sparse_image_warp_module as sparse_image_warp_module
from tf_spec_compat.extras.image.transforms import (
    angles_to_projective_transforms as angles_to_projective_transforms,
)
from tf_spec_compat.extras.image.transforms import compose_transforms as compose_transforms
from tf_spec_compat.extras.image.transforms import (
    flat_transforms_to_matrices as flat_transforms_to_matrices,
)
from tf_spec_compat.extras.image.transforms import (
    matrices_to_flat_transforms as matrices_to_flat_transforms,
)
from tf_spec_compat.extras.image.transforms import rotate as rotate
from tf_spec_compat.extras.image.transforms import transform as transform
from tf_spec_compat.extras.image.transforms import translate as translate
from tf_spec_compat.extras.image.transforms import (
    translations_to_projective_transforms as translations_to_projective_transforms,
)
from tf_spec_compat.extras.image.warps import dense_image_warp as dense_image_warp
from tf_spec_compat.extras.image.warps import interpolate_spline as interpolate_spline
from tf_spec_compat.extras.image.warps import sparse_image_warp as sparse_image_warp

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
