"""Runs a selection of the tests on this TensorFlow, and keeps its row in docs/matrix.md.

python tools/matrix.py [--keep] [PYTEST ARGUMENTS ...]
"""

import argparse
import contextlib
import json
import platform
import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "matrix.md"
# What differs between releases of TensorFlow: the door, the TF1 view, `run` and doctor, the
# examples, a cluster, installing, and the oracle's cases of specs, two heads and life cycles.
SELECTION = [
    "tests/_tf",
    "tests/cli/test_doctor.py",
    "tests/cli/test_run.py",
    "tests/cli/test_run_processes.py",
    "tests/examples/test_demo.py",
    "tests/examples/test_programs.py",
    "tests/experiment/test_cluster.py",
    "tests/hook/test_cases.py",
    "tests/hook/test_libraries.py",
    "tests/hook/test_paths.py",
    "tests/hook/test_view.py",
    "tests/hook/test_view_calls.py",
    "tests/oracle/test_oracle.py",
    "tests/test_install.py",
    "-k",
    "not test_oracle or specs/ or heads/binary or heads/multi or experiment/runs or "
    "estimators/canned or estimators/checkpoints or estimators/damaged or estimators/life_cycle",
]
HEAD = """# Lines of TensorFlow

A selection of the tests, line by line: the figures of TensorFlow 1.15.5 for specs, heads, life
cycles and experiments, every private name of TensorFlow's that the package takes, the TF1 view,
`run` and `doctor`, the example programs, a cluster of processes, and installing. `make matrix` runs
it and renews this page. Before every change the whole suite runs on 2.15 and 2.21, and this
selection on 2.12, 2.16 and 2.22.

What is skipped needs Keras 2, which is not at hand where the column `tf-keras` has a dash and
TensorFlow is 2.16 or newer, or a release of Python or TensorFlow other than the line's. A release
that ends in `dev` is what TensorFlow will be: `make nightly` runs the same on its newest build.

| TensorFlow | Python | Keras | tf-keras | NumPy | protobuf | doctor | passed | skipped | failed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def installed(*names: str) -> str:
    """The version of the first of some distributions that is there, or a dash."""
    for name in names:
        with contextlib.suppress(PackageNotFoundError):
            return version(name)
    return "-"


def ask_doctor() -> str:
    """Whether doctor says that legacy programs run here."""
    command = [sys.executable, "-m", "tf_spec_compat", "doctor", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        print(done.stderr, file=sys.stderr)
        return "failed"
    for problem in report["problems"]:
        print(f"doctor: {problem}")
    return "ok" if report["ok"] else "problems"


def run_tests(arguments: list[str]) -> tuple[int, int, int]:
    """Runs the selection; how many tests passed, were skipped, and failed."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as report:
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--junitxml={report.name}"]
        subprocess.run([*command, *SELECTION, *arguments], cwd=ROOT, check=False)
        suites = list(ElementTree.parse(report.name).iter("testsuite"))
    total, skipped, failed = (
        sum(int(suite.get(name)) for suite in suites for name in names)
        for names in (["tests"], ["skipped"], ["failures", "errors"])
    )
    return total - skipped - failed, skipped, failed


def keep(row: list[Any]) -> None:
    """Puts the row in the place of its line's last one."""
    lines = PAGE.read_text("utf-8").splitlines() if PAGE.exists() else []
    rows = {line.split()[1]: line for line in lines if re.match(r"\| \d", line)}
    rows[row[0]] = f"| {' | '.join(map(str, row))} |"
    by_release = sorted(rows.values(), key=lambda line: int(line.split(".")[1]))
    PAGE.write_text(HEAD + "\n".join(by_release) + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true", help="renew the row in docs/matrix.md")
    options, arguments = parser.parse_known_args()
    doctor = ask_doctor()
    counts = run_tests(arguments)
    keras = installed("keras", "keras-nightly"), installed("tf-keras", "tf-keras-nightly")
    packages = [*keras, installed("numpy"), installed("protobuf")]
    release = installed("tensorflow", "tensorflow-cpu", "tf-nightly")
    row = [release, platform.python_version(), *packages, doctor, *counts]
    print(*row)
    if options.keep:
        keep(row)
    return 0 if doctor == "ok" and counts[0] and not counts[-1] else 1


if __name__ == "__main__":
    sys.exit(main())
