"""Names of contrib become those of TensorFlow's core, or of tf-slim, that are the same.

TensorFlow had most of contrib's parts move to its core before 2.0, under the same or another name;
`contrib.layers` and its neighbours became the package tf-slim. What tf-slim 1.1 fails at by itself,
on TensorFlow 2.13 and later, stays with this package.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib.learn import ModeKeys\n\n"
        "if mode == ModeKeys.INFER:\n  step = tf.contrib.framework.get_global_step()\n",
        "import tensorflow as tf\n\n"
        "if mode == tf.estimator.ModeKeys.PREDICT:\n  step = tf.train.get_global_step()\n",
    ),
    Sample(
        "import tensorflow as tf\n\nslim = tf.contrib.slim\nnet = slim.conv2d(net, 4, 3)\n",
        "import tensorflow as tf\nimport tf_slim\n\n"
        "slim = tf.contrib.slim\nnet = tf_slim.conv2d(net, 4, 3)\n",
    ),
    Sample(
        "from tf_spec_compat.contrib import layers\n\n"
        "net = layers.relu(layers.batch_norm(net), 3)\n",
        "from tf_spec_compat.contrib import layers\nimport tf_slim\n\n"
        "net = tf_slim.relu(layers.batch_norm(net), 3)\n",
    ),
    Sample(
        "if quick:\n  import tensorflow as tf\nelse:\n  import tensorflow as tf\n\n"
        "tf.contrib.layers.relu(net, 3)\n",
        "if quick:\n  import tensorflow as tf\nelse:\n  import tensorflow as tf\n"
        "import tf_slim\n\ntf_slim.relu(net, 3)\n",
    ),
    Sample(
        "try:\n  from tensorflow.contrib import layers\nexcept ImportError:\n"
        "  import mine as layers\nlayers.relu(net, 3)\n",
        "try:\n  from tensorflow.contrib import layers\nexcept ImportError:\n"
        "  import mine as layers\nlayers.relu(net, 3)\n",
    ),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Names(draft))


class _Names(Rewriter):
    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._new: dict[cst.CSTNode, cst.BaseExpression] = {}
        self._targets: set[cst.CSTNode] = set()

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._targets.add(node.target)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        return not self._find(node)

    def visit_Name(self, node: cst.Name) -> bool:
        return not self._find(node)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        return self._new.get(original_node, updated_node)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        return self._new.get(original_node, updated_node)

    def _find(self, node: cst.Attribute | cst.Name) -> bool:
        if node in self._targets:
            return False
        found = self.successor(node)
        if found is None or not found[0].is_rename:
            return False
        row, rest = found
        if row.members:
            if rest not in row.members:
                return False  # the name by itself, or what only contrib's has
            rest = row.members[rest]
        self._new[node] = self.write(f"{row.home}.{rest}".rstrip("."), node)
        return True
