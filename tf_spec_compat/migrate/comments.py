"""The comments `# tfsc: ignore`, `# tfsc: ignore[CODE]` and `# tfsc: ignore-file`."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from tf_spec_compat.migrate import selection

__all__ = ["Ignores"]

_MARK = "tfsc:"
_COMMENT = re.compile(r"#\s*tfsc:\s*(?P<what>[\w-]*)\s*(?:\[(?P<codes>[^\]]*)\])?")


class Ignores:
    """What the comments of a text leave out.

    Attributes:
      problems: A line for each comment that cannot be understood, as `(line, what is wrong)`.
    """

    def __init__(self, text: str) -> None:
        """Reads the comments of a Python text, one that does not parse included."""
        self.problems: list[tuple[int, str]] = []
        self._lines: dict[int, list[str]] = {}  # line -> beginnings of the codes that it ignores
        self._file: list[str] = []
        if _MARK in text:
            for line, comment in _comments(text):
                for found in _COMMENT.finditer(comment):
                    self._read(line, found["what"], found["codes"])

    def covers(self, code: str, first: int, last: int) -> bool:
        """Whether a comment on one of these lines, or for the file, leaves out a code."""
        prefixes = list(self._file)
        if self._lines:
            for line in range(first, last + 1):
                prefixes += self._lines.get(line, [])
        return any(code.startswith(prefix) for prefix in prefixes)

    def _read(self, line: int, what: str, codes: str | None) -> None:
        if what not in ("ignore", "ignore-file"):
            self.problems.append(
                (line, f"# tfsc: {what} is unknown; there are ignore, ignore[CODE] and ignore-file")
            )
            return
        try:
            patterns = ["ALL"] if codes is None else selection.split(codes)
            prefixes = [selection.matches(pattern) for pattern in patterns]
        except ValueError as error:
            self.problems.append((line, f"# tfsc: {what}[{codes}]: {error}"))
            return
        if what == "ignore-file":
            self._file += prefixes
        else:
            self._lines.setdefault(line, []).extend(prefixes)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Yields the comments with their lines."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found.append((token.start[0], token.string))
    except (tokenize.TokenError, SyntaxError):  # Python 2, or broken: the rest of it as it looks
        seen = found[-1][0] if found else 0
        found += _by_line(text.splitlines()[seen:], seen + 1)
    yield from found


def _by_line(lines: Iterable[str], first: int) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, first):
        if _MARK in line and "#" in line:
            yield number, line[line.index("#") :]
