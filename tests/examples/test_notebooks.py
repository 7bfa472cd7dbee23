"""The notebooks of examples/notebooks print what stands below their cells.

Below the cells of legacy code that is what TF 1.15.5 printed; tools/notebooks.py says how.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "notebooks.py"
NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.ipynb"))


def run(*arguments, **environment):
    """Runs the tool with this checkout."""
    return subprocess.run(
        [sys.executable, str(TOOL), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_print_what_is_below_their_cells(tmp_path):
    """All cells of all notebooks run, and print what they did, but for roundings."""
    done = run(TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert not [*tmp_path.glob("**/*.ipynb")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_are_kept_as_jupyter_keeps_them(path):
    """A notebook is of format 4.5, explains itself first, and its cells have ids of their own."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    cells = notebook["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    assert cells[0]["cell_type"] == "markdown"
    assert cells[0]["source"][0].startswith("# ")
    printed = [output["text"] for cell in cells for output in cell.get("outputs", ())]
    assert len(printed) > 5
    assert "/tmp" not in str(printed)


def test_another_output_is_told(tmp_path):
    """A cell that prints something else is shown, with what it prints, and the status is 1."""
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": "one",
        "metadata": {},
        "outputs": [{"name": "stdout", "output_type": "stream", "text": ["1.5 apples\n"]}],
        "source": ["print('1.75 apples')"],
    }
    path = tmp_path / "apples.ipynb"
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    done = run(str(path))
    assert done.returncode == 1
    assert "apples.ipynb: this cell\nprint('1.75 apples')\nprints\n1.75 apples" in done.stdout
    cell["source"] = ["print('1.5000001 apples')"]
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert (run(str(path)).returncode, run(str(path)).stdout) == (0, "")
