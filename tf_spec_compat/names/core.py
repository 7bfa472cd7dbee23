"""Names of TensorFlow 1 outside contrib, and what names of either need; data only."""

from __future__ import annotations

import functools
import os

from tf_spec_compat.names.tables import rows

__all__ = ["Core", "core"]


class Core:
    """What `names/core.txt` says, read once; all paths are dotted and begin with `tensorflow`.

    Attributes:
      compat: What TensorFlow 2 has in `tensorflow.compat.v1` alone.
      gone: What TensorFlow 2 has nowhere -> what to use instead.
      keras2: What needs Keras 2; a name stands for all that is below it too.
      tf215: What TensorFlow lost after 2.15, likewise.
    """

    def __init__(self, text: str) -> None:
        """Parses the table: sections in brackets; below them `namespace: name name`."""
        self.compat: frozenset[str] = frozenset()
        self.keras2: frozenset[str] = frozenset()
        self.tf215: frozenset[str] = frozenset()
        self.gone: dict[str, str] = {}
        sections = text.replace("\n    ", " ").split("\n[")[1:]
        for section in sections:
            title, _, body = section.partition("]\n")
            lines = [line.partition(": ") for line in body.splitlines() if line.strip()]
            if title == "gone":
                self.gone = {name: advice for names, _, advice in lines for name in names.split()}
                continue
            found = {f"{home}.{name}" for home, _, text in lines for name in rows({home: text})}
            setattr(self, title, frozenset(found))


@functools.cache
def core() -> Core:
    """Returns the table."""
    file = os.path.join(os.path.dirname(__file__), "core.txt")
    return Core(__loader__.get_data(file).decode())  # type: ignore[name-defined]
