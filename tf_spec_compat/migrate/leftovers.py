"""`leftovers`: what is still to be done by a person in a source that the fixers have been over."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from tf_spec_compat import names
from tf_spec_compat.migrate.analysis import analyze
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.project import Project
from tf_spec_compat.names import libraries

__all__ = ["leftovers"]

# Library -> the code of its findings.
_CODES = {
    "python": "L702",
    "numpy": "L703",
    "pandas": "L704",
    "scipy": "L705",
    "sklearn": "L706",
    "others": "L707",
}


@functools.cache
def _dropped() -> dict[str, tuple[str, libraries.Dropped]]:
    """Dotted path of what a library dropped, a module or a name in it -> code and row."""
    return {
        row.path: (code, row)
        for library, code in _CODES.items()
        for row in libraries.dropped(library)
        if row.argument is None and not row.owner.startswith("builtins.")
    }


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
        code, advice = _advice(canonical(use.path))
        if code:
            span = use.span
            yield Finding(
                code,
                path,
                span.line,
                span.column + 1,
                span.end_line,
                span.end_column + 1,
                names.legacy(use.path),
                f"{names.legacy(use.path)} is gone",
                advice,
            )


def _advice(path: str) -> tuple[str, str]:
    """Returns the code of a name that is gone, `""` if it is not, and what to do."""
    legacy = names.legacy(path)
    if legacy.startswith(names.LEGACY + "."):
        return _of_contrib(legacy)
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        found = _dropped().get(".".join(parts[:end]))
        if found is not None and (end == len(parts) or found[1].name in ("*", parts[end - 1])):
            return found[0], found[1].advice
    return "", ""


def _of_contrib(path: str) -> tuple[str, str]:
    parts = path.split(".")
    if parts[2] not in names.PACKAGES:
        return "G501", names.advice(".".join(parts[:3]))
    for end in range(4, len(parts) + 1):
        part = ".".join(parts[:end])
        if names.gone(part):
            return "G502", names.advice(part)
    return "", ""
