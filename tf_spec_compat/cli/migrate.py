"""Rewrite a legacy code base: to run without `run`, then to tf.estimator. Prints a diff."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tf_spec_compat.cli import console
from tf_spec_compat.migrate.fixers.catalog import CATALOG
from tf_spec_compat.migrate.report.results import sentence
from tf_spec_compat.migrate.sources import Unreadable

if TYPE_CHECKING:
    from tf_spec_compat.migrate.migration import Change, Migration

__all__ = ["add_arguments", "execute"]

_EPILOG = """\
examples:
  tf-spec-compat migrate .                     what would change first, as a diff
  tf-spec-compat migrate . --to shim --write   contrib's names without `run`
  tf-spec-compat migrate . --to estimator --write
"""
_COLOURS = {"+": "good", "-": "bad", "@": "place"}  # of a line in a diff
_INSTALL = 'pip install "tf-spec-compat[migrate]"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `migrate`."""
    parser.epilog = _EPILOG
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, notebooks and folders")
    parser.add_argument(
        "--to",
        choices=("shim", "estimator"),
        help="shim: the program runs under plain python, on tensorflow.compat.v1 and "
        "tf_spec_compat.contrib; estimator: on to tf.estimator (default: shim as long as that "
        "changes something, then estimator)",
    )
    parser.add_argument("--write", action="store_true", help="change the files")
    parser.add_argument(
        "--check", action="store_true", help="say which files would change; exit 1 if any would"
    )
    parser.add_argument("--list-fixers", action="store_true", help="list the fixers and stop")
    parser.add_argument(
        "--only", action="append", default=[], metavar="FIXER", help="apply these fixers alone"
    )
    parser.add_argument(
        "--skip", action="append", default=[], metavar="FIXER", help="leave these fixers out"
    )
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="apply fixers too that may change what the program does",
    )
    parser.add_argument(
        "--target-version",
        choices=("auto", "2.15", "2.21"),
        default="auto",
        help="the TensorFlow to write for: 2.15 has tf.estimator itself, 2.21 has not; auto is "
        "code for both (default)",
    )


def execute(options: argparse.Namespace) -> int:
    """Rewrites files, or shows how; returns 0, 1 with `--check` if there is a change, else 2."""
    if options.list_fixers:
        _list_fixers()
        return 0
    problem = _problem(options)
    if problem is not None:
        print(f"tf-spec-compat migrate: {problem}", file=sys.stderr)
        return 2
    from tf_spec_compat.migrate.migration import Migration

    try:
        migration = Migration(options.paths)
    except Unreadable as error:
        print(f"tf-spec-compat migrate: {error}", file=sys.stderr)
        return 2
    target, changes = _changes(migration, options)
    for line in migration.problems:
        print(line, file=sys.stderr)
    changed = [change for change in changes if change.applied]
    failed = 0
    for change in changed:
        if options.write:
            failed += not _write(change)
        else:
            print(f"would change {change.path}" if options.check else _shown(change.diff))
    _summary(target, changes, migration, options, failed)
    if migration.problems or failed:
        return 2
    return int(options.check and bool(changed))


def _problem(options: argparse.Namespace) -> str | None:
    """Returns what is wrong with the options, or with what is installed."""
    for name in (*options.only, *options.skip):
        if name not in CATALOG:
            return f"there is no fixer {name!r}; --list-fixers lists them"
    if not options.paths:
        return (
            "no path was given; `tf-spec-compat migrate .` shows what would change in this folder"
        )
    if options.write and options.check:
        return "--check changes nothing, so it does not go with --write"
    if importlib.util.find_spec("libcst") is None:
        return f"it rewrites with LibCST, which is not installed: {_INSTALL}"
    return None


def _changes(migration: Migration, options: argparse.Namespace) -> tuple[str, Sequence[Change]]:
    """Returns the target, and what the fixers make of the files."""
    from tf_spec_compat.migrate.draft import Options
    from tf_spec_compat.migrate.fixing import select

    changes: list[Change] = []
    for target in [options.to] if options.to else ["shim", "estimator"]:
        fixers = select(target, options.only, options.skip, options.unsafe_fixes)
        changes = migration.changes(fixers, Options(target, options.target_version))
        if any(change.applied for change in changes):
            break
    return target, changes


def _write(change: Change) -> bool:
    """Writes a file; says what stands in the way."""
    try:
        change.write()
    except OSError as error:
        print(f"{change.path}: not written: {error.strerror}", file=sys.stderr)
        return False
    return True


def _shown(diff: str) -> str:
    """Returns a diff as the terminal can show it."""
    colours = console.has_colours(sys.stdout)
    return "\n".join(
        console.painted(line, _COLOURS[line[0]], colours) if line[:1] in _COLOURS else line
        for line in diff.rstrip("\n").split("\n")
    )


def _list_fixers() -> None:
    width = max(map(len, CATALOG))
    for entry in CATALOG.values():
        kind = "" if entry.safe else "; unsafe"
        print(f"{entry.name:{width}}  {entry.summary} ({', '.join(entry.targets)}{kind})")


def _summary(
    target: str,
    changes: Sequence[Change],
    migration: Migration,
    options: argparse.Namespace,
    failed: int,
) -> None:
    """Says on standard error what was done, by which fixers, and what is left."""
    changed = [change for change in changes if change.applied]
    counts = Counter(name for change in changed for name in change.applied)
    verb = "changed" if options.write else "would change"
    print(
        f"--to {target}: {len(changed) - failed} of {_files(len(changes))} {verb}"
        + (f", {_files(failed)} could not be written" if failed else "")
        + (f", {_files(len(migration.problems))} left alone" if migration.problems else "")
        + ".",
        file=sys.stderr,
    )
    for name, count in counts.items():
        print(f"  {name}: {_files(count)}", file=sys.stderr)
    if target == "shim" and changed and not migration.has_entry_point:
        print(
            "None of these files starts a program: call tensorflow.compat.v1.disable_v2_behavior() "
            "where yours starts.",
            file=sys.stderr,
        )
    if not options.check:
        for finding in (found for change in changes for found in change.left):
            place = f"{finding.path}:{finding.line}:{finding.column}"
            print(f"{place} {finding.code}: {sentence(finding)}", file=sys.stderr)
    if changed and not (options.write or options.check):
        print("Nothing was written; --write does.", file=sys.stderr)


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"
