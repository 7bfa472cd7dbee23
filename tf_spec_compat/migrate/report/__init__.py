"""Reports of `check`: a file a format, each with `write(files, summary, stream, ...)`."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Protocol, TextIO, cast

from tf_spec_compat.migrate.report.results import FileResult, Summary

__all__ = ["FORMATS", "Format", "load"]

# Format -> what it is for.
FORMATS = {
    "text": "to read",
    "json": "for programs of one's own",
    "github": "annotations of a GitHub workflow",
    "sarif": "SARIF 2.1.0, for code scanning",
    "junit": "a test report, for GitLab and Jenkins",
    "markdown": "a comment or a page",
    "html": "one page for the person who decides",
}


class Format(Protocol):
    """A module that writes one format."""

    def write(
        self, files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
    ) -> None:
        """Writes the report.

        Args:
          files: What was found, file by file; may be an iterator that checks them meanwhile.
          summary: The counts, complete when `files` is at its end.
          stream: Where to.
          colours: Whether `stream` understands ANSI colours.
        """


def load(name: str) -> Format:
    """Returns the module of a format; the others stay unloaded.

    Raises:
      ValueError: There is no such format.
    """
    if name not in FORMATS:
        raise ValueError(f"there is no format {name!r}; formats are {', '.join(FORMATS)}.")
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))
