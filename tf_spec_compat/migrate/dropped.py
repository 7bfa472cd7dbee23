"""Homes of what other libraries dropped, where a rename is all that it takes."""

from __future__ import annotations

import functools
import re

from tf_spec_compat.names import libraries

__all__ = ["homes"]

# "use scipy.special.logsumexp", and no more words.
_ONE_PATH = re.compile(r"use ([A-Za-z_]\w*(?:\.\w+)+)")


@functools.cache
def homes(library: str) -> dict[str, str]:
    """Returns dotted path -> home, `module:attribute`, of one of `names.libraries.LIBRARIES`.

    Those are second names of a thing that is still there, and things that their library moved
    under the same name. What only has a near relative is for a person.
    """
    found = {}
    for row in libraries.dropped(library):
        if row.argument is not None or row.owner.startswith("builtins."):
            continue
        if row.is_alias and row.home is not None and not row.home.startswith("."):
            found[row.path] = _split(row.home)
        elif not row.is_alias and row.home is None:
            words = _ONE_PATH.fullmatch(row.instead)
            if words is None or words[1].partition(".")[0] not in (row.library, "numpy"):
                continue
            if row.name == "*":
                found[row.path] = f"{words[1]}:"
            elif words[1].rpartition(".")[2] == row.name or row.name.isupper():
                found[row.path] = _split(words[1])
    return found


def _split(path: str) -> str:
    if path.startswith("builtins."):
        return f"builtins:{path[9:]}"
    module, _, name = path.rpartition(".")
    return f"{module}:{name}" if module else f"{name}:"
