"""Examples to feed two models with: from files, and as the inputs that a signature takes."""

from __future__ import annotations

import base64
import binascii
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.testing.saved_model import Signature

__all__ = ["SERIALIZED", "inputs_of", "read_examples"]

# What examples without names are called: values for a signature with one input, whatever its name.
SERIALIZED = ""


def read_examples(path: str) -> dict[str, Any]:
    """Reads examples from a file.

    *   `.npz`: an array for each input.
    *   `.tfrecord`, also with `.gz` behind it: serialized `tf.Example`s.
    *   `.json`: a request for TensorFlow Serving, with `instances` or `inputs`.
    *   `.jsonl`: such an instance a line.

    Args:
      path: The file.

    Returns:
      Name of an input -> its values, one an example; named `SERIALIZED` if they have no name.

    Raises:
      OSError: The file cannot be read.
      ValueError: It is damaged, empty, or of another kind.

    Example:
      >>> with open("two.jsonl", "w") as file:
      ...     print('{"x": [1.0]}', file=file)
      ...     print('{"x": [2.0]}', file=file)
      >>> read_examples("two.jsonl")
      {'x': [[1.0], [2.0]]}
    """
    if path.endswith(".npz"):
        try:
            arrays = np.load(path, allow_pickle=False)
            if not hasattr(arrays, "files"):
                raise ValueError("it is a single array, without a name")
            with arrays:
                found: dict[str, Any] = {name: arrays[name] for name in arrays.files}
        except (EOFError, ValueError, zipfile.BadZipFile) as error:
            raise ValueError(f"{path} is no file of arrays of numbers: {error}.") from error
    elif path.endswith((".tfrecord", ".tfrecord.gz", ".tfrecords")):
        found = {SERIALIZED: _records(path)}
    elif path.endswith((".json", ".jsonl")):
        found = _json(path)
    else:
        raise ValueError(f"{path} is none of .json, .jsonl, .npz, .tfrecord and .tfrecord.gz.")
    counts = {name: len(values) if np.ndim(values) else 0 for name, values in found.items()}
    if not counts or 0 in counts.values() or len(set(counts.values())) > 1:
        raise ValueError(f"{path} has no examples, or not as many of each input: {counts}.")
    return found


def _records(path: str) -> list[bytes]:
    kinds = tf1.io.TFRecordCompressionType
    options = tf1.io.TFRecordOptions(kinds.GZIP if path.endswith(".gz") else kinds.NONE)
    try:
        with silenced_deprecations():
            return list(tf1.io.tf_record_iterator(path, options))
    except tf.errors.NotFoundError as error:
        raise FileNotFoundError(f"There is no file {path!r}.") from error
    except tf.errors.OpError as error:
        raise ValueError(f"{path} is damaged: {error.message}.") from error


def _json(path: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        instances: Any
        if path.endswith(".jsonl"):
            instances = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            request = json.loads(text)
            if isinstance(request, dict) and "inputs" in request:
                inputs = _decoded(request["inputs"])
                return inputs if isinstance(inputs, dict) else {SERIALIZED: inputs}
            instances = request.get("instances") if isinstance(request, dict) else request
        instances = _decoded(instances)
    except (json.JSONDecodeError, binascii.Error, RecursionError) as error:
        raise ValueError(f"{path} is no JSON of examples: {error}.") from error
    if not isinstance(instances, list) or not instances:
        raise ValueError(f"{path} has neither 'instances', a list, nor 'inputs'.")
    if not isinstance(instances[0], dict):
        return {SERIALIZED: instances}
    names = set(instances[0])
    for index, instance in enumerate(instances):
        if not isinstance(instance, dict) or set(instance) != names:
            raise ValueError(f"{path}: instance {index} has not the inputs {sorted(names)}.")
    return {name: [instance[name] for instance in instances] for name in sorted(names)}


def _decoded(value: Any) -> Any:
    """Returns values in which `{"b64": ...}` is what it stands for."""
    if isinstance(value, list):
        return [_decoded(each) for each in value]
    if isinstance(value, dict):
        if set(value) == {"b64"}:
            return base64.b64decode(value["b64"], validate=True)
        return {name: _decoded(each) for name, each in value.items()}
    return value


def inputs_of(signature: Signature, examples: Mapping[str, Any]) -> dict[str, Any] | None:
    """Returns examples as what a signature takes.

    Args:
      signature: The signature. If its only input is a vector of strings, and not in `examples`, it
        gets them as serialized `tf.Example`s.
      examples: As `read_examples` returns them; what the signature does not take is left out.

    Returns:
      Name of an input -> array of its dtype; None if the examples do not have all inputs.

    Raises:
      ValueError: Values are not of the input's dtype, or of different shapes.
    """
    names = list(signature.inputs)
    if len(names) == 1 and SERIALIZED in examples:
        examples = {names[0]: examples[SERIALIZED]}
    if len(names) == 1 and names[0] not in examples:
        facts = signature.inputs[names[0]]
        if facts.dtype != "string" or (facts.shape is not None and len(facts.shape) != 1):
            return None
        examples = {names[0]: _serialized(examples)}
    if not names or not all(name in examples for name in names):
        return None
    return {name: _array(name, examples[name], signature.inputs[name].dtype) for name in names}


def _array(name: str, values: Any, dtype: str) -> Any:
    if dtype == "string":
        array = np.array(values, dtype=object)
        flat = [item.encode("utf-8") if isinstance(item, str) else item for item in array.flat]
        if not all(isinstance(item, bytes) for item in flat):
            raise ValueError(f"The values of {name} have to be strings, all of one shape.")
        filled = np.empty(len(flat), dtype=object)
        filled[:] = flat
        return filled.reshape(array.shape)
    try:
        return np.asarray(values, dtype=tf.as_dtype(dtype).as_numpy_dtype)
    except (TypeError, ValueError) as error:
        raise ValueError(f"The values of {name} make no array of {dtype}: {error}.") from error


def _serialized(examples: Mapping[str, Any]) -> list[bytes]:
    """Returns a serialized `tf.Example` for each example."""
    columns = {name: np.asarray(values) for name, values in examples.items()}
    rows = []
    for index in range(min(len(column) for column in columns.values())):
        example = tf.train.Example()
        for name, column in columns.items():
            feature, row = example.features.feature[name], column[index]
            if column.dtype.kind in "biu":
                feature.int64_list.value.extend(int(item) for item in np.ravel(row))
            elif column.dtype.kind == "f":
                feature.float_list.value.extend(float(item) for item in np.ravel(row))
            else:
                feature.bytes_list.value.extend(tf.compat.as_bytes(item) for item in np.ravel(row))
        rows.append(example.SerializeToString())
    return rows
