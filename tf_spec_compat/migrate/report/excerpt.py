"""A line of source with a place marked below it, in columns as a terminal shows them."""

from __future__ import annotations

import unicodedata

__all__ = ["excerpt"]

_TAB = 4
_WIDTH = 96  # columns that are shown of a long line
_BEFORE = 20  # of which before the place, where it is far to the right


def excerpt(text: str, column: int, end_column: int | None) -> tuple[str, str]:
    r"""Returns a line as it can be printed, and the line of carets for below it.

    Tabs become spaces, wide characters count as two columns and combining ones as none, control
    characters are shown as U+FFFD, and of a very long line the part around the place is taken.

    Args:
      text: The line.
      column: The first column of the place, from 1, in characters.
      end_column: The column after it; None for the end of the line, where the place goes on below.

    >>> excerpt("\tlearn.run()", 2, 7)
    ('    learn.run()', '    ^^^^^')
    """
    text = text.rstrip("\r\n")
    length = len(text.rstrip())
    start = min(column - 1, length)
    end = length if end_column is None else min(end_column - 1, length)
    pieces, edges, width = [], [0], 0
    for character in text[:length]:
        piece, columns = _shown(character, width)
        pieces.append(piece)
        width += columns
        edges.append(width)
    first, last = 0, length
    if width > _WIDTH:
        if edges[start] > _WIDTH // 2:
            first = next(i for i in range(length) if edges[i] >= edges[start] - _BEFORE)
        last = next(
            (i for i in range(length, first, -1) if edges[i] - edges[first] <= _WIDTH), length
        )
    end = max(min(end, last), start)
    before = "..." if first else ""
    after = "..." if last < length else ""
    indent = len(before) + edges[start] - edges[first]
    line = before + "".join(pieces[first:last]) + after
    return line, " " * indent + "^" * max(edges[end] - edges[start], 1)


def _shown(character: str, column: int) -> tuple[str, int]:
    """Returns what stands for a character, and how many columns that takes."""
    if character == "\t":
        columns = _TAB - column % _TAB
        return " " * columns, columns
    category = unicodedata.category(character)
    if category in ("Mn", "Me"):
        return character, 0
    if category.startswith("C"):  # a terminal would obey it, or reorder the line
        return "\ufffd", 1
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
