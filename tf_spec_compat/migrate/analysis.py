r"""What a module uses, by dotted paths: the one analysis that checking and rewriting stand on.

    >>> found = analyze("from tensorflow.contrib import learn as l\\nl.Estimator()\\n")
    >>> [use.path for use in found.uses]
    ['tensorflow.contrib.learn', 'tensorflow.contrib.learn.Estimator']
    >>> found.names[Span(2, 0, 2, 11)]
    'tensorflow.contrib.learn.Estimator'

Aliases, assignments, scopes, alternatives of `try` and `if`, attributes of `self`, `getattr` and
`import_module` of constants, and re-exports of a project's own modules are followed. What another
thing shadows is not counted, nor are comments and texts.
"""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from tf_spec_compat import names
from tf_spec_compat.migrate import contrib
from tf_spec_compat.migrate.collect import Chain, Collector, Surface
from tf_spec_compat.migrate.positions import Lines, Span
from tf_spec_compat.migrate.resolve import Resolver, constant
from tf_spec_compat.migrate.scopes import Arm, Scope

__all__ = ["Analysis", "Exports", "Modules", "Span", "Use", "analyze", "exports"]


class Modules(Protocol):
    """Where the modules beside the one that is analyzed are looked up."""

    def module_name(self, path: str) -> tuple[str, bool]:
        """Returns the dotted name of the module in a file, and whether it is a package."""

    def has(self, module: str, importer: str) -> bool:
        """Says whether there is a module of that absolute name."""

    def follow(self, path: str, importer: str) -> str:
        """Returns what a dotted path is once re-exports are followed; `importer` is a file."""

    def star(self, module: str, name: str, importer: str) -> str | None:
        """Returns what `name` is by `from module import *`, or None."""


class Use(NamedTuple):
    """A place that uses something imported: the longest expression that has a path.

    Attributes:
      path: The dotted path, `tensorflow.contrib.learn.Estimator`.
      node: The expression, or the name in an import.
      lines: The lines of the source.
      is_import: Whether it is a name of an import statement.
      is_guarded: Whether a `try` or an `if` around it chooses by what there is in this Python.
      place: Where it is, if the node does not say so.
      length: How many beginnings it has that have paths, itself among them.
    """

    path: str
    node: ast.AST
    lines: Lines
    is_import: bool = False
    is_guarded: bool = False
    place: Span | None = None
    length: int = 1

    @property
    def span(self) -> Span:
        """Where it is; of an import, the name with its alias."""
        return self.place or self.lines.span(self.node)

    @property
    def parts(self) -> tuple[Span, ...]:
        """Where its beginnings are: of `tf.contrib.learn` the spans of `tf`, `tf.contrib`, all."""
        if self.length == 1:
            return (self.span,)
        node, found = self.node, list[Span]()
        for _ in range(self.length):
            found.append(self.lines.span(node))
            node = getattr(node, "value", node)
        return tuple(reversed(found))


@dataclass
class Analysis:
    """What was found out about one module.

    Attributes:
      path: The file.
      uses: The longest expressions that have dotted paths, and the imports, in the order of the
        source.
      module: The dotted name of the module, `""` if it is not known.
      project: Where other modules are looked up.
      collected: All that the walk met.
      resolver: Finds the paths of expressions.
      lines: The lines of the source.
      free: Name that nothing in the module binds -> where it is used; those of `builtins` too.
    """

    path: str
    module: str
    project: Modules | None
    collected: Collector
    resolver: Resolver
    lines: Lines
    uses: list[Use] = field(default_factory=list)
    free: dict[str, list[Span]] = field(default_factory=dict)

    @functools.cached_property
    def names(self) -> dict[Span, str]:
        """Where each name, or attribute, is that has a dotted path -> that path."""
        found = {}
        for chain in self.collected.chains:
            if self.resolver.chain(chain) is None:
                continue
            nodes: list[ast.AST] = [chain.node]
            while nodes[-1] is not chain.root:
                attribute = nodes[-1]
                assert isinstance(attribute, ast.Attribute)
                nodes.append(attribute.value)
            nodes.reverse()
            for node, path in zip(nodes, self.resolver.prefixes(chain)):
                if path is not None and isinstance(node, (ast.Name, ast.Attribute)):
                    found[self.lines.span(node)] = path
        return found

    def has(self, module: str) -> bool:
        """Says whether a module of an absolute name is one of the project."""
        return self.project is not None and self.project.has(module, self.path)


def analyze(
    text: str,
    path: str = "<string>",
    module: str | None = None,
    project: Modules | None = None,
    tree: ast.Module | None = None,
) -> Analysis:
    """Finds out what the names of a module stand for.

    Args:
      text: The source.
      path: Its file.
      module: Its dotted name, for relative imports; that of a package ends in `.__init__`. By
        default the project is asked.
      project: Where other modules are looked up; by default no re-exports are followed.
      tree: The syntax tree of the source, if there is one already.

    Raises:
      SyntaxError: The source cannot be parsed.
    """
    if tree is None:
        tree = ast.parse(text, path)
    collected, resolver, module = _bound(tree, path, module, project, Collector)
    lines = Lines(text)
    found = Analysis(path, module, project, collected, resolver, lines)
    for statement, alias, target, arm in collected.imports:
        span = lines.alias(statement, alias)
        path_of_it = target if alias.name == "*" else resolver.follow(target)
        guarded = collected.is_guarded(arm)
        found.uses.append(Use(path_of_it, alias, lines, True, guarded, span))
    roots = {chain.root for chain in collected.chains if chain.attributes}
    for chain in collected.chains:
        _add(found, chain)
    for call, scope, order, arm in collected.calls:
        if constant(call.args[0] if len(call.args) == 1 else None) or len(call.args) > 1:
            _add_call(found, call, roots, scope, order, arm)
    found.uses.sort(key=_order)
    return found


class Exports(NamedTuple):
    """What other modules can import from a module.

    Attributes:
      names: Name at the top -> the path that it stands for, None for what is the module's own.
      stars: The modules of star imports.
      listed: The names in `__all__`, None without one.
    """

    names: dict[str, str | None]
    stars: tuple[str, ...]
    listed: frozenset[str] | None


def exports(tree: ast.Module, path: str, project: Modules) -> Exports:
    """Finds out what the names at the top of a module stand for."""
    collected, resolver, _ = _bound(tree, path, None, project, Surface)
    top = collected.module
    stars = tuple(module for _, module, _ in collected.stars)
    given = top.bindings.get("__all__", ())
    listed = None
    if len(given) == 1 and isinstance(given[0].value, (ast.List, ast.Tuple)):
        listed = frozenset(filter(None, map(constant, given[0].value.elts)))
    return Exports({name: resolver.name(name, top) for name in top.bindings}, stars, listed)


def _bound(
    tree: ast.Module,
    path: str,
    module: str | None,
    project: Modules | None,
    kind: type[Collector],
) -> tuple[Collector, Resolver, str]:
    """Walks over a module; returns what was collected, its resolver, and the module's name."""
    is_package = path.endswith("__init__.py")
    if module is None:
        module = ""
        if project is not None:
            module, is_package = project.module_name(path)
    elif module.endswith(".__init__"):
        module, is_package = module[: -len(".__init__")], True
    package = module if is_package else module.rpartition(".")[0]
    collected = kind(package)
    collected.walk(tree)
    followed: dict[str, str] = {}

    def follow(name: str) -> str:
        found = followed.get(name)
        if found is None:
            found = project.follow(name, path) if project is not None else name
            found = followed[name] = _known(found)
        return found

    def star(name: str) -> str | None:
        for _, module, _ in reversed(collected.stars):
            legacy = contrib.canonical(module)
            if legacy == "tensorflow" or legacy.startswith(names.LEGACY):
                if contrib.has_public(module, name):
                    return follow(f"{module}.{name}")
                continue
            found = project.star(module, name, path) if project is not None else None
            if found is not None:
                return follow(found)
        return None

    resolver = Resolver(follow, star, package)
    resolver.classes = {node: scope for node, _, scope in collected.classes}
    return collected, resolver, module


def _add_call(
    found: Analysis, call: ast.Call, roots: set[ast.expr], scope: Scope, order: int, arm: Arm
) -> None:
    """Adds what `getattr` or `import_module` names, unless it is the beginning of another use."""
    name = constant(call.args[0]) or constant(call.args[1] if len(call.args) > 1 else None)
    if name is None:
        return
    path = found.resolver.imported(call, scope, order, arm)
    if path is not None and (call not in roots or constant(call.args[0])):
        span = found.lines.span(call)
        found.uses.append(Use(path, call, found.lines, place=span))


def _known(path: str) -> str:
    """Takes what other packages hand on as `tf` for TensorFlow: `keras.backend.tf.contrib`."""
    if ".tf." not in path or path.startswith("tensorflow."):
        return path
    return "tensorflow." + path.partition(".tf.")[2]


def _add(found: Analysis, chain: Chain) -> None:
    """Adds what a use stands for."""
    resolver = found.resolver
    path = resolver.chain(chain)
    if path is None:
        root = chain.root
        if isinstance(root, ast.Name) and resolver.is_free(root.id, chain.scope):
            found.free.setdefault(root.id, []).append(found.lines.span(root))
        return
    guarded = found.collected.is_guarded(chain.arm)
    count = len(chain.attributes) + 1
    if count > 1 and not resolver.has_path(chain):
        count -= 1
    found.uses.append(Use(path, chain.node, found.lines, False, guarded, None, count))


def _order(use: Use) -> tuple[int, int]:
    if use.place is not None:
        return use.place.line, use.place.column
    return use.node.lineno, use.node.col_offset  # type: ignore[attr-defined]
