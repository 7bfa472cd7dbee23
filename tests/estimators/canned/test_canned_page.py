"""The page on canned estimators tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "canned_estimators.md"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_examples_run() -> None:
    """Each example, and what it asserts, holds."""
    page = PAGE.read_text()
    examples = [*re.finditer(r"(?<=```python\n).*?(?=```)", page, re.DOTALL)]
    assert len(examples) == 4
    names: dict[str, object] = {}
    for example in examples:
        above = "\n" * page.count("\n", 0, example.start())
        exec(compile(above + example.group(), str(PAGE), "exec"), names)
