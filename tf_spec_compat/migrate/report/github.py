"""The report as commands of a GitHub workflow, which become annotations of the changed lines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.report.results import FileResult, Summary
from tf_spec_compat.migrate.report.text import closing

__all__ = ["write"]

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes a command for each listed finding and each unreadable file; see `report.Format`."""
    for file in files:
        if file.problem:
            stream.write(_command("error", {"file": _path(file.path)}, file.problem))
        for item in summary.listed(file):
            stream.write(_annotation(item.finding, _COMMANDS[summary.level(item.finding)]))
    stream.writelines(line + "\n" for line in closing(summary))


def _annotation(finding: Finding, command: str) -> str:
    properties = {"file": _path(finding.path)}
    place = ""
    if finding.cell is None:
        properties |= {"line": str(finding.line), "endLine": str(finding.end_line)}
        if finding.end_line == finding.line:  # GitHub takes columns within one line only
            properties |= {"col": str(finding.column), "endColumn": str(finding.end_column - 1)}
    else:
        place = f"cell {finding.cell}, line {finding.line}: "
    properties["title"] = f"tf-spec-compat {finding.code}"
    advice = f"\n{finding.advice}" if finding.advice else ""
    return _command(command, properties, f"{place}{finding.message}{advice}")


def _command(name: str, properties: dict[str, str], message: str) -> str:
    """Returns `::name key=value::message` with what GitHub would misread escaped."""
    pairs = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{name} {pairs}::{_escape(message)}\n"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:  # the percent sign first: it begins what the others become
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _path(path: str) -> str:
    """Returns a path as GitHub wants it: from the top of the repository, if that is known."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace:
        below = os.path.relpath(os.path.realpath(path), os.path.realpath(workspace))
        if not below.startswith(os.pardir):
            path = below
    return path.replace(os.sep, "/")
