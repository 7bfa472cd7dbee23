"""What each code means."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass

from tf_spec_compat.migrate.finding import kind_of

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True)
class Rule:
    """One code of `check`.

    Attributes:
      code: The code, `"R101"`; stable.
      title: A few words.
      explanation: Markdown with an example, for `--explain`.
    """

    code: str
    title: str
    explanation: str

    @property
    def kind(self) -> str:
        """The kind of the findings, by the first letter of the code."""
        return kind_of(self.code)


@functools.cache
def _rules() -> dict[str, Rule]:
    file = os.path.join(os.path.dirname(__file__), "rules.md")
    text: str = __loader__.get_data(file).decode()  # type: ignore[name-defined]
    found = {}
    for section in text.split("\n## ")[1:]:
        heading, _, explanation = section.partition("\n")
        code, _, title = heading.partition(": ")
        found[code] = Rule(code, title, explanation.strip())
    return found


# Code -> rule, in the order of the codes; `migrate/rules.md` has the texts.
RULES: dict[str, Rule] = _rules()
