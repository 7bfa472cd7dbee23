"""How far a long run is, on a terminal."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TextIO

from tf_spec_compat.migrate.report.results import FileResult, count

__all__ = ["shown"]

_FIRST = 1.0  # seconds before anything is shown: most runs are over by then
_EVERY = 0.1
_CLEAR = "\r\033[K"


def shown(files: Iterable[FileResult], stream: TextIO) -> Iterator[FileResult]:
    """Yields the files, and shows meanwhile how many there were; nothing if no terminal sees it.

    The line is cleared before a file with findings goes on, since that may be written on the same
    terminal.
    """
    if not stream.isatty():
        yield from files
        return
    due = time.monotonic() + _FIRST
    is_shown = False
    for number, file in enumerate(files, 1):
        if is_shown and (file.items or file.problem):
            stream.write(_CLEAR)
            is_shown = False
        yield file
        if time.monotonic() >= due:
            stream.write(f"{_CLEAR}Checked {count(number, 'file')}")
            stream.flush()
            is_shown = True
            due = time.monotonic() + _EVERY
    if is_shown:
        stream.write(_CLEAR)
        stream.flush()
