"""Compares what a package of contrib does here with what TF 1.15.5 did."""

import json
import math
from pathlib import Path

import pytest

from tests.oracle import package_cases


def recorded(name):
    return json.loads(Path(package_cases.golden(name)).read_text())


def close(value):
    """JSON data with floats that compare approximately."""
    if isinstance(value, dict):
        return {key: close(item) for key, item in value.items()}
    if isinstance(value, list):
        return [close(item) for item in value]
    if isinstance(value, float):
        return pytest.approx(value, rel=1e-5, abs=1e-6, nan_ok=math.isnan(value))
    return value


def check(expected, found, words=False):
    """Asserts agreement: figures, names, and the type of an error; with `words`, its words too."""
    if isinstance(expected, dict) and "error" in expected:
        assert isinstance(found, dict), found
        assert expected["error"] in found.get("error", []), found
        if words:
            assert expected["message"].strip(".'\"") in found["message"]
    else:
        assert found == close(expected)
