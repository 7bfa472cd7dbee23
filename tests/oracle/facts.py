"""Puts what a user can see of a graph, a spec or a signature into plain JSON data.

Runs unchanged under TF 1.15.5 (Python 3.7) and under this package.
"""

import numpy as np

from .legacy import tf

EXPORT_INPUT = "examples"

# Letter -> collection that a variable is in.
_VARIABLE_COLLECTIONS = (
    ("G", "variables"),
    ("L", "local_variables"),
    ("R", "metric_variables"),
    ("M", "model_variables"),
    ("T", "trainable_variables"),
)


def plain(value):
    """Turns what a session or TensorFlow gives into JSON data, floats with 8 digits."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tf.SparseTensorValue):
        return {"sparse": [plain(part) for part in value]}
    if isinstance(value, (np.ndarray, list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (float, np.floating)):
        return float("%.8g" % value) if np.isfinite(value) else str(float(value))
    if isinstance(value, (int, np.integer)):
        return int(value)
    if value is None or isinstance(value, str):
        return value
    return type(value).__name__


def shape_of(shape):
    """Gives a static shape as a list with -1 for what is unknown, or None for an unknown rank."""
    shape = tf.TensorShape(shape)
    return None if shape.ndims is None else [-1 if d is None else d for d in shape.as_list()]


def typed(dtype, shape):
    """Gives a dtype and a static shape as one string: `float32[-1,3]`, `string?`, `int64[]`."""
    shape = shape_of(shape)
    dims = "?" if shape is None else "[%s]" % ",".join(map(str, shape))
    return tf.as_dtype(dtype).base_dtype.name + dims


def tensor_facts(tensor):
    """Gives the dtype and static shape of a tensor, or the type's name for what is not one."""
    if isinstance(tensor, tf.SparseTensor):
        return "sparse " + typed(tensor.dtype, tensor.get_shape())
    if isinstance(tensor, tf.Tensor):
        return typed(tensor.dtype, tensor.get_shape())
    return type(tensor).__name__


def signature_facts(signature):
    """Gives the method name and the typed, shaped inputs and outputs of a `SignatureDef`."""

    def ends(infos):
        return {k: typed(info.dtype, info.tensor_shape) for k, info in infos.items()}

    return {
        "method": signature.method_name,
        "inputs": ends(signature.inputs),
        "outputs": ends(signature.outputs),
    }


def spec_facts(spec, ops, receiver):
    """Describes an `EstimatorSpec`: how it differs from `ops`, and its exports as signatures."""
    facts = {
        "type": type(spec).__name__,
        "mode": spec.mode,
        "set": [f for f in ("loss", "train_op") if getattr(spec, f) is not None],
        "metrics_dropped": sorted(set(ops.eval_metric_ops or {}) - set(spec.eval_metric_ops)),
        "hooks": [plain(spec.training_chief_hooks), plain(spec.training_hooks)],
        "same_predictions": spec.predictions is ops.predictions
        or _names(spec.predictions) == _names(ops.predictions or {}),
        "exports": None,
    }
    if spec.export_outputs is not None:
        facts["exports"] = {}
        for key, output in spec.export_outputs.items():
            described = {"type": type(output).__name__}
            try:
                described.update(signature_facts(output.as_signature_def({EXPORT_INPUT: receiver})))
            except Exception as error:  # noqa: BLE001 - the type is the thing recorded
                described["error"] = type(error).__name__
            facts["exports"][str(key)] = described
    return facts


def _names(tensors):
    return sorted(map(str, tensors)) if isinstance(tensors, dict) else tensors


def variables():
    """Gives each variable's dtype, shape and the letters of its collections."""
    found = {}
    for letter, collection in _VARIABLE_COLLECTIONS:
        for variable in tf.get_collection(collection):
            kind = typed(variable.dtype, variable.shape)
            entry = found.setdefault(variable.op.name, kind + " ")
            found[variable.op.name] = entry if letter in entry.split(" ")[1] else entry + letter
    return found


def collections():
    """Gives how much is in each other collection that a user may look at."""
    known = dict(_VARIABLE_COLLECTIONS).values()
    skip = set(known) | {
        "summaries",
        "global_step",
        "cond_context",
        "while_context",
        "queue_runners",
    }
    counts = {
        name: len(tf.get_collection(name))
        for name in tf.get_default_graph().get_all_collection_keys()
        if isinstance(name, str) and name not in skip and not name.startswith("_")
    }
    return {name: count for name, count in counts.items() if count}


def summary_values(serialized):
    """Gives tag -> value of a serialized `Summary`."""
    values = {}
    for value in tf.Summary.FromString(serialized).value:
        if value.HasField("histo"):
            values[value.tag] = ["histogram", plain(value.histo.num), plain(value.histo.sum)]
        elif value.HasField("simple_value"):
            values[value.tag] = plain(np.float32(value.simple_value))
        else:
            values[value.tag] = value.WhichOneof("value")
    return values


def rounded(value, digits):
    """Gives data with so many digits, and without negative zeros, where runs repeat no more."""
    if isinstance(value, dict):
        return {k: rounded(v, digits) for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v, digits) for v in value]
    is_float = isinstance(value, (float, np.floating))
    return round(float(value), digits) + 0.0 if is_float else value
