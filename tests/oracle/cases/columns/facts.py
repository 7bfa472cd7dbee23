"""Runs functions of feature columns and writes down, as plain JSON data, what a user can see.

Runs unchanged under TF 1.15.5 (Python 3.7) and under this package.
"""

import os
import re

import numpy as np

from tests.oracle.facts import plain, tensor_facts, variables
from tests.oracle.legacy import tf
from tests.oracle.words import said

__all__ = ["attempt", "facts", "text"]


def text(value):
    """Gives the text of a value without what differs from run to run or line to line."""
    value = (
        str(value)
        .replace("SymbolicTensor", "Tensor")
        .replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "")
    )
    return re.sub(r" at 0x[0-9a-f]+|<[\w.]*init_ops\w*\.|<function [^>]*>", "", value)


def attempt(function, *args, **kwargs):
    """Gives what the call gives, or the classes and words of what it raised."""
    try:
        return function(*args, **kwargs)
    except Exception as error:  # noqa: BLE001 - the type is the thing recorded
        return {"raised": said(error)}


def pattern(*shape):
    """Gives numbers of no special symmetry, between -1 and 1."""
    return np.sin(np.arange(int(np.prod(shape)), dtype=np.float32) * 1.7 + 0.3).reshape(shape)


def facts(build):
    """Calls `build` in a graph of its own, and gives the values of what it returns.

    Trainable variables have fixed values. Tensors come as dtype, static shape and value.
    """
    with tf.Graph().as_default() as graph:
        made = attempt(build)
        flat = _flat(made)
        tensors = {k: v for k, v in flat.items() if _is_tensor(v)}
        record = {"values": {k: plain(v) for k, v in flat.items() if k not in tensors}}
        found = variables()
        if found:
            record["variables"] = found
            record["order"] = [v.op.name for v in tf.global_variables()]
        record["collections"] = {
            str(key): [v.op.name for v in graph.get_collection(key) if hasattr(v, "op")]
            for key in graph.get_all_collection_keys()
            if key in ("wc", "asset_filepaths") or str(key).startswith("SHARED")
        }
        assign = [v.assign(pattern(*v.shape.as_list()) / 2 + 0.1) for v in tf.trainable_variables()]
        with tf.Session(graph=graph) as session:
            session.run([tf.global_variables_initializer(), tf.tables_initializer()])
            session.run(assign)
            values = attempt(session.run, tensors)
            if "raised" in values:
                values = {k: attempt(session.run, v) for k, v in tensors.items()}
            for key, value in values.items():
                record["values"][key] = [tensor_facts(tensors[key]), plain(value)]
    return {k: v for k, v in record.items() if v != {}}


def _is_tensor(value):
    return isinstance(value, (tf.Tensor, tf.SparseTensor))


def _flat(made, path=""):
    if isinstance(made, dict) and "raised" not in made:
        items = [(getattr(k, "name", k), v) for k, v in made.items()]
    elif isinstance(made, (list, tuple)) and not isinstance(made, tf.SparseTensor):
        items = enumerate(made)
    else:
        return {path: made}
    flat = {}
    for key, value in items:
        flat.update(_flat(value, "%s%s%s" % (path, "/" if path else "", key)))
    return flat
