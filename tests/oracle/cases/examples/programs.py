"""What the programs of `examples/legacy` print, but for the demo, which has a test of its own."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[4]


def record_files():
    """Runs the programs, and writes what they print."""
    for program in sorted((ROOT / "examples" / "legacy").glob("*.py")):
        if program.stem != "iris_head":
            printed = subprocess.check_output([sys.executable, str(program)])
            (ROOT / "tests" / "examples" / (program.stem + ".txt")).write_bytes(printed)
