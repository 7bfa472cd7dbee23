"""`Finding`: one place of a program that has to do with leaving TensorFlow 1."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KINDS", "Finding", "kind_of"]

# First letter of a code -> the kind of finding.
KINDS = {
    "R": "runs",
    "D": "differs",
    "K": "keras2",
    "V": "tf215",
    "G": "gone",
    "U": "unseen",
    "L": "library",
    "S": "structure",
}


def kind_of(code: str) -> str:
    """Returns the kind that a code is of.

    >>> kind_of("G501")
    'gone'

    Raises:
      ValueError: `code` begins with none of the letters of `KINDS`.
    """
    kind = KINDS.get(code[:1])
    if kind is None:
        raise ValueError(f"{code!r} is no code; codes begin with {', '.join(KINDS)}.")
    return kind


@dataclass(frozen=True)
class Finding:
    """One place of a program, and what it means on the way out of TensorFlow 1.

    Attributes:
      code: A code of `migrate.rules.RULES`, such as `"R101"`.
      path: The file, as it was given.
      line: The first line, from 1; in a notebook that of the cell.
      column: The first column, from 1, in characters.
      end_line: The last line, from 1.
      end_column: The column after the last character, from 1.
      name: The full legacy name, `tensorflow.contrib.learn.Estimator`, the path of another library,
        or the name of the structure.
      message: One line on what it is.
      advice: What to do about it; `""` if there is nothing to do.
      cell: The cell of a notebook, from 1; None elsewhere.
      fixer: The name of the fixer of `migrate` that does it, or None.
      safe: Whether that fixer is one of those that run without `--unsafe-fixes`.
    """

    code: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    name: str
    message: str
    advice: str = ""
    cell: int | None = None
    fixer: str | None = None
    safe: bool = False

    @property
    def kind(self) -> str:
        """The kind, by the first letter of the code."""
        return kind_of(self.code)
