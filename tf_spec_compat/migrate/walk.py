"""A walk over a syntax tree that knows which scope, and which part of which statement, it is in."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from tf_spec_compat.migrate.scopes import Arm, Binding, Scope

__all__ = ["Walk"]

# Names in the condition of an `if`, and errors in a `try`, that choose what an old Python has.
_GUARDS = frozenset({"PY2", "PY3", "version_info", "python_version", "hasattr"})
_ERRORS = frozenset(
    {"AttributeError", "Exception", "ImportError", "ModuleNotFoundError", "NameError"}
)


class Walk:
    """Walks over a module once; `handlers` say what to do with which node, others are entered.

    Attributes:
      module: The scope of the module.
      scope: Where the walk is.
      order: How many things it has met.
      arm: The statements around it that may not run.
    """

    handlers: ClassVar[dict[type, Callable[[Any, Any], None]]]

    def __init__(self) -> None:
        """Starts in front of a module."""
        self.module = Scope("module", None, ast.Module(body=[], type_ignores=[]), 0, ())
        self.scope = self.module
        self.order = 0
        self.arm: Arm = ()
        self.guards: set[int] = set()  # the `try` and `if` that choose what an old Python has

    def is_guarded(self, arm: Arm) -> bool:
        """Says whether what is in a part of statements depends on which Python runs."""
        return any(statement in self.guards for statement, _ in arm)

    def walk(self, tree: ast.Module) -> None:
        """Walks over a module."""
        self.module.node = tree
        self.visit_all(tree.body)

    def visit(self, node: ast.AST) -> None:
        """Walks over a node."""
        handler = self.handlers.get(type(node))
        if handler is not None:
            handler(self, node)
            return
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, ast.AST):
                        self.visit(item)
            elif isinstance(value, ast.AST):
                self.visit(value)

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        """Walks over those that are there."""
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_part(self, nodes: Iterable[ast.AST | None], statement: int, part: int) -> None:
        """Walks over what may not run: part `part` of a statement."""
        arm = self.arm
        self.arm = (*arm, (statement, part))
        self.visit_all(nodes)
        self.arm = arm

    def bind(self, name: str, value: Any) -> None:
        """Binds a name where the walk is."""
        self.order += 1
        binding = Binding(self.scope, self.order, self.arm, value)
        home = self.scope.home(name)
        while home.kind == "comprehension" and isinstance(value, ast.NamedExpr):
            assert home.parent is not None
            home = home.parent
        if home is not self.scope:
            binding.arm = (*self.arm, (-self.order, 0))  # a call may not have come yet
        home.bindings.setdefault(name, []).append(binding)

    def enter(self, kind: str, node: ast.AST) -> tuple[Scope, Arm]:
        """Enters a scope; returns what `leave` needs."""
        self.order += 1
        before = self.scope, self.arm
        self.scope = Scope(kind, self.scope, node, self.order, self.arm)
        if kind == "function":
            self.arm = ()
        return before

    def leave(self, before: tuple[Scope, Arm]) -> None:
        """Leaves a scope."""
        self.scope, self.arm = before

    # Statements whose parts may not run.

    def _if(self, node: ast.If) -> None:
        arm = self.arm
        while True:  # `elif` is an `if` in the `else`
            self.order += 1
            statement = self.order
            if _GUARDS & _names_in(node.test):
                self.guards.add(statement)
            self.visit(node.test)
            self.visit_part(node.body, statement, 0)
            self.arm = (*self.arm, (statement, 1))
            if len(node.orelse) != 1 or not isinstance(node.orelse[0], ast.If):
                break
            node = node.orelse[0]
        self.visit_all(node.orelse)
        self.arm = arm

    def _try(self, node: Any) -> None:
        self.order += 1
        statement = self.order
        if any(node.type is None or _ERRORS & _names_in(node.type) for node in node.handlers):
            self.guards.add(statement)
        self.visit_part(node.body, statement, 0)
        self.visit_part(node.orelse, statement, 0)
        for count, handler in enumerate(node.handlers, 1):
            self.visit_part([handler], statement, count)
        self.visit_all(node.finalbody)

    def _for(self, node: Any) -> None:
        self.visit(node.iter)
        self.order += 1
        statement = self.order
        self.visit_part([node.target, *node.body], statement, 0)
        self.visit_all(node.orelse)

    def _while(self, node: ast.While) -> None:
        self.visit(node.test)
        self.order += 1
        self.visit_part(node.body, self.order, 0)
        self.visit_all(node.orelse)

    def _match(self, node: Any) -> None:
        self.visit(node.subject)
        self.order += 1
        statement = self.order
        for count, case in enumerate(node.cases):
            self.visit_part([case], statement, count)

    handlers_of_statements: ClassVar[dict[type, Callable[[Any, Any], None]]] = {
        ast.If: _if,
        ast.Try: _try,
        ast.For: _for,
        ast.AsyncFor: _for,
        ast.While: _while,
    }
    # What newer Pythons have besides.
    if hasattr(ast, "TryStar"):
        handlers_of_statements[ast.TryStar] = _try
    if hasattr(ast, "Match"):
        handlers_of_statements[ast.Match] = _match


def _names_in(node: ast.AST) -> set[str]:
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            found.add(inner.id)
        elif isinstance(inner, ast.Attribute):
            found.add(inner.attr)
    return found
