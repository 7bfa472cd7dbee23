"""Comments above what a person has to bring to tf.estimator.

Heads, canned estimators, experiments, export strategies and monitors have successors whose metrics,
variable names, losses, signatures or arguments are others; `names/successors.txt` says which. They
go on as they are, from this package. Each comment begins with the code that `check` has for it.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.succession import Rewriter, add_comment, rewritten

__all__ = ["SAMPLES", "fix"]

_HEAD = "from tensorflow.contrib import learn\n\n{}head = learn.multi_label_head(3)\n"

SAMPLES = (
    Sample(
        _HEAD.format(""),
        _HEAD.format(
            "# TODO(tf-spec-compat): S811 learn.multi_label_head: tf.estimator.MultiLabelHead "
            "follows it; metrics and signatures have other names\n"
        ),
    ),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewritten(_Notes(draft))


class _Notes(Rewriter):
    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._texts: list[str] = []

    def visit_Call(self, node: cst.Call) -> None:
        found = self.successor(node.func)
        if found is not None and not found[1] and found[0].code:
            row = found[0]
            self._texts.append(f"{row.code} {row.name}: {row.home} follows it; {row.note}")

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement:
        new: cst.BaseStatement = updated_node
        for text in dict.fromkeys(self._texts):
            added = add_comment(updated_node, text)
            self.changed |= added is not updated_node
            new = updated_node = added  # type: ignore[assignment]
        self._texts = []
        return new
