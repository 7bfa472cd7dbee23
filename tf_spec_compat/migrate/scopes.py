"""Scopes of a module, what binds the names in them, and which binding a use sees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Union

__all__ = ["LATER", "Arm", "Binding", "Member", "Scope", "Value", "bindings_of", "look_up"]

# Where a statement is: for each `if`, `try`, loop around it, which one, and which part of it.
Arm = tuple[tuple[int, int], ...]

# The order of a use that comes when all of a module or function has run.
LATER = 1 << 60


class Member:
    """What `from module import name` binds."""

    __slots__ = ("module", "name")

    def __init__(self, module: str, name: str) -> None:
        """Takes the module's absolute path, and a name or a module in it."""
        self.module = module
        self.name = name


# A dotted path, a member of a module, an expression, a definition; None for what cannot be known.
Value = Union[str, Member, ast.AST, None]


class Binding:
    """One place that binds a name.

    Attributes:
      scope: The scope in which `value` is evaluated.
      order: How many things the walk had met before.
      arm: The statements around it that may not run.
      value: What is bound.
    """

    __slots__ = ("arm", "order", "path", "scope", "value")

    def __init__(self, scope: Scope, order: int, arm: Arm, value: Value) -> None:
        """Takes what the attributes say."""
        self.scope = scope
        self.order = order
        self.arm = arm
        self.value = value
        self.path: Any = ...  # what `value` resolves to, once that was asked for


class Scope:
    """A module, class, function or comprehension.

    Attributes:
      kind: `"module"`, `"class"`, `"function"`, or `"comprehension"`.
      parent: The scope around it.
      node: The definition.
      order: When its definition was met.
      arm: The statements around the definition that may not run.
      bindings: Name -> its bindings, in the order of the source.
      attributes: Of a class, name -> the values that methods give `self.name`.
      elsewhere: Names that are `global` or `nonlocal` -> the keyword.
    """

    __slots__ = (
        "arm",
        "attributes",
        "bindings",
        "elsewhere",
        "kind",
        "node",
        "order",
        "parent",
        "receiver",
    )

    def __init__(
        self, kind: str, parent: Scope | None, node: ast.AST, order: int, arm: Arm
    ) -> None:
        """Makes an empty scope."""
        self.kind = kind
        self.parent = parent
        self.node = node
        self.order = order
        self.arm = arm
        self.bindings: dict[str, list[Binding]] = {}
        self.attributes: dict[str, list[Binding]] = {}
        self.elsewhere: dict[str, str] = {}
        self.receiver = ""  # of a method, the name of its first argument

    def home(self, name: str) -> Scope:
        """Returns the scope in which a statement here binds `name`."""
        keyword = self.elsewhere.get(name)
        scope = self
        if keyword == "global":
            while scope.parent is not None:
                scope = scope.parent
        elif keyword == "nonlocal" and self.parent is not None:
            scope = self.parent
            while scope.kind != "function" and scope.parent is not None:
                scope = scope.parent
        return scope

    def class_around(self) -> tuple[Scope | None, str]:
        """Returns the class whose method this is in, and how the method calls its receiver."""
        scope: Scope | None = self
        while scope is not None:
            if scope.receiver and scope.parent is not None:
                return scope.parent, scope.receiver
            if scope.kind == "class":
                return None, ""
            scope = scope.parent
        return None, ""


def bindings_of(name: str, scope: Scope, order: int, arm: Arm) -> list[Binding] | None:
    """Returns the bindings that a use of a name may see, the likeliest first.

    Args:
      name: The name.
      scope: Where it is used.
      order: When it is used; `LATER` for when all of the scope has run.
      arm: The statements around the use.

    Returns:
      The bindings, or None if no scope binds the name.
    """
    return look_up(name, scope, order, arm)[0]


def look_up(name: str, scope: Scope, order: int, arm: Arm) -> tuple[list[Binding] | None, bool]:
    """Returns what `bindings_of` does, and whether that is so wherever the scope uses the name."""
    here: Scope | None = scope
    is_first = True
    while here is not None:
        if name in here.elsewhere:
            home = here.home(name)
            if home is not here:
                here, order, arm, is_first = home, LATER, here.arm, True
                continue
        found = here.bindings.get(name)
        if found is not None and (is_first or here.kind != "class"):
            if len(found) == 1:
                return found, True
            return list(_visible(found, order, arm)) or found[::-1], False
        if here.kind == "function":
            order, arm = LATER, here.arm
        if here.kind != "comprehension":
            is_first = False
        here = here.parent
    return None, True


def _visible(found: list[Binding], order: int, arm: Arm) -> Iterator[Binding]:
    """Yields the bindings before a use, backwards, as far as the one that surely ran."""
    around = dict(arm)
    for binding in reversed(found):
        if binding.order >= order:
            continue
        if any(around.get(statement, part) != part for statement, part in binding.arm):
            continue  # in the other part of a statement around the use
        yield binding
        if all(statement in around for statement, _ in binding.arm):
            return
