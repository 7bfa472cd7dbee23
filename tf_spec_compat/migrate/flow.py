"""`Flow`: where the value of an expression goes, as far as one module tells."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, Union

import libcst as cst
from libcst.metadata import (
    Assignment,
    ClassScope,
    GlobalScope,
    MetadataWrapper,
    ParentNodeProvider,
    Scope,
    ScopeProvider,
)

from tf_spec_compat.migrate.syntax import dotted

__all__ = ["End", "Flow"]

_State = tuple[cst.CSTNode, int]
_Block = Union[cst.FunctionDef, cst.ClassDef, cst.Lambda]


class End(NamedTuple):
    """A place where a value is used.

    Attributes:
      node: The expression; what is done with it says its parent.
      calls: How often the expression has to be called to have the value: 0 where it is the value,
        1 where it is a function that returns it.
    """

    node: cst.CSTNode
    calls: int


class Flow:
    """Follows values through variables, lists, lambdas, and functions that return them."""

    def __init__(self, module: cst.Module) -> None:
        """Reads a module; what costs time is done when it is first needed."""
        self._wrapper = MetadataWrapper(module, unsafe_skip_copy=True)

    @functools.cached_property
    def _scopes(self) -> dict[cst.CSTNode, Scope | None]:
        return dict(self._wrapper.resolve(ScopeProvider))

    @functools.cached_property
    def _parents(self) -> dict[cst.CSTNode, cst.CSTNode]:
        return dict(self._wrapper.resolve(ParentNodeProvider))

    def parent(self, node: cst.CSTNode, levels: int = 1) -> cst.CSTNode | None:
        """Returns what a node is a part of; None for the module."""
        found: cst.CSTNode | None = node
        for _ in range(levels):
            found = None if found is None else self._parents.get(found)
        return found

    def statement(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """Returns the line of code, or the block, that a node is in."""
        found: cst.CSTNode | None = node
        while found is not None and not isinstance(
            found, (cst.SimpleStatementLine, cst.BaseCompoundStatement)
        ):
            found = self._parents.get(found)
        return found

    def block(self, node: cst.CSTNode) -> _Block | None:
        """Returns the function, class or lambda that a node is in; None for the module."""
        found = self._parents.get(node)
        while found is not None and not isinstance(
            found, (cst.FunctionDef, cst.ClassDef, cst.Lambda)
        ):
            found = self._parents.get(found)
        return found

    def values(self, name: cst.Name) -> list[cst.BaseExpression] | None:
        """Returns what is assigned to a variable; None if it is bound in another way too."""
        scope = self._scopes.get(name)
        if scope is None or not (bindings := scope[name.value]):
            return None
        found = []
        for binding in bindings:
            node = self._parents.get(binding.node) if isinstance(binding, Assignment) else None
            assign = None if node is None else self._parents.get(node)
            if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
                return None
            if not isinstance(assign.targets[0].target, cst.Name):
                return None
            found.append(assign.value)
        return found

    def uses(self, function: cst.FunctionDef) -> list[cst.CSTNode] | None:
        """Returns where the name of a function is read; None if the name may be something else."""
        found = self._uses(function.name, 0, {function}, function)
        return None if found is None else [node for node, _ in found]

    def ends(self, source: cst.CSTNode, fellows: Collection[cst.CSTNode] = ()) -> list[End]:
        """Returns the places where the value of an expression is used in the end.

        Where the value escapes, to an attribute, another module or a variable that has other values
        too, the place from which it does is an end.

        Args:
          source: The expression.
          fellows: Other expressions whose value may be in the same variables and come from the same
            functions.
        """
        found: list[End] = []
        seen: set[_State] = set()
        waiting: list[_State] = [(source, 0)]
        while waiting:
            state = waiting.pop()
            if state not in seen:
                seen.add(state)
                following = self._follow(*state, fellows)
                if following is None:
                    found.append(End(*state))
                else:
                    waiting += following
        return found

    def agreeing(
        self, sources: Iterable[cst.CSTNode], is_fine: Callable[[End], bool]
    ) -> set[cst.CSTNode]:
        """Returns the sources all of whose ends are fine.

        A source that shares a variable or a function with one that is not, is not either.
        """
        found = set(sources)
        while True:
            kept = {node for node in found if all(map(is_fine, self.ends(node, found)))}
            if kept == found:
                return found
            found = kept

    def _follow(
        self, node: cst.CSTNode, calls: int, fellows: Collection[cst.CSTNode]
    ) -> Sequence[_State] | None:
        """Returns where a value goes next; None where it is used."""
        parent = self._parents.get(node)
        if isinstance(parent, cst.Call) and parent.func is node and calls:
            return [(parent, calls - 1)]
        if isinstance(parent, cst.Lambda) and parent.body is node:
            return [(parent, calls + 1)]
        if isinstance(parent, cst.Element):
            return [(self._parents[parent], calls)]
        if isinstance(parent, cst.Assign) and parent.value is node:
            target = parent.targets[0].target
            if len(parent.targets) > 1 or not isinstance(target, cst.Name):
                return None
            return self._uses(target, calls, {node, *fellows})
        if isinstance(parent, cst.Return):
            function = self.block(parent)
            if isinstance(function, cst.FunctionDef) and self._returns(function, {node, *fellows}):
                return self._uses(function.name, calls + 1, {function}, function)
        return None

    def _uses(
        self,
        name: cst.Name,
        calls: int,
        values: Collection[cst.CSTNode],
        function: cst.FunctionDef | None = None,
    ) -> list[_State] | None:
        """Returns the uses of a variable or function; None if it may be something else."""
        scope = self._scopes.get(name if function is None else function)
        bindings = () if scope is None else scope[name.value]
        if not bindings or any(isinstance(binding.scope, ClassScope) for binding in bindings):
            return None
        found: list[_State] = []
        for binding in bindings:
            if not isinstance(binding, Assignment):
                return None
            node: cst.CSTNode | None = binding.node
            if isinstance(node, cst.Name):
                assign = self.parent(node, 2)
                node = assign.value if isinstance(assign, cst.Assign) else None
            if node not in values:
                return None
            found += [(_first(access.node), calls) for access in binding.references]
        if not found and any(isinstance(binding.scope, GlobalScope) for binding in bindings):
            return None  # other modules use it, if anything does
        return found

    def _returns(self, function: cst.FunctionDef, values: Collection[cst.CSTNode]) -> bool:
        """Says whether a plain function returns one of some values, whichever way it ends."""
        if function.decorators or function.asynchronous:
            return False
        returns = _Returns()
        function.body.visit(returns)
        return not returns.is_generator and all(
            value in values or (len(returns.found) == 1) for value in returns.found
        )


class _Returns(cst.CSTVisitor):
    """Collects what a function returns, but not what functions inside of it do."""

    def __init__(self) -> None:
        self.found: list[cst.BaseExpression | None] = []
        self.is_generator = False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False

    def visit_Yield(self, node: cst.Yield) -> None:
        self.is_generator = True

    def visit_Return(self, node: cst.Return) -> None:
        self.found.append(node.value)


def _first(node: cst.CSTNode) -> cst.CSTNode:
    """Returns the name that a dotted expression begins with."""
    while isinstance(node, cst.Attribute) and dotted(node):
        node = node.value
    return node
