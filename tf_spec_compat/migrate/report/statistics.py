"""How often each code was found, instead of the places."""

from __future__ import annotations

import json
from typing import TextIO

from tf_spec_compat.migrate.report.results import Summary
from tf_spec_compat.migrate.report.text import closing
from tf_spec_compat.migrate.rules import RULES

__all__ = ["write"]


def write(summary: Summary, stream: TextIO, as_json: bool = False) -> None:
    """Writes a line for each code that was found, the most frequent first.

    Args:
      summary: The counts of a run that is over.
      stream: Where to.
      as_json: Whether to write a list of objects instead.
    """
    rows = sorted(summary.codes.items(), key=lambda row: (-row[1], row[0]))
    if as_json:
        table = [
            {"code": code, "kind": RULES[code].kind, "title": RULES[code].title, "count": number}
            for code, number in rows
        ]
        json.dump(table, stream, indent=2)
        stream.write("\n")
        return
    width = max((len(f"{number:,}") for _, number in rows), default=0)
    for code, number in rows:
        stream.write(f"{number:>{width},}  {code}  {RULES[code].title} ({RULES[code].kind})\n")
    stream.writelines([*(["\n"] if rows else []), *(line + "\n" for line in closing(summary))])
