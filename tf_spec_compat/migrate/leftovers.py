"""`leftovers`: what is still to be done by a person in a source that the fixers have been over."""

from __future__ import annotations

from collections.abc import Iterator

from tf_spec_compat import names
from tf_spec_compat.migrate.analysis import analyze
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.project import Project
from tf_spec_compat.migrate.target import TARGETS
from tf_spec_compat.migrate.verdict import judge

__all__ = ["leftovers"]


def leftovers(text: str, path: str, project: Project | None = None) -> Iterator[Finding]:
    """Yields each use of a name that is gone, with what to use instead.

    Args:
      text: The source.
      path: Its file.
      project: Where modules beside it are looked up.

    Raises:
      SyntaxError: The source cannot be parsed.
    """
    for use in analyze(text, path, project=project).uses:
        verdict = judge(use.path, TARGETS["2.15"])
        if verdict is not None and verdict.code[0] in "GL":
            span = use.span
            yield Finding(
                verdict.code,
                path,
                span.line,
                span.column + 1,
                span.end_line,
                span.end_column + 1,
                names.legacy(use.path),
                verdict.message,
                verdict.advice,
            )
