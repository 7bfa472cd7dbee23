"""The page on RNN estimators shows a program that does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "rnn_estimators.md"


def test_the_worked_example_learns(capsys: pytest.CaptureFixture[str]) -> None:
    """The example trains to an accuracy that guessing does not reach."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    exec(compile(program, str(PAGE), "exec"), {"__name__": "example"})
    printed = capsys.readouterr().out
    (accuracy, probability) = re.findall(r"\d\.\d\d", printed)
    assert float(accuracy) > 0.85
    assert 0 <= float(probability) <= 1
