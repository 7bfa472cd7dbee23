"""What to do about errors whose own words do not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import FrameType, ModuleType

from tf_spec_compat import _tf, python2
from tf_spec_compat.hook import view
from tf_spec_compat.names import libraries

__all__ = ["hint"]

_OPTION = f"run it with --python2 (which needs {python2.TO_INSTALL})"


def hint(error: BaseException) -> str | None:
    """Returns a sentence for an error of a program that `run` runs, or None."""
    if isinstance(error, SyntaxError):
        return _of_syntax(error)
    if isinstance(error, AttributeError):
        message = str(error)
        if "is not available with Keras 3" in message:
            return _tf.legacy_keras_problem()
        frame = _last_frame(error)
        if message.startswith("module 'tensorflow' has no attribute") and frame is not None:
            name = str(frame.f_globals.get("__name__"))
            return (
                f"the module {name!r} is installed, or not named by --only, so it sees TensorFlow "
                f"2; if it is legacy code too, run with --package {name.split('.', 1)[0]}."
            )
    if "for >>: 'builtin_function_or_method'" in str(error):
        return f"it looks like Python 2's print; if the program is Python 2, {_OPTION}."
    for row in _rows(error):
        advice = row.advice
        if row.release == "3.0" and not view.PYTHON2:
            advice += f" If the program is Python 2, {_OPTION}."
        return advice
    return None


def _of_syntax(error: SyntaxError) -> str | None:
    if view.PYTHON2 or not python2.looks_like(error):
        return None
    return f"{error.filename}, line {error.lineno}, is Python 2; if the program is, {_OPTION}."


def _rows(error: BaseException) -> Iterator[libraries.Dropped]:
    """Yields what was dropped and may be the error's reason."""
    paths = list(_paths(error))
    wanted = [path.rpartition(".") for path in paths]
    function, argument = _call(error)
    module = error.name if isinstance(error, ModuleNotFoundError) else ""
    for library in libraries.LIBRARIES:
        for row in libraries.dropped(library):
            if row.argument is not None:
                names = (row.name, row.owner.rpartition(".")[2])
                is_argument = argument != "" and argument in (row.argument, *_words(row))
                if (function in names and is_argument) or row.path == _changed(error):
                    yield row
            elif row.name == "*":
                if f"{module}.".startswith(f"{row.owner}.") or row.owner in paths:
                    yield row
            elif any(row.name == name and _is_owner(row.owner, owner) for owner, _, name in wanted):
                yield row


def _paths(error: BaseException) -> Iterator[str]:
    """Yields the dotted paths that an error may say are missing."""
    message = str(error)
    if isinstance(error, AttributeError):
        name = getattr(error, "name", None)  # since Python 3.10
        owner = getattr(error, "obj", None)
        if name is not None and isinstance(owner, ModuleType):
            yield f"{owner.__name__}.{name}"
        elif name is not None and owner is not None:
            kind = owner if isinstance(owner, type) else type(owner)
            for base in kind.__mro__:
                yield f"{base.__module__.partition('.')[0]}.{base.__name__}.{name}"
        else:
            found = re.search(r"module '([\w.]+)' has no attribute '(\w+)'", message)
            if found:
                yield ".".join(found.groups())
    elif isinstance(error, NameError):
        found = re.search(r"name '(\w+)' is not defined", message)
        if found:
            yield f"builtins.{found[1]}"
    elif isinstance(error, ImportError):
        found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", message)
        if found:
            yield f"{found[2]}.{found[1]}"


def _changed(error: BaseException) -> str:
    """Returns the call that changed and does not say so by its arguments."""
    return "numpy.load" if "allow_pickle=False" in str(error) else ""


def _call(error: BaseException) -> tuple[str, str]:
    """Returns the function and the argument that a call had to do without."""
    if not isinstance(error, TypeError):
        return "", ""
    found = re.search(
        r"(\w+)\(\) (?:got an unexpected keyword argument|missing .* argument:) '(\w+)'", str(error)
    )
    if found:
        return found[1], found[2]
    found = re.search(r"(\w+)\(\) takes .* positional arguments? but", str(error))
    return (found[1], "axis") if found else ("", "")


def _words(row: libraries.Dropped) -> list[str]:
    return re.findall(r"\w+", row.instead) if row.argument == "" else []


def _is_owner(owner: str, found: str) -> bool:
    """Says whether a module, or a package and a class, are those of a row."""
    if owner == found:
        return True
    package, _, kind = owner.rpartition(".")
    return bool(package) and found == f"{package.partition('.')[0]}.{kind}"


def _last_frame(error: BaseException) -> FrameType | None:
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame if traceback is not None else None
