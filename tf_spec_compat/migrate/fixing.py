"""`rewrite`: applies the fixers of a target to a source, one after the other."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Options, Sample
from tf_spec_compat.migrate.fixers.catalog import CATALOG, Entry
from tf_spec_compat.migrate.project import Project

__all__ = ["FIXERS", "Fixer", "Rewritten", "UnknownFixerError", "rewrite", "select"]


class UnknownFixerError(ValueError):
    """A name that is not one of a fixer; the message lists those that are."""


@dataclass(frozen=True)
class Fixer:
    """A row of the catalog with what does it.

    Attributes:
      entry: Name, summary, targets, safety.
      samples: What comes of what.
      fix: Returns the rewritten module of a draft, its own where there is nothing to do.
    """

    entry: Entry
    samples: tuple[Sample, ...]
    fix: Callable[[Draft], cst.Module]


@dataclass(frozen=True)
class Rewritten:
    """A source after the fixers.

    Attributes:
      text: What it is now.
      applied: The fixers that changed something, in the order in which they ran.
    """

    text: str
    applied: tuple[str, ...]


def _load(entry: Entry) -> Fixer:
    module = importlib.import_module(f"tf_spec_compat.migrate.fixers.{entry.name}")
    return Fixer(entry, module.SAMPLES, module.fix)


FIXERS: Mapping[str, Fixer] = {name: _load(entry) for name, entry in CATALOG.items()}


def select(
    target: str,
    only: Collection[str] = (),
    skip: Collection[str] = (),
    unsafe: bool = False,
) -> list[Fixer]:
    """Returns the fixers to apply, in their order.

    Args:
      target: `"shim"` or `"estimator"`.
      only: Names of fixers; none means all of the target. Who names an unsafe one wants it.
      skip: Names of fixers to leave out.
      unsafe: Whether fixers that may change what a program does are among them.

    Raises:
      UnknownFixerError: There is no fixer of one of the names.
    """
    for name in (*only, *skip):
        if name not in FIXERS:
            raise UnknownFixerError(f"there is no fixer {name!r}; there are {', '.join(FIXERS)}")
    return [
        fixer
        for name, fixer in FIXERS.items()
        if target in fixer.entry.targets
        and name not in skip
        and (name in only if only else fixer.entry.safe or unsafe)
    ]


def rewrite(
    text: str,
    fixers: Collection[Fixer],
    path: str = "<string>",
    options: Options | None = None,
    project: Project | None = None,
) -> Rewritten:
    """Applies fixers to a source; each one sees what those before it left.

    Args:
      text: The source of a module.
      fixers: What to apply, in this order.
      path: The file, for messages.
      options: What to write.
      project: Where modules beside it are looked up; by default re-exports are not followed.

    Raises:
      libcst.ParserSyntaxError: `text` is not Python 3.
    """
    applied = []
    draft = Draft(text, path, options, project)
    for fixer in fixers:
        if fixer.entry.is_for_contrib and not draft.has_contrib:
            continue
        after = fixer.fix(draft)
        code = text if after is draft.module else after.code
        if code != text:
            applied.append(fixer.entry.name)
            text = code
            draft = Draft(text, path, options, project)  # with positions and names of its own
    return Rewritten(text, tuple(applied))
