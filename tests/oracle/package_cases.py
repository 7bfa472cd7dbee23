"""Cases about packages of contrib that run unchanged under TF 1.15.5 (Python 3.7) and here.

Each module `package_<name>.py` yields `(title, function)` from its `cases()`. To record TF 1.15.5's
results, from the root of the repository, with TF 1.15.5:

    python -m tests.oracle.package_cases <name> ...
"""

import importlib
import json
import os
import sys

import numpy as np

try:
    import tensorflow as tf
    import tensorflow.contrib as contrib
except ImportError:
    import tensorflow.compat.v1 as tf

    from tf_spec_compat import contrib  # noqa: F401

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")


def golden(name):
    return os.path.join(FOLDER, "package_%s.json" % name)


def plain(value):
    """The value as JSON data, tensors by what they are."""
    if isinstance(value, (np.ndarray, np.generic)):
        return plain(value.tolist())
    if isinstance(value, bytes):
        return value.decode("latin1")
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [plain(item) for item in items]
    if isinstance(value, str):
        return value.replace("?", "None") if "(" in value else value  # a size that is not known
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, tf.SparseTensor) or hasattr(value, "dense_shape"):
        return {"sparse": [plain(part) for part in value]} if isinstance(value, tuple) else "sparse"
    if hasattr(value, "dtype") and hasattr(value, "shape"):
        return [value.name, value.dtype.base_dtype.name, str(value.shape.as_list())]
    return str(value)


def run(*fetches, feed=None):
    """Runs tensors in the default graph after all initializers; returns the last one's value."""
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        session.run(tf.tables_initializer())
        for fetch in fetches:
            found = session.run(fetch, feed)
    return found


def observe(name):
    """Runs the cases of a package; returns title -> JSON data, or the error."""
    cases = importlib.import_module("tests.oracle.package_" + name).cases
    observed = {}
    for title, case in cases():
        with tf.Graph().as_default():
            try:
                found = plain(case())
            except Exception as error:  # noqa: BLE001 - the error is the result
                kinds = [kind.__name__ for kind in type(error).__mro__]
                found = {"error": kinds, "message": str(error)}
        assert title not in observed, title
        observed[title] = json.loads(json.dumps(found, sort_keys=True))
    return observed


def record(name):
    found = observe(name)
    for result in found.values():
        if isinstance(result, dict) and "error" in result:
            result["error"] = result["error"][0]
            message = result["message"]
            if message.startswith("in converted code"):  # a trace, which names the machine's files
                message = message.strip().splitlines()[-1].strip().partition("Error: ")[2]
            result["message"] = message.partition("\n")[0][:100]
    lines = ["%s: %s" % (json.dumps(title), json.dumps(found[title])) for title in sorted(found)]
    with open(golden(name), "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
    errors = [
        title for title in found if isinstance(found[title], dict) and "error" in found[title]
    ]
    print(name, len(found), "cases,", len(errors), "errors")
    if os.environ.get("SHOW"):
        print("\n".join("%s: %s" % (title, found[title]) for title in errors))


if __name__ == "__main__":
    for package in sys.argv[1:]:
        record(package)
