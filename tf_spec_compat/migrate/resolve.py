"""What the names of a module stand for: dotted paths of what was imported."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Union

from tf_spec_compat.migrate.collect import Chain
from tf_spec_compat.migrate.scopes import LATER, Arm, Binding, Member, Scope, bindings_of, look_up

__all__ = ["Definition", "Resolver", "constant"]

Definition = Union[ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda]

_IMPORTERS = frozenset({"importlib.import_module", "importlib.__import__", "__import__"})


def constant(node: ast.AST | None) -> str | None:
    """Returns the text of a string that is written there, else None."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


class Resolver:
    """Finds the dotted path that an expression of one module stands for."""

    def __init__(
        self,
        follow: Callable[[str], str],
        star: Callable[[str], str | None],
        package: str = "",
    ) -> None:
        """Takes how to go on outside of the module, which `follow` goes on to do.

        Args:
          follow: Gives a dotted path as it is once re-exports were followed.
          star: Gives the path that a name has by a star import, or None.
          package: The package of the module, for relative imports by `import_module`.
        """
        self.follow = follow
        self.classes: dict[ast.AST, Scope] = {}  # of the module, by their definitions
        self._star = star
        self._package = package
        self._paths: dict[ast.AST, str | None] = {}  # of names and attributes
        self._sure: dict[tuple[Scope, str], str | None] = {}  # wherever the scope uses the name
        self._free: set[tuple[Scope, str]] = set()
        self._asked: set[tuple[int, str]] = set()  # attributes of classes being looked up

    def chain(self, chain: Chain) -> str | None:
        """Returns the path of a use, or None if it stands for nothing that was imported."""
        path = self._join(chain.root, chain.attributes, chain.scope, chain.order, chain.arm)
        self._paths[chain.node] = path
        return path

    def expression(self, node: ast.AST, scope: Scope, order: int, arm: Arm) -> str | None:
        """Returns the path of an expression, or None."""
        if node in self._paths:
            return self._paths[node]
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        return self._join(node, tuple(reversed(attributes)), scope, order, arm)

    def is_free(self, name: str, scope: Scope) -> bool:
        """Says whether nothing binds a name that a chain begins with, as far as is known."""
        return (scope, name) in self._free

    def name(self, name: str, scope: Scope) -> str | None:
        """Returns the path of a name as it is when all of a scope has run, or None."""
        return self._name(name, scope, LATER, ())

    def has_path(self, chain: Chain) -> bool:
        """Says whether what a use begins with has a path; else it is an attribute of a class."""
        return self._join(chain.root, (), chain.scope, chain.order, chain.arm) is not None

    def prefixes(self, chain: Chain) -> list[str | None]:
        """Returns the paths of the root of a use, and with one attribute more each."""
        args = chain.scope, chain.order, chain.arm
        return [
            self._join(chain.root, chain.attributes[:count], *args)
            for count in range(len(chain.attributes) + 1)
        ]

    def definition(
        self, node: ast.AST | None, scope: Scope, order: int, arm: Arm
    ) -> Definition | None:
        """Returns the function or class of this module that an expression stands for, or None."""
        for _ in range(20):
            if isinstance(node, (ast.Lambda, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                return node
            found: list[Binding] | None = None
            if isinstance(node, ast.Name):
                found = bindings_of(node.id, scope, order, arm)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                kind, receiver = scope.class_around()
                if kind is not None and node.value.id == receiver:
                    found = kind.attributes.get(node.attr) or kind.bindings.get(node.attr)
            value = found[0].value if found else None
            if found is None or not isinstance(value, ast.AST):
                return None
            node, scope, order, arm = value, found[0].scope, found[0].order, found[0].arm
        return None

    def value(
        self, node: ast.AST, scope: Scope, order: int, arm: Arm
    ) -> tuple[ast.AST, Scope, int, Arm]:
        """Returns the expression that a name was given, or `node` itself."""
        for _ in range(20):
            found = bindings_of(node.id, scope, order, arm) if isinstance(node, ast.Name) else None
            if not found or not isinstance(found[0].value, ast.expr):
                break
            binding = found[0]
            assert isinstance(binding.value, ast.AST)
            node, scope, order, arm = binding.value, binding.scope, binding.order, binding.arm
        return node, scope, order, arm

    def _join(
        self, root: ast.AST, attributes: tuple[str, ...], scope: Scope, order: int, arm: Arm
    ) -> str | None:
        if isinstance(root, ast.Name):
            path = self._name(root.id, scope, order, arm)
            if path is None and attributes:
                path = self._of_class(root.id, attributes[0], scope, order, arm)
                attributes = attributes[1:]
        else:
            path = self._other(root, scope, order, arm)
        if path is None or not attributes:
            return path
        return self.follow(".".join((path, *attributes)))

    def _name(self, name: str, scope: Scope, order: int, arm: Arm) -> str | None:
        if (scope, name) in self._sure:
            return self._sure[scope, name]
        found, is_sure = look_up(name, scope, order, arm)
        path = self._star(name) if found is None else self._first(found)
        if is_sure:
            self._sure[scope, name] = path
            if found is None and path is None:
                self._free.add((scope, name))
        return path

    def _first(self, found: list[Binding]) -> str | None:
        """Returns what the likeliest binding stands for that stands for anything."""
        if len(found) == 1:
            return self._binding(found[0])
        paths = [path for path in map(self._binding, found) if path is not None]
        return min(paths, key=_rank) if paths else None

    def _binding(self, binding: Binding) -> str | None:
        if binding.path is ...:
            binding.path = None  # for what is bound to itself
            binding.path = self._value(binding)
        path: str | None = binding.path
        return path

    def _value(self, binding: Binding) -> str | None:
        value = binding.value
        if isinstance(value, str):
            return self.follow(value)
        if isinstance(value, Member):
            if value.module.endswith("."):
                return None
            return self.follow(f"{value.module}.{value.name}".lstrip("."))
        if value is None or isinstance(value, (ast.ClassDef, ast.FunctionDef)):
            return None
        return self.expression(value, binding.scope, binding.order, binding.arm)

    def _of_class(
        self, name: str, attribute: str, scope: Scope, order: int, arm: Arm
    ) -> str | None:
        """Returns what `self.attribute`, or `Class.attribute`, stands for."""
        kind, receiver = scope.class_around()
        if kind is None or name != receiver:
            found = bindings_of(name, scope, order, arm)
            value = found[0].value if found else None
            kind = self.classes.get(value) if isinstance(value, ast.ClassDef) else None
        return None if kind is None else self._member(kind, attribute)

    def _member(self, kind: Scope, attribute: str) -> str | None:
        key = id(kind), attribute
        if key in self._asked:
            return None
        self._asked.add(key)
        try:
            given = kind.attributes.get(attribute)
            if given is None:
                given = kind.bindings.get(attribute)
            if given is None:
                return self._of_bases(kind, attribute)
            paths = {self._binding(binding) for binding in given if not _is_none(binding)}
            return paths.pop() if len(paths) == 1 else None
        finally:
            self._asked.discard(key)

    def _of_bases(self, kind: Scope, attribute: str) -> str | None:
        """Returns what an attribute that a class of the module is derived with stands for."""
        assert isinstance(kind.node, ast.ClassDef)
        assert kind.parent is not None
        for base in kind.node.bases:
            definition = self.definition(base, kind.parent, kind.order, kind.arm)
            scope = self.classes.get(definition) if definition is not None else None
            path = self._member(scope, attribute) if scope is not None else None
            if path is not None:
                return path
        return None

    def _other(self, node: ast.AST, scope: Scope, order: int, arm: Arm) -> str | None:
        """Returns the path of an expression that is neither a name nor an attribute."""
        if isinstance(node, ast.Call):
            return self._call(node, scope, order, arm)
        choices: list[ast.expr] = []
        if isinstance(node, ast.NamedExpr):
            choices = [node.value]
        elif isinstance(node, ast.IfExp):
            choices = [node.body, node.orelse]
        elif isinstance(node, ast.BoolOp):
            choices = node.values
        elif isinstance(node, ast.Subscript):
            name = constant(node.slice)
            if name and self.expression(node.value, scope, order, arm) == "sys.modules":
                return self.follow(name)
        for choice in choices:
            path = self.expression(choice, scope, order, arm)
            if path is not None:
                return path
        return None

    def _call(self, node: ast.Call, scope: Scope, order: int, arm: Arm) -> str | None:
        """Returns the path that `getattr`, `import_module` or `__import__` gives."""
        if not node.args:
            return None
        called = self.called(node, scope, order, arm)
        if called == "getattr" and len(node.args) > 1:
            name = constant(node.args[1])
            owner = self.expression(node.args[0], scope, order, arm) if name else None
            return self.follow(f"{owner}.{name}") if owner else None
        if called not in _IMPORTERS:
            return None
        name = constant(node.args[0])
        if not name:
            return None
        if called == "importlib.import_module":
            if name.startswith("."):
                level = len(name) - len(name.lstrip("."))
                base = self._package.split(".")
                base = base[: len(base) - level + 1]
                if not self._package or not base:
                    return None
                name = ".".join([*base, name.lstrip(".")])
            return self.follow(name)
        listed = node.args[3] if len(node.args) > 3 else None
        for keyword in node.keywords:
            listed = keyword.value if keyword.arg == "fromlist" else listed
        has_list = isinstance(listed, (ast.List, ast.Tuple)) and listed.elts
        return self.follow(name if has_list else name.partition(".")[0])

    def imported(self, node: ast.Call, scope: Scope, order: int, arm: Arm) -> str | None:
        """Returns the path, as it is written, that a call of `getattr` or of an import names."""
        called = self.called(node, scope, order, arm)
        if called == "getattr":
            return self.expression(node, scope, order, arm)
        name = constant(node.args[0]) if called in _IMPORTERS and node.args else None
        if name is None or name.startswith("."):
            return self.expression(node, scope, order, arm)
        return self.follow(name)

    def called(self, node: ast.Call, scope: Scope, order: int, arm: Arm) -> str | None:
        """Returns the path of what is called; the bare name of a builtin function."""
        path = self.expression(node.func, scope, order, arm)
        if path is None and isinstance(node.func, ast.Name):
            name = node.func.id
            return name if bindings_of(name, scope, order, arm) is None else None
        return path


def _rank(path: str) -> int:
    if ".contrib" in path:
        return 0
    return 1 if path.startswith("tensorflow") else 2


def _is_none(binding: Binding) -> bool:
    return isinstance(binding.value, ast.Constant) and binding.value.value is None
