"""Lets the reference show examples as code: an extension of griffe's, named in mkdocs.yml.

Both spellings are Google's, but griffe knows `Examples:` alone; below `Example:` it takes `>>>` for
quotations.
"""

from __future__ import annotations

import re
from typing import Any

import griffe


class Examples(griffe.Extension):
    """Reads `Example:` as `Examples:`."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Changes the docstring of an object that was read."""
        if obj.docstring:
            obj.docstring.value = re.sub(
                r"^Example:$", "Examples:", obj.docstring.value, flags=re.M
            )
