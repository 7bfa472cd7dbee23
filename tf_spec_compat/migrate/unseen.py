"""What an analysis of the source cannot see: names made while the program runs, other processes."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from tf_spec_compat.migrate.analysis import Analysis, Span
from tf_spec_compat.migrate.resolve import constant
from tf_spec_compat.migrate.scopes import Arm, Scope
from tf_spec_compat.names import libraries

__all__ = ["PYTHON_COMMAND", "Unseen", "unseen"]

_IMPORTERS = frozenset(
    {
        "__import__",
        "imp.load_module",
        "imp.load_source",
        "importlib.__import__",
        "importlib.import_module",
        "importlib.util.spec_from_file_location",
        "runpy.run_module",
        "runpy.run_path",
    }
)
_PROCESSES = frozenset(
    {
        *(f"os.{name}" for name in ("popen", "system")),
        *(f"os.{kind}{end}" for kind in ("exec", "spawn") for end in ("l", "le", "lp", "lpe")),
        *(f"os.{kind}{end}" for kind in ("exec", "spawn") for end in ("v", "ve", "vp", "vpe")),
        *(
            f"subprocess.{name}"
            for name in (
                "Popen",
                "call",
                "check_call",
                "check_output",
                "getoutput",
                "getstatusoutput",
                "run",
            )
        ),
    }
)
PYTHON_COMMAND = re.compile(r"(?:^|[\s/\"'])python[\d.]*(?:$|[\s\"'])|\bsys\.executable\b|\.py\b")
_SOURCES = frozenset({"exec", "eval", "execfile", "builtins.exec", "builtins.eval"})
_BUILTINS = frozenset(dir(builtins)) | {"__file__", "__path__", "__class__"}
_STANDARD: frozenset[str] = getattr(sys, "stdlib_module_names", frozenset())

# What these bring has nothing to do with TensorFlow 1, or is known.
_LIBRARIES = frozenset(
    {
        *(row.library for library in libraries.LIBRARIES for row in libraries.dropped(library)),
        *("pylab", "sympy", "tensorflow", "tf_spec_compat"),
    }
)


class Unseen(NamedTuple):
    """A place that hides something.

    Attributes:
      code: The code.
      span: Where it is.
      name: What is called or imported.
      message: One line.
      advice: What to do.
    """

    code: str
    span: Span
    name: str
    message: str
    advice: str


def unseen(found: Analysis) -> Iterator[Unseen]:
    """Yields the places of a module that the analysis cannot see through."""
    for call, scope, order, arm in found.collected.calls:
        if isinstance(call.func, (ast.Name, ast.Attribute)):
            yield from _of_call(found, call, scope, order, arm)
    yield from _of_stars(found)


def _of_call(
    found: Analysis, call: ast.Call, scope: Scope, order: int, arm: Arm
) -> Iterator[Unseen]:
    if isinstance(call.func, ast.Attribute) and call.func.attr not in _LAST:
        return
    called = found.resolver.called(call, scope, order, arm)
    if called is None or not call.args:
        return
    first = call.args[0]
    if called in _IMPORTERS:
        if constant(first) is None or called.startswith(("imp.", "runpy.")):
            what = _text(found, first)
            message = f"{called} of {what} is only known when the program runs"
            advice = "check the modules that it may name too."
            yield Unseen("U601", found.lines.span(call), called, message, advice)
    elif called in _PROCESSES:
        text = " ".join(_words(found, first, scope, order, arm))
        if called.startswith(("os.exec", "os.spawn")):
            text = " ".join([*map(str, map(constant, call.args)), _text(found, call)])
        if PYTHON_COMMAND.search(text):
            message = f"{called} starts Python on a program that is not seen here"
            advice = "check that program too; under `tf-spec-compat run` it has the hook as well."
            yield Unseen("U602", found.lines.span(call), called, message, advice)
    elif called in _SOURCES and not _is_harmless(called, first):
        message = f"{called} runs a source that is not written there"
        advice = "check where the source comes from."
        yield Unseen("U604", found.lines.span(call), called, message, advice)


_LAST = frozenset(path.rpartition(".")[2] for path in (*_IMPORTERS, *_PROCESSES, *_SOURCES))


def _is_harmless(called: str, source: ast.expr) -> bool:
    """Says whether it is a text that is written there, without a word of TensorFlow or imports."""
    text = constant(source)
    if text is not None:
        return not re.search(r"\b(tensorflow|tf|contrib|import)\b", text)
    return called in ("eval", "builtins.eval") and isinstance(source, ast.Constant)


def _words(found: Analysis, node: ast.AST, scope: Scope, order: int, arm: Arm) -> Iterator[str]:
    """Yields the texts in a command, also of a name that it was given before."""
    node, *_ = found.resolver.value(node, scope, order, arm)
    for inner in ast.walk(node):
        text = constant(inner)
        if text is not None:
            yield text
        elif isinstance(inner, ast.Attribute) and inner.attr == "executable":
            yield "sys.executable"


def _of_stars(found: Analysis) -> Iterator[Unseen]:
    """Yields the star imports that may bring names which nothing in the module binds."""
    names = sorted(set(found.free) - _BUILTINS)
    if not names:
        return
    for statement, module, _ in found.collected.stars:
        head = module.partition(".")[0]
        if head in _LIBRARIES or head in _STANDARD or found.has(module):
            continue
        shown = ", ".join(names[:5]) + (", ..." if len(names) > 5 else "")
        message = f"from {module} import * cannot be followed; {shown} may come from there"
        advice = f"give check the folder in which {module.lstrip('.')} is."
        yield Unseen("U603", found.lines.span(statement), module, message, advice)


def _text(found: Analysis, node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 40 else text[:37] + "..."
