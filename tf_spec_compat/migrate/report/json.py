"""The report as JSON, for programs of one's own."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any, TextIO

from tf_spec_compat.migrate.report.results import FileResult, Item, Summary, package_of

__all__ = ["write"]

_VERSION = 1  # of the layout; keys may be added to one, not changed


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes one object; see `report.Format`, and docs/check.md for its keys."""
    findings = [_finding(item, summary) for file in files for item in file.items]
    report = {
        "version": _VERSION,
        "target": summary.target,
        "files": summary.files,
        "findings": findings,
        "unreadable": [{"path": path, "reason": why} for path, why in summary.problems.items()],
        "summary": {
            "kinds": {kind: summary.kinds[kind] for kind in summary.ordered()},
            "safe_fixes": summary.done_by("safe"),
            "unsafe_fixes": summary.done_by("unsafe"),
            "by_hand": summary.done_by("hand"),
            "ignored": summary.ignored,
            "baseline": summary.known,
            "gone_from_baseline": summary.gone,
            "failing": summary.failures,
        },
    }
    json.dump(report, stream, indent=2)
    stream.write("\n")


def _finding(item: Item, summary: Summary) -> dict[str, Any]:
    finding = item.finding
    return {
        **dataclasses.asdict(finding),
        "kind": finding.kind,
        "package": package_of(finding),
        "level": summary.level(finding),
        "baseline": item.known,
    }
