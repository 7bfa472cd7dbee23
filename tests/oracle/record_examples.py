"""Records what the programs of examples/legacy print under TensorFlow 1.15.5.

python tests/oracle/record_examples.py      (with TensorFlow 1.15.5)
"""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    for program in sorted((ROOT / "examples" / "legacy").glob("*.py")):
        if program.stem == "iris_head":  # It is the demo, and has a record of its own.
            continue
        printed = subprocess.check_output([sys.executable, str(program)])
        (ROOT / "tests" / "examples" / (program.stem + ".txt")).write_bytes(printed)


if __name__ == "__main__":
    main()
