"""Run a legacy program as it is: its `import tensorflow as tf` is TF 1's, with tf.contrib."""

from __future__ import annotations

import argparse
import os
import sys

from tf_spec_compat._tf import keras
from tf_spec_compat.hook import hints, install, processes, program, tracebacks

__all__ = ["add_arguments", "execute"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `run`."""
    parser.usage = "%(prog)s [--eager] [--package NAME] script.py | -m module [arguments ...]"
    parser.add_argument("-m", dest="module", action="store_true", help="run a module, as python -m")
    parser.add_argument("--eager", action="store_true", help="leave eager mode on")
    parser.add_argument(
        "--package",
        action="append",
        default=[],
        metavar="NAME",
        help="legacy code outside the program's folder: a package (or folder) to treat alike",
    )
    parser.add_argument("target", help="script.py, or a module's name after -m")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed to the program")


def execute(options: argparse.Namespace) -> int:
    """Runs the program in this process, as `__main__`; its exceptions and exits pass through."""
    if not options.module and not os.path.isfile(options.target):
        print(f"tf-spec-compat run: there is no file {options.target!r}", file=sys.stderr)
        return 2
    already = keras.loaded()
    if keras.set_variable() is keras.Outcome.TOO_LATE:
        print(
            f"tf-spec-compat run: it is too late to set {keras.VARIABLE}: {already} is "
            f"loaded already. If the program needs tf.layers, {keras.TO_SET} "
            "before the program starts.",
            file=sys.stderr,
        )
    folder = os.getcwd() if options.module else os.path.dirname(os.path.realpath(options.target))
    if not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
        sys.path[0] = folder
    view = [os.path.join(folder, ""), *map(_entry, options.package)]
    try:
        install(tf1_view=view, eager=options.eager)
    except ValueError as error:
        print(f"tf-spec-compat run: {error}", file=sys.stderr)
        return 2
    processes.share(view, options.eager)
    tracebacks.install(hints.hint)
    if options.module:
        program.run_module(options.target, options.arguments)
    else:
        program.run_script(options.target, options.arguments)
    return 0


def _entry(package: str) -> str:
    """Makes a folder's path absolute: the program may change the current one."""
    is_folder = os.path.isdir(package) and not package.replace(".", "_").isidentifier()
    return os.path.join(os.path.abspath(package), "") if is_folder else package
