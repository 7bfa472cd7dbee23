"""`replace`: another text in the place of a file's, at once or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile

__all__ = ["replace"]


def replace(path: str, text: str, encoding: str) -> None:
    """Puts a text in the place of a file's; its mode stays, and links stay links.

    Args:
      path: The file.
      text: What it is to have, with its line ends.
      encoding: `"utf-8-sig"` is UTF-8 with a byte order mark.

    Raises:
      OSError: The file or its folder cannot be written; the file is as it was.
      UnicodeEncodeError: The encoding has not all characters of the text.
    """
    real = os.path.realpath(path)
    data = text.encode(encoding)
    if not os.access(real, os.W_OK):
        raise PermissionError(13, "it is write-protected", path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(real), prefix=".migrate-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, os.stat(real).st_mode & 0o7777)
        os.replace(temporary, real)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
