"""The commands, and the parser of their arguments."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable

from tf_spec_compat import __version__

__all__ = ["COMMANDS", "PROGRAM", "build_parser"]

PROGRAM = "tf-spec-compat"

# Command -> its line of help. Each is a module with `add_arguments(parser)`, `execute(options)`
# and, if need be, `arrange(arguments)`.
COMMANDS = {
    "run": "run a legacy program as it is",
    "check": "say what a code base uses of TensorFlow 1, and what becomes of it",
    "migrate": "rewrite a legacy code base, step by step",
    "doctor": "say what is installed and what works with it",
    "signatures": "show or compare what SavedModels offer",
    "verify": "prove that a program does under this package what it did under TensorFlow 1",
    "completion": "print a script that completes these commands in a shell",
}

_EPILOG = """\
examples:
  tf-spec-compat doctor                      does it work here
  tf-spec-compat run train.py --steps=1000   in place of python train.py --steps=1000
  tf-spec-compat check .                     what will not run, and why
  tf-spec-compat migrate .                   the way out, as a diff
  tf-spec-compat COMMAND --help
"""


class _Formatter(argparse.HelpFormatter):
    """Fills paragraphs, and leaves examples as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(
            block.rstrip()
            if block.startswith("example")
            else super(_Formatter, self)._fill_text(block, width, indent)
            for block in text.split("\n\n")
        )


def build_parser(
    names: Iterable[str],
) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """Returns a parser that knows all commands, and the arguments of some.

    Args:
      names: The commands whose arguments are wanted; only their modules are loaded.

    Returns:
      The parser, and those of the commands by their names.
    """
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Run programs of TensorFlow 1 under TensorFlow 2, and move them on.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(
        title="commands", dest="command", required=True, metavar="COMMAND"
    )
    parsers = {}
    for name, line in COMMANDS.items():
        command = commands.add_parser(
            name, help=line, formatter_class=_Formatter, allow_abbrev=False
        )
        parsers[name] = command
        if name in names:
            module = importlib.import_module(f"tf_spec_compat.cli.{name}")
            command.description = module.__doc__
            module.add_arguments(command)
            command.set_defaults(execute=module.execute)
    return parser, parsers
