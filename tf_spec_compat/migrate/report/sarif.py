"""The report as SARIF 2.1.0, for code scanning.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.report.results import FileResult, Item, Summary, sentence
from tf_spec_compat.migrate.rules import RULES

__all__ = ["write"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINT = "tfSpecCompat/v1"


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes a log with one run; see `report.Format`. What is in the baseline is `unchanged`."""
    shown = [
        item
        for file in files
        for item in file.items
        if item.known or summary.lists(item.finding.code)
    ]
    used = sorted({item.finding.code for item in shown})
    seen: Counter[str] = Counter()
    driver = {
        "name": "tf-spec-compat",
        "semanticVersion": summary.release,
        "rules": [_rule(code) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not summary.problems,
                "toolExecutionNotifications": [
                    _notification(path, why) for path, why in summary.problems.items()
                ],
            }
        ],
        "results": [_result(item, summary, used, seen) for item in shown],
    }
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, stream, indent=2)
    stream.write("\n")


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "name": rule.title.title().replace(" ", ""),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "properties": {"tags": [rule.kind]},
    }


def _result(item: Item, summary: Summary, used: list[str], seen: Counter[str]) -> dict[str, Any]:
    finding = item.finding
    state = "unchanged" if item.known else "new"
    return {
        "ruleId": finding.code,
        "ruleIndex": used.index(finding.code),
        "level": summary.level(finding),
        "message": {"text": sentence(finding)},
        "locations": [_location(item)],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(item, seen)},
        **({"baselineState": state} if summary.has_baseline else {}),
        "properties": {"kind": finding.kind, "name": finding.name, "fixer": finding.fixer},
    }


def _location(item: Item) -> dict[str, Any]:
    finding = item.finding
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding.path)}
    if finding.cell is not None:  # SARIF counts the lines of the JSON, which nobody reads
        where = f"cell {finding.cell}, line {finding.line}"
        return {"physicalLocation": physical, "message": {"text": where}}
    physical["region"] = {**_region(finding), "snippet": {"text": item.text}}
    return {"physicalLocation": physical}


def _region(finding: Finding) -> dict[str, int]:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.replace(os.sep, "/"))}


def _fingerprint(item: Item, seen: Counter[str]) -> str:
    """Returns what a place is known by when lines above it move."""
    finding = item.finding
    words = "\0".join([finding.path, finding.code, finding.name, item.text.strip()])
    seen[words] += 1
    return hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()[:32]


def _notification(path: str, why: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": why},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }
