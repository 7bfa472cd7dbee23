"""A baseline: the findings that a code base has already, so that only new ones fail.

Each is known by its file, code, name and how often it is there, not by its line, which moves.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tf_spec_compat.migrate.report.results import Item

__all__ = ["Baseline", "BaselineError"]

_LAYOUT = 1
_Key = tuple[str, str, str]  # path from the baseline's folder, code, name


class BaselineError(ValueError):
    """A baseline that cannot be used; the message names the file and what to do."""


class Baseline:
    """The findings of an earlier run.

    Attributes:
      gone: How many of them are no more, of the files that went through `mark`.
    """

    def __init__(self, path: str, target: str) -> None:
        """Makes an empty baseline.

        Args:
          path: The file, which need not be there yet; paths in it count from its folder.
          target: The target of `check` that the findings are of.
        """
        self.path = path
        self.gone = 0
        self._folder = os.path.dirname(os.path.abspath(path))
        self._target = target
        self._lines: dict[_Key, list[str]] = {}  # the source lines that the findings begin in
        self._checked: dict[str, dict[_Key, list[str]]] = {}  # path -> what is there now

    @classmethod
    def read(cls, path: str, target: str) -> Baseline:
        """Returns the baseline of a file.

        Raises:
          BaselineError: There is no such file, it is no baseline, or one of another target.
        """
        baseline = cls(path, target)
        try:
            with open(path, encoding="utf-8") as stream:
                document = json.load(stream)
        except FileNotFoundError:
            raise BaselineError(
                f"there is no baseline {path}; --write-baseline makes it."
            ) from None
        except (OSError, ValueError) as error:
            raise BaselineError(f"the baseline {path} cannot be read: {error}") from error
        try:
            layout, of = document["layout"], document["target"]
            baseline._lines = dict(map(_entry, document["findings"]))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BaselineError(
                f"{path} is no baseline of tf-spec-compat check ({type(error).__name__}: {error}); "
                "--write-baseline writes one."
            ) from error
        if layout != _LAYOUT:
            raise BaselineError(
                f"the baseline {path} has layout {layout!r}, this release reads {_LAYOUT}; "
                "renew it with --write-baseline."
            )
        if of != target:
            raise BaselineError(
                f"the baseline {path} was written for --target {of}, this run is for {target}; "
                "give that target, or another baseline."
            )
        return baseline

    def mark(
        self, path: str, items: Iterable[Item], counts: Callable[[str], bool]
    ) -> tuple[Item, ...]:
        """Returns the findings of a file, those of the baseline marked as known.

        Where there are more than the baseline has, the new ones are those whose lines it does not
        have, then the last.

        Args:
          path: The file.
          items: All of its findings.
          counts: Says of a code whether the baseline is about it.
        """
        within = self._within(path)
        groups: dict[_Key, list[int]] = defaultdict(list)
        found = list(items)
        for index, item in enumerate(found):
            if counts(item.finding.code):
                groups[within, item.finding.code, item.finding.name].append(index)
        self._checked[within] = {
            key: [found[index].text.strip() for index in group] for key, group in groups.items()
        }
        for key, group in groups.items():
            for index in _known(self._checked[within][key], self._lines.get(key, [])):
                found[group[index]] = replace(found[group[index]], known=True)
        for key, lines in self._lines.items():
            if key[0] == within and counts(key[1]):
                self.gone += max(len(lines) - len(groups.get(key, [])), 0)
        return tuple(found)

    def forget_missing(self, counts: Callable[[str], bool]) -> None:
        """Counts what was in files that exist no more as gone; called when all are checked."""
        for (within, code, _), lines in self._lines.items():
            if within not in self._checked and counts(code) and not self._exists(within):
                self.gone += len(lines)

    def text(self, counts: Callable[[str], bool]) -> tuple[str, int]:
        """Returns the new baseline as text, and how many findings it has.

        It has what the checked files have now. Of files that were not checked it keeps what it
        had, if they still exist; and so of codes that `counts` leaves out.
        """
        now: dict[_Key, list[str]] = {}
        for key, lines in self._lines.items():
            is_other = key[0] not in self._checked and self._exists(key[0])
            if is_other or (key[0] in self._checked and not counts(key[1])):
                now[key] = lines
        for groups in self._checked.values():
            now.update(groups)
        findings = [
            {"path": path, "code": code, "name": name, "count": len(lines), "lines": sorted(lines)}
            for (path, code, name), lines in sorted(now.items())
        ]
        document = {"layout": _LAYOUT, "target": self._target, "findings": findings}
        total = sum(len(lines) for lines in now.values())
        return json.dumps(document, indent=1, ensure_ascii=False) + "\n", total

    def _within(self, path: str) -> str:
        return os.path.relpath(os.path.abspath(path), self._folder).replace(os.sep, "/")

    def _exists(self, within: str) -> bool:
        return os.path.exists(os.path.join(self._folder, within))


def _entry(row: Any) -> tuple[_Key, list[str]]:
    """Returns a row of the file as key and lines."""
    key, lines = (row["path"], row["code"], row["name"]), row["lines"]
    if not (all(isinstance(text, str) for text in (*key, *lines)) and isinstance(lines, list)):
        raise ValueError(f"not all of {row!r} is text")
    if row["count"] != len(lines):
        raise ValueError(f"count is {row['count']!r}, and lines has {len(lines)}")
    return key, lines


def _known(now: list[str], before: list[str]) -> set[int]:
    """Returns which of the findings with the lines `now` were there `before`."""
    left = Counter(before)
    known = set()
    for index, line in enumerate(now):
        if left[line] > 0:
            left[line] -= 1
            known.add(index)
    for index in range(len(now)):
        if len(known) == len(before):
            break
        known.add(index)
    return known
