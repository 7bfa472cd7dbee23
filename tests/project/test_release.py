"""The tools of a release: the same bytes each time, pins with hashes, fragments."""

import gzip
import importlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PINS = sorted((ROOT / "requirements").glob("*-py*.txt"))


@pytest.fixture
def dist(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("dist")


@pytest.fixture
def release(dist):
    return importlib.import_module("release")


def write_tar(path, mtime, names, mode, user):
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size, member.mtime, member.mode, member.uname = 4, mtime, mode, user
            archive.addfile(member, io.BytesIO(b"text"))


def test_normalised_archives_are_the_same_bytes(dist, tmp_path):
    """Time, order, owner and rights of whoever packed it do not show in a source distribution."""
    write_tar(tmp_path / "a", 1, ["p/a", "p/b"], 0o664, "me")
    write_tar(tmp_path / "b", 2, ["p/b", "p/a"], 0o600, "you")
    for name in "ab":
        dist.normalise(tmp_path / name, tmp_path / f"{name}.gz", 1_700_000_000)
    first = (tmp_path / "a.gz").read_bytes()
    assert first == (tmp_path / "b.gz").read_bytes()
    with tarfile.open(fileobj=io.BytesIO(first)) as archive:
        assert archive.getnames() == ["p/a", "p/b"]
        assert {member.mtime for member in archive} == {1_700_000_000}
    assert b"text" in gzip.decompress(first)


def test_builds_are_the_same_bytes(dist, tmp_path):
    """A project built twice, at other times and under another name, gives the same two files."""
    # The name alone is also that of a folder in the checkout.
    pytest.importorskip("build.env", reason="a tool of `make lint`")
    for number, folder in enumerate(["one", "two"]):
        source = tmp_path / folder
        (source / "pack").mkdir(parents=True)
        (source / "pack" / "__init__.py").write_text("x = 1\n" * 99, "utf-8")
        (source / "pyproject.toml").write_text(
            '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
            '[project]\nname = "pack"\nversion = "1.0"\n[tool.setuptools]\npackages = ["pack"]\n',
            "utf-8",
        )
        (source / "pack" / "__init__.py").chmod([0o644, 0o600][number])
        dist.make(source, tmp_path / f"built {folder}", 1_700_000_000)
    one, two = (sorted((tmp_path / f"built {name}").iterdir()) for name in ("one", "two"))
    assert [path.suffix for path in one] == [".whl", ".gz"]
    for first, second in zip(one, two):
        assert first.name == second.name
        assert first.read_bytes() == second.read_bytes(), first.name


def test_release_says_what_stands_in_its_way(release, monkeypatch, tmp_path):
    """Uncommitted files, a version without its section, fragments and missing links are named."""
    for folder in ("changelog.d", "tf_spec_compat"):
        (tmp_path / folder).mkdir()
    (tmp_path / "CHANGELOG.md").write_text("## [1.0.0] - 2020-01-01\n", "utf-8")
    (tmp_path / "setup.cfg").write_text("[metadata]\nname = x\n", "utf-8")
    monkeypatch.setattr(release, "ROOT", tmp_path)
    monkeypatch.setattr(release, "run", lambda *command: "")
    assert release.problems_of("1.0.0", publish=False) == []
    (tmp_path / "changelog.d" / "+x.fixed.md").write_text("It is right.\n", "utf-8")
    monkeypatch.setattr(release, "run", lambda *command: " M setup.py\n")
    said = "\n".join(release.problems_of("1.1.0", publish=True))
    for words in ("M setup.py", "no '## [1.1.0]", "+x.fixed.md", "Source, Issues, Documentation"):
        assert words in said
    (tmp_path / "setup.cfg").write_text(
        "[metadata]\nproject_urls =\n"
        "    Source = https://h.o/r\n    Issues = https://h.o/i\n    Documentation = https://h.o/d\n",
        "utf-8",
    )
    assert release.missing_links() == []


@pytest.mark.parametrize("path", PINS, ids=lambda path: path.stem)
def test_pins_have_hashes(path):
    """Each pin has the hashes of its files, so that pip takes no other one."""
    text = path.read_text("utf-8")
    if path.stem.startswith("nightly"):
        assert "==" not in text
        return
    pins = re.split(r"\n(?=[A-Za-z])", text.partition("\n")[2])
    assert len(pins) > 10
    for pin in pins:
        assert re.match(r"[\w.-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", pin.strip()), pin[:60]


def test_fragments_have_names_that_the_changelog_takes():
    """A fragment is an issue's number or words behind `+`, and a kind; towncrier skips others."""
    kinds = re.findall(r'^directory = "(\w+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    names = [path.name for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    wrong = [
        name
        for name in names
        if not re.fullmatch(rf"(\d+|\+[\w-]+)\.({'|'.join(kinds)})\.md", name)
    ]
    assert wrong == []


def test_changelog_takes_fragments(tmp_path):
    """A fragment stands in the changelog under version and kind, above what was there."""
    pytest.importorskip("towncrier", reason="a tool of `make lint`")
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "changelog.d").mkdir()
    (tmp_path / "changelog.d" / "+x.fixed.md").write_text("It is\nright.\n", "utf-8")
    command = [sys.executable, "-m", "towncrier", "build", "--yes", "--version", "9.8.7"]
    done = subprocess.run(
        [*command, "--date", "2030-01-02"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    text = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    section = "## [9.8.7] - 2030-01-02\n\n### Fixed\n\n- It is\n  right.\n"
    assert section in text
    before, after = text.split(section)
    assert "## [" not in before
    assert before.rstrip() + "\n\n" + after.lstrip() == (
        (ROOT / "CHANGELOG.md").read_text("utf-8")
    ), "what was there stays"
