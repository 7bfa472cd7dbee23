"""NumPy's names and looks of TensorFlow 1's days, for the time that the TF1 view lasts.

TensorFlow's own tutorials said `target_dtype=np.int`; NumPy 1.24 took such names away, 2.0 more.
And NumPy 2.0 shows a number in a dict or list, such as a metric, as `np.float32(0.5)`, not `0.5`.
"""

from __future__ import annotations

import functools
from types import ModuleType

from tf_spec_compat.hook.bindings import Bindings

__all__ = ["bind"]

# Plain Python types, which these names were other names of: gone since NumPy 1.24 (`bool` and
# `long` came back in 2.0 with meanings of their own).
_TYPES: dict[str, type] = {
    "bool": bool,
    "complex": complex,
    "float": float,
    "int": int,
    "long": int,
    "object": object,
    "str": str,
    "unicode": str,
}

# Second names of what NumPy still has: gone since NumPy 2.0, `row_stack` and `trapz` later.
_SYNONYMS = {
    "Inf": "inf",
    "Infinity": "inf",
    "NaN": "nan",
    "PINF": "inf",
    "alltrue": "all",
    "complex_": "complex128",
    "cumproduct": "cumprod",
    "float_": "float64",
    "infty": "inf",
    "mat": "asmatrix",
    "product": "prod",
    "round_": "round",
    "row_stack": "vstack",
    "sometrue": "any",
    "string_": "bytes_",
    "trapz": "trapezoid",
    "unicode_": "str_",
}


def bind(numpy: ModuleType, bindings: Bindings) -> None:
    """Gives NumPy the old names that it lacks, and numbers their old looks.

    What it has under a name stays, and so does a way to print that was asked for.

    Args:
      numpy: The module.
      bindings: Where the changes are recorded.
    """
    # Not `hasattr`: NumPy warns when it is asked for a name that is gone.
    present = vars(numpy)
    for name, value in _TYPES.items():
        if name not in present:
            bindings.set(numpy, name, value)
    for name, synonym in _SYNONYMS.items():
        if name not in present:
            bindings.set(numpy, name, getattr(numpy, synonym))
    if numpy.get_printoptions()["legacy"] is False and repr(numpy.float64(0)) != "0.0":
        numpy.set_printoptions(legacy="1.25")
        bindings.then(functools.partial(numpy.set_printoptions, legacy=False))
