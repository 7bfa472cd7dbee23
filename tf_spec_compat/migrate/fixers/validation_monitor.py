"""`ValidationMonitor` becomes an `InMemoryEvaluatorHook` (unsafe).

That hook, of TensorFlow 1.11, evaluates the graph that trains every so many steps; the monitor
evaluated a checkpoint, if there was a new one. Early stopping is `stop_if_no_decrease_hook`, which
reads what the evaluations wrote. What is rewritten stands in the list that
`replace_monitors_with_hooks` makes hooks of, as `learn_estimator` leaves it where it turns `fit`
into `train`; in a list of hooks alone nothing is left to be made. Monitors with `x` and `y`, or
with `metrics`, stay.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords, keyword
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.flow import Flow
from tf_spec_compat.migrate.hooks import is_hook
from tf_spec_compat.migrate.succession import Rewriter, rewritten
from tf_spec_compat.migrate.syntax import dotted
from tf_spec_compat.names.successors import Successor

__all__ = ["SAMPLES", "fix"]

_BEFORE = (
    "import tensorflow as tf\nfrom tensorflow.contrib.learn import monitors\n\n"
    "model.train(input_fn=feed, hooks=monitors.replace_monitors_with_hooks([{}], model))\n"
)
_ARRAYS = _BEFORE.format("monitors.ValidationMonitor(x, y)")

SAMPLES = (
    Sample(
        _BEFORE.format("monitors.ValidationMonitor(input_fn=feed_test, every_n_steps=9), hook()"),
        "import tensorflow as tf\nfrom tensorflow.contrib.learn import monitors\n\n"
        "model.train(input_fn=feed, hooks=monitors.replace_monitors_with_hooks(["
        "tf.estimator.experimental.InMemoryEvaluatorHook(estimator=model, input_fn=feed_test, "
        "every_n_iter=9), hook()], model))\n",
    ),
    Sample(
        _BEFORE.format(
            "monitors.ValidationMonitor(input_fn=feed_test, eval_steps=1, every_n_steps=9, "
            "early_stopping_rounds=50), tf.train.StopAtStepHook(10)"
        ),
        "import tensorflow as tf\n\n"
        "model.train(input_fn=feed, hooks=["
        "tf.estimator.experimental.InMemoryEvaluatorHook(estimator=model, input_fn=feed_test, "
        "steps=1, every_n_iter=9), tf.estimator.experimental.stop_if_no_decrease_hook("
        "estimator=model, metric_name='loss', max_steps_without_decrease=50, run_every_secs=None, "
        "run_every_steps=9), tf.train.StopAtStepHook(10)])\n",
    ),
    Sample(_ARRAYS, _ARRAYS),
)

_EARLY = ("early_stopping_rounds", "early_stopping_metric", "early_stopping_metric_minimize")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Monitors(draft))


class _Monitors(Rewriter):
    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._flow = Flow(draft.module)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        path = self.path(original_node.func) or ""
        if not path.endswith(".replace_monitors_with_hooks") or len(original_node.args) != 2:
            return updated_node
        old, new = original_node.args[0].value, updated_node.args[0].value
        estimator = original_node.args[1].value
        if not isinstance(old, cst.List) or not isinstance(new, cst.List) or not dotted(estimator):
            return updated_node
        elements: list[cst.BaseElement] = []
        are_all = True
        for before, after in zip(old.elements, new.elements):
            hooks = self._hooks(before.value, after.value, estimator)
            are_all &= bool(hooks) or is_hook(before.value, self, self._flow)
            elements += [cst.Element(hook) for hook in hooks[:-1]]
            elements.append(after.with_changes(value=hooks[-1]) if hooks else after)
        made = new.with_changes(elements=elements)
        if are_all:
            self.write("tf.train", original_node.func)
            return made
        return updated_node.with_changes(
            args=[updated_node.args[0].with_changes(value=made), *updated_node.args[1:]]
        )

    def _hooks(
        self, old: cst.BaseExpression, new: cst.BaseExpression, estimator: cst.BaseExpression
    ) -> list[cst.Call]:
        """Returns what comes in the place of a monitor; nothing if it stays."""
        if not isinstance(old, cst.Call) or not isinstance(new, cst.Call):
            return []
        row = self.named(old.func, "learn.monitors.ValidationMonitor")
        given = None if row is None else arguments_of(new, row)
        if row is None or given is None or "input_fn" not in given:
            return []
        early = {name: given.pop(name) for name in _EARLY if name in given}
        args = as_keywords(new, row, given)
        stops = self._stops(early, given, row, estimator)
        if args is None or stops is None:
            return []
        self.settle(row)
        func = self.write(row.home, old.func)
        return [cst.Call(func, [keyword("estimator", estimator), *_plain(args)]), *stops]

    def _stops(
        self,
        early: dict[str, cst.Arg],
        given: dict[str, cst.Arg],
        row: Successor,
        estimator: cst.BaseExpression,
    ) -> list[cst.Call] | None:
        """Returns the hook that stops early, if there is to be one; None if there is none such."""
        rounds = early.get("early_stopping_rounds")
        if rounds is None or dotted(rounds.value) == "None":
            return []
        minimize = early.get("early_stopping_metric_minimize")
        words = {"True": "decrease", "False": "increase"}
        word = words.get("True" if minimize is None else dotted(minimize.value))
        if word is None or "name" in given:  # the name is that of another folder
            return None
        metric = early.get("early_stopping_metric")
        every = given.get("every_n_steps")
        values = {
            "estimator": estimator,
            "metric_name": cst.SimpleString("'loss'") if metric is None else metric.value,
            f"max_steps_without_{word}": rounds.value,
            "run_every_secs": cst.Name("None"),
            "run_every_steps": cst.Integer("100") if every is None else every.value,
        }
        home = row.home.replace("InMemoryEvaluatorHook", f"stop_if_no_{word}_hook")
        args = [keyword(name, value) for name, value in values.items()]
        return [cst.Call(self.write(home), args)]


def _plain(args: list[cst.Arg]) -> list[cst.Arg]:
    """Returns arguments without their own commas and ends of line."""
    nothing = cst.SimpleWhitespace("")
    end = cst.MaybeSentinel.DEFAULT
    return [arg.with_changes(comma=end, whitespace_after_arg=nothing) for arg in args]
