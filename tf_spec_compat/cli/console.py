"""What a terminal can show."""

from __future__ import annotations

import os
from typing import TextIO

__all__ = ["has_colours", "painted"]

_CODES = {"bad": "31", "good": "32", "strong": "1", "faint": "2", "place": "36"}


def has_colours(stream: TextIO) -> bool:
    """Whether to write colours to a stream: to a terminal, unless the user says otherwise.

    The variable `NO_COLOR` (https://no-color.org) forbids them and `FORCE_COLOR` wants them, in a
    log of CI for instance; `TERM=dumb` cannot show them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, colour: str, colours: bool) -> str:
    """Returns the text in a colour.

    Args:
      text: What to show.
      colour: "bad", "good", "strong", "faint" or "place".
      colours: Whether there are colours; if not, the text stays as it is.
    """
    return f"\033[{_CODES[colour]}m{text}\033[0m" if colours else text
