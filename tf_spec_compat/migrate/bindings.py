"""`Bindings`: what binds each name of a module, in any scope."""

from __future__ import annotations

import collections

import libcst as cst

from tf_spec_compat.migrate.syntax import alias_name, dotted

__all__ = ["Bindings"]


class Bindings:
    """Counts what binds each name.

    Attributes:
      imports: Name -> how many imports bind it.
      paths: Name -> what those imports bind it to.
      aliases: Name -> how many assignments of dotted names do, such as `slim = tf.contrib.slim`.
      others: The names that something else binds.
    """

    def __init__(self, module: cst.Module) -> None:
        """Reads a module."""
        self.imports: collections.Counter[str] = collections.Counter()
        self.paths: dict[str, set[str]] = {}
        self.aliases: collections.Counter[str] = collections.Counter()
        self.others: set[str] = set()
        module.visit(_Visitor(self))

    def is_plain(self, name: str) -> bool:
        """Says whether all that binds a name are imports of one thing, or one assignment of one."""
        count = len(self.paths.get(name, ())) + self.aliases[name]
        return count == 1 and name not in self.others


class _Visitor(cst.CSTVisitor):
    def __init__(self, found: Bindings) -> None:
        self._found = found

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            path = dotted(alias.name)
            whole = path if alias.asname is not None else path.partition(".")[0]
            self._import(alias_name(alias), whole)
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        if not isinstance(node.names, cst.ImportStar):
            module = f"{'.' * len(node.relative)}{dotted(node.module)}"
            for alias in node.names:
                self._import(alias_name(alias), f"{module}.{dotted(alias.name)}")
        return False

    def _import(self, name: str, path: str) -> None:
        self._found.imports[name] += 1
        self._found.paths.setdefault(name, set()).add(path)

    def visit_Assign(self, node: cst.Assign) -> None:
        if dotted(node.value) == "None":  # where what is imported may be missing
            return
        if dotted(node.value):
            self._found.aliases.update(dotted(target.target) for target in node.targets)
        else:
            for target in node.targets:
                self._bind(target.target)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._found.others.add(node.name.value)

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self._found.others.add(node.name.value)

    def visit_Param(self, node: cst.Param) -> None:
        self._found.others.add(node.name.value)

    def visit_AsName(self, node: cst.AsName) -> None:
        self._bind(node.name)

    def visit_For(self, node: cst.For) -> None:
        self._bind(node.target)

    def visit_CompFor(self, node: cst.CompFor) -> None:
        self._bind(node.target)

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        self._bind(node.target)

    def _bind(self, target: cst.BaseExpression) -> None:
        if isinstance(target, cst.Name):
            self._found.others.add(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._bind(element.value)
