"""This package against what TF 1.15.5 did, case by case."""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from tf_spec_compat._tf import legacy_keras_problem, tf1

from . import compare
from .differences import DIFFERENCES, rows
from .group import GOLDEN
from .groups import GROUPS

HAS_PANDAS = importlib.util.find_spec("pandas") is not None
ROOT = Path(__file__).parents[2]
RECORDED = {
    key: group.golden() for key, group in sorted(GROUPS.items()) if os.path.exists(group.path)
}
ALL = [(key, name) for key, cases in RECORDED.items() for name in cases]


@functools.lru_cache(maxsize=None)
def _apart(key: str) -> Any:
    """Gives the records of the cases that a process of its own observes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "observed.json")
        paths = os.pathsep.join([str(ROOT), *sys.path])
        environment = {**os.environ, "PYTHONPATH": paths}
        if GROUPS[key].keras2:
            environment["TF_USE_LEGACY_KERAS"] = "1"
        program = [sys.executable, "-m", "tests.oracle.groups", key, path]
        subprocess.run(program, check=True, cwd=ROOT, env=environment, capture_output=True)
        return json.loads(Path(path).read_text("utf-8"))


def _observe(key: str, name: str) -> Any:
    group = GROUPS[key]
    needs_keras2 = group.needs_keras2(name) and legacy_keras_problem() is not None
    if group.needs_pandas(name) and not HAS_PANDAS:
        pytest.skip("pandas is not installed")
    if needs_keras2 and importlib.util.find_spec("tf_keras") is None:
        pytest.skip("Keras 2 is not installed")
    if needs_keras2 or group.tf1_behavior:
        return _apart(key)[name]
    before = tf1.logging.get_verbosity()
    tf1.logging.set_verbosity(tf1.logging.FATAL)
    try:
        return group.observe(name)
    finally:
        tf1.logging.set_verbosity(before)


def test_every_golden_file_has_a_group() -> None:
    """Each golden file is of a group in the tables of the rooms."""
    found = {str(path.relative_to(GOLDEN).with_suffix("")) for path in Path(GOLDEN).rglob("*.json")}
    assert found == set(RECORDED)


@pytest.mark.parametrize("key", sorted(RECORDED))
def test_golden_has_exactly_the_cases(key: str) -> None:
    """The golden file of a group holds its cases, no more and no fewer."""
    golden = [name for name in RECORDED[key] if HAS_PANDAS or not GROUPS[key].needs_pandas(name)]
    assert sorted(golden) == sorted(GROUPS[key].cases())


@pytest.mark.parametrize(("key", "name"), ALL, ids=["%s/%s" % case for case in ALL])
def test_case(key: str, name: str) -> None:
    """A case gives what TF 1.15.5 gave, and differs exactly where the table says so."""
    group, golden = GROUPS[key], RECORDED[key][name]
    found = compare.differences(golden, _observe(key, name), name, group.tolerance)
    expected = rows(key, name)
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[3]) for row in expected)]
    assert not unexpected, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    stale = [row for row in expected if not any(fnmatchcase(d[0], row[3]) for d in found)]
    assert not stale, "no longer differs: %r" % (stale,)


@pytest.mark.parametrize(
    "row", [row for row in DIFFERENCES if row[0] != "names"], ids=lambda row: "/".join(row[:4])
)
def test_differences_name_cases(row: tuple[str, ...]) -> None:
    """Each deliberate difference names cases that exist; tests of names look at theirs."""
    assert any(row in rows(key, name) for key, name in ALL)
