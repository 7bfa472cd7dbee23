"""The error of the loaders whose files do not come with the package."""

from __future__ import annotations

import urllib.error

__all__ = ["MissingDataError"]


class MissingDataError(urllib.error.URLError):
    """A data file is not there and was not fetched; the message says how to provide it.

    contrib let the download's `URLError` through, so this is one, without the words that `URLError`
    puts before its message.
    """

    def __str__(self) -> str:
        return str(self.reason)
