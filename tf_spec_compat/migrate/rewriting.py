"""`rewrite_names`: puts what a dotted path is now in the place of each use of it.

A home is written `module:attribute`, `numpy:prod`, or `module:` for a module itself; the attribute
may have dots in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

import libcst as cst

from tf_spec_compat.migrate.draft import Draft
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.scope import Scope
from tf_spec_compat.migrate.syntax import (
    Import,
    alias_name,
    all_imports,
    dotted,
    expression,
    imported,
    imports_of,
)

__all__ = ["DROPPED", "Homes", "rewrite_names"]

# Dotted path of a use -> its home, None where nothing is to change.
Homes = Callable[[str], Optional[str]]

# What can be imported as a member of its package, but not by its path: TensorFlow 2.15 loads Keras
# lazily, and `tf_spec_compat.estimator` is TensorFlow's module or the bridge's.
_MEMBERS = ("tensorflow.compat.v1.keras", "tf_spec_compat.estimator")

_VIEW = "tensorflow.compat.v1"

_IMPORTER = "importlib.import_module"

# The home of an import that is to go.
DROPPED = ":"


def rewrite_names(
    draft: Draft,
    homes: Homes,
    imports: Homes | None = None,
    modules: Callable[[str], str | None] | None = None,
) -> cst.Module:
    """Rewrites expressions and imports.

    Args:
      draft: The file.
      homes: Full path of an expression -> its home. The longest path that has one counts.
      imports: Full path that an import names -> its home; by default the same as `homes`.
      modules: Module of a star import -> the module to import from.

    Returns:
      The module, with the imports that the homes need; `draft.module` itself if nothing changed.
    """
    uses = {canonical(path) for path in draft.analysis.names.values()}
    if not (
        any(map(homes, uses))
        or _IMPORTER in uses
        or _has_import(draft.module, imports or homes, modules)
    ):
        return draft.module
    rewriter = _Rewriter(draft, homes, imports or homes, modules)
    module = draft.module.visit(rewriter)
    assert isinstance(module, cst.Module)
    return rewriter.scope.complete(module) if rewriter.changed else draft.module


def _has_import(
    module: cst.Module, imports: Homes, modules: Callable[[str], str | None] | None
) -> bool:
    """Says whether there is an import that has a home."""
    for node in all_imports(module):
        if isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar):
            if modules is not None and modules(dotted(node.module)) is not None:
                return True
        elif any(imports(path) is not None for _, path in imported(node)):
            return True
    return False


class _Rewriter(cst.CSTTransformer):
    def __init__(
        self,
        draft: Draft,
        homes: Homes,
        imports: Homes,
        modules: Callable[[str], str | None] | None,
    ) -> None:
        self.changed = False
        self.scope = Scope(draft.module, draft.text)
        self._draft = draft
        self._homes = homes
        self._imports = imports
        self._modules = modules
        self._targets: set[cst.CSTNode] = set()  # what is assigned to stays
        self._new: dict[cst.CSTNode, cst.BaseExpression] = {}

    def visit_Import(self, node: cst.Import) -> bool:
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return False

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._targets.add(node.target)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:
        self._targets.add(node.target)

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        self._targets.add(node.target)

    def visit_Del(self, node: cst.Del) -> None:
        self._targets.add(node.target)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        return not self._find(node)

    def visit_Name(self, node: cst.Name) -> bool:
        return not self._find(node)

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        return self._new.get(original_node, updated_node)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        return self._new.get(original_node, updated_node)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if not updated_node.args or self._draft.path_of(original_node.func) != _IMPORTER:
            return updated_node
        name = updated_node.args[0].value
        if not isinstance(name, cst.SimpleString) or name.prefix:
            return updated_node
        home = self._imports(name.raw_value)
        if home is None or not home.endswith(":") or home == DROPPED:
            return updated_node
        self.changed = True
        text = cst.SimpleString(f"{name.quote}{home[:-1]}{name.quote}")
        args = [updated_node.args[0].with_changes(value=text), *updated_node.args[1:]]
        return updated_node.with_changes(args=args)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> (
        cst.SimpleStatementLine | cst.FlattenSentinel[cst.SimpleStatementLine] | cst.RemovalSentinel
    ):
        if not imports_of(original_node):
            return updated_node
        lines = [self._import(part) for part in updated_node.body]
        if all(line is None for line in lines):
            return updated_node
        self.changed = True
        new = [
            cst.SimpleStatementLine([part.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)])
            for part, line in zip(updated_node.body, lines)
            for part in ([part] if line is None else line)
        ]
        if not new:
            return cst.RemoveFromParent()
        new[0] = new[0].with_changes(leading_lines=updated_node.leading_lines)
        new[-1] = new[-1].with_changes(trailing_whitespace=updated_node.trailing_whitespace)
        return cst.FlattenSentinel(new)

    def leave_SimpleStatementSuite(
        self, original_node: cst.SimpleStatementSuite, updated_node: cst.SimpleStatementSuite
    ) -> cst.SimpleStatementSuite:
        if not imports_of(original_node):
            return updated_node
        lines = [self._import(part) for part in updated_node.body]
        if all(line is None for line in lines):
            return updated_node
        self.changed = True
        body = [
            part
            for part, line in zip(updated_node.body, lines)
            for part in ([part] if line is None else line)
        ]
        return updated_node.with_changes(
            body=[part.with_changes(semicolon=cst.MaybeSentinel.DEFAULT) for part in body]
            or [cst.Pass()]
        )

    def _find(self, node: cst.Attribute | cst.Name) -> bool:
        """Settles what comes in the place of an expression; says whether anything does."""
        if node in self._targets:
            return False
        path = self._draft.path_of(node)
        home = None if path is None else self._homes(path)
        if path is None or home is None:
            return False
        if isinstance(node, cst.Name) and not self.scope.is_from_star(node.value):
            return False  # what binds the name changes
        if home.startswith("builtins:") and self.scope.binds(home[9:].partition(".")[0]):
            return False
        new = self.scope.expression(home, node)
        self._new[node] = new.with_changes(lpar=node.lpar, rpar=node.rpar)
        self.changed = True
        return True

    def _import(self, part: cst.BaseSmallStatement) -> list[cst.BaseSmallStatement] | None:
        """Returns what comes in the place of a small statement; None for no change."""
        if not isinstance(part, (cst.Import, cst.ImportFrom)):
            return None
        if isinstance(part, cst.ImportFrom) and isinstance(part.names, cst.ImportStar):
            name = dotted(part.module)
            module = None if self._modules is None or part.relative else self._modules(name)
            if module is None or module == name:
                return None
            return [part.with_changes(module=expression(module))]
        found = [(alias, path, self._imports(path)) for alias, path in imported(part)]
        if not any(home for _, _, home in found):
            return None
        one = self._same_module(part, [home or "" for _, _, home in found])
        if one is not None:
            return None if one.deep_equals(part) else [one]
        kept = [alias for alias, _, home in found if home is None]
        new: list[cst.BaseSmallStatement] = []
        if kept:
            kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
            new.append(part.with_changes(names=kept))
        for alias, path, home in found:
            if home is not None:
                new += self._bind(part, alias, path, home)
        return [
            statement
            for index, statement in enumerate(new)
            if not any(statement.deep_equals(other) for other in new[:index])
        ]

    def _same_module(self, part: Import, homes: Sequence[str]) -> Import | None:
        """Returns an import with all as it was but the module, where that is all that changes."""
        if not isinstance(part, cst.ImportFrom) or isinstance(part.names, cst.ImportStar):
            return None
        modules = set()
        for alias, home in zip(part.names, homes):
            module, _, name = home.partition(":")
            if not name:
                module, _, name = module.rpartition(".")
            if name != dotted(alias.name) or _member_of(module):
                return None
            modules.add(module)
        return part.with_changes(module=expression(modules.pop())) if len(modules) == 1 else None

    def _bind(
        self, part: Import, alias: cst.ImportAlias, path: str, home: str
    ) -> list[cst.BaseSmallStatement]:
        """Returns the statements that bind what one alias bound."""
        if home == DROPPED:
            return []
        module, _, name = home.partition(":")
        bound = alias_name(alias)
        if isinstance(part, cst.Import) and alias.asname is None and path != bound:
            return self._bind_package(bound, path, module)
        member = _member_of(module)
        if member and (name or module != member):
            parent, _, last = member.rpartition(".")
            local = self.scope.own_name(member)
            value = expression(".".join(filter(None, [local, module[len(member) + 1 :], name])))
            return [_import_from(parent, last, local), _assign(bound, value)]
        if not name and isinstance(part, cst.Import):
            return [_import_module(module, bound)]
        if "." not in name and module != "builtins":
            if not name:
                module, _, name = module.rpartition(".")
            return [_import_from(module, name, bound)]
        value = self.scope.expression(home)
        return [] if value.value == bound else [_assign(bound, value)]

    def _bind_package(self, package: str, path: str, module: str) -> list[cst.BaseSmallStatement]:
        """Returns what comes in the place of `import package.module`.

        The uses that have homes are rewritten one by one, and import what they need.
        """
        if module == _VIEW or module.startswith(_VIEW + "."):
            return [_import_module(_VIEW, package)]
        if module.partition(".")[0] == package and self._homes(path) is None:
            return [_import_module(module, None)]
        return [_import_module(package, None)] if self._is_used(package) else []

    def _is_used(self, package: str) -> bool:
        """Says whether a package's name is used for more than the paths that have homes."""
        names = self._draft.analysis.names
        starts = {span[:2] for span, path in names.items() if self._homes(canonical(path))}
        used = {span[:2] for span, path in names.items() if path == package}
        return bool(used - starts)


def _member_of(module: str) -> str:
    """Returns which of `_MEMBERS` a module is, or is below; `""` for others."""
    return next((name for name in _MEMBERS if f"{module}.".startswith(f"{name}.")), "")


def _assign(bound: str, value: cst.BaseExpression) -> cst.Assign:
    return cst.Assign([cst.AssignTarget(cst.Name(bound))], value)


def _import_module(module: str, bound: str | None) -> cst.BaseSmallStatement:
    if bound in (None, module):
        return cst.Import([cst.ImportAlias(expression(module))])
    parent, _, name = module.rpartition(".")
    if name == bound:
        return _import_from(parent, name, name)
    return cst.Import([cst.ImportAlias(expression(module), cst.AsName(cst.Name(bound or "")))])


def _import_from(module: str, name: str, bound: str) -> cst.BaseSmallStatement:
    asname = None if name == bound else cst.AsName(cst.Name(bound))
    alias = cst.ImportAlias(expression(name), asname)
    if not module:
        return cst.Import([alias])
    return cst.ImportFrom(module=expression(module), names=[alias])
