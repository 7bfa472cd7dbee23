"""A model_fn that returns `(predictions, loss, train_op)` returns an `EstimatorSpec`.

contrib took such tuples, `tf.estimator` (TensorFlow 1.1) does not. What is rewritten is a function
of the module that is handed to an Estimator of contrib. One that does without `mode` gets that
argument, which an `EstimatorSpec` has to be given, if Estimators alone call it: they give it by
name. Others are told by `check`, as S803.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import keyword
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.flow import Flow
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
_LINES = _NO_MODE.replace("x, y, None", "(\n      x,\n      y,  # summed\n      None)")
_CALLED = _NO_MODE + "model_fn(1, 2)\n"

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
    Sample(
        _NO_MODE,
        "import tensorflow as tf\n\ndef model_fn(x, y, mode):\n"
        "  return tf.estimator.EstimatorSpec(mode=mode, predictions=x, loss=y, train_op=None)\n\n"
        "tf.contrib.learn.Estimator(model_fn)\n",
    ),
    Sample(_CALLED, _CALLED),
    Sample(
        _NO_MODE.replace(
            "return x, y, None", "return (\n      x,\n      y,  # summed\n      None)"
        ),
        "import tensorflow as tf\n\ndef model_fn(x, y, mode):\n"
        "  return tf.estimator.EstimatorSpec(\n      mode=mode, predictions=x,\n"
        "      loss=y,  # summed\n      train_op=None)\n\n"
        "tf.contrib.learn.Estimator(model_fn)\n",
    ),
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


class _Names(cst.CSTVisitor):
    """Collects the names of a function."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_Name(self, node: cst.Name) -> None:
        self.found.add(node.value)


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
        self._flow = Flow(draft.module)
        self._without_mode: set[cst.CSTNode] = set()
        self._returns: set[cst.CSTNode] = set()

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        if node.name.value not in self._names or node.decorators:
            return
        returns = _Returns()
        node.body.visit(returns)
        if not all(map(_is_triple, returns.found)):
            return
        params = [*node.params.params, *node.params.kwonly_params]
        if not any(param.name.value == "mode" for param in params):
            if not self._can_have_mode(node):
                return
            self._without_mode.add(node)
        self._returns.update(returns.found)

    def _can_have_mode(self, function: cst.FunctionDef) -> bool:
        """Says whether a function does not use the name for something else, or has it by **."""
        uses = self._flow.uses(function)
        if uses is None or function.params.star_kwarg is not None:
            return False
        names = _Names()
        function.body.visit(names)
        return "mode" not in names.found and all(
            isinstance(call := self._flow.parent(use, 2), cst.Call)
            and isinstance(self._flow.parent(use), cst.Arg)
            and self.named(call.func, "learn.Estimator") is not None
            for use in uses
        )

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        if original_node not in self._without_mode:
            return updated_node
        params = [*updated_node.params.params]
        place = sum(param.default is None for param in params)
        comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
        if place:
            params[place - 1] = params[place - 1].with_changes(comma=comma)
        is_last = place == len(params)
        new = cst.Param(cst.Name("mode"), comma=cst.MaybeSentinel.DEFAULT if is_last else comma)
        params.insert(place, new)
        return updated_node.with_changes(params=updated_node.params.with_changes(params=params))

    def leave_Return(self, original_node: cst.Return, updated_node: cst.Return) -> cst.Return:
        value = updated_node.value
        if original_node not in self._returns or not isinstance(value, cst.Tuple):
            return updated_node
        comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
        args = [keyword("mode", cst.Name("mode")).with_changes(comma=comma)]
        for name, element in zip(_FIELDS, value.elements):  # with the comments behind them
            args.append(keyword(name, element.value).with_changes(comma=element.comma))
        before = value.lpar[0].whitespace_after if value.lpar else cst.SimpleWhitespace("")
        call = cst.Call(self.write(_HOME), args, whitespace_before_args=before)
        return updated_node.with_changes(value=call)
