"""From what modules use to findings for a target."""

from __future__ import annotations

import ast
import functools
import itertools
import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tf_spec_compat import python2
from tf_spec_compat.migrate import sources
from tf_spec_compat.migrate.analysis import Analysis, Span, Use, analyze
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.project import Project
from tf_spec_compat.migrate.sources import Source, Unreadable
from tf_spec_compat.migrate.structures import structures
from tf_spec_compat.migrate.target import Target
from tf_spec_compat.migrate.unseen import PYTHON_COMMAND, unseen
from tf_spec_compat.migrate.verdict import Verdict, changed_calls, fixer_of, judge

__all__ = ["Result", "check_paths", "check_source"]

# Fewer files than these are not worth the start of other processes.
_FEW = 40
_CHUNK = 16

# First letters of codes that a fixer ends. One that rewrites the path of a name that is gone, or
# that needs Keras 2, leaves it what it is.
_FIXED = "RL"
_FIXED_WHEN_LEAVING = "RLDS"

# Methods of Python 2's dict; no other type of the standard library has them.
_OLD_METHODS = ("has_key", "iteritems", "iterkeys", "itervalues")


class Result(NamedTuple):
    """What came of one file.

    Attributes:
      path: The file.
      findings: What was found, in the order of the lines.
      problem: Why it could not be checked, None if it could.
    """

    path: str
    findings: list[Finding]
    problem: Unreadable | None = None


def check_source(source: Source, project: Project | None, target: Target) -> list[Finding]:
    """Finds all that one source has to do with leaving TensorFlow 1.

    Args:
      source: What was read.
      project: Where modules beside it are looked up; None to follow no re-exports.
      target: Where the program is to go.

    Returns:
      The findings in the order of the lines; of one place in that of the codes.

    Raises:
      Unreadable: The source cannot be parsed.
    """
    tree, old_line = source.parse()
    try:
        found = analyze(source.text, source.path, project=project, tree=tree)
    except RecursionError:
        raise Unreadable(source.path, "is nested too deeply to be checked.") from None
    findings = []
    for span, verdict, name in _verdicts(found, source, old_line, target):
        fixer: str | None = None
        is_safe = False
        if verdict.code[0] in (_FIXED_WHEN_LEAVING if target.leaves_contrib else _FIXED):
            fixer, is_safe = fixer_of(name, target)
        if old_line is not None:
            span = _in_old_text(found, span, name)
        cell, line = source.place(span.line)
        findings.append(
            Finding(
                verdict.code,
                source.path,
                line,
                span.column + 1,
                source.place(span.end_line)[1],
                span.end_column + 1,
                verdict.name,
                verdict.message,
                verdict.advice,
                cell,
                fixer,
                is_safe,
            )
        )
    findings.sort(key=lambda one: (one.cell or 0, one.line, one.column, one.code, one.name))
    return findings


def check_paths(
    paths: Sequence[str],
    target: Target,
    jobs: int | None = None,
    is_left_out: Callable[[str], bool] | None = None,
) -> Iterator[Result]:
    """Checks files and folders, in several processes if there are many files.

    Args:
      paths: Files, folders and notebooks.
      target: Where the programs are to go.
      jobs: How many processes; by default one for each CPU.
      is_left_out: Says of a file whether it is not to be read; by default all are.

    Yields:
      What came of each file, in the order of the paths and names.
    """
    files: list[str] = []
    for path in paths:
        try:
            files += sources.find_files([path])
        except Unreadable as problem:
            yield Result(path, [], problem)
    files = [file for file in dict.fromkeys(files) if not (is_left_out and is_left_out(file))]
    roots = tuple(
        dict.fromkeys(
            path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths
        )
    )
    jobs = min(jobs or os.cpu_count() or 1, 1 + len(files) // _FEW)
    check = functools.partial(_check, roots, target)
    if jobs == 1:
        yield from map(check, files)
        return
    import concurrent.futures
    import multiprocessing

    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from itertools.chain.from_iterable(
            pool.map(functools.partial(_check_all, roots, target), chunks)
        )


def _check_all(roots: tuple[str, ...], target: Target, files: Sequence[str]) -> list[Result]:
    return [_check(roots, target, file) for file in files]


def _check(roots: tuple[str, ...], target: Target, file: str) -> Result:
    try:
        return Result(file, check_source(sources.read(file), _project(roots), target))
    except Unreadable as problem:
        return Result(file, [], problem)


@functools.lru_cache(maxsize=1)
def _project(roots: tuple[str, ...]) -> Project:
    """One project for all files that a process checks."""
    return Project(roots)


def _verdicts(
    found: Analysis, source: Source, old_line: int | None, target: Target
) -> Iterator[tuple[Span, Verdict, str]]:
    """Yields where something is, what to say of it, and its path."""
    if old_line is not None:
        end = len(found.lines.lines[old_line - 1])
        advice = f"run it with `tf-spec-compat run --python2` ({python2.TO_INSTALL})."
        verdict = Verdict("L701", "Python 2", 0, "this is Python 2's syntax", advice)
        yield Span(old_line, 0, old_line, end), verdict, ""
    for use in found.uses:
        verdict_or_none = judge(use.path, target)
        if verdict_or_none is not None:
            verdict = verdict_or_none
            if not (use.is_guarded and verdict.code in ("L701", "L702")):
                yield _span(use, verdict), verdict, use.path
    for name, spans in found.free.items():
        verdict_or_none = judge(f"builtins.{name}", target)
        if verdict_or_none is not None:
            for span in spans:
                yield span, verdict_or_none._replace(name=name), name
    yield from _calls(found)
    for hidden in unseen(found):
        verdict = Verdict(hidden.code, hidden.name, 0, hidden.message, hidden.advice)
        yield hidden.span, verdict, hidden.name
    for line, command in source.commands.items():
        if PYTHON_COMMAND.search(command):
            end = len(found.lines.lines[line - 1])
            message = "a command of the notebook starts Python on a program that is not seen here"
            verdict = Verdict("U602", command.split()[0], 0, message, "check that program too.")
            yield Span(line, 0, line, end), verdict, ""
    for structure in structures(found):
        verdict = Verdict(structure.code, structure.name, 0, structure.message)
        yield structure.span, verdict, structure.name


def _calls(found: Analysis) -> Iterator[tuple[Span, Verdict, str]]:
    """Yields calls with arguments that a library dropped, or that do something else now."""
    table = changed_calls()
    for call, scope, order, arm in found.collected.calls:
        func = call.func
        last = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
        if last in _OLD_METHODS and isinstance(func, ast.Attribute):
            if found.resolver.expression(func, scope, order, arm) is None:
                verdict = judge(f"builtins.dict.{last}", _ANY)
                span = found.lines.span(func)
                if verdict is not None and not found.collected.is_guarded(arm):
                    yield span, verdict, f"dict.{last}"
            continue
        rows = table.get(last)
        if rows is None:
            continue
        path = found.resolver.called(call, scope, order, arm)
        for code, row in rows:
            given = {keyword.arg for keyword in call.keywords}
            if path != row.path or None in given:
                continue
            is_changed = (
                row.argument == ""
                and re.search(r"\w=", row.instead) is not None  # else it depends on what is given
                and not given & set(re.findall(r"\w+", row.instead))
                and (row.name not in _MAKERS_OF_ARRAYS or _is_ragged(call))
            )
            if row.argument in given or is_changed:
                message, _, advice = row.advice.partition(": ")
                yield found.lines.span(func), Verdict(code, row.path, 0, message, advice), row.path


_ANY = Target("2.21")
_MAKERS_OF_ARRAYS = ("array", "asarray")  # of what is not ragged they make what they made


def _is_ragged(call: ast.Call) -> bool:
    """Says whether lists of different lengths are written there as the first argument."""
    rows = getattr(call.args[0], "elts", []) if call.args else []
    return len({len(row.elts) for row in rows if isinstance(row, (ast.List, ast.Tuple))}) > 1


def _span(use: Use, verdict: Verdict) -> Span:
    """Returns where the part of a use is that a verdict is about."""
    if use.is_import:
        return use.span
    left = use.path.count(".") + 1 - verdict.length
    return use.parts[max(len(use.parts) - 1 - left, 0)]


def _in_old_text(found: Analysis, span: Span, name: str) -> Span:
    """Returns where a name is in the text of Python 2, which only the lines are known of."""
    lines = found.lines.lines
    text = lines[span.line - 1] if span.line <= len(lines) else ""
    last = name.rpartition(".")[2]
    at = re.search(rf"(?:[\w.]+\.)?\b{re.escape(last)}\b", text) if last else None
    if at is None:
        start = len(text) - len(text.lstrip())
        return Span(span.line, start, span.line, len(text.rstrip()))
    return Span(span.line, at.start(), span.line, at.end())
