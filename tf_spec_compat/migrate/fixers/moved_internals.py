"""What moved inside TensorFlow is taken from where it is now.

TensorFlow 2.x kept `tensorflow.python`, but moved much of what TensorFlow 1.15 had in it, most of
it between 2.9 and 2.16. Where there is a public name, that is used. `tf.python` and its siblings,
which `tf.compat.v1` lacks, become imports.
"""

from __future__ import annotations

import functools

import libcst as cst

from tf_spec_compat import names
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.rewriting import DROPPED, rewrite_names
from tf_spec_compat.migrate.syntax import all_imports, imported

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "from tensorflow.python.ops import array_ops, control_flow_ops\n\n"
        "array_ops.stack([control_flow_ops.while_loop, array_ops.zeros])\n",
        "from tensorflow.python.ops import array_ops\nimport tensorflow.compat.v1 as tf\n\n"
        "tf.stack([tf.while_loop, array_ops.zeros])\n",
    ),
    Sample(
        "from tensorflow.python.ops.variables import VariableV1, Variable\n",
        "from tensorflow.python.ops.variables import Variable\n"
        "from tensorflow.compat.v1 import Variable as VariableV1\n",
    ),
    Sample(
        "import tensorflow as tf\n\nreader = tf.pywrap_tensorflow.NewCheckpointReader('x')\n"
        "tf.python.ops.rnn\n",
        "import tensorflow as tf\nfrom tensorflow import python\n\n"
        "reader = tf.train.NewCheckpointReader('x')\npython.ops.rnn\n",
    ),
    Sample(
        "from tensorflow.examples.tutorials.mnist import input_data\n",
        "from tf_spec_compat.contrib.learn.datasets import mnist as input_data\n",
    ),
    Sample(
        "import tensorflow.python.framework.ops\n\ntensorflow.python.framework.ops.Graph\n",
        "from tensorflow.python.framework import ops\n\nops.Graph\n",
    ),
)

_FOLDERS = tuple(f"tensorflow.{name}." for name in ("python", "core", "tools", "compiler"))


@functools.cache
def _homes() -> dict[str, str]:
    """Dotted path -> home, of the names that moved and have one home on every TensorFlow."""
    found = {}
    for module, rows in names.internals().items():
        for name, (home, there) in rows.items():
            if "|" in home or home[0] == "_":
                continue
            home = home.replace("tf.", "tensorflow.", 1) if home.startswith("tf.") else home
            if name == "*":
                found[module] = f"{home}:"
            elif home != module or there != name:
                found[f"{module}.{name}"] = f"{home}:{there}"
    return found


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    plain = _plain(draft.module)
    unused = _unused(draft)

    def use(path: str) -> str | None:
        first, _, rest = path.partition(".")
        if first == "tensorflow" and rest in names.VIEW_ATTRIBUTES:
            return None if plain else f"{names.VIEW_ATTRIBUTES[rest]}:"
        if path in plain:
            return f"{path}:"
        return _import(path, is_use=True)

    def used(path: str) -> str | None:
        if path in unused:
            return DROPPED
        return f"{path}:" if path in plain else _import(path)

    return rewrite_names(draft, use, used)


def _import(path: str, is_use: bool = False) -> str | None:
    path = canonical(path)
    first, _, rest = path.partition(".")
    head, _, tail = rest.partition(".")
    if first == "tensorflow" and head in names.VIEW_ATTRIBUTES:
        path = f"{names.VIEW_ATTRIBUTES[head]}.{tail}".rstrip(".")
    found = _homes().get(path)
    if found is None and names.moved(path) != path and not is_use:
        found = f"{names.moved(path)}:"
    return found


def _plain(module: cst.Module) -> frozenset[str]:
    """Returns the folders of sources that the module imports as `import tensorflow.python.x`."""
    return frozenset(
        path
        for node in all_imports(module)
        if isinstance(node, cst.Import)
        for alias, path in imported(node)
        if alias.asname is None and path.startswith(_FOLDERS)
    )


def _unused(draft: Draft) -> frozenset[str]:
    """Returns the modules of which nothing is used any more when what moved is rewritten.

    Such an import would fail where TensorFlow has not even the module.
    """
    paths = set(draft.analysis.names.values())
    found = set()
    for module in names.internals():
        below = {path for path in paths if path.startswith(module + ".")}
        if below and all(path in _homes() for path in below):
            found.add(module)
    return frozenset(found)
