"""`Scope`: the names that a module's imports bind, and the imports that it comes to need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

import libcst as cst

from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.syntax import (
    after_header,
    alias_name,
    bound_and_used,
    dotted,
    expression,
    imported,
    imports_of,
    parse_statement,
)

__all__ = ["Scope"]

_VIEW = "tensorflow.compat.v1"
_Statement = Union[cst.SimpleStatementLine, cst.BaseCompoundStatement]

# Module -> the name that it gets where a file has none for it.
_NAMES = {
    _VIEW: "tf",
    "numpy": "np",
    "tf_spec_compat.estimator": "tf_estimator",
}

# Packages whose modules are imported under a name of their own, whatever else is imported.
_NAMED = ("tensorflow", "tf_spec_compat")


class Scope:
    """How a module says what a dotted path means."""

    def __init__(self, module: cst.Module, text: str) -> None:
        """Reads the imports of a module, those inside of `try` and `if` too."""
        self._bound, self._taken = bound_and_used(text)
        self._names: dict[str, str] = {}  # module -> the expression for it
        self._plain: set[str] = set()  # what is imported without a name, and the packages of it
        self._added: dict[str, str] = {}  # import that is needed -> the package that it is near to
        self._has_star = False
        for statement in _statements(module.body):
            for node in imports_of(statement):
                self._has_star |= isinstance(node.names, cst.ImportStar)
                for alias, path in imported(node):
                    self._read(node, alias, canonical(path))

    def _read(self, node: cst.CSTNode, alias: cst.ImportAlias, path: str) -> None:
        if isinstance(node, cst.Import) and alias.asname is None:
            package = alias_name(alias)
            self._plain |= {package, dotted(alias.name)}
            if package == path:
                self._names.setdefault(path, package)
        else:
            self._names.setdefault(path, alias_name(alias))

    def is_from_star(self, name: str) -> bool:
        """Says whether only a star import can have bound a name."""
        return self._has_star and name not in self._bound

    def binds(self, name: str) -> bool:
        """Says whether the module binds a name, in any scope."""
        return name in self._bound

    def expression(self, home: str, like: cst.CSTNode | None = None) -> cst.Name | cst.Attribute:
        """Returns an expression for a home, `module:attribute`; the import it needs is noted.

        Args:
          home: What is meant.
          like: The expression in whose place it comes; where only its last part is another one, all
            the rest of it stays.
        """
        module, _, attribute = home.partition(":")
        if module == "builtins":
            return expression(attribute)
        owner = self.name_of(module)
        if isinstance(like, cst.Attribute) and dotted(like.value) == owner and "." not in attribute:
            return like.with_changes(attr=cst.Name(attribute)) if attribute else like
        return expression(f"{owner}.{attribute}".rstrip("."))

    def name_of(self, module: str) -> str:
        """Returns how the module says the name of another one, importing it if need be."""
        known = self._names.get(canonical(module))
        if known is not None:
            return known
        package, _, rest = module.partition(".")
        for owner in (_VIEW, "numpy"):  # their modules are attributes, whatever was imported
            if module.startswith(owner + "."):
                return self.name_of(owner) + module[len(owner) :]
        if rest and package in self._plain and package not in _NAMED:
            if module not in self._plain:
                self._added[f"import {module}"] = package
            return module
        name = self.own_name(module)
        parent, _, last = module.rpartition(".")
        alias = "" if name == last else f" as {name}"
        if not parent or module == _VIEW:
            self._added[f"import {module}{alias}"] = package
        else:
            self._added[f"from {parent} import {last}{alias}"] = package
        return name

    def own_name(self, module: str) -> str:
        """Returns the name that an import of a module is to bind: the one it has, or a free one."""
        key = canonical(module)
        if key not in self._names:
            parts = module.split(".")
            wanted = [_NAMES.get(module, parts[-1]), "_".join(parts[-2:]), "_".join(parts)]
            free = (name for name in wanted if name not in self._taken)
            self._names[key] = next(free, f"_{wanted[-1]}")
            self._taken.add(self._names[key])
        return self._names[key]

    def complete(self, module: cst.Module) -> cst.Module:
        """Adds the imports that are needed, behind those of the packages that they are about."""
        body = [*module.body]
        for text in sorted(self._added, reverse=True):
            statement = parse_statement(text)
            place = _place(body, self._added[text])
            if place == after_header(body):  # in front of all imports, if there are any
                if place:
                    statement = statement.with_changes(leading_lines=[cst.EmptyLine(False)])
                if place < len(body):
                    body[place] = _set_off(body[place])
            body.insert(place, statement)
        return module.with_changes(body=body)


def _statements(body: Sequence[cst.CSTNode]) -> list[cst.CSTNode]:
    """Returns the statements of a module that run when it is imported, those of blocks too."""
    found: list[cst.CSTNode] = []
    for statement in body:
        if isinstance(statement, (cst.SimpleStatementLine, cst.SimpleStatementSuite)):
            found.append(statement)
        elif isinstance(statement, (cst.If, cst.Try, cst.With, cst.Else, cst.IndentedBlock)):
            found += _statements(statement.children)
        elif isinstance(statement, (cst.ExceptHandler, cst.Finally)):
            found += _statements([statement.body])
    return found


def _place(body: Sequence[_Statement], package: str) -> int:
    """Returns where an import goes: behind the first of its package, or behind the first block."""
    package = "tensorflow" if package == "tf_spec_compat" else package
    first = after_header(body)
    last = first
    for index, statement in enumerate(body[first:], first):
        paths = [
            path
            for inner in _statements([statement])
            for node in imports_of(inner)
            for _, path in _all(node)
        ]
        if any(path.partition(".")[0] == package for path in paths):
            return index + 1
        if paths and last == index:
            last = index + 1
    return last


def _all(node: cst.Import | cst.ImportFrom) -> list[tuple[None, str]]:
    if isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar):
        return [(None, dotted(node.module))]
    return [(None, path) for _, path in imported(node)]


def _set_off(statement: _Statement) -> _Statement:
    """Puts a blank line before a statement that is no import and has none."""
    lines = getattr(statement, "leading_lines", None)
    if lines is None or imports_of(statement) or any(line.comment is None for line in lines):
        return statement
    return statement.with_changes(leading_lines=[cst.EmptyLine(False), *lines])
