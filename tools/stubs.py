"""Writes the stubs that type checkers read where a module's names are looked up in a table.

Usage: python tools/stubs.py             writes them, and removes those that nothing asks for now
       python tools/stubs.py --check     fails if a stub is not what would be written
       python tools/stubs.py --shadowed  lists the files that checkers skip, as they have a stub

All is read from the tables, TensorFlow is not imported. A name that lives in this package has the
type that it has there. TensorFlow's and tf-slim's are `Any`; what is named as a class is a class
that derives from `Any`, so that it can be called, derived from and stand in an annotation.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import pathlib
import re
import symtable
import sys
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = "tf_spec_compat"
HEADER = "# Written by tools/stubs.py; change the tables instead.\n"
WIDTH = 100

# The list of TensorFlow's private names.
PRIVATE = "_tf.private"

sys.path.insert(0, str(ROOT))

from tf_spec_compat import names  # noqa: E402  (the checkout's own package, installed or not)


def order(name: str) -> tuple[object, ...]:
    """The key by which ruff sorts `__all__`: constants, classes, the rest."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[0].isupper() else 2
    return kind, [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


def import_order(name: str) -> tuple[object, ...]:
    """The key by which ruff sorts the names of an import: the same in lower case."""
    return *order(name)[:1], *order(name.lower())[1:], name


class Stub:
    """What a stub says, put together name by name."""

    def __init__(self) -> None:
        self.public: list[str] | None = None
        self.imports: set[tuple[str, str, str]] = set()
        self.stars: set[str] = set()
        self.types: dict[str, str] = {}
        self.open = False

    def hand_on(self, module: str, name: str, there: str = "") -> None:
        """Adds a name that another module has."""
        self.imports.add((module, there or name, name))

    def foreign(self, name: str) -> None:
        """Adds a name of TensorFlow or tf-slim; `*` are names that only they know."""
        if name == "*":
            self.open = True
        else:
            self.types[name] = "class" if re.fullmatch(r"_*[A-Z]\w*[a-z]\w*", name) else "Any"

    def text(self) -> str:
        """The stub, as ruff formats it."""
        types = sorted(self.types, key=order)
        blocks = [
            ["from typing import Any"] if self.open or {*self.types.values()} - {"str"} else [],
            [line for _, line in sorted(self._import_lines())],
            _list("__all__", sorted(self.public, key=order)) if self.public is not None else [],
            sorted(f"{new} = {old}" for _, old, new in self.imports if self._renamed(new, old)),
            [f"{name}: {self.types[name]}" for name in types if self.types[name] != "class"],
            [f"class {name}(Any): ..." for name in types if self.types[name] == "class"],
            ["def __getattr__(name: str) -> Any: ..."] if self.open else [],
        ]
        return HEADER + "".join("\n" + "\n".join([*block, ""]) for block in blocks if block)

    def _renamed(self, name: str, there: str) -> bool:
        """Whether `import there as name` would keep the name to the stub."""
        return name != there and name not in (self.public or ())

    def _import_lines(self) -> Iterator[tuple[object, str]]:
        """Each import, after the key that it is sorted by."""
        kept: dict[str, set[str]] = {}
        for module in self.stars:
            yield (module.lower(), ()), f"from {module} import *"
        for module, there, name in self.imports:
            if not self._renamed(name, there):
                yield _import(module, [there], f" as {name}")
            elif (module, there, there) not in self.imports:
                kept.setdefault(module, set()).add(there)
        for module, words in kept.items():
            yield _import(module, sorted(words, key=import_order))


def _import(module: str, words: list[str], new: str = "") -> tuple[object, str]:
    key = (module.lower(), import_order(words[0]), new)
    line = f"from {module} import {', '.join(words)}{new}"
    if len(line) > WIDTH:
        wrapped = "".join(f"    {word}{new},\n" for word in words)
        line = f"from {module} import (\n{wrapped})"
    return key, line


def _list(name: str, words: list[str]) -> list[str]:
    quoted = [f'"{word}"' for word in words]
    line = f"{name} = [{', '.join(quoted)}]"
    return [line] if len(line) <= WIDTH else [f"{name} = [", *(f"    {q}," for q in quoted), "]"]


def table_of(file: pathlib.Path, name: str) -> dict[str, str]:
    """The dict that a module assigns to `name`, or gives to the function `name`."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            return ast.literal_eval(node.args[1])
    raise LookupError(f"{file} has no {name}")


def added(file: pathlib.Path) -> dict[str, str]:
    """What a lazy module has besides its table, as its `__all__ += [...]` says: name -> type."""
    body = ast.parse(file.read_text()).body
    values = {ast.unparse(n.targets[0]): n.value for n in body if isinstance(n, ast.Assign)}
    extra = [n.value for n in body if isinstance(n, ast.AugAssign)]
    return {
        name: "str" if isinstance(values[name], ast.Constant) else "Any"
        for value in extra
        for name in ast.literal_eval(value)
    }


def lazy(path: str) -> Stub:
    """A module that is a table for `attach`."""
    package = f"{PACKAGE}.{path}".rstrip(".")
    file = ROOT.joinpath(*package.split("."), "__init__.py")
    stub = Stub()
    stub.types = added(file)
    for name, target in table_of(file, "attach").items():
        home, colon, there = target.partition(":")
        home = f"{package}{home}" if home.startswith(".") else home
        if colon and not there:
            home, _, there = home.rpartition(".")
        stub.hand_on(home, name, there)
    stub.public = [*stub.types, *table_of(file, "attach")]
    return stub


def private() -> Stub:
    """The list of TensorFlow's private names."""
    file = ROOT.joinpath(PACKAGE, *PRIVATE.split(".")).with_suffix(".py")
    stub = Stub()
    for table in ("TENSORFLOW", "ESTIMATOR"):
        for name in names.rows(table_of(file, table)):
            stub.foreign(name)
    return stub


@functools.cache
def lazy_packages() -> tuple[str, ...]:
    """The packages whose names are a table for `attach`, as paths below ours."""
    start = "\n__getattr__, __dir__, __all__ = attach("
    files = [f for f in (ROOT / PACKAGE).rglob("__init__.py") if start in f.read_text()]
    return tuple(".".join(f.parent.relative_to(ROOT / PACKAGE).parts) for f in files)


@functools.cache
def bound(home: str) -> frozenset[str]:
    """The names that a module of ours defines or imports."""
    path = ROOT.joinpath(PACKAGE, *home.split("."))
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    symbols = symtable.symtable(file.read_text(), str(file), "exec").get_symbols()
    return frozenset(s.get_name() for s in symbols if s.is_assigned() or s.is_imported())


@functools.cache
def deep_paths() -> frozenset[str]:
    """The paths of TF 1.15's contrib, in our package, but for those that are gone."""
    legacy = (ROOT / "tests" / "contrib_modules.txt").read_text().split()
    return frozenset(
        names.OURS + path[len(names.LEGACY) :] for path in legacy if names.exists(path)
    )


def known(path: str) -> dict[str, tuple[str, str]]:
    """The rows of a module at its short path."""
    package, module = names.place(path)
    return names.table(package).all(module) if package else {}


def below(path: str) -> set[str]:
    """The modules right below one at its short path."""
    gone = set() if f"{path}.python" in deep_paths() else {"python"}
    return {*names.below(path)} - gone


def contrib(path: str) -> Stub:
    """A module at its short path."""
    package, module = names.place(path)
    stub = Stub()
    for name, (home, there) in known(path).items():
        if home.partition(".")[0] in ("tf", "tf_slim"):
            stub.foreign(name)
        elif home == "contrib":
            target = there[1:] if there.startswith("/") else f"{package}.{there}"
            parent, _, last = f"{names.OURS}.{target}".rpartition(".")
            stub.hand_on(parent, name, last)
        elif home not in (*lazy_packages(), PRIVATE) and there not in bound(home) >= {
            "__getattr__"
        }:
            stub.foreign(name)
        else:
            stub.hand_on(f"{PACKAGE}.{home}", name, there)
    for name in below(path) - {*known(path)}:
        stub.hand_on(path, name)
    stub.public = [*names.table(package).public(module)] if package else [*names.PACKAGES]
    return stub


def deep(path: str) -> Stub:
    """A module at a path with layout folders: the names of the one at the short path."""
    package, _ = names.place(path)
    short = names.ours(path)
    if names.is_namespace(path):
        short = f"{names.OURS}.{package}" if f"{package}.python" in names.SHOWN else ""
    stub = Stub()
    public = contrib(short).public or [] if short else []
    here = {*known(short), *below(short)} - {"python"} if short else set()
    if short:
        stub.stars.add(short)
    for name in here - {*public}:
        stub.hand_on(short, "__getattr__" if name == "*" else name)
    for other in deep_paths():
        parent, _, name = other.rpartition(".")
        if parent == path and name not in here:
            stub.hand_on(path, name)
    if any(not name.startswith("_") for _, _, name in stub.imports):
        stub.public = public  # a star import would give these too
    return stub


def stubs() -> dict[pathlib.Path, str]:
    """All stubs: path below the checkout -> text."""
    made = {f"{PACKAGE}.{path}".rstrip("."): lazy(path) for path in lazy_packages()}
    made[f"{PACKAGE}.{PRIVATE}"] = private()
    made |= {path: deep(path) for path in deep_paths()}
    made[names.OURS] = contrib(names.OURS)
    for package in names.PACKAGES:
        for module in names.table(package).modules:
            path = f"{names.OURS}.{package}.{module}".rstrip(".")
            made[path] = contrib(path)
    return {stub_file(path): stub.text() for path, stub in made.items()}


def stub_file(path: str) -> pathlib.Path:
    """Where the stub of a module is, below the checkout.

    One that has no file is a folder: of a stub alone pyright would warn that its source is missing.
    """
    file = pathlib.Path(*path.split("."))
    alone = (ROOT / file).with_suffix(".py").exists()
    return file.with_suffix(".pyi") if alone else file / "__init__.pyi"


def main() -> int:
    wanted = stubs()
    there = {file.relative_to(ROOT) for file in (ROOT / PACKAGE).rglob("*.pyi")}
    if "--shadowed" in sys.argv[1:]:
        print(*sorted(str(f.with_suffix(".py")) for f in wanted if f.with_suffix(".py").exists()))
        return 0
    stale = there - {*wanted}
    stale |= {f for f in wanted if f not in there or (ROOT / f).read_text() != wanted[f]}
    if "--check" in sys.argv[1:]:
        for file in sorted(stale):
            print(f"{file} is stale: run python tools/stubs.py", file=sys.stderr)
        return 1 if stale else 0
    for file in sorted(stale):
        if file in wanted:
            (ROOT / file).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / file).write_text(wanted[file])
        else:
            (ROOT / file).unlink()
            with contextlib.suppress(OSError):  # there is more in the folder
                (ROOT / file).parent.rmdir()
    print(f"wrote {len(stale)} of {len(wanted)} stubs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
