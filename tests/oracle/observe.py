"""Runs one case and gives what it shows, as JSON data; under TF 1.15.5 and under this package.

A case is a function, called in a graph of its own, or an object whose `facts()` gives a dict.
"""

import atexit
import json
import re
import shutil
import tempfile

import numpy as np

from .facts import plain
from .legacy import tf
from .words import said

# Parts of a record that say nothing when they are empty.
_QUIET = ("errors", "collections", "specs", "touched")
_UNKNOWN_SIZE = re.compile(r"(?<=[(\[ ])\?(?=[,)\]])")


def attempt(function, *args, **kwargs):
    """Gives plain data, or the classes and words of what was raised."""
    try:
        return plain(function(*args, **kwargs))
    except Exception as error:  # noqa: BLE001 - the error is the thing recorded
        return {"raised": said(error)}


def scratch():
    """Gives a new folder that is there until the process ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class InFolder(object):
    """A case: `function`, whose first argument is a new folder, gives the facts."""

    def __init__(self, function, *args, **kwargs):
        self._call = lambda folder: function(folder, *args, **kwargs)

    def facts(self):
        """Gives the facts."""
        folder = tempfile.mkdtemp()
        try:
            return self._call(folder)
        finally:
            shutil.rmtree(folder)


def run(*fetches, feed=None):
    """Runs tensors in the default graph after all initializers; returns the last one's value."""
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        session.run(tf.tables_initializer())
        for fetch in fetches:
            found = session.run(fetch, feed)
    return found


def as_json(value):
    """Gives the value as JSON data with all its digits, tensors by name, dtype and shape."""
    if isinstance(value, (np.ndarray, np.generic)):
        return as_json(value.tolist())
    if isinstance(value, bytes):
        return value.decode("latin1")
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [as_json(item) for item in items]
    if isinstance(value, str):
        return _UNKNOWN_SIZE.sub("None", value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, tf.SparseTensor) or hasattr(value, "dense_shape"):
        is_value = isinstance(value, tuple)
        return {"sparse": [as_json(part) for part in value]} if is_value else "sparse"
    if hasattr(value, "dtype") and hasattr(value, "shape"):
        return [value.name, value.dtype.base_dtype.name, str(value.shape.as_list())]
    return str(value)


def observe(case):
    """Gives the record of `case`. Of errors it has what `words.said` gives."""
    if hasattr(case, "facts"):
        record = {"errors": {}}
        try:
            record.update(case.facts())
        except Exception as error:  # noqa: BLE001 - the error is the thing recorded
            record["errors"]["run"] = said(error)
        record = {k: v for k, v in record.items() if v is not None and (v or k not in _QUIET)}
    else:
        with tf.Graph().as_default():
            try:
                record = as_json(case())
            except Exception as error:  # noqa: BLE001 - the error is the result
                record = {"error": said(error)}
    return json.loads(json.dumps(record, sort_keys=True))
