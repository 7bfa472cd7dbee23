"""Say what a code base uses of TensorFlow 1, and what becomes of it.

Exits with 0 if nothing was found at the level of --fail-on, 1 if something was, 2 if the usage is
wrong or a file cannot be read. TensorFlow is not imported.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TextIO

from tf_spec_compat import __version__
from tf_spec_compat.cli import console
from tf_spec_compat.migrate import config, report
from tf_spec_compat.migrate.baseline import Baseline
from tf_spec_compat.migrate.exclude import Excludes
from tf_spec_compat.migrate.report import progress, statistics
from tf_spec_compat.migrate.report.results import FileResult, Summary, count
from tf_spec_compat.migrate.rules import RULES
from tf_spec_compat.migrate.selection import (
    ORDER,
    POLICIES,
    Selection,
    failing_kinds,
    split,
)
from tf_spec_compat.migrate.target import TARGETS, Target

__all__ = ["add_arguments", "execute"]

_NAME = "tf-spec-compat check"
_EPILOG = """\
examples:
  tf-spec-compat check .                                    what keeps this from running
  tf-spec-compat check src --target estimator --statistics  what is left of tf.contrib, counted
  tf-spec-compat check --explain G501                       what a code means
"""
_STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `check`."""
    parser.epilog = _EPILOG
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, notebooks, or -")
    parser.add_argument(
        "--target",
        choices=POLICIES,
        help="where the program is to go: a TensorFlow with this package (default: the installed "
        "one), tf.estimator without tf.contrib, or native TensorFlow 2",
    )
    codes = "a code, the beginning of one or a kind; several with commas"
    parser.add_argument("--select", metavar="CODES", help=f"report only these: {codes}")
    parser.add_argument("--ignore", metavar="CODES", help="leave these out")
    parser.add_argument(
        "--exclude",
        action="append",
        metavar="PATTERN",
        help="leave out files and folders, besides those of pyproject.toml: `*_pb2.py`",
    )
    parser.add_argument(
        "--fail-on",
        choices=ORDER,
        metavar="KIND",
        help="exit with 1 for this kind and those before it: "
        f"{', '.join(ORDER)} (default: what cannot run at the target)",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    parser.add_argument("--baseline", metavar="FILE", help="only what is not in FILE is new")
    parser.add_argument(
        "--write-baseline", action="store_true", help="write what is found to the baseline"
    )
    parser.add_argument(
        "--output-format",
        choices=report.FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(report.FORMATS)} (default: text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the report to FILE")
    parser.add_argument(
        "--statistics", action="store_true", help="count codes instead of listing places"
    )
    parser.add_argument("--explain", metavar="CODE", help="explain a code, and do nothing else")
    parser.add_argument(
        "--stdin-filename", metavar="PATH", help="the name of what is read from standard input"
    )
    parser.add_argument(
        "-j", "--jobs", type=int, metavar="N", help="processes (default: one for each processor)"
    )


def execute(options: argparse.Namespace) -> int:
    """Checks, and writes the report.

    Returns:
      0, 1 or 2, see above; 130 if it was interrupted.
    """
    try:
        if options.explain is not None:
            return _explain(options.explain)
        return _Check(options).run()
    except BrokenPipeError:  # `main` knows what to do
        raise
    except KeyboardInterrupt:
        print(f"{_NAME}: interrupted.", file=sys.stderr)
        return 130
    except (OSError, ValueError) as error:
        print(f"{_NAME}: {error}", file=sys.stderr)
        return 2


def _explain(code: str) -> int:
    rule = RULES.get(code.upper())
    if rule is None:
        raise ValueError(f"there is no code {code!r}; codes are {', '.join(RULES)}.")
    print(f"# {rule.code}: {rule.title} ({rule.kind})\n\n{rule.explanation}")
    return 0


class _Check:
    """One run."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Puts options and pyproject.toml together; raises `ValueError` and `OSError`."""
        if not options.paths:
            raise ValueError("no path was given; `tf-spec-compat check .` checks this folder.")
        if options.jobs is not None and options.jobs < 1:
            raise ValueError(f"--jobs {options.jobs}: at least one process is needed.")
        if _STDIN in options.paths and len(options.paths) > 1:
            raise ValueError("`-`, standard input, cannot be checked together with other paths.")
        if options.stdin_filename is not None and options.paths != [_STDIN]:
            raise ValueError("--stdin-filename is for `-`, standard input, alone.")
        self._options = options
        self._settings = _settings(options)
        if options.statistics and self._settings.output_format not in ("text", "json"):
            raise ValueError("--statistics is for --output-format text and json.")
        target = self._settings.target
        self._target, place = _installed() if target == "installed" else (TARGETS[target], "")
        self._summary = Summary(
            target=target,
            failing=failing_kinds(self._settings.fail_on or POLICIES[target].fail_on),
            selection=Selection(self._settings.select, self._settings.ignore),
            release=__version__,
            place=place,
        )
        self._baseline: Baseline | None = None
        path = self._settings.baseline
        if options.write_baseline and path is None:
            raise ValueError("--write-baseline needs --baseline FILE, or `baseline` in pyproject.")
        if path is not None:
            if options.write_baseline and not os.path.exists(path):
                self._baseline = Baseline(path, target)
            else:
                self._baseline = Baseline.read(path, target)
        self._summary.has_baseline = self._baseline is not None

    def run(self) -> int:
        """Checks all files and writes what is to be written; returns the exit code."""
        summary, options = self._summary, self._options
        if options.write_baseline:
            for _ in self._files():
                pass
            return self._write_baseline()
        if options.output is None:
            if hasattr(sys.stdout, "reconfigure"):  # not every terminal can show every source
                sys.stdout.reconfigure(errors="backslashreplace")
            self._report(sys.stdout, console.has_colours(sys.stdout))
            sys.stdout.flush()
        else:
            _replace(options.output, lambda stream: self._report(stream, False))
        if summary.problems or summary.notes:
            return 2
        return 1 if summary.failures and not options.exit_zero else 0

    def _report(self, stream: TextIO, colours: bool) -> None:
        name = self._settings.output_format
        if self._options.statistics:
            for _ in self._files():
                pass
            statistics.write(self._summary, stream, as_json=name == "json")
        else:
            report.load(name).write(self._files(), self._summary, stream, colours)

    def _files(self) -> Iterator[FileResult]:
        """Yields the files as they are checked; those that cannot be have a line on stderr."""
        from tf_spec_compat.migrate import checking

        summary, settings = self._summary, self._settings
        excludes = (
            Excludes(settings.exclude, settings.folder),
            Excludes(self._options.exclude or [], os.curdir),
        )
        if self._options.paths == [_STDIN]:
            name = self._options.stdin_filename or "<stdin>"
            found = iter([checking.check_text(sys.stdin.buffer.read(), name, self._target)])
        else:
            found = checking.check(
                self._options.paths,
                self._target,
                self._options.jobs,
                lambda path: any(path in each for each in excludes),
            )
        marked = (self._marked(file) for file in checking.selected(found, summary.selection))
        for file in summary.counting(progress.shown(marked, sys.stderr)):
            if file.problem:
                print(f"{_NAME}: {file.path}: {file.problem}", file=sys.stderr)
            for note in file.notes:
                print(f"{_NAME}: {file.path}:{note}", file=sys.stderr)
            yield file
        if self._baseline is not None:
            self._baseline.forget_missing(self._counts)
            summary.gone = self._baseline.gone

    def _marked(self, file: FileResult) -> FileResult:
        if self._baseline is None or file.problem:
            return file
        return replace(file, items=self._baseline.mark(file.path, file.items, self._counts))

    def _counts(self, code: str) -> bool:
        """Whether the baseline is about findings with this code: those that lists show."""
        return code in self._summary.selection and self._summary.lists(code)

    def _write_baseline(self) -> int:
        assert self._baseline is not None
        if self._summary.problems or self._summary.notes:
            print(f"{_NAME}: the baseline was not written.", file=sys.stderr)
            return 2
        text, total = self._baseline.text(self._counts)
        _replace(self._baseline.path, lambda stream: stream.write(text))
        print(f"Wrote {count(total, 'finding')} to {self._baseline.path}.")
        return 0


def _settings(options: argparse.Namespace) -> config.Settings:
    """Returns the settings of the nearest pyproject.toml, and what the options say over them."""
    place = options.paths[0]
    if place == _STDIN:
        place = options.stdin_filename or os.curdir
    start = place if os.path.isdir(place) else os.path.dirname(place) or os.curdir
    path = config.find(start)
    settings = config.Settings() if path is None else config.read(path, report.FORMATS)
    given = {
        name: getattr(options, name)
        for name in ("target", "fail_on", "output_format", "baseline")
        if getattr(options, name) is not None
    }
    for name in ("select", "ignore"):
        if getattr(options, name) is not None:
            given[name] = tuple(split(getattr(options, name)))
    return replace(settings, **given)


def _installed() -> tuple[Target, str]:
    """Returns what is installed as a target, and what to call it; TensorFlow is not loaded."""
    from tf_spec_compat._tf import keras

    found = keras.tensorflow_version()
    if found is None:
        return TARGETS["2.21"], "TensorFlow 2.21 (none is installed) with tf_spec_compat"
    is_new = keras.needs_variable()
    has_keras2 = not is_new or bool(keras.installed_version("tf-keras"))
    place = f"the installed TensorFlow {found} with tf_spec_compat"
    return Target("installed", has_keras2=has_keras2, has_estimator=not is_new), place


def _replace(path: str, write: Callable[[TextIO], object]) -> None:
    """Writes a file as a whole or not at all."""
    if os.path.exists(path) and not os.path.isfile(path):
        if os.path.isdir(path):
            raise IsADirectoryError(f"{path} is a folder; give a file to write.")
        with open(path, "w", encoding="utf-8") as device:
            write(device)
        return
    folder, name = os.path.split(os.path.realpath(path))
    try:
        handle, draft = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    except OSError as error:
        raise OSError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            write(stream)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(draft, 0o666 & ~mask)
        os.replace(draft, os.path.realpath(path))
    except BaseException:
        os.unlink(draft)
        raise
