"""A model_fn that returns `(predictions, loss, train_op)` returns an `EstimatorSpec`.

contrib took such tuples, `tf.estimator` (TensorFlow 1.1) does not. What is rewritten is a function
of the module that is handed to an Estimator of contrib and has the argument `mode`; others are told
by `check`, as S803.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import keyword
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

_HOME = "tf.estimator.EstimatorSpec"
_FIELDS = ("predictions", "loss", "train_op")

_BEFORE = (
    "import tensorflow as tf\n\n"
    "def model_fn(features, labels, mode):\n  if mode == 'infer':\n"
    "    return {{'x': features}}, None, None\n  return {}\n\n"
    "tf.contrib.learn.Estimator(model_fn)\n"
)
_ANOTHER = _BEFORE.format("both(features)")
_NO_MODE = (
    "import tensorflow as tf\n\ndef model_fn(x, y):\n  return x, y, None\n\n"
    "tf.contrib.learn.Estimator(model_fn)\n"
)

SAMPLES = (
    Sample(
        _BEFORE.format("features, loss(labels), step()"),
        "import tensorflow as tf\n\n"
        "def model_fn(features, labels, mode):\n  if mode == 'infer':\n"
        "    return tf.estimator.EstimatorSpec("
        "mode=mode, predictions={'x': features}, loss=None, train_op=None)\n"
        "  return tf.estimator.EstimatorSpec("
        "mode=mode, predictions=features, loss=loss(labels), train_op=step())\n\n"
        "tf.contrib.learn.Estimator(model_fn)\n",
    ),
    Sample(_ANOTHER, _ANOTHER),
    Sample(_NO_MODE, _NO_MODE),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    found = _Handed(draft)
    draft.module.visit(found)
    if not found.names:
        return draft.module
    return rewritten(_Tuples(draft, found.names))


class _Handed(Rewriter):
    """Collects the names of what is handed to Estimators as model_fn."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.names: set[str] = set()

    def visit_Call(self, node: cst.Call) -> None:
        if self.named(node.func, "learn.Estimator") is not None:
            for index, arg in enumerate(node.args):
                name = arg.keyword.value if arg.keyword is not None else ("model_fn", "")[index > 0]
                if name == "model_fn" and isinstance(arg.value, cst.Name):
                    self.names.add(arg.value.value)


class _Returns(cst.CSTVisitor):
    """Collects what a function returns, but not what functions inside of it do."""

    def __init__(self) -> None:
        self.found: list[cst.Return] = []

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False

    def visit_Return(self, node: cst.Return) -> None:
        self.found.append(node)


def _is_triple(node: cst.Return) -> bool:
    value = node.value
    return (
        isinstance(value, cst.Tuple)
        and len(value.elements) == len(_FIELDS)
        and all(isinstance(element, cst.Element) for element in value.elements)
    )


class _Tuples(Rewriter):
    def __init__(self, draft: Draft, names: set[str]) -> None:
        super().__init__(draft)
        self._names = names
        self._returns: set[cst.CSTNode] = set()

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        params = [*node.params.params, *node.params.kwonly_params]
        has_mode = any(param.name.value == "mode" for param in params)
        if node.name.value in self._names and has_mode and not node.decorators:
            returns = _Returns()
            node.body.visit(returns)
            if all(map(_is_triple, returns.found)):
                self._returns.update(returns.found)

    def leave_Return(self, original_node: cst.Return, updated_node: cst.Return) -> cst.Return:
        value = updated_node.value
        if original_node not in self._returns or not isinstance(value, cst.Tuple):
            return updated_node
        values: list[tuple[str, cst.BaseExpression]] = [("mode", cst.Name("mode"))]
        values += [(name, element.value) for name, element in zip(_FIELDS, value.elements)]
        args = [keyword(name, each) for name, each in values]
        call = cst.Call(self.write(_HOME), args)
        return updated_node.with_changes(value=call)
