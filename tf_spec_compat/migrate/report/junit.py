"""The report as JUnit XML: a suite a file, a case a finding, a failure where `check` fails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from tf_spec_compat.migrate.report.results import FileResult, Item, Summary

__all__ = ["write"]

# What XML 1.0 cannot contain, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes a test report; see `report.Format`. A file without findings is a case that passes."""
    suites = [_suite(file, summary.listed(file), summary) for file in files]
    tests, errors = sum(suite[1] for suite in suites), len(summary.problems)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    attributes = {"name": "tf-spec-compat check", "tests": tests, "failures": summary.failures}
    stream.write(_open("testsuites", {**attributes, "errors": errors}))
    stream.writelines(text for text, _ in suites)
    stream.write("</testsuites>\n")


def _suite(file: FileResult, items: list[Item], summary: Summary) -> tuple[str, int]:
    """Returns the suite of a file, and how many cases it has."""
    failures = sum(summary.level(item.finding) == "error" for item in items)
    cases = [_case(item, summary.level(item.finding)) for item in items]
    if file.problem:
        error = _open("error", {"message": file.problem, "type": "unreadable"}, empty=True)
        cases.append(_open("testcase", _named(file.path, "is readable")) + error + "</testcase>\n")
    elif not cases:
        cases.append(_open("testcase", _named(file.path, "has no findings"), empty=True))
    attributes = {"name": file.path, "tests": len(cases), "failures": failures}
    rest = {"skipped": len(items) - failures, "errors": int(bool(file.problem))}
    return _open("testsuite", attributes | rest) + "".join(cases) + "</testsuite>\n", len(cases)


def _case(item: Item, level: str) -> str:
    finding = item.finding
    cell = f"cell {finding.cell}, " if finding.cell is not None else ""
    place = f"{cell}line {finding.line}, column {finding.column}"
    named = _named(finding.path, f"{finding.code} {finding.name} ({place})")
    attributes = {**named, "file": finding.path, "line": finding.line}
    if level != "error":
        tag = "skipped"
        message = {"message": f"{finding.kind}: {finding.message}"}
    else:
        tag = "failure"
        message = {"message": finding.message, "type": finding.kind}
    inner = f"{finding.path}:{place}\n{item.text.strip()}\n{finding.advice}".strip()
    body = _open(tag, message).rstrip("\n") + _text(inner) + f"</{tag}>\n"
    return _open("testcase", attributes) + body + "</testcase>\n"


def _named(path: str, name: str) -> dict[str, object]:
    return {"classname": path, "name": name}


def _open(tag: str, attributes: Mapping[str, object], empty: bool = False) -> str:
    pairs = "".join(f" {name}={quoteattr(_clean(str(v)))}" for name, v in attributes.items())
    return f"<{tag}{pairs}{'/' if empty else ''}>\n"


def _text(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
