"""`inspect.getargspec` and `formatargspec`, which Python 3.11 dropped."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["ArgSpec", "formatargspec", "getargspec"]


class ArgSpec(NamedTuple):
    """The arguments of a function."""

    args: list[str]
    varargs: str | None
    keywords: str | None
    defaults: tuple[object, ...] | None


def getargspec(func: Callable[..., object]) -> ArgSpec:
    """Returns names and defaults of a function's arguments.

    Raises:
      TypeError: It is not callable.
      ValueError: It has keyword-only arguments or annotations.
    """
    spec = inspect.getfullargspec(func)
    if spec.kwonlyargs or spec.annotations:
        raise ValueError(
            "Function has keyword-only parameters or annotations, use getfullargspec() API which "
            "can support them"
        )
    return ArgSpec(spec.args, spec.varargs, spec.varkw, spec.defaults)


def formatargspec(
    args: Sequence[str],
    varargs: str | None = None,
    varkw: str | None = None,
    defaults: Sequence[object] | None = None,
    kwonlyargs: Sequence[str] = (),
    kwonlydefaults: Mapping[str, object] | None = None,
    annotations: Mapping[str, object] | None = None,
    formatarg: Callable[[str], str] = str,
    formatvarargs: Callable[[str], str] = "*{}".format,
    formatvarkw: Callable[[str], str] = "**{}".format,
    formatvalue: Callable[[Any], str] = "={!r}".format,
    formatreturns: Callable[[str], str] = " -> {}".format,
    formatannotation: Callable[[Any], str] = inspect.formatannotation,
) -> str:
    """Formats what `getargspec` or `getfullargspec` returned, as `(a, b=1, *args)`."""
    annotations = annotations or {}

    def show(name: str) -> str:
        text = formatarg(name)
        if name in annotations:
            text += f": {formatannotation(annotations[name])}"
        return text

    values = dict(zip(reversed(args), reversed(defaults or ())))
    values.update(kwonlydefaults or {})

    def with_default(name: str) -> str:
        return show(name) + (formatvalue(values[name]) if name in values else "")

    words = [with_default(name) for name in args]
    if varargs is not None:
        words.append(formatvarargs(show(varargs)))
    elif kwonlyargs:
        words.append("*")
    words += [with_default(name) for name in kwonlyargs]
    if varkw is not None:
        words.append(formatvarkw(show(varkw)))
    returns = ""
    if "return" in annotations:
        returns = formatreturns(formatannotation(annotations["return"]))
    return f"({', '.join(words)}){returns}"
