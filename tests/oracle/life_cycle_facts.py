"""How the life cycle's cases are run, and what is written down."""

import shutil
import tempfile

from .facts import plain
from .harness import class_names

__all__ = ["Facts", "attempt"]


class Facts(object):
    """A case for `harness.observe`."""

    def __init__(self, function, *args, **kwargs):
        self._call = lambda folder: function(folder, *args, **kwargs)

    def facts(self):
        """Gives the facts, and the names of an error's classes where there was one."""
        folder = tempfile.mkdtemp()
        try:
            return self._call(folder)
        finally:
            shutil.rmtree(folder)


def attempt(function, *args, **kwargs):
    """Gives plain data, or the names of the classes of what was raised."""
    try:
        return plain(function(*args, **kwargs))
    except Exception as error:  # noqa: BLE001 - the type is the thing recorded
        return {"raised": class_names(error)}
