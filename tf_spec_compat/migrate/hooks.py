"""Lists of hooks in the place of lists of monitors."""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.flow import Flow
from tf_spec_compat.migrate.succession import Rewriter

__all__ = ["are_hooks", "hooks_of", "is_hook"]

_REPLACE = "tf_spec_compat.contrib.learn.monitors:replace_monitors_with_hooks"


def is_hook(node: cst.BaseExpression, rewriter: Rewriter, flow: Flow) -> bool:
    """Says whether an expression makes a hook of TensorFlow's, or is a variable that holds one."""
    if isinstance(node, cst.Name):
        values = flow.values(node)
        calls = [value for value in values or () if isinstance(value, cst.Call)]
        return calls == values and all(is_hook(call, rewriter, flow) for call in calls)
    path = rewriter.path(node.func) if isinstance(node, cst.Call) else None
    return path is not None and path.startswith("tensorflow.") and path.endswith(("Hook", "_hook"))


def are_hooks(node: cst.BaseExpression, rewriter: Rewriter, flow: Flow) -> bool:
    """Says whether an expression is None, or a list that is written there of hooks alone."""
    if isinstance(node, (cst.List, cst.Tuple)):
        return all(
            isinstance(element, cst.Element) and is_hook(element.value, rewriter, flow)
            for element in node.elements
        )
    return isinstance(node, cst.Name) and node.value == "None"


def hooks_of(
    old: cst.BaseExpression,
    new: cst.BaseExpression,
    estimator: cst.BaseExpression,
    rewriter: Rewriter,
    flow: Flow,
) -> cst.BaseExpression:
    """Returns what a core Estimator is to be given for monitors.

    Args:
      old: What contrib's was given, as it stands in the draft.
      new: The same, rewritten so far.
      estimator: An expression for the estimator.
      rewriter: Writes it.
      flow: Of the draft.
    """
    if are_hooks(old, rewriter, flow):
        return new
    return cst.Call(rewriter.scope.expression(_REPLACE), [cst.Arg(new), cst.Arg(estimator)])
