"""Tracebacks of a program that `run` runs, without the lines of what runs it."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from types import TracebackType

__all__ = ["install", "trim"]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_OWN = tuple(os.path.join(_PACKAGE, name) for name in ("hook", "cli", "contrib", "__main__.py"))
_START = (
    os.path.join(_PACKAGE, "__main__.py"),
    os.path.join(_PACKAGE, "cli", ""),
    os.path.join(_PACKAGE, "hook", "program.py"),
)

# Modules on the way into a program.
_RUNNERS = frozenset({"runpy", "importlib"})


def install(hint: Callable[[BaseException], str | None]) -> None:
    """Wraps `sys.excepthook`.

    Args:
      hint: Returns what to say below the traceback of an error, or None.
    """
    show = sys.excepthook

    def excepthook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        _trim_all(error, set())
        show(kind, error, error.__traceback__)
        advice = hint(error)
        if advice is not None:
            sys.stderr.write(f"\ntf-spec-compat: {advice}\n")

    sys.excepthook = excepthook


def trim(error: BaseException) -> TracebackType | None:
    """Returns the error's traceback without the frames that lead into the program.

    Where a module does not parse, or an import or an attribute failed, the frames of the hook that
    found out are left out too.
    """
    frames = []
    traceback = error.__traceback__
    while traceback is not None:
        frames.append(traceback)
        traceback = traceback.tb_next
    leading = itertools.takewhile(_leads_in, frames)
    own = [index for index, frame in enumerate(leading) if _is_of(frame, _START)]
    if own:  # what stands between them and the program, `python` shows too
        del frames[: own[-1] + 1]
    if isinstance(error, (AttributeError, ImportError, SyntaxError)):
        frames = [frame for frame in frames if not _is_of(frame, _OWN)]
    if isinstance(error, SyntaxError):
        imports = [*itertools.takewhile(_is_import_system, reversed(frames))]
        if any(frame.tb_frame.f_code.co_name == "_find_and_load" for frame in imports):
            del frames[-len(imports) :]  # which Python does if no other frames are between them
    for frame in reversed(frames):
        traceback = TracebackType(traceback, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return traceback


def _trim_all(error: BaseException | None, seen: set[int]) -> None:
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error.__traceback__ = trim(error)
        _trim_all(error.__cause__, seen)
        error = error.__context__


def _leads_in(traceback: TracebackType) -> bool:
    module = str(traceback.tb_frame.f_globals.get("__name__"))
    return _is_of(traceback, _START) or module.partition(".")[0] in _RUNNERS


def _is_import_system(traceback: TracebackType) -> bool:
    return _is_of(traceback, ("<frozen importlib",))


def _is_of(traceback: TracebackType, files: tuple[str, ...]) -> bool:
    return traceback.tb_frame.f_code.co_filename.startswith(files)
