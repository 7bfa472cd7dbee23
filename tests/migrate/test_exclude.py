"""Patterns of files that are not read."""

import pytest

from tf_spec_compat.migrate.exclude import Excludes


@pytest.mark.parametrize(
    ("pattern", "path", "is_left_out"),
    [
        ("*_pb2.py", "a/b/x_pb2.py", True),
        ("*_pb2.py", "a/b/x.py", False),
        ("third_party", "a/third_party/b/x.py", True),
        ("third_party/", "a/third_party", True),
        ("a/b", "a/b/x.py", True),
        ("a/b", "c/a/b/x.py", False),
        ("./a", "a/x.py", True),
        ("./a", "c/a/x.py", False),
        ("/a", "c/a/x.py", False),
        ("a/**", "a/b/x.py", True),
        ("a/*.py", "a/x.py", True),
        ("A/*.py", "a/x.py", False),
    ],
)
def test_patterns(tmp_path, pattern, path, is_left_out):
    """Names are for any depth, paths count from the folder, and folders have all below them."""
    assert (str(tmp_path / path) in Excludes([pattern], str(tmp_path))) is is_left_out


def test_relative_paths(tmp_path, monkeypatch):
    """A path is taken as the current folder has it."""
    monkeypatch.chdir(tmp_path)
    excludes = Excludes(["sub/x.py"], str(tmp_path))
    assert "sub/x.py" in excludes
    assert "./sub/../sub/x.py" in excludes
    assert "x.py" not in excludes
