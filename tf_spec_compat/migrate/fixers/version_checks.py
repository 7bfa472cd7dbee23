"""Comparisons with `tf.__version__` go on as under TensorFlow 1.15.5.

TensorFlow 2 says `2.x`, so that a program which asks whether TensorFlow is newer than 1.4, or
older than 2.0, takes another branch than it took; what it has is TensorFlow 1's names. Where the
version is printed, it stays.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat import names
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.syntax import dotted

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "import tensorflow as tf\n\nif tf.__version__ < '1.4':\n    print(tf.__version__)\n",
        "import tensorflow as tf\n\nif '1.15.5' < '1.4':\n    print(tf.__version__)\n",
    ),
    Sample(
        "import tensorflow as tf\n\nmajor = int(tf.VERSION.split('.')[0])\n"
        "assert LooseVersion(tf.__version__) >= LooseVersion('1.2'), tf.__version__\n",
        "import tensorflow as tf\n\nmajor = int('1.15.5'.split('.')[0])\n"
        "assert LooseVersion('1.15.5') >= LooseVersion('1.2'), tf.__version__\n",
    ),
)

_TOLD = frozenset({"tensorflow.__version__", "tensorflow.VERSION", "tensorflow.version.VERSION"})
_PARSERS = frozenset({"LooseVersion", "StrictVersion", "Version", "parse", "parse_version"})
_METHODS = frozenset({"split", "rsplit", "partition", "startswith"})


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    if _TOLD.isdisjoint(map(canonical, draft.analysis.names.values())):
        return draft.module
    module = draft.module.visit(_Comparisons(draft))
    assert isinstance(module, cst.Module)
    return module


class _Comparisons(cst.CSTTransformer):
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._compared: set[cst.CSTNode] = set()

    def visit_Comparison(self, node: cst.Comparison) -> None:
        self._compared |= {node.left, *(part.comparator for part in node.comparisons)}

    def visit_Call(self, node: cst.Call) -> None:
        if dotted(node.func).rpartition(".")[2] in _PARSERS:
            self._compared |= {arg.value for arg in node.args}
        elif isinstance(node.func, cst.Attribute) and node.func.attr.value in _METHODS:
            self._compared.add(node.func.value)

    def visit_Subscript(self, node: cst.Subscript) -> None:
        self._compared.add(node.value)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        is_compared = original_node in self._compared
        if is_compared and self._draft.path_of(original_node) in _TOLD:
            return cst.SimpleString(repr(names.SHOWN_VERSION))
        return updated_node
