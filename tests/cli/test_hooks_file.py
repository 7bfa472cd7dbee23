"""The hooks that pre-commit finds in this repository."""

import re
from pathlib import Path

import pytest

from tf_spec_compat.cli.main import main

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
ENTRIES = re.findall(r"entry: tf-spec-compat (.+)", HOOKS.read_text("utf-8"))


def test_there_are_two():
    """`check` and `migrate` are offered."""
    assert [entry.split()[0] for entry in ENTRIES] == ["check", "migrate"]


@pytest.mark.parametrize("entry", ENTRIES)
def test_entries_run(entry, tmp_path, capsys):
    """pre-commit calls the command with the files that changed; a clean one passes."""
    if entry.startswith("migrate"):
        pytest.importorskip("libcst")
    path = tmp_path / "a.py"
    path.write_text("import json\n", encoding="utf-8")
    assert main([*entry.split(), str(path)]) == 0
    assert path.read_text("utf-8") == "import json\n"
