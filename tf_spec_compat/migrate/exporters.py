"""Export strategies, and the exporters of `tf.estimator` that take their place."""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.arguments import arguments_of, as_keywords, keyword
from tf_spec_compat.migrate.flow import Flow
from tf_spec_compat.migrate.succession import Rewriter
from tf_spec_compat.names.successors import Successor

__all__ = ["exporter", "strategies"]

# Factory -> the name that it gives, which is the folder of the exports.
_NAMES = {
    "learn.make_export_strategy": "'Servo'",
    "learn.utils.saved_model_export_utils.make_best_model_export_strategy": "'best_model'",
}


def strategies(node: cst.BaseExpression, rewriter: Rewriter, flow: Flow) -> list[cst.Call] | None:
    """Returns the calls that make the strategies of an `export_strategies=`.

    Args:
      node: What is given: None, one strategy, a list of them, or a variable with either.
      rewriter: Knows the names of the draft.
      flow: Of the draft.

    Returns:
      The calls; None if they cannot all become exporters.
    """
    if isinstance(node, cst.Name):
        if node.value == "None":
            return []
        values = flow.values(node)
        if values is None or len(values) != 1 or isinstance(values[0], cst.Name):
            return None
        found = strategies(values[0], rewriter, flow)
        for end in (end for call in found or () for end in flow.ends(call)):
            parent = flow.parent(end.node)
            if not isinstance(parent, cst.Arg) or parent.value is not node:
                return None
        return found
    if isinstance(node, (cst.List, cst.Tuple)):
        each = [strategies(element.value, rewriter, flow) for element in node.elements]
        return None if None in each else [call for calls in each for call in calls or ()]
    if not isinstance(node, cst.Call):
        return None
    row = _row(node, rewriter)
    given = None if row is None else arguments_of(node, row)
    if row is None or given is None or as_keywords(node, row, given) is None:
        return None
    return [node]


def exporter(original: cst.Call, updated: cst.Call, rewriter: Rewriter) -> cst.Call:
    """Returns the exporter in the place of a call that `strategies` found."""
    row = _row(original, rewriter)
    given = None if row is None else arguments_of(updated, row)
    args = None if row is None or given is None else as_keywords(updated, row, given)
    assert row is not None
    assert args is not None
    rewriter.settle(row)
    name = keyword("name", cst.SimpleString(_NAMES[row.name]))
    if args:
        name = name.with_changes(comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")))
    func = rewriter.write(row.home, original.func)
    return updated.with_changes(func=func, args=[name, *args])


def _row(call: cst.Call, rewriter: Rewriter) -> Successor | None:
    found = rewriter.successor(call.func)
    if found is None or found[1] or found[0].name not in _NAMES:
        return None
    return found[0]
