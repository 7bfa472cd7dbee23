# Written by tools/stubs.py; change the tables instead.

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

__all__ = [
    "angles_to_projective_transforms",
    "compose_transforms",
    "flat_transforms_to_matrices",
    "matrices_to_flat_transforms",
    "rotate",
    "transform",
    "translate",
    "translations_to_projective_transforms",
]
