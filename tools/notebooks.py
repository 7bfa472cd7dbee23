"""Runs the notebooks of examples/notebooks, and keeps in them what their cells print.

    python tools/notebooks.py                        runs all; says which cells print something else
    python tools/notebooks.py --write head.ipynb     writes into it what its cells print

Run it with --write under TensorFlow 1.15.5 first, and then here: the cells of legacy code keep what
they printed there, so that the tests compare this package with it. Cells that are marked with the
tag `tf_spec_compat` are about this package, and keep what they print here.

It takes the place of Jupyter for what these notebooks use: `%load_ext`, `%%writefile` and `!`. It
is written in Python 3.7, and there is no IPython in the environments of the tests.
"""

import argparse
import ast
import contextlib
import importlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "notebooks"
TAG = "tf_spec_compat"

IS_TF1 = sys.version_info < (3, 8)  # no later Python has TensorFlow 1.15.5


class Shell:
    """What runs cells: as much of IPython's as `load_ipython_extension` and magics need."""

    def __init__(self) -> None:
        self.ast_transformers = []  # type: list[ast.NodeTransformer]
        self.names = {"__name__": "__main__"}
        # A program that `!python` starts is of the same environment.
        bin_folder = os.path.dirname(sys.executable)
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([bin_folder, os.environ.get("PATH", "")]),
        }

    def run(self, source: str) -> str:
        """Runs a cell, and returns what it printed."""
        written = io.StringIO()
        with contextlib.redirect_stdout(written):
            first, _, rest = source.partition("\n")
            if first.startswith("%%writefile "):
                Path(first.split()[1]).write_text(rest + "\n", encoding="utf-8")
            elif first.startswith("%load_ext "):
                if not IS_TF1:
                    importlib.import_module(first.split()[1]).load_ipython_extension(self)
            elif first.startswith("!"):
                for line in source.splitlines():
                    self._command(line[1:])
            else:
                self._execute(source)
        return written.getvalue()

    def _command(self, command: str) -> None:
        if IS_TF1:  # where a legacy program needs no help
            command = command.replace("python -m tf_spec_compat run ", "python ")
        done = subprocess.run(
            command,
            shell=True,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        print(done.stdout, end="")
        if done.returncode > 1:  # 1 is what `check` says of a program with something left to do
            raise RuntimeError(f"{command!r} failed:\n{done.stderr}")

    def _execute(self, source: str) -> None:
        tree = ast.parse(source)
        for transformer in self.ast_transformers:
            tree = transformer.visit(tree)
        exec(compile(ast.fix_missing_locations(tree), "<cell>", "exec"), self.names)


def run(notebook: dict) -> "list[tuple[dict, str]]":
    """Returns the code cells of a notebook that are for this TensorFlow, with what they print."""
    shell, printed = Shell(), []
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell["cell_type"] != "code" or (IS_TF1 and is_new(cell)):
            continue
        try:
            printed.append((cell, shell.run("".join(cell["source"]))))
        except Exception as error:
            raise RuntimeError(f"cell {number} failed: {error!r}") from error
    return printed


def is_new(cell: dict) -> bool:
    """Says whether a cell is about this package."""
    return TAG in cell["metadata"].get("tags", ())


def kept(cell: dict) -> str:
    """Returns what is written in the notebook below a cell."""
    return "".join(line for output in cell["outputs"] for line in output["text"])


def words(text: str) -> "list[object]":
    """Returns the words of an output, numbers as such."""
    parts = re.findall(r"-?\d+\.\d+(?:e-?\d+)?|[^\s\d]+|\d+", text)
    return [float(part) if re.match(r"-?\d+\.\d", part) else part for part in parts]


def same(before: str, now: str) -> bool:
    """Says whether two outputs differ by no more than roundings."""
    old, new = words(before), words(now)
    return len(old) == len(new) and all(
        abs(one - other) <= 2e-3 * abs(one) + 2e-4
        if isinstance(one, float) and isinstance(other, float)
        else one == other
        for one, other in zip(old, new)
    )


def main() -> int:
    """Does what the arguments say; returns 1 if a cell prints something else."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("notebooks", nargs="*", help="files in examples/notebooks; all of them")
    parser.add_argument("--write", action="store_true", help="write what the cells print")
    arguments = parser.parse_args()
    sys.path.insert(0, "")  # modules that a notebook writes
    paths = [FOLDER / name for name in arguments.notebooks] or sorted(FOLDER.glob("*.ipynb"))
    code = 0
    for path in paths:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        home = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                printed = run(notebook)
            finally:
                os.chdir(home)
        for cell, text in printed:
            if not same(kept(cell), text):
                code = 1
                print(f"{path.name}: this cell\n{''.join(cell['source'])}\nprints\n{text}")
            if arguments.write and is_new(cell) != IS_TF1:
                output = {"name": "stdout", "output_type": "stream", "text": text.splitlines(True)}
                cell["outputs"] = [output] if text else []
        if arguments.write:
            text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
            path.write_text(text, encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
