"""One walk over a syntax tree: what binds names, where names are used, what is called."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple, Union

from tf_spec_compat.migrate.scopes import Arm, Binding, Member, Scope
from tf_spec_compat.migrate.walk import Walk

__all__ = ["Chain", "Collector", "Function", "Surface"]

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]


class Chain(NamedTuple):
    """A use: a name or another expression, with the attributes read of it.

    Attributes:
      node: The whole expression.
      attributes: The attributes, from left to right.
      root: The expression in front of them.
      scope: Where it is.
      order: How many things the walk had met before.
      arm: The statements around it that may not run.
    """

    node: ast.expr
    attributes: tuple[str, ...]
    root: ast.expr
    scope: Scope
    order: int
    arm: Arm


class Collector(Walk):
    """Walks over a module once.

    Attributes:
      chains: Every name and attribute that is used.
      calls: Every call, with the scope, order and arm that it has.
      imports: Every name of an import statement, with the dotted path that it stands for, of a star
        the module, and the statements around it that may not run.
      stars: The modules of star imports, absolute, with their statements.
      functions: Every function with the scope around it and its own.
      classes: Every class, likewise.
      returns: Scope of a function -> what it returns, with orders and arms.
    """

    def __init__(self, package: str = "") -> None:
        """Takes the package that relative imports are relative to."""
        super().__init__()
        self._package = package
        self.chains: list[Chain] = []
        self.calls: list[tuple[ast.Call, Scope, int, Arm]] = []
        self.imports: list[tuple[ast.stmt, ast.alias, str, Arm]] = []
        self.stars: list[tuple[ast.ImportFrom, str, Scope]] = []
        self.functions: list[tuple[Function, Scope, Scope]] = []
        self.classes: list[tuple[ast.ClassDef, Scope, Scope]] = []
        self.returns: dict[Scope, list[tuple[ast.Return, int, Arm]]] = {}

    # What uses names.

    def _leaf(self, node: ast.AST) -> None:
        pass

    def _name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.order += 1
            self.chains.append(Chain(node, (), node, self.scope, self.order, self.arm))
        elif isinstance(node.ctx, ast.Store):
            self.bind(node.id, None)

    def _attribute(self, node: ast.Attribute) -> None:
        attributes = [node.attr]
        root = node.value
        while isinstance(root, ast.Attribute):
            attributes.append(root.attr)
            root = root.value
        if (
            isinstance(node.ctx, ast.Store)
            and root is node.value
            and isinstance(root, ast.Name)
            and root.id == self.scope.class_around()[1]
        ):
            return  # `self.name = ...` uses nothing
        self.order += 1
        attributes.reverse()
        self.chains.append(Chain(node, tuple(attributes), root, self.scope, self.order, self.arm))
        if not isinstance(root, ast.Name):
            self.visit(root)

    def _call(self, node: ast.Call) -> None:
        self.order += 1
        self.calls.append((node, self.scope, self.order, self.arm))
        self.visit(node.func)
        self.visit_all(node.args)
        for keyword in node.keywords:
            self.visit(keyword.value)

    def _bin_op(self, node: ast.BinOp) -> None:
        rights: list[ast.expr] = []
        left: ast.expr = node
        while isinstance(left, ast.BinOp):  # a long sum is no deep recursion
            rights.append(left.right)
            left = left.left
        self.visit(left)
        self.visit_all(reversed(rights))

    # What binds names.

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.imports.append((node, alias, alias.name, self.arm))
            if alias.asname:
                self.bind(alias.asname, alias.name)
            else:
                head = alias.name.partition(".")[0]
                self.bind(head, head)

    def _import_from(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            base = self._package.split(".")
            base = base[: len(base) - node.level + 1]
            if self._package and base:
                module = ".".join([*base, module] if module else base)
            elif node.level > 1:  # of a file that is in no package, as far as is known
                module = "." * node.level + module
        for alias in node.names:
            if alias.name == "*":
                self.imports.append((node, alias, module, self.arm))
                self.stars.append((node, module, self.scope))
                continue
            dot = "" if not module or module.endswith(".") else "."
            self.imports.append((node, alias, f"{module}{dot}{alias.name}", self.arm))
            self.bind(alias.asname or alias.name, Member(module, alias.name))

    def _assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._target(target, node.value)

    def _ann_assign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
        if node.value is not None:
            self.visit(node.value)
            self._target(node.target, node.value)

    def _aug_assign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        self.visit(node.target)

    def _named_expr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self.bind(node.target.id, node)

    def _target(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.bind(target.id, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            values = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
            if len(values) == len(target.elts):
                for one, its in zip(target.elts, values):
                    self._target(one, its)
            else:
                self.visit_all(target.elts)
        else:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
                kind, receiver = self.scope.class_around()
                if kind is not None and target.value.id == receiver:
                    binding = Binding(self.scope, self.order + 1, self.arm, value)
                    kind.attributes.setdefault(target.attr, []).append(binding)
            self.visit(target)

    def _handler(self, node: ast.ExceptHandler) -> None:
        if node.type is not None:
            self.visit(node.type)
        if node.name:
            self.bind(node.name, None)
        self.visit_all(node.body)

    def _named(self, node: Any) -> None:
        """A pattern of `match`: `as name`, `*name`, `**name`."""
        name = getattr(node, "name", None) or getattr(node, "rest", None)
        if name:
            self.bind(name, None)
        for field in ("pattern", "cls"):
            if getattr(node, field, None) is not None:
                self.visit(getattr(node, field))
        self.visit_all([*getattr(node, "keys", ()), *getattr(node, "patterns", ())])

    def _global(self, node: ast.Global) -> None:
        self.scope.elsewhere.update(dict.fromkeys(node.names, "global"))

    def _nonlocal(self, node: ast.Nonlocal) -> None:
        self.scope.elsewhere.update(dict.fromkeys(node.names, "nonlocal"))

    # Scopes.

    def _arguments(self, arguments: ast.arguments) -> list[str]:
        names = [*arguments.posonlyargs, *arguments.args]
        others = [*arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        for argument in [*names, *others]:
            if argument is not None:
                self.bind(argument.arg, None)
        return [argument.arg for argument in names]

    def _defaults(self, arguments: ast.arguments) -> None:
        self.visit_all(arguments.defaults)
        self.visit_all(arguments.kw_defaults)

    def _function(self, node: Function) -> None:
        self.visit_all(node.decorator_list)
        self._defaults(node.args)
        arguments = node.args
        for argument in (
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            arguments.vararg,
            arguments.kwarg,
        ):
            if argument is not None and argument.annotation is not None:
                self.visit(argument.annotation)
        if node.returns is not None:
            self.visit(node.returns)
        around = self.scope
        self.bind(node.name, node)
        before = self.enter("function", node)
        names = self._arguments(arguments)
        if around.kind == "class" and names:
            self.scope.receiver = names[0]
        self.functions.append((node, around, self.scope))
        self.visit_all(node.body)
        self.leave(before)

    def _lambda(self, node: ast.Lambda) -> None:
        self._defaults(node.args)
        before = self.enter("function", node)
        self._arguments(node.args)
        self.visit(node.body)
        self.leave(before)

    def _return(self, node: ast.Return) -> None:
        self.order += 1
        self.returns.setdefault(self.scope, []).append((node, self.order, self.arm))
        if node.value is not None:
            self.visit(node.value)

    def _class(self, node: ast.ClassDef) -> None:
        self.visit_all(node.decorator_list)
        self.visit_all(node.bases)
        for keyword in node.keywords:
            self.visit(keyword.value)
        around = self.scope
        before = self.enter("class", node)
        self.classes.append((node, around, self.scope))
        self.visit_all(node.body)
        self.leave(before)
        self.bind(node.name, node)

    def _comprehension(self, node: Any) -> None:
        first = node.generators[0]
        self.visit(first.iter)
        before = self.enter("comprehension", node)
        for generator in node.generators:
            if generator is not first:
                self.visit(generator.iter)
            self.visit(generator.target)
            self.visit_all(generator.ifs)
        if isinstance(node, ast.DictComp):
            self.visit_all((node.key, node.value))
        else:
            self.visit(node.elt)
        self.leave(before)

    handlers: ClassVar[dict[type, Callable[[Any, Any], None]]] = {
        **Walk.handlers_of_statements,
        ast.Constant: _leaf,
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Call: _call,
        ast.BinOp: _bin_op,
        ast.Import: _import,
        ast.ImportFrom: _import_from,
        ast.Assign: _assign,
        ast.AnnAssign: _ann_assign,
        ast.AugAssign: _aug_assign,
        ast.NamedExpr: _named_expr,
        ast.ExceptHandler: _handler,
        ast.Global: _global,
        ast.Nonlocal: _nonlocal,
        ast.FunctionDef: _function,
        ast.AsyncFunctionDef: _function,
        ast.Lambda: _lambda,
        ast.Return: _return,
        ast.ClassDef: _class,
        ast.ListComp: _comprehension,
        ast.SetComp: _comprehension,
        ast.GeneratorExp: _comprehension,
        ast.DictComp: _comprehension,
    }
    # What newer Pythons have besides.
    for _kind in ("MatchAs", "MatchStar", "MatchMapping"):
        if hasattr(ast, _kind):
            handlers[getattr(ast, _kind)] = _named


class Surface(Collector):
    """Walks over what binds names at the top of a module, and over nothing else."""

    def _define(self, node: Any) -> None:
        self.bind(node.name, node)

    def _store(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.bind(node.id, None)

    handlers: ClassVar[dict[type, Callable[[Any, Any], None]]] = {
        **Collector.handlers,
        **dict.fromkeys(
            (ast.Attribute, ast.BinOp, ast.Call, ast.Dict, ast.Lambda, ast.Subscript),
            Collector.handlers[ast.Constant],
        ),
        ast.Name: _store,
        ast.FunctionDef: _define,
        ast.AsyncFunctionDef: _define,
        ast.ClassDef: _define,
    }
