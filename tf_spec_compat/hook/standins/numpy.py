"""Names of NumPy 1.16 that newer ones dropped and have no other name for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import IO, Any

import numpy as np

__all__ = [
    "NINF",
    "NZERO",
    "PZERO",
    "alen",
    "asfarray",
    "asscalar",
    "cast",
    "disp",
    "fastCopyAndTranspose",
    "find_common_type",
    "in1d",
    "issctype",
    "issubclass_",
    "issubsctype",
    "itemset",
    "maximum_sctype",
    "msort",
    "nbytes",
    "newbyteorder",
    "obj2sctype",
    "sctype2char",
    "sctypes",
]

NINF = -np.inf
NZERO = -0.0
PZERO = 0.0

_KINDS = {
    "int": (np.int8, np.int16, np.int32, np.int64),
    "uint": (np.uint8, np.uint16, np.uint32, np.uint64),
    "float": (np.float16, np.float32, np.float64, np.longdouble),
    "complex": (np.complex64, np.complex128, np.clongdouble),
}
sctypes: dict[str, list[type]] = {kind: [*types] for kind, types in _KINDS.items()}
sctypes["others"] = [bool, object, bytes, str, np.void]


class _OfTypes(dict[Any, Any]):
    """Looks any name of a type up by the type itself."""

    def __init__(self, make: Callable[[type], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        return self._make(np.dtype(key).type)


cast = _OfTypes(lambda kind: lambda x: np.asarray(x).astype(kind))
nbytes = _OfTypes(lambda kind: np.dtype(kind).itemsize)


def alen(a: Any) -> int:
    """The length of the first axis, 1 for a number."""
    return len(a) if hasattr(a, "__len__") and np.ndim(a) else 1


def asfarray(a: Any, dtype: Any = np.float64) -> Any:
    """An array of floats."""
    inexact = np.issubdtype(np.dtype(dtype), np.inexact)
    return np.asarray(a, dtype=dtype if inexact else np.float64)


def asscalar(a: Any) -> Any:
    """The number in an array that has one."""
    return a.item()


def disp(mesg: object, device: IO[str] | None = None, linefeed: bool = True) -> None:
    """Writes a message, to stdout by default."""
    stream = sys.stdout if device is None else device
    stream.write(f"{mesg}\n" if linefeed else f"{mesg}")
    stream.flush()


def fastCopyAndTranspose(a: Any) -> Any:
    """A copy of the transposed array."""
    return np.asarray(a).T.copy()


def find_common_type(array_types: Sequence[Any], scalar_types: Sequence[Any]) -> Any:
    """The type of arrays and scalars together.

    A scalar counts if its kind is above those of all arrays, as a complex number's is above a
    float's.
    """
    arrays = [np.dtype(kind) for kind in array_types]
    scalars = [np.dtype(kind) for kind in scalar_types]
    of_arrays = np.result_type(*arrays) if arrays else None
    of_scalars = np.result_type(*scalars) if scalars else None
    if of_arrays is None or of_scalars is None:
        return of_scalars if of_arrays is None else of_arrays
    order = "buifcSUVO"
    is_above = order.find(of_scalars.kind) > order.find(of_arrays.kind)
    return of_scalars if is_above else of_arrays


def in1d(ar1: Any, ar2: Any, assume_unique: bool = False, invert: bool = False) -> Any:
    """Which elements of the flat `ar1` are in `ar2`."""
    return np.isin(np.ravel(ar1), ar2, assume_unique=assume_unique, invert=invert)


def issctype(rep: Any) -> bool:
    """Whether something is a type of numbers."""
    if isinstance(rep, np.dtype):
        return True
    return obj2sctype(rep) not in (None, np.object_) if isinstance(rep, type) else False


def issubclass_(arg1: Any, arg2: Any) -> bool:
    """`issubclass` that is False for what is no class."""
    return isinstance(arg1, type) and issubclass(arg1, arg2)


def issubsctype(arg1: Any, arg2: Any) -> bool:
    """Whether the type of numbers of one is below that of the other."""
    return issubclass(obj2sctype(arg1), obj2sctype(arg2))


def maximum_sctype(t: Any) -> type:
    """The type of the same kind with the most bits."""
    kind = obj2sctype(t)
    for types in _KINDS.values():
        if kind in types:
            return types[-1]
    return kind


def msort(a: Any) -> Any:
    """A copy, sorted along the first axis."""
    return np.sort(a, axis=0)


def obj2sctype(rep: Any, default: Any = None) -> Any:
    """The type of numbers of a type, its name, or an array."""
    if isinstance(rep, type) and issubclass(rep, np.generic):
        return rep
    if isinstance(rep, (np.ndarray, np.generic)):
        return rep.dtype.type
    try:
        return np.dtype(rep).type
    except TypeError:
        return default


def sctype2char(sctype: Any) -> str:
    """The character of a type.

    Raises:
      ValueError: It is no type of numbers.
    """
    kind = obj2sctype(sctype)
    if kind is None:
        raise ValueError("unrecognized type")
    return str(np.dtype(kind).char)


def itemset(self: Any, *args: Any) -> None:
    """`ndarray.itemset`: sets one element."""
    *index, value = args
    if not index:
        self[(0,) * self.ndim] = value
    elif len(index) == 1 and not isinstance(index[0], tuple):
        self.flat[index[0]] = value
    else:
        self[index[0] if len(index) == 1 else tuple(index)] = value


def newbyteorder(self: Any, new_order: str = "S") -> Any:
    """`ndarray.newbyteorder`: the same bytes, read in another order."""
    return self.view(self.dtype.newbyteorder(new_order))
