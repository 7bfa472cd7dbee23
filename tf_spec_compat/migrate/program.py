"""Which of some files a program starts with, and what their modules have of one another."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Mapping

from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.target import TARGETS
from tf_spec_compat.migrate.verdict import judge

__all__ = ["Program"]

# Of these, `check` says that they work with Keras 3, or moved; what a program of TensorFlow 1 does
# with them is Keras 2's.
_KERAS = ("tensorflow.keras", "tensorflow.python.keras", "tensorflow.python.layers")


class _File:
    """What a file imports, and how it starts."""

    def __init__(self, path: str, tree: ast.Module) -> None:
        self.names = _module_names(path)
        self.imports = set(_imports(tree, self.names[-1] if self.names else ""))
        self.has_tensorflow = any(f"{name}.".startswith("tensorflow.") for name in self.imports)
        base = os.path.basename(path)
        stem = base.rpartition(".")[0]
        self.is_notebook = path.endswith(".ipynb")
        self.is_start = (
            self.is_notebook
            or base == "__main__.py"
            or (stem.startswith("test_") or stem.endswith("_test"))
            or any(_is_main_guard(statement) for statement in tree.body)
        )
        self.acts = base not in ("__init__.py", "setup.py") and any(
            isinstance(statement, (ast.With, ast.For, ast.While))
            or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call))
            for statement in tree.body
        )


class Program:
    """The files that are migrated together.

    Attributes:
      needs_keras2: Whether any of them uses names of TensorFlow 1 that only Keras 2 has.
    """

    def __init__(self, sources: Mapping[str, str], used: Mapping[str, set[str]]) -> None:
        """Reads imports.

        Args:
          sources: Path -> text, of files that parse.
          used: Path -> the dotted paths that the file uses, `tensorflow.layers.dense`.
        """
        self._files = {path: _File(path, ast.parse(text)) for path, text in sources.items()}
        self._owners = {
            name: path for path, file in self._files.items() for name in reversed(file.names)
        }
        self._imported = {
            other for path in self._files for other in self._modules(path) if other != path
        }
        self.needs_keras2 = any(
            _needs_keras2(canonical(name)) for names in used.values() for name in names
        )

    def is_entry_point(self, path: str) -> bool:
        """Says whether a process that uses TensorFlow starts with a file.

        That are programs, with `if __name__ == "__main__"` or with statements that do something
        and imported by none of the others; test modules, which pytest starts with; and notebooks.
        """
        file = self._files[path]
        starts = file.is_start or (file.acts and path not in self._imported)
        return starts and self._reaches_tensorflow(path)

    def first_party(self, path: str) -> frozenset[str]:
        """Returns the top-level packages that a file imports modules of the program from."""
        file = self._files[path]
        return frozenset(
            name.partition(".")[0]
            for name in file.imports
            if any(parent in self._owners for parent in _parents(name))
        ) - {"tensorflow"}

    def _reaches_tensorflow(self, path: str) -> bool:
        seen, waiting = {path}, [path]
        while waiting:
            file = waiting.pop()
            if self._files[file].has_tensorflow:
                return True
            new = self._modules(file) - seen
            seen |= new
            waiting += new
        return False

    def _modules(self, path: str) -> set[str]:
        """Returns the files whose modules a file imports, by the ends of their paths."""
        return {
            self._owners[parent]
            for name in self._files[path].imports
            for parent in _parents(name)
            if parent in self._owners
        }


def _needs_keras2(path: str) -> bool:
    """Says whether a name of TensorFlow 1 is one that only Keras 2 has, or means Keras 2."""
    if f"{path}.".startswith(tuple(f"{prefix}." for prefix in _KERAS)):
        return True
    verdict = judge(path, TARGETS["2.21"])
    return verdict is not None and verdict.code.startswith("K")


def _parents(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]


def _module_names(path: str) -> list[str]:
    """Returns what a file's module may be called, the shortest first: `c`, `b.c`, `a.b.c`."""
    parts = os.path.splitext(os.path.abspath(path))[0].split(os.sep)[1:]
    if parts[-1] == "__init__":
        parts.pop()
    found = []
    for start in range(len(parts) - 1, -1, -1):
        if not parts[start].isidentifier():
            break
        found.append(".".join(parts[start:]))
        folder = os.sep + os.path.join(*parts[:start]) if start else os.sep
        if not os.path.exists(os.path.join(folder, "__init__.py")):
            break  # what is above is no package; modules are imported from here
    return found


def _imports(tree: ast.Module, module: str) -> Iterator[str]:
    """Yields the dotted paths that a module imports, relative ones made absolute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module.split(".")[: -node.level]
                base = ".".join([*package, *filter(None, [base])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _is_main_guard(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.If)
        and isinstance(statement.test, ast.Compare)
        and {"__name__", "__main__"}
        == {
            getattr(side, "id", getattr(side, "value", None))
            for side in (statement.test.left, *statement.test.comparators)
        }
    )
