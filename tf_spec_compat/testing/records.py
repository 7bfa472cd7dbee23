"""What a model did, as data that two Pythons can exchange: a JSON file and an `.npz` beside it.

Written for Python 3.6 and without anything of this package: `verify` runs a copy of it in the
Python that has TensorFlow 1.
"""

import base64
import json
import os
from typing import Any

import numpy as np

__all__ = ["as_array", "load", "save"]

_JSON = "record.json"
_ARRAYS = "arrays.npz"
_ARRAY, _BYTES, _TEXT = "__array__", "__bytes__", "__text__"


def as_array(value: Any) -> Any:
    """Returns a value as an array that can be kept: numbers, booleans, or objects that are bytes.

    Of what NumPy has no numbers for, such as bfloat16, float32 is made.
    """
    array = np.asarray(value)
    if array.dtype.kind in "SUO":
        flat = [item.encode("utf-8") if isinstance(item, str) else item for item in array.flat]
        filled = np.empty(len(flat), dtype=object)
        filled[:] = flat
        return filled.reshape(array.shape)
    if array.dtype.kind not in "biufc":
        return array.astype(np.float32)
    return array


def save(value: Any, folder: str) -> None:
    """Writes dicts, lists, arrays, bytes, strings and numbers to a folder, which is made.

    Args:
      value: Nested dicts with string keys, lists and tuples (read again as lists), and in them
        arrays of numbers or of bytes, bytes, and what JSON has.
      folder: The folder.
    """
    arrays = {}  # type: dict[str, Any]
    if not os.path.isdir(folder):
        os.makedirs(folder)
    packed = _packed(value, arrays)
    with open(os.path.join(folder, _JSON), "w", encoding="utf-8") as file:
        file.write(json.dumps(packed))
    np.savez(os.path.join(folder, _ARRAYS), **arrays)


def load(folder: str) -> Any:
    """Returns what `save` wrote; nothing in the files can make it run code.

    Raises:
      OSError: There is no such folder.
      ValueError: The files are damaged.
    """
    with open(os.path.join(folder, _JSON), encoding="utf-8") as file:
        packed = json.loads(file.read())
    with np.load(os.path.join(folder, _ARRAYS), allow_pickle=False) as arrays:
        return _unpacked(packed, arrays)


def _packed(value: Any, arrays: "dict[str, Any]") -> Any:
    if isinstance(value, dict):
        return {key: _packed(each, arrays) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_packed(each, arrays) for each in value]
    if isinstance(value, bytes):
        return {_TEXT: base64.b64encode(value).decode("ascii")}
    if isinstance(value, (np.ndarray, np.generic)):
        array = as_array(value)
        if array.dtype == object:
            items = [base64.b64encode(item).decode("ascii") for item in array.flat]
            return {_BYTES: items, "shape": list(array.shape)}
        key = str(len(arrays))
        arrays[key] = array
        return {_ARRAY: key}
    return value


def _unpacked(value: Any, arrays: Any) -> Any:
    if isinstance(value, list):
        return [_unpacked(each, arrays) for each in value]
    if not isinstance(value, dict):
        return value
    if _ARRAY in value:
        return arrays[value[_ARRAY]]
    if _TEXT in value:
        return base64.b64decode(value[_TEXT])
    if _BYTES in value:
        filled = np.empty(len(value[_BYTES]), dtype=object)
        filled[:] = [base64.b64decode(item) for item in value[_BYTES]]
        return filled.reshape(value["shape"])
    return {key: _unpacked(each, arrays) for key, each in value.items()}
