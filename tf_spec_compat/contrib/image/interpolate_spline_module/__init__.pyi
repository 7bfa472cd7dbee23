# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.image.warps import EPSILON as EPSILON
from tf_spec_compat.extras.image.warps import interpolate_spline as interpolate_spline

__all__ = ["EPSILON", "interpolate_spline"]
