"""`learn.RunConfig` becomes `tf.estimator.RunConfig` where only core Estimators are given it.

`tf.estimator` got a configuration of its own in TensorFlow 1.4. learn_runner and the Estimators of
contrib take contrib's alone, so a configuration is followed through variables and the functions of
the module that return it, and stays where anything else has it, or where it is given what only
contrib's takes.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.flow import End, Flow
from tf_spec_compat.migrate.succession import Rewriter, rewritten

__all__ = ["SAMPLES", "fix"]

_BEFORE = (
    "import tensorflow as tf\nfrom tensorflow.contrib import learn\n\n"
    "config = learn.RunConfig(tf_random_seed=1, model_dir=folder)\n"
    "tf.estimator.Estimator(model_fn, config=config)\n"
)
_SHARED = _BEFORE + "learn.Estimator(model_fn, config=config)\n"
_CLUSTER = _BEFORE.replace("tf_random_seed=1", "master=address")

SAMPLES = (
    Sample(
        _BEFORE + "print(config.model_dir)\n",
        "import tensorflow as tf\n\n"
        "config = tf.estimator.RunConfig(tf_random_seed=1, model_dir=folder)\n"
        "tf.estimator.Estimator(model_fn, config=config)\nprint(config.model_dir)\n",
    ),
    Sample(
        "import tensorflow as tf\n\n"
        "def configure():\n  return tf.contrib.learn.RunConfig(save_checkpoints_steps=5)\n\n"
        "tf.estimator.Estimator(model_fn, config=configure())\n",
        "import tensorflow as tf\n\n"
        "def configure():\n  return tf.estimator.RunConfig(save_checkpoints_steps=5)\n\n"
        "tf.estimator.Estimator(model_fn, config=configure())\n",
    ),
    Sample(_SHARED, _SHARED),
    Sample(_CLUSTER, _CLUSTER),
)

# What a program may read of either.
_ATTRIBUTES = (
    "is_chief",
    "keep_checkpoint_max",
    "model_dir",
    "save_checkpoints_secs",
    "save_checkpoints_steps",
    "save_summary_steps",
    "session_config",
    "tf_random_seed",
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    made = _Made(draft)
    draft.module.visit(made)
    return rewritten(_Configs(draft, made.calls)) if made.calls else draft.module


class _Made(Rewriter):
    """Collects the calls of `learn.RunConfig` whose arguments the core's has too."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.calls: list[cst.CSTNode] = []

    def visit_Call(self, node: cst.Call) -> None:
        row = self.named(node.func, "learn.RunConfig")
        given = None if row is None else arguments_of(node, row)
        if row is not None and given is not None and as_keywords(node, row, given) is not None:
            self.calls.append(node)


class _Configs(Rewriter):
    def __init__(self, draft: Draft, calls: list[cst.CSTNode]) -> None:
        super().__init__(draft)
        self._flow = Flow(draft.module)
        self._found = self._flow.agreeing(calls, self._is_fine)

    def _is_fine(self, end: End) -> bool:
        """Says whether what has a configuration in the end takes the core's."""
        parent, call = self._flow.parent(end.node), self._flow.parent(end.node, 2)
        if end.calls:
            return False
        if isinstance(parent, cst.Attribute):
            is_called = isinstance(call, cst.Call) and call.func is parent
            return parent.attr.value in _ATTRIBUTES and not is_called
        if not isinstance(parent, cst.Arg) or not isinstance(call, cst.Call):
            return False
        is_config = parent.keyword is not None and parent.keyword.value == "config"
        return is_config and (self.path(call.func) or "").startswith("tensorflow.estimator.")

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if original_node not in self._found:
            return updated_node
        row = self.named(original_node.func, "learn.RunConfig")
        given = None if row is None else arguments_of(updated_node, row)
        args = None if row is None or given is None else as_keywords(updated_node, row, given)
        assert row is not None
        assert args is not None
        return updated_node.with_changes(func=self.write(row.home, original_node.func), args=args)
