"""The rooms of the package, and what each may import; read from the source, nothing is imported."""

import ast
import functools
from collections import defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "tf_spec_compat"
NAME = PACKAGE.name

# Room -> the rooms that it may import; `errors`, `lazy` and `python2` stand on nothing and are
# everybody's.
_BASE = {"names", "_tf"}
_MODEL = _BASE | {"model"}
_HEADS = _MODEL | {"specs"}
_TRAINING = _HEADS | {"heads", "columns", "inputs"}
_ESTIMATORS = _TRAINING | {"training", "extras", "optimizers", "rnn"}
_EXPERIMENT = _ESTIMATORS | {"estimators"}
_CONTRIB = _EXPERIMENT | {"experiment"}
ROOMS = {
    "names": set(),
    "errors": set(),
    "lazy": set(),
    "python2": set(),
    "_tf": {"names"},
    "model": _BASE,
    "extras": _MODEL,
    "optimizers": _MODEL,
    "rnn": _MODEL,
    "seq2seq": _MODEL | {"rnn"},
    "skflow": _MODEL,
    "specs": _MODEL,
    "heads": _HEADS,
    "columns": _HEADS,
    "inputs": _HEADS,
    "training": _TRAINING,
    "estimators": _ESTIMATORS,
    "experiment": _EXPERIMENT,
    "migrate": {"names"},
    "native": _EXPERIMENT,
    "contrib": _CONTRIB,
    "hook": _CONTRIB | {"contrib"},
    "testing": _CONTRIB,
    "cli": _CONTRIB | {"contrib", "hook", "migrate", "testing", "__init__"},
    "estimator": {"_tf"},
    "pytest_plugin": {"hook"},
    "__main__": {"cli"},
    "__init__": set(),  # its names are looked up when they are used
}

_NO_ESTIMATOR = "a program that only loads SavedModels needs no tensorflow-estimator"
_NO_LIBCST = "LibCST is optional"
_DATA_SETS = "data sets are imported without TensorFlow, and fast"

# Import inside a function, `file: module` -> why it is not at the top.
LATE = {
    "cli/check.py: tf_spec_compat.migrate": "it is slow to load; not for --help",
    "migrate/classify.py: concurrent.futures": "it is slow to load; for many files only",
    "migrate/classify.py: multiprocessing": "it is slow to load; for many files only",
    "cli/check.py: tf_spec_compat._tf": "it is slow to load; for --target installed only",
    "_tf/bridge/namespace.py: tf_spec_compat._tf.bridge": "where TensorFlow lacks tf.estimator",
    "_tf/paths.py: tf_spec_compat._tf.slim.repair": "tf-slim is slow to load",
    "_tf/versions.py: tensorflow": "it is slow to load, and may be missing",
    "cli/migrate.py: tf_spec_compat.migrate.draft": _NO_LIBCST,
    "cli/migrate.py: tf_spec_compat.migrate.fixing": _NO_LIBCST,
    "cli/migrate.py: tf_spec_compat.migrate.migration": _NO_LIBCST,
    "estimators/predictor/predictor_factories.py: tf_spec_compat._tf": _NO_ESTIMATOR,
    "estimators/predictor/predictor_factories.py: "
    "tf_spec_compat.estimators.base_estimator": _NO_ESTIMATOR,
    "estimators/predictor/predictor_factories.py: "
    "tf_spec_compat.estimators.predictor.contrib_estimator_predictor": _NO_ESTIMATOR,
    "estimators/predictor/predictor_factories.py: "
    "tf_spec_compat.estimators.predictor.core_estimator_predictor": _NO_ESTIMATOR,
    "extras/training/hparam.py: tf_spec_compat.extras.training.hparam_pb2": "messages are slow "
    "to build, and few programs want them",
    "heads/head.py: tf_spec_compat._tf.slim": "tf-slim is slow to load; most heads get logits",
    "heads/head.py: tf_spec_compat.heads.estimator_head": "it derives from tf.estimator's class",
    "hook/behaviour.py: logging": "it is slow to load",
    "hook/handle.py: tf_spec_compat.hook.libraries": "it is slow to load; for notebooks only",
    "hook/handle.py: tf_spec_compat.python2": "it is slow to load; for Python 2 only",
    "hook/handle.py: tf_spec_compat.hook.view": "it is slow to load; for the TF1 view only",
    "hook/installation.py: tf_spec_compat._tf": "it is slow to load; for the TF1 view only",
    "hook/installation.py: tf_spec_compat.hook.sources": "it is slow to load; for the view only",
    "hook/installation.py: tf_spec_compat.hook.view": "it is slow to load; for Python 2 only",
    "hook/old_numpy.py: tf_spec_compat.hook.lookup": "it is slow to load; for old names only",
    "python2.py: fissix": "it is optional",
    "python2.py: fissix.pgen2": "it is optional",
    "hook/view.py: tf_spec_compat.hook.python2": "it is slow to load; for Python 2 only",
    "hook/view.py: tf_spec_compat.python2": "it is slow to load; for Python 2 only",
    "inputs/dask_io.py: dask": "it is optional",
    "inputs/datasets/catalog.py: tf_spec_compat.inputs.datasets": _DATA_SETS,
    "inputs/datasets/csv_files.py: tf_spec_compat._tf": _DATA_SETS,
    "inputs/datasets/download.py: tf_spec_compat._tf": _DATA_SETS,
    "native/model.py: tf_spec_compat.native.keras_model": "Keras is slow to load",
    "pytest_plugin.py: tf_spec_compat.hook": "pytest loads the plugin for everybody",
    "pytest_plugin.py: tf_spec_compat.hook.handle": "pytest loads the plugin for everybody",
}

# Private modules of TensorFlow and the packages around it: only the door knows them.
PRIVATE = ("tensorflow.python", "tensorflow_estimator", "tensorflow.core", "tensorflow.tools")
HOSTS = ("tensorflow", "tensorflow_estimator", "tf_slim", "tf_keras", "keras")


class Module:
    """A file, parsed."""

    def __init__(self, path):
        self.file = path.relative_to(PACKAGE).as_posix()
        parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
        self.room = parts[0]
        self.name = ".".join([NAME, *(parts[:-1] if parts[-1] == "__init__" else parts)])
        self.source = path.read_text("utf-8")
        self.lines = self.source.count("\n")
        self.tree = ast.parse(self.source)
        self.nodes = list(ast.walk(self.tree))
        self.imports = [
            node for node in self.nodes if isinstance(node, (ast.Import, ast.ImportFrom))
        ]
        self.for_types = {
            inner
            for node in self.nodes
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for statement in node.body
            for inner in ast.walk(statement)
        }

    def imported(self):
        """Yields each import as (node, module, name, alias); name None for `import module`."""
        for node in self.imports:
            if isinstance(node, ast.ImportFrom):
                assert not node.level, f"{self.file}:{node.lineno} imports relatively"
                for alias in node.names:
                    yield node, node.module, alias.name, alias.asname or alias.name
            else:
                for alias in node.names:
                    yield node, alias.name, None, alias.asname or alias.name.partition(".")[0]

    def at(self, node):
        return f"{self.file}:{node.lineno}"


@functools.cache
def modules():
    """Every module of the package by its name."""
    found = [Module(path) for path in sorted(PACKAGE.rglob("*.py"))]
    return {module.name: module for module in found}


def target(module, name):
    """The module of ours that an import is of, None for others."""
    if module.partition(".")[0] != NAME:
        return None
    path = f"{module}.{name}"
    return path if path in modules() else module


def test_rooms_are_known():
    """Each folder and file at the top is a room with a place in the drawing."""
    assert {module.room for module in modules().values()} == set(ROOMS)


def test_arrows():
    """A room imports only what is below it, for type checkers too."""
    wrong = set()
    for module in modules().values():
        for node, path, name, _ in module.imported():
            other = target(path, name)
            if other is None:
                continue
            room = modules()[other].room
            allowed = {module.room, *ROOMS[module.room]}
            if module.room != "names":
                allowed |= {"errors", "lazy", "python2"}
            if room not in allowed:
                wrong.add(f"{module.at(node)} imports {other}")
    assert not wrong, "\n".join(sorted(wrong))


def test_no_circles():
    """No module imports another one that leads back to it, not even inside a function."""
    edges = defaultdict(set)
    for module in modules().values():
        for node, path, name, _ in module.imported():
            other = target(path, name)
            if other is not None and node not in module.for_types:
                edges[module.name].add(other)
    done, circles = set(), []

    def visit(name, way):
        if name in way:
            circles.append(" -> ".join([*way[way.index(name) :], name]))
        elif name not in done:
            for other in sorted(edges[name]):
                visit(other, [*way, name])
            done.add(name)

    for name in sorted(modules()):
        visit(name, [])
    assert not circles, "\n".join(circles)


def test_imports_stand_at_the_top():
    """Imports inside functions are in the list with their reasons, and the list has no others."""
    found = set()
    for module in modules().values():
        functions = [
            node
            for node in module.nodes
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]
        inside = {inner for function in functions for inner in ast.walk(function)}
        for node, path, _, _ in module.imported():
            if node in inside and node not in module.for_types:
                found.add(f"{module.file}: {path}")
    assert not found - set(LATE), "\n".join(sorted(found - set(LATE)))
    assert not set(LATE) - found, "stale: " + ", ".join(sorted(set(LATE) - found))


def is_private(name):
    return name.startswith("_") and not name.startswith("__") and name != "_tf"


def test_private_names_stay_in_their_file():
    """No file imports a `_private` name or module of another one, nor reads it as an attribute."""
    wrong = []
    for module in modules().values():
        ours = set()
        for node, path, name, alias in module.imported():
            if target(path, name) is None:
                continue
            if target(path, name) == f"{path}.{name}":
                ours.add(alias)
            if any(map(is_private, [*path.split("."), name or ""])):
                wrong.append(f"{module.at(node)} imports {path}.{name}")
        for node in module.nodes:
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id in ours
                and is_private(node.attr)
            ):
                wrong.append(f"{module.at(node)} reads {node.value.id}.{node.attr}")
    assert not wrong, "\n".join(wrong)


def docstrings(module):
    """The constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.body[0].value
        for node in module.nodes
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }


def test_one_door():
    """Only `_tf` imports TensorFlow and what is built on it, or names private parts of it."""
    wrong = []
    for module in modules().values():
        if module.room == "_tf":
            continue
        for node, path, _, _ in module.imported():
            if path.partition(".")[0] in HOSTS and node not in module.for_types:
                wrong.append(f"{module.at(node)} imports {path}")
        if module.room in ("names", "migrate"):  # they have paths as data, and samples
            continue
        texts = docstrings(module)
        for node in module.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in texts:
                if any(private in node.value for private in PRIVATE):
                    wrong.append(f"{module.at(node)} names {node.value!r}")
            elif isinstance(node, ast.Attribute) and node.attr == "__internal__":
                wrong.append(f"{module.at(node)} reads {ast.unparse(node)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", ["names", "migrate", "cli"])
def test_no_tensorflow(room):
    """What runs without TensorFlow does not even name a module that loads it."""
    for module in modules().values():
        if module.room == room:
            assert not [path for _, path, _, _ in module.imported() if path in HOSTS], module.file


def test_only_the_door_compares_versions():
    """Which release has what is asked in `_tf` only; elsewhere versions are at most shown."""
    wrong = []
    for module in modules().values():
        if module.room == "_tf":
            continue
        for node, path, _, _ in module.imported():
            if path in ("importlib.metadata", "packaging", f"{NAME}._tf.versions", "pkg_resources"):
                wrong.append(f"{module.at(node)} imports {path}")
        for node in module.nodes:
            if isinstance(node, ast.Compare) and "version" in ast.unparse(node).lower():
                wrong.append(f"{module.at(node)}: {ast.unparse(node)}")
    assert not wrong, "\n".join(wrong)


def test_no_room_is_most_of_the_house():
    """There are at most 30 rooms, of 40 folders with code; none has a fifth of all lines."""
    lines = defaultdict(int)
    for module in modules().values():
        lines[module.room] += module.lines
    total = sum(lines.values())
    assert {room: count for room, count in lines.items() if count >= total / 5} == {}
    folders = {
        module.file.rpartition("/")[0]
        for module in modules().values()
        if any(isinstance(node, (ast.FunctionDef, ast.ClassDef)) for node in module.tree.body)
    }
    assert len(lines) <= 30, sorted(lines)
    assert len(folders) <= 40, sorted(folders)


def test_files_are_small():
    """No file has more than 400 lines, but for tables."""
    large = {module.file: module.lines for module in modules().values() if module.lines > 400}
    assert large == {}
