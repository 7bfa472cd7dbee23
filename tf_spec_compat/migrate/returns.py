"""What the functions of a module return, as far as model functions and input functions go."""

from __future__ import annotations

import ast

from tf_spec_compat.migrate.analysis import Analysis
from tf_spec_compat.migrate.scopes import Arm, Scope, bindings_of

__all__ = ["Returns"]

# Last part of what is called -> the type of what that gives.
_MAKERS = {
    "EstimatorSpec": "EstimatorSpec",
    "InputFnOps": "InputFnOps",
    "ModelFnOps": "ModelFnOps",
    "ServingInputReceiver": "ServingInputReceiver",
    "TPUEstimatorSpec": "TPUEstimatorSpec",
    "TensorServingInputReceiver": "TensorServingInputReceiver",
}
# Methods, of whatever object, that give a type.
_METHODS = {
    "as_estimator_spec": "EstimatorSpec",
    "create_estimator_spec": "EstimatorSpec",
    "create_model_fn_ops": "ModelFnOps",
    "estimator_spec": "EstimatorSpec",
}
_HELPERS = 8


class Returns:
    """Tells the types that functions return: names of `_MAKERS`, `"tuple"` and `"unknown"`."""

    def __init__(self, found: Analysis) -> None:
        """Takes a module."""
        self._found = found
        self._scopes: dict[ast.AST | None, Scope] = {
            function: scope for function, _, scope in found.collected.functions
        }
        self._known: dict[Scope, frozenset[str]] = {}

    def of(self, scope: Scope, depth: int = 0) -> frozenset[str]:
        """Returns the types of what the function of a scope returns."""
        known = self._known.get(scope)
        if known is None:
            self._known[scope] = frozenset()  # for functions that call themselves
            kinds: set[str] = set()
            for statement, order, arm in self._found.collected.returns.get(scope, ()):
                if statement.value is not None:
                    kinds |= self._kinds(statement.value, scope, order, arm, depth)
            known = self._known[scope] = frozenset(kinds)
        return known

    def _kinds(self, node: ast.expr, scope: Scope, order: int, arm: Arm, depth: int) -> set[str]:
        if isinstance(node, ast.Tuple):
            return {"tuple"}
        if isinstance(node, ast.IfExp):
            sides = (node.body, node.orelse)
            kinds: set[str] = set()
            for side in sides:
                kinds |= self._kinds(side, scope, order, arm, depth)
            return kinds
        if isinstance(node, ast.Call):
            return self._called(node, scope, order, arm, depth)
        if isinstance(node, ast.Name) and depth < _HELPERS:
            kinds = set()
            for binding in bindings_of(node.id, scope, order, arm) or ():
                if isinstance(binding.value, ast.expr):
                    where = binding.scope, binding.order, binding.arm
                    kinds |= self._kinds(binding.value, *where, depth + 1)
            return kinds or {"unknown"}
        return {"unknown"}

    def _called(self, node: ast.Call, scope: Scope, order: int, arm: Arm, depth: int) -> set[str]:
        resolver = self._found.resolver
        path = resolver.expression(node.func, scope, order, arm)
        if path is not None:
            last = path.rpartition(".")[2]
            if last in _MAKERS and path.startswith(("tensorflow", "tf_spec_compat")):
                return {_MAKERS[last]}
        if isinstance(node.func, ast.Attribute):
            if node.func.attr in _METHODS:
                return {_METHODS[node.func.attr]}
            if node.func.attr == "_replace":  # of a named tuple, which the specs are
                return self._kinds(node.func.value, scope, order, arm, depth + 1)
        helper = resolver.definition(node.func, scope, order, arm)
        inside = self._scopes.get(helper)
        if inside is not None and depth < _HELPERS:
            return set(self.of(inside, depth + 1)) or {"unknown"}
        if isinstance(helper, ast.ClassDef):
            bases = {base.attr for base in helper.bases if isinstance(base, ast.Attribute)}
            return {_MAKERS[base] for base in bases if base in _MAKERS} or {"unknown"}
        return {"unknown"}
