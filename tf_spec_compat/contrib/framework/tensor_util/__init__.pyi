# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.framework.tensor_util import assert_scalar_int as assert_scalar_int
from tf_spec_compat.extras.framework.tensor_util import reduce_sum_n as reduce_sum_n
from tf_spec_compat.extras.framework.tensor_util import (
    remove_squeezable_dimensions as remove_squeezable_dimensions,
)
from tf_spec_compat.extras.framework.tensor_util import with_same_shape as with_same_shape
from tf_spec_compat.extras.framework.tensor_util import with_shape as with_shape

__all__ = [
    "assert_same_float_dtype",
    "assert_scalar",
    "assert_scalar_int",
    "convert_to_tensor_or_sparse_tensor",
    "is_tensor",
    "reduce_sum_n",
    "remove_squeezable_dimensions",
    "with_same_shape",
    "with_shape",
]

assert_same_float_dtype: Any
assert_scalar: Any
convert_to_tensor_or_sparse_tensor: Any
is_tensor: Any
