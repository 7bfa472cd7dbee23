"""The command `tf-spec-compat`."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from collections.abc import Sequence

from tf_spec_compat.cli.commands import COMMANDS, build_parser

__all__ = ["main"]

# What shells give for a program that SIGPIPE ended: neither "nothing found" nor "findings".
_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command, and loads no other one.

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
    parser, commands = build_parser([given] if given in COMMANDS else [])
    if not arguments:
        parser.print_help(sys.stderr)
        return 2
    if given is not None and given not in COMMANDS:
        parser.error(_no_command(given))
    if given is not None:
        module = importlib.import_module(f"tf_spec_compat.cli.{given}")
        if hasattr(module, "arrange"):
            place = arguments.index(given) + 1
            arguments[place:] = module.arrange(arguments[place:])
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        is_late = given is not None and arguments.index(given) < arguments.index(unknown[0])
        asked = commands[options.command] if is_late else parser
        asked.error(f"unrecognized arguments: {' '.join(unknown)}; --help lists those there are")
    code: int = options.execute(options)
    return code


def _no_command(given: str) -> str:
    """Returns what to say of a command that does not exist."""
    close = difflib.get_close_matches(given, COMMANDS, n=1)
    guess = f" Did you mean {close[0]!r}?" if close else ""
    return f"there is no command {given!r}.{guess} Commands: {', '.join(COMMANDS)}."
