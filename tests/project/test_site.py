"""The site shows docstrings as they are meant."""

import re
from pathlib import Path

import pytest

griffe = pytest.importorskip("griffe", reason="the site is built in the environment for tools")

ROOT = Path(__file__).parents[2]


def test_examples_in_the_reference_are_code():
    """What the reference shows has its examples as examples, not as quotations in its text."""
    package = griffe.load(
        "tf_spec_compat",
        search_paths=[ROOT],
        extensions=griffe.load_extensions(str(ROOT / "tools" / "docstrings.py")),
    )
    pages = (ROOT / "docs" / "reference").glob("*.md")
    names = [name for page in pages for name in re.findall(r"^::: (\S+)", page.read_text(), re.M)]
    with_examples = 0
    for name in names:
        shown = package[name.removeprefix("tf_spec_compat.")]
        docstring = shown.docstring
        if docstring is None or ">>> " not in docstring.value:
            continue
        with_examples += 1
        sections = docstring.parse("google", returns_multiple_items=False)
        quoted = [section for section in sections if section.kind.value != "examples"]
        assert not [each for each in quoted if ">>> " in str(each.as_dict())], name
    assert with_examples > 50
