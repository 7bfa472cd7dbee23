"""`learn.Estimator` becomes `tf.estimator.Estimator`, and `fit` on it `train` (unsafe).

`tf.estimator` took the place of contrib's Estimator in TensorFlow 1.1. `model_fn_for_estimator`
lets it call what contrib's called. Unsafe, since contrib's has methods that the core's lacks: only
a variable of this module is rewritten whose every use is a call that both have. Monitors have to be
hooks already, serving input functions return a `ServingInputReceiver`; an export has the core's
signatures.
"""

from __future__ import annotations

import collections

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import (
    Rewriter,
    arguments_of,
    as_keywords,
    rewritten,
    without_comments,
)

__all__ = ["SAMPLES", "fix"]

_BEFORE = (
    "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
    "model = learn.Estimator(model_fn, config=config)\n"
    "model.fit(input_fn=feed, steps=3, monitors=hooks)\n"
    "for said in model.predict(input_fn=feed, as_iterable=True):\n  print(said)\n"
)
_HANDED_ON = _BEFORE + "run(model)\n"
_ARRAYS = _BEFORE + "model.evaluate(x, y)\n"

SAMPLES = (
    Sample(
        _BEFORE,
        "import tensorflow as tf\nimport tf_spec_compat\n\n"
        "model = tf.estimator.Estimator("
        "model_fn=tf_spec_compat.model_fn_for_estimator(model_fn), config=config)\n"
        "model.train(input_fn=feed, steps=3, hooks=hooks)\n"
        "for said in model.predict(input_fn=feed):\n  print(said)\n",
    ),
    Sample(
        "from tf_spec_compat.contrib import learn\n\n"
        "# TODO(tf-spec-compat): S812 learn.Estimator: by hand\n"
        "model = learn.Estimator(model_fn)\n",
        "import tf_spec_compat\nimport tensorflow.compat.v1 as tf\n\n"
        "model = tf.estimator.Estimator("
        "model_fn=tf_spec_compat.model_fn_for_estimator(model_fn))\n",
    ),
    Sample(_HANDED_ON, _HANDED_ON),
    Sample(_ARRAYS, _ARRAYS),
)

# Method -> the core's name and the keywords that both have, old -> new.
_METHODS: dict[str, tuple[str, dict[str, str]]] = {
    "fit": (
        "train",
        {"input_fn": "input_fn", "steps": "steps", "max_steps": "max_steps", "monitors": "hooks"},
    ),
    "evaluate": (
        "evaluate",
        {
            "input_fn": "input_fn",
            "steps": "steps",
            "hooks": "hooks",
            "name": "name",
            "checkpoint_path": "checkpoint_path",
        },
    ),
    "predict": ("predict", {"input_fn": "input_fn"}),
    "export_savedmodel": (
        "export_savedmodel",
        {
            "export_dir_base": "export_dir_base",
            "serving_input_fn": "serving_input_receiver_fn",
            "assets_extra": "assets_extra",
            "as_text": "as_text",
            "checkpoint_path": "checkpoint_path",
        },
    ),
    "get_variable_names": ("get_variable_names", {}),
    "get_variable_value": ("get_variable_value", {"name": "name"}),
}

# Method -> how many arguments may stand without their names.
_POSITIONAL = {"export_savedmodel": 2, "get_variable_value": 1}


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    uses = _Uses(draft)
    draft.module.visit(uses)
    names = {
        name
        for name, count in uses.made.items()
        if count == 1 and uses.all[name] == uses.fine[name]
    }
    return rewritten(_Estimators(draft, names)) if names else draft.module


def _method(node: cst.Call) -> tuple[str, str] | None:
    """Returns the variable and the method of `variable.method(...)`."""
    func = node.func
    if isinstance(func, cst.Attribute) and isinstance(func.value, cst.Name):
        return func.value.value, func.attr.value
    return None


def _arguments(node: cst.Call, method: str) -> list[cst.Arg] | None:
    """Returns what the core's method is to be given; None if it cannot be."""
    keywords = _METHODS[method][1]
    args = []
    for index, arg in enumerate(node.args):
        name = arg.keyword.value if arg.keyword is not None else ""
        if method == "predict" and name == "as_iterable" and _is(arg.value, "True"):
            continue
        if not name and not arg.star and index < _POSITIONAL.get(method, 0):
            name = [*keywords][index]
        if name not in keywords:
            return None
        if arg.keyword is not None:
            arg = arg.with_changes(keyword=cst.Name(keywords[name]))
        args.append(arg)
    if args:
        args[-1] = args[-1].with_changes(comma=node.args[-1].comma)
    return args


def _is(node: cst.BaseExpression, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


class _Uses(Rewriter):
    """Counts how often each name stands anywhere, and how often where it may."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.made: collections.Counter[str] = collections.Counter()
        self.all: collections.Counter[str] = collections.Counter()
        self.fine: collections.Counter[str] = collections.Counter()

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        node.value.visit(self)
        return False

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_Name(self, node: cst.Name) -> None:
        self.all[node.value] += 1

    def visit_Assign(self, node: cst.Assign) -> None:
        target = node.targets[0].target
        if (
            len(node.targets) == 1
            and isinstance(target, cst.Name)
            and isinstance(node.value, cst.Call)
        ):
            row = self.named(node.value.func, "learn.Estimator")
            given = None if row is None else arguments_of(node.value, row)
            if row is not None and given and as_keywords(node.value, row, given):
                self.made[target.value] += 1
                self.fine[target.value] += 1

    def visit_Call(self, node: cst.Call) -> None:
        found = _method(node)
        if found and found[1] in _METHODS and _arguments(node, found[1]) is not None:
            self.fine[found[0]] += 1


class _Estimators(Rewriter):
    def __init__(self, draft: Draft, names: set[str]) -> None:
        super().__init__(draft)
        self._names = names
        self._made: set[cst.CSTNode] = set()
        self._is_done = False

    def visit_Assign(self, node: cst.Assign) -> None:
        target = node.targets[0].target
        if isinstance(target, cst.Name) and target.value in self._names:
            self._made.add(node.value)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine:
        """Drops the comment that said that it was left to a person."""
        if not self._is_done:
            return updated_node
        self._is_done = False
        return without_comments(updated_node, "S812 learn.Estimator:")

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if original_node in self._made:
            self._is_done = True
            return self._estimator(original_node, updated_node)
        found = _method(original_node)
        if found is None or found[0] not in self._names or found[1] not in _METHODS:
            return updated_node
        func = updated_node.func
        assert isinstance(func, cst.Attribute)
        args = _arguments(updated_node, found[1])
        assert args is not None
        new = func.with_changes(attr=cst.Name(_METHODS[found[1]][0]))
        return updated_node.with_changes(func=new, args=args)

    def _estimator(self, original: cst.Call, updated: cst.Call) -> cst.Call:
        row = self.named(original.func, "learn.Estimator")
        assert row is not None
        given = arguments_of(updated, row)
        args = None if given is None else as_keywords(updated, row, given)
        assert args is not None
        road = self.scope.expression("tf_spec_compat:model_fn_for_estimator")
        args = [
            arg.with_changes(value=cst.Call(road, [cst.Arg(arg.value)]))
            if arg.keyword is not None and arg.keyword.value == "model_fn"
            else arg
            for arg in args
        ]
        return updated.with_changes(func=self.write(row.home, original.func), args=args)
