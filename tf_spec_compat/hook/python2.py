"""What a source that was converted from Python 2 needs besides."""

from __future__ import annotations

import ast
import copy
import os

from tf_spec_compat.hook.libraries import LibraryTransformer

__all__ = ["Python2Transformer"]


class Python2Transformer(LibraryTransformer):
    """Gives a converted source what the text of Python 3 cannot: division, imports of siblings."""

    def __init__(self, path: str) -> None:
        """Takes the path of the file."""
        super().__init__(is_file=not path.startswith("<"), python2=True)
        self._folder = os.path.dirname(path)
        self._is_in_package = os.path.isfile(os.path.join(self._folder, "__init__.py"))
        self._features: set[str] = set()

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Rewrites a module, by what it asked of `__future__`."""
        self._features = {
            alias.name
            for statement in node.body
            if isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            for alias in statement.names
        }
        return super().visit_Module(node)

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        """Imports what lies beside the file in its package from there."""
        if any(self._is_sibling(alias.name) for alias in node.names):
            found: list[ast.stmt] = []
            for alias in node.names:
                one = ast.copy_location(ast.Import(names=[alias]), node)
                if self._is_sibling(alias.name) and ("." not in alias.name or not alias.asname):
                    head = alias.name.partition(".")[0]
                    names = [ast.alias(name=head, asname=alias.asname)]
                    own: list[ast.stmt] = [ast.ImportFrom(module=None, names=names, level=1)]
                    if head != alias.name:
                        last = ast.alias(name=alias.name.rpartition(".")[2], asname="_")
                        module = alias.name.rpartition(".")[0]
                        own.insert(0, ast.ImportFrom(module=module, names=[last], level=1))
                    found.append(self._by_package(own, one))
                else:
                    found += super().visit_Import(one)
            return found
        return super().visit_Import(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        """Imports what lies beside the file in its package from there."""
        if node.level == 0 and node.module is not None and self._is_sibling(node.module):
            names = [copy.copy(alias) for alias in node.names]
            own = ast.ImportFrom(module=node.module, names=names, level=1)
            return [self._by_package([own], node)]
        return super().visit_ImportFrom(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Rewrites `a / b`."""
        self.generic_visit(node)
        if not isinstance(node.op, ast.Div) or "division" in self._features:
            return node
        return ast.copy_location(self._call("divide", node.left, node.right), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """Rewrites `a /= b`, if reading `a` twice does no harm."""
        self.generic_visit(node)
        is_division = isinstance(node.op, ast.Div) and "division" not in self._features
        if not is_division or any(isinstance(part, ast.Call) for part in ast.walk(node.target)):
            return node
        read = copy.deepcopy(node.target)
        read.ctx = ast.Load()
        call = self._call("divide_in_place", read, node.value)
        return ast.copy_location(ast.Assign(targets=[node.target], value=call), node)

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Rewrites `file(path)` and `round(x)`."""
        super().visit_Call(node)
        if isinstance(node.func, ast.Name) and node.func.id == "file":
            node.func.id = "open"
        elif isinstance(node.func, ast.Name) and node.func.id == "round":
            node.func = ast.copy_location(self._runtime("round_number"), node.func)
        return node

    def _is_sibling(self, name: str) -> bool:
        if not self._is_in_package or "absolute_import" in self._features:
            return False
        path = os.path.join(self._folder, name.partition(".")[0])
        return os.path.isfile(f"{path}.py") or os.path.isfile(os.path.join(path, "__init__.py"))

    def _by_package(self, inside: list[ast.stmt], outside: ast.stmt) -> ast.stmt:
        """Either statement, by whether the module is one of a package or stands alone."""
        test = ast.Name("__package__", ast.Load())
        choice = ast.copy_location(ast.If(test=test, body=inside, orelse=[outside]), outside)
        return ast.fix_missing_locations(choice)
