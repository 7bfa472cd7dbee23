"""Monitors become the hooks that do the same (unsafe).

TensorFlow 0.12 deprecated monitors for `tf.train.SessionRunHook`. contrib takes hooks wherever it
takes monitors, so each can go by itself; `names/successors.txt` has the arguments. Unsafe, since a
hook logs and saves in other words and, by a step, at other times. `ValidationMonitor` needs the
estimator, and has a fixer of its own. What a hook cannot do is left with a comment: a monitor that
writes to the folder of an estimator that it is not given, `LoggingTrainable`, `first_n=`.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

_FOLDER = "import tensorflow as tf\n\ntf.contrib.learn.monitors.SummarySaver(op, 10)\n"

SAMPLES = (
    Sample(
        "import tensorflow as tf\nfrom tensorflow.contrib.learn.python.learn import monitors\n\n"
        "model.fit(x, y, monitors=[\n    monitors.PrintTensor(['loss'], every_n=50),\n"
        "    monitors.PrintTensor(['rate']),\n    monitors.StopAtStep(last_step=9)])\n",
        "import tensorflow as tf\n\n"
        "model.fit(x, y, monitors=[\n"
        "    tf.train.LoggingTensorHook(tensors=['loss'], every_n_iter=50),\n"
        "    tf.train.LoggingTensorHook(tensors=['rate'], every_n_iter=100),\n"
        "    tf.train.StopAtStepHook(last_step=9)])\n",
    ),
    Sample(
        "from tf_spec_compat.contrib import learn\n\n"
        "# TODO(tf-spec-compat): S815 learn.monitors.CheckpointSaver: by hand\n"
        "saver = learn.monitors.CheckpointSaver(model_dir, save_steps=5)\n",
        "import tensorflow.compat.v1 as tf\n\n"
        "saver = tf.train.CheckpointSaverHook(model_dir, save_steps=5)\n",
    ),
    Sample(
        "import tensorflow as tf\n\n"
        "tf.contrib.learn.monitors.SummarySaver(op, 10, output_dir=logs)\n",
        "import tensorflow as tf\n\n"
        "tf.train.SummarySaverHook(summary_op=op, save_steps=10, output_dir=logs)\n",
    ),
    Sample(_FOLDER, _FOLDER),
)

# By default a monitor writes to the folder of the estimator that it watches, a hook nowhere.
_WRITERS = ("learn.monitors.SummarySaver", "learn.monitors.StepCounter")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Monitors(draft))


class _Monitors(Rewriter):
    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        found = self.successor(original_node.func)
        if found is None or found[1]:
            return updated_node
        row = found[0]
        if row.code != "S815" or not row.arguments or row.name.endswith("ValidationMonitor"):
            return updated_node
        given = arguments_of(updated_node, row)
        if given is None or (
            row.name in _WRITERS and not {"output_dir", "summary_writer"} & {*given}
        ):
            return updated_node
        args = as_keywords(updated_node, row, given)
        if args is None:
            return updated_node
        self.settle(row)
        return updated_node.with_changes(func=self.write(row.home, original_node.func), args=args)
