"""Which findings count: kinds in their order, targets, codes that are selected or ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tf_spec_compat.migrate.finding import KINDS, kind_of
from tf_spec_compat.migrate.rules import RULES

__all__ = ["ORDER", "POLICIES", "Policy", "Selection", "failing_kinds", "matches", "split"]

# Kinds, those that hold up most first: `--fail-on KIND` is that kind and those before it.
ORDER = ("gone", "tf215", "keras2", "unseen", "library", "differs", "runs", "structure")

_LETTERS = {kind: letter for letter, kind in KINDS.items()}


@dataclass(frozen=True)
class Policy:
    """What `check` does for a place where a program is to go.

    Attributes:
      title: What a person calls it.
      fail_on: The kind at which `check` fails, unless `--fail-on` says otherwise.
      quiet: Kinds that need nothing there, so that lists for people only count them.
    """

    title: str
    fail_on: str
    quiet: frozenset[str] = frozenset()


_NOTHING_TO_DO = frozenset({"runs", "structure"})
POLICIES = {
    "installed": Policy("the installed TensorFlow with tf_spec_compat", "tf215", _NOTHING_TO_DO),
    "2.15": Policy("TensorFlow 2.15 with tf_spec_compat", "tf215", _NOTHING_TO_DO),
    "2.21": Policy("TensorFlow 2.21 with tf_spec_compat", "tf215", _NOTHING_TO_DO),
    "estimator": Policy("tf.estimator, without tf.contrib", "runs"),
    "native": Policy("TensorFlow 2 alone, without tf.contrib and tf.estimator", "structure"),
}


def failing_kinds(fail_on: str) -> frozenset[str]:
    """Returns the kinds that fail at a level.

    >>> sorted(failing_kinds("tf215"))
    ['gone', 'tf215']

    Raises:
      ValueError: There is no such kind.
    """
    if fail_on not in ORDER:
        raise ValueError(f"there is no kind {fail_on!r}; kinds are {', '.join(ORDER)}.")
    return frozenset(ORDER[: ORDER.index(fail_on) + 1])


def matches(pattern: str) -> str:
    """Returns the beginning of the codes that a code, the beginning of one or a kind stands for.

    >>> matches("gone"), matches("l7"), matches("R101")
    ('G', 'L7', 'R101')

    Raises:
      ValueError: No code begins like that.
    """
    prefix = _LETTERS.get(pattern.lower(), pattern.upper())
    if pattern.upper() == "ALL":
        return ""
    if not prefix or not any(code.startswith(prefix) for code in RULES):
        raise ValueError(
            f"there is no code or kind {pattern!r}; codes begin with one of "
            f"{', '.join(KINDS)}, kinds are {', '.join(ORDER)}."
        )
    return prefix


class Selection:
    """The codes to report."""

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        """Makes the selection.

        Args:
          select: Codes, beginnings of codes or kinds; empty for all.
          ignore: What to leave out of them. Where both name a code the longer name wins, as in
            `select=["L703"], ignore=["L"]`, and `ignore` of two that are as long.

        Raises:
          ValueError: One of them is no code.
        """
        self._select = [matches(pattern) for pattern in select]
        self._ignore = [matches(pattern) for pattern in ignore]

    def __contains__(self, code: str) -> bool:
        """Whether findings with this code are reported at all."""
        chosen = _longest(self._select or [""], code)
        return chosen >= 0 and chosen > _longest(self._ignore, code)

    def names(self, code: str) -> bool:
        """Whether the code is selected by name, and not because all are."""
        return _longest(self._select, code) >= 0

    def lists(self, code: str, target: Policy) -> bool:
        """Whether lists for people show these findings, or only count them."""
        return self.names(code) or kind_of(code) not in target.quiet


def _longest(prefixes: Iterable[str], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def split(value: str) -> list[str]:
    """Returns the entries of a list such as `"G, R101"`."""
    return [entry for entry in re.split(r"[,\s]+", value) if entry]
