"""Calls of contrib become those of core functions that take their arguments otherwise.

The streaming metrics became `tf.metrics` in TensorFlow 1.0, contrib's losses `tf.losses`: both with
labels first, which is why they get keywords. `tf.estimator.inputs.numpy_input_fn` and
`pandas_input_fn` dropped the default of `shuffle`, which was True. `InputFnOps` became
`ServingInputReceiver`, which the Estimators of this package export with too.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

_STARS = "import tensorflow as tf\n\ntf.contrib.metrics.streaming_auc(*both)\n"

SAMPLES = (
    Sample(
        "import tensorflow as tf\n\n"
        "metric = tf.contrib.metrics.streaming_accuracy(said, labels, weights=None)\n",
        "import tensorflow as tf\n\n"
        "metric = tf.metrics.accuracy(predictions=said, labels=labels, weights=None)\n",
    ),
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib.learn.python.learn.learn_io import "
        "numpy_io\n\nnumpy_io.numpy_input_fn(\n    {'x': x},\n    y,\n    num_epochs=1)\n",
        "import tensorflow as tf\n\n"
        "tf.estimator.inputs.numpy_input_fn(\n    {'x': x},\n    y,\n    num_epochs=1,\n"
        "    shuffle=True)\n",
    ),
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib import learn, metrics\n\n"
        "learn.MetricSpec(metrics.streaming_mean_squared_error, 'price')\n",
        "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
        "learn.MetricSpec(tf.metrics.mean_squared_error, 'price')\n",
    ),
    Sample(_STARS, _STARS),
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
        "learn.InputFnOps(features, None, {'x': x})\n",
        "import tensorflow as tf\n\n"
        "tf.estimator.export.ServingInputReceiver(features=features, receiver_tensors={'x': x})\n",
    ),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Calls(draft))


class _Calls(Rewriter):
    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        found = self.successor(original_node.func)
        if found is None or found[1]:
            return updated_node
        row = found[0]
        if row.name == "learn.MetricSpec":
            return self._metric_spec(original_node, updated_node)
        if row.has_fixer or row.code or not row.arguments:
            return updated_node
        given = arguments_of(updated_node, row)
        args = None if given is None else as_keywords(updated_node, row, given)
        if args is None:
            return updated_node
        return updated_node.with_changes(func=self.write(row.home, original_node.func), args=args)

    def _metric_spec(self, original: cst.Call, updated: cst.Call) -> cst.Call:
        """Rewrites the metric of a MetricSpec, which calls it by keywords."""
        args = []
        for index, (old, new) in enumerate(zip(original.args, updated.args)):
            is_metric = _is_keyword(old, "metric_fn") or (old.keyword is None and index == 0)
            found = self.successor(old.value) if is_metric and not old.star else None
            if found is not None and not found[1] and found[0].name.startswith("metrics."):
                new = new.with_changes(value=self.write(found[0].home, old.value))
            args.append(new)
        return updated.with_changes(args=args)


def _is_keyword(arg: cst.Arg, name: str) -> bool:
    return arg.keyword is not None and arg.keyword.value == name
