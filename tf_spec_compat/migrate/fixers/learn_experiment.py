"""`Experiment` and `learn_runner` become `tf.estimator.train_and_evaluate` (unsafe).

`TrainSpec`, `EvalSpec` and `train_and_evaluate` took their place in TensorFlow 1.4, exporters that
of export strategies. An experiment of a core Estimator becomes the three arguments of
`train_and_evaluate`; it is followed through variables and the functions of the module that return
it, and rewritten if in the end `train_and_evaluate()` or `learn_runner.run` runs it. Unsafe, since
the events of evaluations go to another folder, and what says how often to evaluate is another
argument: `throttle_secs`, 60 as contrib had it. An argument that an `EvalSpec` has nothing for is
named in a comment. `eval_metrics`, which the model_fn of a core Estimator has, and other schedules
are left.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import (
    arguments_of,
    as_keywords,
    keyword,
    without_comments,
)
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.exporters import exporter, strategies
from tf_spec_compat.migrate.flow import End, Flow
from tf_spec_compat.migrate.hooks import are_hooks, hooks_of
from tf_spec_compat.migrate.succession import Rewriter, add_comment, rewritten
from tf_spec_compat.migrate.syntax import dotted

__all__ = ["SAMPLES", "fix"]

_MODEL = "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
_FUNCTION = _MODEL + (
    "def experiment_fn(config, hparams):\n"
    "  model = tf.estimator.Estimator(model_fn, config=config)\n"
    "  return learn.Experiment(\n      model, feed, feed_test,  # both\n"
    "      train_steps=9, train_monitors=[monitor], min_eval_frequency=5,\n"
    "      export_strategies=learn.make_export_strategy(serve, exports_to_keep=1))\n\n"
    "metrics, _ = learn.learn_runner.run(experiment_fn, run_config=config{})\n"
)
_OTHER = _FUNCTION.format(", schedule='train'")
_LEGACY = _MODEL + "learn.Experiment(learn.DNNClassifier([9], columns), feed, feed)\n"

SAMPLES = (
    Sample(
        _MODEL + "model = tf.estimator.Estimator(model_fn)\n"
        "# TODO(tf-spec-compat): S813 learn.Experiment: by hand\n"
        "experiment = learn.Experiment(model, feed, eval_input_fn=feed, eval_steps=None)\n"
        "experiment.train_and_evaluate()\n",
        "import tensorflow as tf\n\n"
        "model = tf.estimator.Estimator(model_fn)\n"
        "experiment = (model, tf.estimator.TrainSpec(input_fn=feed), "
        "tf.estimator.EvalSpec(input_fn=feed, steps=None, throttle_secs=60))\n"
        "tf.estimator.train_and_evaluate(*experiment)\n",
    ),
    Sample(
        _FUNCTION.format(""),
        "import tensorflow as tf\nfrom tf_spec_compat.contrib.learn import monitors\n\n"
        "def experiment_fn(config, hparams):\n"
        "  model = tf.estimator.Estimator(model_fn, config=config)\n"
        "  # TODO(tf-spec-compat): S813 min_eval_frequency=5 of learn.Experiment: an EvalSpec "
        "evaluates each checkpoint, throttle_secs apart\n"
        "  return (\n      model,\n      tf.estimator.TrainSpec(input_fn=feed, max_steps=9, "
        "hooks=monitors.replace_monitors_with_hooks([monitor], model)),\n"
        "      tf.estimator.EvalSpec(input_fn=feed_test,  # both\n"
        "      exporters=tf.estimator.LatestExporter(name='Servo', "
        "serving_input_receiver_fn=serve, exports_to_keep=1), throttle_secs=60))\n\n"
        "metrics, _ = tf.estimator.train_and_evaluate(*experiment_fn(config, None))\n",
    ),
    Sample(
        "from tf_spec_compat import estimator as tf_estimator\n"
        "from tf_spec_compat.contrib import learn\n\n"
        "model = tf_estimator.Estimator(model_fn)\n"
        "learn.Experiment(model, feed, feed).train_and_evaluate()\n",
        "from tf_spec_compat import estimator as tf_estimator\n"
        "import tensorflow.compat.v1 as tf\n\n"
        "model = tf_estimator.Estimator(model_fn)\n"
        "tf.estimator.train_and_evaluate(model, tf.estimator.TrainSpec(input_fn=feed), "
        "tf.estimator.EvalSpec(input_fn=feed, throttle_secs=60))\n",
    ),
    Sample(_OTHER, _OTHER),
    Sample(_LEGACY, _LEGACY),
)

# Arguments of the two specs; the others say when to evaluate.
_TRAINING = ("train_input_fn", "train_steps", "train_monitors", "saving_listeners")
_EVALUATION = (
    "eval_input_fn",
    "eval_steps",
    "eval_hooks",
    "export_strategies",
    "eval_delay_secs",
    "continuous_eval_throttle_secs",
)
_LOST = "an EvalSpec evaluates each checkpoint, throttle_secs apart"

_ESTIMATORS = ("Estimator", "Classifier", "Regressor")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    made = _Made(draft)
    draft.module.visit(made)
    if not made.experiments:
        return draft.module
    return rewritten(_Experiments(draft, made))


class _Made(Rewriter):
    """Collects the calls that make experiments and core Estimators."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.experiments: dict[cst.CSTNode, dict[str, cst.Arg]] = {}
        self.estimators: list[cst.CSTNode] = []

    def visit_Call(self, node: cst.Call) -> None:
        row = self.named(node.func, "learn.Experiment")
        given = None if row is None else arguments_of(node, row)
        if given is not None and {"estimator", "train_input_fn", "eval_input_fn"} <= {*given}:
            self.experiments[node] = given
        path = self.path(node.func) or ""
        if path.startswith("tensorflow.estimator.") and path.endswith(_ESTIMATORS):
            self.estimators.append(node)


class _Experiments(Rewriter):
    def __init__(self, draft: Draft, made: _Made) -> None:
        super().__init__(draft)
        self._flow = flow = Flow(draft.module)
        self._given = made.experiments
        core = {end.node for one in made.estimators for end in flow.ends(one, made.estimators)}
        ready = [one for one, given in self._given.items() if self._is_ready(given, core)]
        self._found = flow.agreeing(ready, self._is_fine)
        self._runs: set[cst.CSTNode | None] = set()
        self._strategies: set[cst.CSTNode] = set()
        self._lost: list[str] = []
        for one in self._found:
            self._runs |= {flow.parent(end.node, 2) for end in flow.ends(one, self._found)}
            exports = self._given[one].get("export_strategies")
            if exports is not None:
                self._strategies |= {*(strategies(exports.value, self, flow) or ())}

    def _is_ready(self, given: dict[str, cst.Arg], core: set[cst.CSTNode]) -> bool:
        """Says whether the arguments of an experiment are ones that the two specs have."""
        estimator = given["estimator"].value
        if estimator not in core:
            return False
        metrics, hooks = given.get("eval_metrics"), given.get("train_monitors")
        if metrics is not None and dotted(metrics.value) != "None":
            return False
        has_name = isinstance(estimator, cst.Name)
        if hooks is not None and not (has_name or are_hooks(hooks.value, self, self._flow)):
            return False
        exports = given.get("export_strategies")
        return exports is None or strategies(exports.value, self, self._flow) is not None

    def _is_fine(self, end: End) -> bool:
        """Says whether `train_and_evaluate` can do what is done with an experiment."""
        parent, call = self._flow.parent(end.node), self._flow.parent(end.node, 2)
        if not isinstance(call, cst.Call):
            return False
        if isinstance(parent, cst.Attribute):
            is_run = parent.attr.value == "train_and_evaluate" and call.func is parent
            return end.calls == 0 and is_run and not call.args
        given = self._given_to_runner(call)
        return end.calls == 1 and given is not None and given["experiment_fn"] is parent

    def _given_to_runner(self, call: cst.Call) -> dict[str, cst.Arg] | None:
        """Returns what `learn_runner.run` is given, where that is its default schedule."""
        row = self.named(call.func, "learn.learn_runner.run")
        given = None if row is None else arguments_of(call, row)
        if given is None or "experiment_fn" not in given:
            return None
        schedule = given.get("schedule")
        if schedule is not None:
            value = schedule.value
            text = value.raw_value if isinstance(value, cst.SimpleString) else dotted(value)
            if text not in ("train_and_evaluate", "None"):
                return None
        return given if ("output_dir" in given) != ("run_config" in given) else None

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if original_node in self._strategies:
            return exporter(original_node, updated_node, self)
        if original_node in self._found:
            return self._specs(original_node, updated_node)
        if original_node not in self._runs:
            return updated_node
        func = updated_node.func
        if isinstance(original_node.func, cst.Attribute) and not original_node.args:
            assert isinstance(func, cst.Attribute)
            made = func.value
        else:
            made = self._called(original_node, updated_node)
        if isinstance(made, cst.Tuple):
            args = [cst.Arg(element.value) for element in made.elements]
        else:
            args = [cst.Arg(made, star="*")]
        new = self.write("tf.estimator.train_and_evaluate", original_node.func)
        return updated_node.with_changes(func=new, args=args, whitespace_before_args=_NOTHING)

    def _called(self, original: cst.Call, updated: cst.Call) -> cst.Call:
        """Returns the call of an experiment_fn, with what `learn_runner.run` called it with."""
        row = self.named(original.func, "learn.learn_runner.run")
        assert row is not None
        given = arguments_of(updated, row)
        assert given is not None
        self.settle(row)
        function = given["experiment_fn"].value
        if isinstance(function, cst.Lambda) and not function.lpar:
            function = function.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        if "output_dir" in given:
            return cst.Call(function, [keyword("output_dir", given["output_dir"].value)])
        hparams = given["hparams"].value if "hparams" in given else cst.Name("None")
        return cst.Call(function, [cst.Arg(given["run_config"].value), cst.Arg(hparams)])

    def _specs(self, original: cst.Call, updated: cst.Call) -> cst.Tuple:
        """Returns the three arguments of `train_and_evaluate` in the place of an experiment."""
        row = self.named(original.func, "learn.Experiment")
        given = None if row is None else arguments_of(updated, row)
        assert row is not None
        assert given is not None
        self.settle(row)
        before = self._given[original]
        if "train_monitors" in given:
            hooks = hooks_of(
                before["train_monitors"].value,
                given["train_monitors"].value,
                before["estimator"].value,
                self,
                self._flow,
            )
            given["train_monitors"] = given["train_monitors"].with_changes(value=hooks)
        lost = {*given} - {"estimator", "eval_metrics", *_TRAINING, *_EVALUATION}
        code = self.draft.module.code_for_node
        self._lost += [
            f"S813 {name}={code(arg.value)} of learn.Experiment: {_LOST}"
            for name, arg in given.items()
            if name in lost
        ]
        specs = []
        for name, names in (("TrainSpec", _TRAINING), ("EvalSpec", _EVALUATION)):
            chosen = {each: arg for each, arg in given.items() if each in names}
            args = as_keywords(updated, row, chosen)
            assert args is not None
            if name == "TrainSpec":
                args = [arg for arg in args if arg.keyword and arg.keyword.value != "throttle_secs"]
            specs.append(cst.Call(self.write(f"tf.estimator.{name}"), _closed(args)))
        self.write("tf.estimator.TrainSpec", original.func)
        values = [given["estimator"].value, *specs]
        commas = [arg.comma for arg in updated.args if isinstance(arg.comma, cst.Comma)]
        breaks = [
            one for one in commas if not isinstance(one.whitespace_after, cst.SimpleWhitespace)
        ]
        comma = without_comments(breaks[0]) if breaks else _COMMA
        first, second, last = values
        return cst.Tuple(
            [cst.Element(first, comma), cst.Element(second, comma), cst.Element(last)],
            lpar=[cst.LeftParen(whitespace_after=updated.whitespace_before_args)],
        )

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement:
        new = super().leave_SimpleStatementLine(original_node, updated_node)
        for text in self._lost:
            assert isinstance(new, cst.SimpleStatementLine)
            new = add_comment(new, text)
        self._lost = []
        return new


_NOTHING = cst.SimpleWhitespace("")
_COMMA = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _closed(args: list[cst.Arg]) -> list[cst.Arg]:
    """Puts arguments on a line, but for those that a comment comes behind."""
    *first, last = args
    if not _has_comment(last.comma):
        end = cst.MaybeSentinel.DEFAULT
        last = last.with_changes(comma=end, whitespace_after_arg=_NOTHING)
    kept = (arg if _has_comment(arg.comma) else arg.with_changes(comma=_COMMA) for arg in first)
    return [*kept, last]


def _has_comment(comma: cst.Comma | cst.MaybeSentinel) -> bool:
    return isinstance(comma, cst.Comma) and "#" in cst.Module([]).code_for_node(comma)
