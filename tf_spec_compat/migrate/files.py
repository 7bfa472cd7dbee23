"""The files to rewrite: finding, reading and replacing them with nothing lost."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import tempfile
import tokenize
from collections.abc import Iterator, Sequence

__all__ = ["UnreadableError", "find", "read", "replace"]

# Folders that hold no sources of the user's, as other tools pass over them too.
_PASSED_OVER = frozenset({"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"})


class UnreadableError(ValueError):
    """A path that cannot be read as a source; the message says which and why."""


def find(paths: Sequence[str]) -> Iterator[str]:
    """Yields the Python files and notebooks of files and folders, in order, each of them once.

    Folders that begin with a dot, virtual environments and build folders are passed over, unless
    they are named themselves.

    Raises:
      UnreadableError: There is no such path, or it is a file of another kind.
    """
    seen = set()
    for path in paths:
        if not os.path.exists(path):
            raise UnreadableError(f"{path}: there is no such file or folder")
        if os.path.isdir(path):
            found = _below(path)
        elif path.endswith((".py", ".pyw", ".ipynb")):
            found = iter([path])
        else:
            raise UnreadableError(f"{path}: it is neither a .py file nor a notebook (.ipynb)")
        for file in found:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _below(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _PASSED_OVER
            and not os.path.exists(os.path.join(parent, name, "pyvenv.cfg"))
        )
        for name in sorted(files):
            if name.endswith((".py", ".pyw", ".ipynb")):
                yield os.path.join(parent, name)


def read(path: str) -> tuple[str, str]:
    """Returns the text of a source, line ends and all, and its encoding; `-sig` if it has a BOM.

    Raises:
      UnreadableError: It cannot be read, or is not text in the encoding that it declares.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}") from error
    if b"\0" in data:
        raise UnreadableError(f"{path}: it is a binary file")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding), encoding
    except (SyntaxError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{path}: its encoding is wrong: {error}") from error


def replace(path: str, text: str, encoding: str) -> None:
    """Puts a text in the place of a file's, at once and with the file's mode; links stay links.

    Raises:
      OSError: The file or its folder cannot be written; the file is as it was.
      UnicodeEncodeError: The text cannot be written in this encoding.
    """
    real = os.path.realpath(path)
    data = text.encode(encoding)
    assert encoding != "utf-8-sig" or data.startswith(codecs.BOM_UTF8)
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
