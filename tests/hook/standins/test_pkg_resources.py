"""The module `pkg_resources`."""

import os
from importlib import metadata

import pytest

from tf_spec_compat.hook.standins import pkg_resources


def test_get_distribution():
    """A package tells its release; one that is missing or too old says which."""
    found = pkg_resources.get_distribution("numpy>=1.0")
    assert (found.version, found.key) == (metadata.version("numpy"), "numpy")
    assert found.parsed_version > pkg_resources.parse_version("1.9.9")
    assert os.path.isdir(os.path.join(found.location, "numpy"))
    assert found.get_metadata("METADATA").startswith("Metadata-Version")
    with pytest.raises(FileNotFoundError, match=r"numpy .* has no metadata 'NONE'"):
        found.get_metadata("NONE")
    with pytest.raises(pkg_resources.DistributionNotFound, match="'nonesuch>1' distribution was"):
        pkg_resources.get_distribution("nonesuch>1")
    with pytest.raises(pkg_resources.VersionConflict, match=r"numpy .* but numpy<1 is required"):
        pkg_resources.get_distribution("numpy<1")


def test_require():
    """What is required comes with what it requires; lists of lines have comments."""
    names = {each.key for each in pkg_resources.require(["packaging\n# none\n", "absl-py  # some"])}
    assert names == {"packaging", "absl-py"}
    assert "pytest" in pkg_resources.working_set.by_key
    needed = {each.key for each in pkg_resources.require("pytest")}
    assert needed > {"pytest", "pluggy"}
    with pytest.raises(pkg_resources.RequirementParseError):
        pkg_resources.get_distribution("a b")


def test_entry_points(tmp_path, monkeypatch):
    """Entry points are found by group and name; of a package that is there twice, the first's."""
    for folder, value in (("one", "linesep"), ("two", "sep")):
        info = tmp_path / folder / "twice-1.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Name: twice\nVersion: 1\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[twice]\na = os:{value}\n", "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path / folder))
    (point,) = pkg_resources.iter_entry_points("twice", "a")
    assert point.load() == os.sep
    assert not list(pkg_resources.iter_entry_points("twice", "b"))


def test_resources(tmp_path, monkeypatch):
    """Files beside a package are found and read."""
    (tmp_path / "withdata" / "deep").mkdir(parents=True)
    (tmp_path / "withdata" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "withdata" / "deep" / "a.txt").write_bytes(b"text")
    monkeypatch.syspath_prepend(str(tmp_path))
    path = pkg_resources.resource_filename("withdata", "deep/a.txt")
    assert path == str(tmp_path / "withdata" / "deep" / "a.txt")
    assert pkg_resources.resource_filename("withdata.deep", "") == str(tmp_path / "withdata/deep")
    assert pkg_resources.resource_string("withdata", "deep/a.txt") == b"text"
    with pkg_resources.resource_stream("withdata", "deep/a.txt") as file:
        assert file.read(2) == b"te"
    assert pkg_resources.resource_listdir("withdata", "deep") == ["a.txt"]
    assert pkg_resources.resource_isdir("withdata", "deep")
    assert not pkg_resources.resource_exists("withdata", "b.txt")
    assert not pkg_resources.resource_isdir("withdata", "deep/a.txt")
    pkg_resources.declare_namespace("withdata")
    with pytest.raises(FileNotFoundError):
        pkg_resources.resource_string("withdata", "b.txt")
