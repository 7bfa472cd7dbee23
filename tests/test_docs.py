"""The documentation says what the code says."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def test_compatibility_page_is_current():
    """docs/compatibility.md is what the package's tables make of it."""
    command = [sys.executable, str(ROOT / "tools" / "compatibility.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
