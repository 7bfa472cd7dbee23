"""`ModelFnOps` becomes `tf.estimator.EstimatorSpec`.

`tf.estimator`, of TensorFlow 1.1, took contrib's place; its model functions return `EstimatorSpec`.
`ModelFnOps` with output alternatives keep them, as the signatures of exports are made of them: that
is left to a person, with a comment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, add_comment, rewritten

__all__ = ["SAMPLES", "fix"]

_Statement = Union[cst.SimpleStatementLine, cst.BaseCompoundStatement]
_NOTE = "S801 its output alternatives become export_outputs; see ModelFnOps.estimator_spec()"

_TWO = (
    "from tensorflow.contrib import learn\n\n"
    "def model_fn(features, labels, mode):\n"
    "  {}return learn.ModelFnOps(mode, output_alternatives=two(features))\n"
)

SAMPLES = (
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
        "def model_fn(features, labels, mode):\n"
        "  return learn.ModelFnOps(mode, {'x': features}, loss, train_op=None)\n",
        "import tensorflow as tf\n\n"
        "def model_fn(features, labels, mode):\n"
        "  return tf.estimator.EstimatorSpec("
        "mode=mode, predictions={'x': features}, loss=loss, train_op=None)\n",
    ),
    Sample(
        _TWO.format(""),
        _TWO.format(f"# TODO(tf-spec-compat): {_NOTE}\n  "),
    ),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Ops(draft))


class _Ops(Rewriter):
    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._noted = False

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        row = self.named(original_node.func, "learn.ModelFnOps")
        if row is None:
            return updated_node
        given = arguments_of(updated_node, row)
        if given is None or "output_alternatives" in given:
            self._noted = True
            return updated_node
        args: Sequence[cst.Arg] | None = as_keywords(updated_node, row, given)
        assert args is not None
        return updated_node.with_changes(func=self.write(row.home, original_node.func), args=args)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> _Statement:
        if not self._noted:
            return updated_node
        self._noted = False
        new = add_comment(updated_node, _NOTE)
        self.changed |= new is not updated_node
        return new
