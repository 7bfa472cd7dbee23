"""`learn.Estimator` becomes `tf.estimator.Estimator`, and `fit` on it `train` (unsafe).

`tf.estimator` took the place of contrib's Estimator in TensorFlow 1.1. `model_fn_for_estimator`
lets it call what contrib's called. Unsafe, since contrib's has methods that the core's lacks, and
an export of the core's has other signatures. An estimator is followed through variables and the
functions of the module that return it; it is rewritten if each use is a call that both have, or an
`Experiment` that takes both. Monitors that are not hooks yet are made hooks when the program runs.
Serving input functions have to return a `ServingInputReceiver`.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.exporters import strategies
from tf_spec_compat.migrate.flow import End, Flow
from tf_spec_compat.migrate.hooks import are_hooks, hooks_of
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

_BEFORE = (
    "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
    "model = learn.Estimator(model_fn, config=config)\n"
    "model.fit(input_fn=feed, steps=3, monitors=hooks)\n"
    "for said in model.predict(input_fn=feed, as_iterable=True):\n  print(said)\n"
)
_HANDED_ON = _BEFORE + "run(model)\n"
_ARRAYS = _BEFORE + "model.evaluate(x, y)\n"
_BUILT = (
    "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
    "def build(config):\n  model = learn.Estimator(model_fn, config=config)\n  return model\n\n"
    "def experiment_fn(config, hparams):\n"
    "  return learn.Experiment(build(config), feed, feed{})\n\n"
    "learn.learn_runner.run(experiment_fn, run_config=config)\n"
    "learn.Estimator(other).evaluate(input_fn=feed, hooks=[tf.train.StopAtStepHook(1)])\n"
)
_METRICS = _BUILT.partition("learn.learn_runner")[0].format(", {'mean': mean}")

SAMPLES = (
    Sample(
        _BEFORE,
        "import tensorflow as tf\nfrom tf_spec_compat.contrib.learn import monitors\n"
        "import tf_spec_compat\n\n"
        "model = tf.estimator.Estimator("
        "model_fn=tf_spec_compat.model_fn_for_estimator(model_fn), config=config)\n"
        "model.train(input_fn=feed, steps=3, "
        "hooks=monitors.replace_monitors_with_hooks(hooks, model))\n"
        "for said in model.predict(input_fn=feed):\n  print(said)\n",
    ),
    Sample(
        "from tf_spec_compat.contrib import learn\n\n"
        "# TODO(tf-spec-compat): S812 learn.Estimator: by hand\n"
        "model = learn.Estimator(model_fn)\nprint(model.evaluate(input_fn=feed))\n",
        "import tf_spec_compat\nimport tensorflow.compat.v1 as tf\n\n"
        "model = tf.estimator.Estimator("
        "model_fn=tf_spec_compat.model_fn_for_estimator(model_fn))\n"
        "print(model.evaluate(input_fn=feed))\n",
    ),
    Sample(_HANDED_ON, _HANDED_ON),
    Sample(
        _BUILT.format(""),
        "import tensorflow as tf\nimport tf_spec_compat\n"
        "from tensorflow.contrib import learn\n\n"
        "def build(config):\n"
        "  model = tf.estimator.Estimator("
        "model_fn=tf_spec_compat.model_fn_for_estimator(model_fn), config=config)\n"
        "  return model\n\n"
        "def experiment_fn(config, hparams):\n"
        "  return learn.Experiment(build(config), feed, feed)\n\n"
        "learn.learn_runner.run(experiment_fn, run_config=config)\n"
        "tf.estimator.Estimator(model_fn=tf_spec_compat.model_fn_for_estimator(other))"
        ".evaluate(input_fn=feed, hooks=[tf.train.StopAtStepHook(1)])\n",
    ),
    Sample(_METRICS, _METRICS),
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

_ATTRIBUTES = ("config", "model_dir", "params")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    made = _Made(draft)
    draft.module.visit(made)
    if not made.calls:
        return draft.module
    return rewritten(_Estimators(draft, Flow(draft.module), made.calls))


class _Made(Rewriter):
    """Collects the calls of `learn.Estimator` whose arguments the core's has too."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.calls: list[cst.CSTNode] = []

    def visit_Call(self, node: cst.Call) -> None:
        row = self.named(node.func, "learn.Estimator")
        given = None if row is None else arguments_of(node, row)
        if row is not None and given and as_keywords(node, row, given):
            self.calls.append(node)


class _Estimators(Rewriter):
    def __init__(self, draft: Draft, flow: Flow, calls: list[cst.CSTNode]) -> None:
        super().__init__(draft)
        self._flow = flow
        self._methods: set[cst.CSTNode] = set()
        self._made = flow.agreeing(calls, self._is_fine)
        for node in self._made:
            for end in flow.ends(node, self._made):
                call = flow.parent(end.node, 2)
                if isinstance(call, cst.Call) and call.func is flow.parent(end.node):
                    self._methods.add(call)

    def _is_fine(self, end: End) -> bool:
        """Says whether what is done with an Estimator can be done with a core one."""
        parent = self._flow.parent(end.node)
        call = self._flow.parent(end.node, 2)
        if end.calls:
            return False
        if isinstance(parent, cst.Attribute):
            name = parent.attr.value
            if not isinstance(call, cst.Call) or call.func is not parent:
                return name in _ATTRIBUTES
            if name not in _METHODS or self._keywords(call, name) is None:
                return False
            return name != "fit" or isinstance(self._flow.parent(call), cst.Expr)
        if not isinstance(parent, cst.Arg) or not isinstance(call, cst.Call):
            return False
        row = self.named(call.func, "learn.Experiment")
        given = None if row is None else arguments_of(call, row)
        if given is None or given.get("estimator") is not parent:
            return False
        if "eval_metrics" in given and not _is(given["eval_metrics"].value, "None"):
            return False  # contrib refuses them together with a core Estimator
        exports = given.get("export_strategies")
        return exports is None or strategies(exports.value, self, self._flow) is not None

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if original_node in self._made:
            return self._estimator(original_node, updated_node)
        if original_node not in self._methods:
            return updated_node
        name = _method(original_node)
        func = updated_node.func
        assert isinstance(func, cst.Attribute)
        assert name is not None
        names = self._keywords(original_node, name)
        assert names is not None
        self.changed = True
        return updated_node.with_changes(
            func=func.with_changes(attr=cst.Name(_METHODS[name][0])),
            args=self._arguments(original_node, updated_node, names),
        )

    def _keywords(self, call: cst.Call, method: str) -> list[str] | None:
        """Returns how the core's method calls its arguments, `""` those that go; None for no way.

        Monitors that are no hooks yet need a name for the estimator.
        """
        keywords = _METHODS[method][1]
        found = []
        for index, arg in enumerate(call.args):
            name = arg.keyword.value if arg.keyword is not None else ""
            if not name and not arg.star and index < _POSITIONAL.get(method, 0):
                name = [*keywords][index]
            if method == "predict" and name == "as_iterable" and _is(arg.value, "True"):
                found.append("")
                continue
            if name not in keywords:
                return None
            has_name = isinstance(_receiver(call), cst.Name)
            if name == "monitors" and not (has_name or are_hooks(arg.value, self, self._flow)):
                return None
            found.append(keywords[name])
        return found

    def _arguments(self, old: cst.Call, new: cst.Call, names: list[str]) -> list[cst.Arg]:
        args = []
        for name, before, arg in zip(names, old.args, new.args):
            if not name:
                continue
            if before.keyword is not None:
                arg = arg.with_changes(keyword=cst.Name(name))
            if before.keyword is not None and before.keyword.value == "monitors":
                hooks = hooks_of(before.value, arg.value, _receiver(old), self, self._flow)
                arg = arg.with_changes(value=hooks)
            args.append(arg)
        if args:
            args[-1] = args[-1].with_changes(comma=new.args[-1].comma)
        return args

    def _estimator(self, original: cst.Call, updated: cst.Call) -> cst.Call:
        row = self.named(original.func, "learn.Estimator")
        assert row is not None
        given = arguments_of(updated, row)
        args = None if given is None else as_keywords(updated, row, given)
        assert args is not None
        self.settle(row)
        road = self.scope.expression("tf_spec_compat:model_fn_for_estimator")
        args = [
            arg.with_changes(value=cst.Call(road, [cst.Arg(arg.value)]))
            if arg.keyword is not None and arg.keyword.value == "model_fn"
            else arg
            for arg in args
        ]
        return updated.with_changes(func=self.write(row.home, original.func), args=args)


def _method(node: cst.CSTNode | None) -> str | None:
    """Returns the method of `estimator.method(...)`, if it is one."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        return node.func.attr.value if node.func.attr.value in _METHODS else None
    return None


def _receiver(call: cst.Call) -> cst.BaseExpression:
    return call.func.value if isinstance(call.func, cst.Attribute) else call.func


def _is(node: cst.BaseExpression, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name
