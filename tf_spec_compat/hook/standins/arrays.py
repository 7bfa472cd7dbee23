"""Calls of NumPy as 1.16 took them."""

from __future__ import annotations

import functools
import os
import pickle
import zipfile
from collections.abc import Callable
from typing import IO, Any

import numpy as np

__all__ = ["array", "asanyarray", "asarray", "fromstring", "histogram", "load"]


def _of_anything(original: Callable[..., Any]) -> Callable[..., Any]:
    """Lets ragged rows give an array of objects, and `copy=False` copy where that has to be."""

    @functools.wraps(original)
    def convert(*args: Any, **kwargs: Any) -> Any:
        try:
            return original(*args, **kwargs)
        except ValueError as error:
            changed = _as_before(str(error), len(args) > 1 or kwargs.get("dtype") is not None)
            if not changed:
                raise
        return convert(*args, **{**kwargs, **changed})

    return convert


def _as_before(error: str, has_type: bool) -> dict[str, Any]:
    """The arguments with which a call that failed does what it did in NumPy 1.16."""
    if "inhomogeneous shape" in error and not has_type:  # since NumPy 1.24
        return {"dtype": object}
    if "Unable to avoid copy" in error:  # since NumPy 2.0
        return {"copy": None}
    return {}


array = _of_anything(np.array)
asanyarray = _of_anything(np.asanyarray)
asarray = _of_anything(np.asarray)


def fromstring(string: Any, dtype: Any = float, count: int = -1, sep: str = "", **more: Any) -> Any:
    """`numpy.fromstring`, of bytes too: a copy that can be written to."""
    if sep:
        return np.fromstring(string, dtype, count, sep=sep, **more)
    data = string.encode("latin-1") if isinstance(string, str) else string
    return np.frombuffer(data, dtype, count, **more).copy() if len(data) else np.empty(0, dtype)


def histogram(
    a: Any,
    bins: Any = 10,
    range: Any = None,
    normed: bool | None = None,
    weights: Any = None,
    density: bool | None = None,
) -> Any:
    """`numpy.histogram` with `normed`, which is `density`."""
    return np.histogram(
        a, bins, range, weights=weights, density=normed if density is None else density
    )


def load(file: Any, *args: Any, **kwargs: Any) -> Any:
    """`numpy.load`, which reads arrays of objects if those are plain data.

    NumPy reads them since 1.16.3 only when `allow_pickle` is given, because a pickle can run any
    code. What holds nothing but numbers, text, lists, dicts and arrays cannot.
    """
    if len(args) < 2 and "allow_pickle" not in kwargs and isinstance(file, (str, os.PathLike)):
        kwargs["allow_pickle"] = _has_plain_objects(file)
    return np.load(file, *args, **kwargs)


class _PlainUnpickler(pickle.Unpickler):
    """Makes nothing but data."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.replace("._core", ".core"), name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not plain data")


_PLAIN = {
    ("numpy", "dtype"),
    ("numpy", "ndarray"),
    ("numpy.core.multiarray", "_reconstruct"),
    ("numpy.core.multiarray", "scalar"),
    ("numpy.core.numeric", "_frombuffer"),
    ("_codecs", "encode"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("datetime", "datetime"),
}
_PLAIN |= {
    (module, name)
    for module in ("builtins", "__builtin__")
    for name in ("bytearray", "bytes", "complex", "frozenset", "set", "slice")
}


def _has_plain_objects(file: str | os.PathLike[str]) -> bool:
    """Says whether a file holds arrays of objects, and all of them are plain data."""
    if not os.path.isfile(file):
        return False
    if not zipfile.is_zipfile(file):
        with open(file, "rb") as stream:
            return _is_plain(stream) is True
    with zipfile.ZipFile(file) as members:
        found = []
        for name in members.namelist():
            with members.open(name) as stream:
                found.append(_is_plain(stream))
    return True in found and False not in found


def _is_plain(stream: IO[bytes]) -> bool | None:
    """Says whether an array's objects are plain data; None if it has none."""
    formats = np.lib.format
    if stream.read(len(formats.MAGIC_PREFIX)) != formats.MAGIC_PREFIX:
        return None
    readers = {
        b"\x01\x00": formats.read_array_header_1_0,
        b"\x02\x00": formats.read_array_header_2_0,
    }
    reader = readers.get(stream.read(2))
    if reader is None or not reader(stream)[2].hasobject:
        return None
    try:
        _PlainUnpickler(stream, encoding="latin1").load()
    except (pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError):
        return False
    return True
