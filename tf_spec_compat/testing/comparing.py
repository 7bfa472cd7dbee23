"""Two records of a model's life, compared in the order of that life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from tf_spec_compat.testing.recorder import renamed
from tf_spec_compat.testing.report import Comparison
from tf_spec_compat.testing.saved_model import read_saved_model
from tf_spec_compat.testing.serving import compare_answers
from tf_spec_compat.testing.signatures import COMPATIBLE, diff_signatures

__all__ = ["compare_records"]

_Record = Mapping[str, Any]


def compare_records(
    comparison: Comparison,
    old: _Record,
    new: _Record,
    rename: Mapping[str, str],
    export_rename: Mapping[str, str] | None = None,
) -> None:
    """Compares what `Recorder` recorded of two models.

    Args:
      comparison: Gets what differs.
      old: The record of the legacy model.
      new: That of the new one.
      rename: Name or scope of a variable in the legacy model -> in the new one; summaries that are
        named after it go along.
      export_rename: Name in the legacy export -> in the new one, of signatures, inputs, outputs.

    Raises:
      ValueError: `rename` names nothing, or gives two variables one name.
    """
    names = dict(rename)
    report = comparison.report
    for name in new["not_initialized"]:
        report.notes.append(
            f"variable {name} is not in the legacy model, or of another shape: it began with "
            "values of its own"
        )
    _compare_starts(comparison, old["starts"], new["starts"], names)
    _compare_draws(comparison, old["draws"], new["draws"])
    _compare_steps(comparison, old, new, names)
    comparison.values("global step", "", old["global_step"], new["global_step"])
    variables = _renamed_variables(old["variables"], names)
    # The step is compared already.
    step = "global_step"
    comparison.dicts(
        "variable",
        {name: value for name, value in variables.items() if name != step},
        {name: value for name, value in new["variables"].items() if name != step},
    )
    comparison.dicts("metric", old["metrics"], new["metrics"])
    comparison.dicts("prediction", old["predictions"], new["predictions"])
    _compare_exports(comparison, old, new, export_rename)


def _renamed_variables(variables: _Record, names: dict[str, str]) -> dict[str, Any]:
    """Returns the legacy variables under their new names."""
    for old in names:
        if all(renamed(name, {old: ""}) == name for name in variables):
            raise ValueError(f"rename has {old!r}; the legacy model has {', '.join(variables)}.")
    found: dict[str, Any] = {}
    for name, value in variables.items():
        new = renamed(name, names)
        if new in found:
            raise ValueError(f"rename gives {name!r} and another variable the name {new!r}.")
        found[new] = value
    return found


def _compare_starts(
    comparison: Comparison, old: _Record, new: _Record, names: dict[str, str]
) -> None:
    """Says which settings kept in variables differ, which the same initial values would hide."""
    for name, value in old.items():
        other = new.get(renamed(name, names))
        if other is not None and not np.array_equal(value, other):
            comparison.values("initial value", renamed(name, names), value, other)


def _compare_draws(comparison: Comparison, old: _Record, new: _Record) -> None:
    """Says where random draws cannot be the same."""
    for mode, draws in old.items():
        others = new.get(mode, [])
        if draws != others:
            one = ", ".join(draws) or "none"
            other = ", ".join(others) or "none"
            comparison.report.notes.append(
                f"random ops of mode {mode!r} are not the same, so their draws differ, and figures "
                f"may; legacy: {one}; new: {other}"
            )


def _compare_steps(
    comparison: Comparison, old: _Record, new: _Record, names: dict[str, str]
) -> None:
    """Compares losses and summaries, step by step."""
    losses, others = old["losses"], new["losses"]
    summaries = {renamed(tag, names): dict(values) for tag, values in old["summaries"].items()}
    other_summaries = {tag: dict(values) for tag, values in new["summaries"].items()}
    for tag in sorted({*summaries, *other_summaries}):
        if (tag in summaries) != (tag in other_summaries):
            message = "only in " + ("legacy" if tag in summaries else "new")
            comparison.differs("summary", tag, message)
    tags = [tag for tag in summaries if tag in other_summaries]
    steps = {step for tag in tags for step in (*summaries[tag], *other_summaries[tag])}
    for step in sorted({*steps, *range(1, max(len(losses), len(others)) + 1)}):
        if 0 < step <= min(len(losses), len(others)):
            comparison.values("loss", "", losses[step - 1], others[step - 1], step)
        for tag in tags:
            one, other = summaries[tag].get(step), other_summaries[tag].get(step)
            if one is not None and other is not None:
                comparison.values("summary", tag, one, other, step)
            elif one is not None or other is not None:
                side = "legacy" if one is not None else "new"
                comparison.differs("summary", tag, f"only in {side}", step)
    if len(losses) != len(others):
        message = f"legacy trained {len(losses)} steps, new {len(others)}"
        comparison.differs("loss", "", message, min(len(losses), len(others)) + 1)


def _compare_exports(
    comparison: Comparison, old: _Record, new: _Record, rename: Mapping[str, str] | None
) -> None:
    if not old["export"] or not new["export"]:
        sides = [name for name, side in (("legacy", old), ("new", new)) if not side["export"]]
        message = "signatures and served answers: no export of "
        comparison.report.not_compared.append(message + " and ".join(sides))
        return
    before, after = read_saved_model(old["export"]), read_saved_model(new["export"])
    for change in diff_signatures(before, after, rename=rename):
        if change.level != COMPATIBLE:
            comparison.differs("signature", change.where, change.message)
    comparison.count("signature", sum(len(graph.signatures) for graph in before.graphs.values()))
    if old["examples"] is None:
        message = "served answers: a feature is not dense, or not a dict of tensors"
        comparison.report.not_compared.append(message)
        return
    compare_answers(comparison, before, after, old["examples"], rename=rename)
