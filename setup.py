"""The part of the metadata that setup.cfg cannot state: the README, as a package index shows it.

An index has none of the files that the README links to. Where `project_urls` of setup.cfg name the
`Source`, links lead there, to the release's own files; until then they are plain text.
"""

import configparser
import re
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).parent


def read_version() -> str:
    """The version, from its one place."""
    text = (ROOT / "tf_spec_compat" / "__init__.py").read_text("utf-8")
    return re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)[1]


def read_source() -> str:
    """The address of the repository, or nothing."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    rows = settings.get("metadata", "project_urls", fallback="").strip().splitlines()
    urls = dict(map(str.strip, row.split("=", 1)) for row in rows)
    return urls.get("Source", "").rstrip("/")


def describe(text: str, source: str, version: str) -> str:
    """The README with links that hold anywhere."""

    def link(match: "re.Match[str]") -> str:
        words, target = match.groups()
        return f"[{words}]({source}/blob/v{version}/{target})" if source else words

    return re.sub(r"(?<!!)\[([^\]]+)\]\((?!\w+:|#)([^)\s]+)\)", link, text)


if __name__ == "__main__":
    readme = (ROOT / "README.md").read_text("utf-8")
    setup(
        long_description=describe(readme, read_source(), read_version()),
        long_description_content_type="text/markdown",
    )
