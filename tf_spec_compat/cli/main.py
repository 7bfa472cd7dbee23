"""The command `tf-spec-compat`."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from tf_spec_compat import __version__
from tf_spec_compat.cli import run

__all__ = ["main"]

# Command -> one line of help. Each is a module with `add_arguments(parser)`, `execute(options)`.
_COMMANDS = {
    "run": "run a legacy program as it is",
    "doctor": "say what is installed and what works with it",
    "signatures": "show or compare what SavedModels offer",
    "verify": "prove that a program does under this package what it did under TensorFlow 1",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
      argv: The arguments, by default those of the process.

    Returns:
      The exit code.
    """
    parser = argparse.ArgumentParser(
        prog="tf-spec-compat", description="tf.contrib.learn programs under TensorFlow 2."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, line in _COMMANDS.items():
        module = importlib.import_module(f"tf_spec_compat.cli.{name}")
        command = commands.add_parser(name, help=line, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(execute=module.execute)
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments[:1] == ["run"]:
        arguments[1:] = run.arrange(arguments[1:])
    options = parser.parse_args(arguments)
    code: int = options.execute(options)
    return code
