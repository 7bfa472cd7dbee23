"""What type checkers see: right uses of the package pass, and each wrong one is reported.

The other files of this folder are read by the checkers and never run. `# error: CODE` marks a line
that mypy reports with this code, and pyright with its own. Only the environment of `make lint` has
the checkers.
"""

import json
import pathlib
import re
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = sorted(file for file in HERE.glob("*.py") if file.name != "test_typing.py")

# mypy's code -> pyright's rule.
RULES = {
    "arg-type": "reportArgumentType",
    "attr-defined": "reportAttributeAccessIssue",
    "call-arg": "reportCallIssue",
    "import-not-found": "reportMissingImports",
    "name-defined": "reportUndefinedVariable",
}


def marked():
    """Returns what the marks say: file name, line, mypy's code."""
    found = set()
    for file in SAMPLES:
        for number, line in enumerate(file.read_text().splitlines(), start=1):
            found |= {(file.name, number, code) for code in re.findall(r"# error: (\S+)", line)}
    assert found
    return found


def output(*command):
    """Returns what a checker says of the samples."""
    result = subprocess.run(
        [sys.executable, "-m", *command, *map(str, SAMPLES)],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE.parent.parent,
    )
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


def test_mypy_reports_the_wrong_uses_alone():
    """Strict mypy reports each marked line, with the code of the mark, and nothing else."""
    pytest.importorskip("mypy", reason="mypy is not installed here")
    reports = map(json.loads, output("mypy", "--output=json").splitlines())
    assert {
        (pathlib.Path(report["file"]).name, report["line"], report["code"])
        for report in reports
        if report["severity"] == "error"
    } == marked()


def test_pyright_reports_the_wrong_uses_alone():
    """Pyright reports each marked line, by the rule that answers to the mark, and nothing else."""
    pytest.importorskip("basedpyright", reason="basedpyright is not installed here")
    reports = json.loads(output("basedpyright", "--outputjson", "--pythonpath", sys.executable))[
        "generalDiagnostics"
    ]
    assert {
        (pathlib.Path(report["file"]).name, report["range"]["start"]["line"] + 1, report["rule"])
        for report in reports
    } == {(file, line, RULES[code]) for file, line, code in marked()}
