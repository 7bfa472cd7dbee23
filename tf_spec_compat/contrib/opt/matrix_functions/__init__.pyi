# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.matrix_functions import (
    matrix_inverse_pth_root as matrix_inverse_pth_root,
)
from tf_spec_compat.optimizers.matrix_functions import matrix_square_root as matrix_square_root

__all__ = ["matrix_inverse_pth_root", "matrix_square_root"]
