"""`[tool.tf-spec-compat]` in pyproject.toml."""

import importlib.util
import sys

import pytest

from tf_spec_compat.migrate import config
from tf_spec_compat.migrate.config import ConfigError
from tf_spec_compat.migrate.report import FORMATS

if not any(map(importlib.util.find_spec, ("tomllib", "tomli"))):
    pytest.skip("this Python reads no TOML", allow_module_level=True)

SECTION = "[tool.tf-spec-compat]\n"


def read(folder, text):
    path = folder / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    return config.read(str(path), FORMATS)


def test_all_keys(tmp_path):
    """Every key has its value, and files count from the folder of pyproject.toml."""
    settings = read(
        tmp_path,
        SECTION + 'target = "2.21"\nselect = ["G"]\nignore = ["G502"]\nexclude = ["old/*"]\n'
        'fail-on = "keras2"\noutput-format = "json"\nbaseline = "ci/base.json"\n',
    )
    assert (settings.target, settings.fail_on, settings.output_format) == (
        "2.21",
        "keras2",
        "json",
    )
    assert (settings.select, settings.ignore, settings.exclude) == (("G",), ("G502",), ("old/*",))
    assert settings.baseline == str(tmp_path / "ci" / "base.json")
    assert settings.folder == str(tmp_path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('tagret = "2.21"', "unknown key 'tagret'; keys are baseline, exclude, fail-on, ignore"),
        ('fail_on = "gone"', "unknown key 'fail_on'"),
        ("target = 2.21", "target has to be a string, not 2.21"),
        ('target = "2.20"', "there is no target '2.20'; targets are installed, 2.15"),
        ('select = "G"', "select has to be a list of strings, not 'G'"),
        ("ignore = [1]", "ignore has to be a list of strings"),
        ('select = ["Q"]', "there is no code or kind 'Q'"),
        ('fail-on = "all"', "there is no kind 'all'"),
        ('output-format = "xml"', "there is no format 'xml'"),
        ("target = ", "is no TOML"),
    ],
)
def test_mistakes(tmp_path, line, message):
    """A key or value that does not exist is an error that names the file."""
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, SECTION + line)
    assert message in str(caught.value)
    assert str(tmp_path / "pyproject.toml") in str(caught.value)


def test_section_is_no_table(tmp_path):
    """A value in place of the section is an error."""
    with pytest.raises(ConfigError, match="this is no table"):
        read(tmp_path, "[tool]\ntf-spec-compat = 1\n# tool.tf-spec-compat\n")


def test_words_elsewhere(tmp_path):
    """A file that has the words in a comment only has no settings."""
    assert read(tmp_path, "# [tool.tf-spec-compat]\n") == config.Settings()


def test_find(tmp_path):
    """The nearest file with the section counts; one without it does not hide it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(SECTION, encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert config.find(str(inner)) == str(tmp_path / "pyproject.toml")
    (inner / "pyproject.toml").write_text(SECTION, encoding="utf-8")
    assert config.find(str(inner)) == str(inner / "pyproject.toml")


def test_no_toml_reader(tmp_path, monkeypatch):
    """Where Python cannot read TOML the error says what to install."""
    for name in ("tomllib", "tomli"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigError, match=r"pip install tomli, or use Python 3\.11"):
        read(tmp_path, SECTION)
