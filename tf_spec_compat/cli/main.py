"""The command `tf-spec-compat`."""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import sys
from collections.abc import Sequence

from tf_spec_compat import __version__

__all__ = ["main"]

# Command -> its line of help. Each is a module with `add_arguments(parser)`, `execute(options)`
# and, if need be, `arrange(arguments)`. Only that of the given command is loaded.
_COMMANDS = {
    "run": "run a legacy program as it is",
    "check": "say what a code base uses of TensorFlow 1, and what becomes of it",
    "migrate": "rewrite a legacy code base, step by step",
    "doctor": "say what is installed and what works with it",
    "signatures": "show or compare what SavedModels offer",
    "verify": "prove that a program does under this package what it did under TensorFlow 1",
}

# What shells give for a program that SIGPIPE ended: neither "nothing found" nor "findings".
_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
      argv: The arguments, by default those of the process.

    Returns:
      The exit code; 141 where nobody reads the output any more, as in `| head`.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    given = next((word for word in arguments if not word.startswith("-")), None)
    if given == "run":
        return _execute(arguments, given)  # its output is the program's
    try:
        try:
            return _execute(arguments, given)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, so that Python's own flush at the end is silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _CLOSED


def _execute(arguments: list[str], given: str | None) -> int:
    """Parses the arguments of a command and runs it."""
    parser = argparse.ArgumentParser(
        prog="tf-spec-compat", description="tf.contrib.learn programs under TensorFlow 2."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    if given is not None and given not in _COMMANDS:
        parser.error(_no_command(given))
    for name, line in _COMMANDS.items():
        command = commands.add_parser(name, help=line)
        if name == given:
            module = importlib.import_module(f"tf_spec_compat.cli.{name}")
            command.description = module.__doc__
            module.add_arguments(command)
            command.set_defaults(execute=module.execute)
            if hasattr(module, "arrange"):
                place = arguments.index(name) + 1
                arguments[place:] = module.arrange(arguments[place:])
    options = parser.parse_args(arguments)
    code: int = options.execute(options)
    return code


def _no_command(given: str) -> str:
    """Returns what to say of a command that does not exist."""
    close = difflib.get_close_matches(given, _COMMANDS, n=1)
    guess = f" Did you mean {close[0]!r}?" if close else ""
    return f"there is no command {given!r}.{guess} Commands: {', '.join(_COMMANDS)}."
