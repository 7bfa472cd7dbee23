"""Run a legacy program as it is: its `import tensorflow as tf` is TF 1's, with tf.contrib."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from tf_spec_compat._tf import keras
from tf_spec_compat.hook import hints, install, processes, program, tracebacks
from tf_spec_compat.hook.scope import PROGRAM

__all__ = ["add_arguments", "arrange", "execute"]

_EPILOG = """\
examples:
  tf-spec-compat run train.py --steps=1000
  tf-spec-compat run -m trainer.task --job-dir=out
  tf-spec-compat run -m pytest tests
"""
_WITH_VALUE = frozenset({"--only", "--package"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `run`."""
    parser.usage = (
        "%(prog)s [--eager] [--python2] [--package NAME | --only NAME]\n"
        "       script.py | folder | app.zip | -m module [argument ...]"
    )
    parser.epilog = _EPILOG
    parser.add_argument("-m", dest="module", action="store_true", help="run a module, as python -m")
    parser.add_argument("--eager", action="store_true", help="leave eager mode on")
    parser.add_argument(
        "--python2",
        action="store_true",
        help="convert the program's Python 2 files while they are imported (needs fissix)",
    )
    parser.add_argument(
        "--package",
        action="append",
        default=[],
        metavar="NAME",
        help="installed legacy code: a package (or folder) to treat like the program's",
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME",
        help="a package (or folder) that is legacy code; all but these and the program itself is "
        "not (default: all that is not installed is)",
    )
    parser.add_argument(
        "target",
        metavar="PROGRAM",
        help="a script, folder or zip file, or a module's name after -m",
    )
    rest = parser.add_argument(
        "arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="handed to the program"
    )
    rest.required = False  # argparse would ask for them where the program is missing


def arrange(arguments: Sequence[str]) -> list[str]:
    """Returns arguments with Python's `-mNAME` as `-m NAME`, which is what argparse understands."""
    for index, argument in enumerate(arguments):
        if argument.startswith("-m") and argument != "-m":
            return [*arguments[:index], "-m", argument[2:], *arguments[index + 1 :]]
        is_value = index > 0 and arguments[index - 1] in _WITH_VALUE
        if argument == "-m" or not (argument.startswith("-") or is_value):
            break  # the rest is the program's
    return list(arguments)


def execute(options: argparse.Namespace) -> int:
    """Runs the program in this process, as `__main__`; its exceptions and exits pass through."""
    target = options.target
    if not options.module and not os.path.exists(target):
        print(f"tf-spec-compat run: there is no file {target!r}", file=sys.stderr)
        return 2
    already = keras.loaded()
    if keras.set_variable() is keras.Outcome.TOO_LATE:
        print(
            f"tf-spec-compat run: it is too late to set {keras.VARIABLE}: {already} is "
            f"loaded already. If the program needs tf.layers, {keras.TO_SET} "
            "before the program starts.",
            file=sys.stderr,
        )
    is_container = not options.module and program.is_container(target)
    if options.module:
        folder = os.getcwd()
    elif is_container:
        folder = os.path.join(os.getcwd(), target)
    else:
        folder = os.path.dirname(os.path.realpath(target))
    if not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
        sys.path[0] = folder
    elif is_container:
        sys.path.insert(0, folder)
    if options.only:
        itself = [target] if options.module else [os.path.abspath(target)]
        view = [*itself, *_entries(options.only)]
    else:
        view = [PROGRAM, folder]
    view += _entries(options.package)
    try:
        install(tf1_view=view, eager=options.eager, python2=options.python2)
    except (ModuleNotFoundError, ValueError) as error:
        print(f"tf-spec-compat run: {error}", file=sys.stderr)
        return 2
    processes.share(view, options.eager, options.python2)
    tracebacks.install(hints.hint)
    if options.module:
        program.run_module(target, options.arguments)
    elif is_container:
        program.run_container(target, options.arguments)
    else:
        program.run_script(target, options.arguments)
    return 0


def _entries(names: Sequence[str]) -> Iterator[str]:
    """Yields packages and paths, these made absolute: the program may change the current folder."""
    for name in names:
        is_package = all(part.isidentifier() for part in name.split("."))
        if is_package:
            yield name
        if os.path.isdir(name) or not is_package:
            yield os.path.abspath(name)
