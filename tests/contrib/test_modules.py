"""Modules of contrib behave as modules do, with the hook and without."""

import importlib
import inspect
import pickle
import pkgutil
import pydoc
import textwrap
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.hook.conftest import facts_of, run_python
from tf_spec_compat import contrib, names
from tf_spec_compat._tf import legacy_keras_problem
from tf_spec_compat._tf.keras import needs_variable

# Every path of TF 1.15 below a package that is here, as one of ours.
PATHS = [
    names.OURS + path[len(names.LEGACY) :]
    for path in Path(__file__).parents[1].joinpath("contrib_modules.txt").read_text().split()
    if names.exists(path)
    # Keras 2 has to be settled on as TensorFlow loads: see test_keras.
    if ".keras" not in path or legacy_keras_problem() is None
]
SHORT = sorted({*map(names.ours, PATHS)})

# How many cells are in TF 1.15's contrib.rnn.
CELLS = 37


@pytest.fixture
def module():
    """A package of contrib."""
    return importlib.import_module("tf_spec_compat.contrib.layers")


@pytest.mark.parametrize("path", SHORT)
def test_names(path):
    """`dir`, `vars`, `getattr` and star imports agree on the names of a module."""
    module = importlib.import_module(path)
    assert module.__name__ == path
    assert module.__spec__.name == path
    namespace = {}
    exec(f"from {path} import *", namespace)
    assert set(namespace) - {"__builtins__"} == set(module.__all__)
    assert set(module.__all__) <= set(dir(module)) <= set(vars(module))
    assert all(vars(module)[name] is value for name, value in inspect.getmembers(module))


@pytest.mark.skipif(find_spec("tf_keras") is None and needs_variable(), reason="no Keras 2")
def test_keras():
    """`contrib.keras` is Keras 2, or says what to do for it."""
    program = """
        from tf_spec_compat.contrib.keras.api.keras import layers, losses
        print(layers.Dense(1).name, len(losses.__all__) > 5)
        """
    choices = {"1": "dense True"}
    if needs_variable():
        choices["0"] = "This needs Keras 2"
    for choice, words in choices.items():
        environment = {"TF_USE_LEGACY_KERAS": choice} if needs_variable() else {}
        done = run_python("-c", textwrap.dedent(program), environment=environment)
        assert words in done.stdout + done.stderr


def test_deep_paths():
    """A deep path is the module of the short one, which keeps its name and its spec."""
    assert len(PATHS) > 200
    for path in PATHS:
        module = importlib.import_module(path)
        assert module is importlib.import_module(names.ours(path)), path
        assert module.__spec__.name == module.__name__ == names.ours(path)
        assert find_spec(path) is module.__spec__


def test_cells_by_name():
    """Programs look a cell up in the module's `__dict__`, which has all of TF 1.15's."""
    members = vars(contrib.rnn)
    cells = [
        value
        for value in members.values()
        if inspect.isclass(value) and issubclass(value, contrib.rnn.RNNCell)
    ]
    assert len(cells) == CELLS
    assert members["GRUCell"] is contrib.rnn.GRUCell
    assert "OPTIMIZER_CLS_NAMES" in vars(contrib.layers)


def test_names_resolve_while_one_iterates(module):
    """Looking names up does not change the size of the dict that is iterated over."""
    seen = [name for name in vars(module) if hasattr(module, name)]
    assert {*module.__all__, "feature_column", "python"} <= set(seen)


def test_copies_and_pickles():
    """A module is its own copy, and pickles by its name; with cloudpickle and dill too."""
    facts = facts_of(
        """
        import copy, pickle
        import cloudpickle, dill
        from tf_spec_compat import contrib, install
        install()
        import tensorflow as tf
        from tensorflow.contrib import learn
        from tensorflow.contrib.learn.python.learn.estimators import head

        def job():
            return learn.RunConfig, tf.contrib.layers, head

        expected = learn.RunConfig, contrib.layers, contrib.learn.estimators.head
        facts["same"] = [
            copy.copy(learn) is learn,
            copy.deepcopy({"module": learn})["module"] is learn,
            *(pickle.loads(pickle.dumps(module, protocol)) is module
              for module in (contrib, learn, head)
              for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),
            *(tool.loads(tool.dumps(module)) is module
              for module in (contrib, learn, head) for tool in (cloudpickle, dill)),
            *(tool.loads(tool.dumps(job))() == expected for tool in (cloudpickle, dill)),
            *(tool.loads(tool.dumps(lambda: learn.ModeKeys.TRAIN))() == "train"
              for tool in (cloudpickle, dill)),
        ]
        """
    )
    assert facts["same"] == [True] * len(facts["same"])


def test_pickles_import_in_a_new_process(module):
    """A pickled module loads where nothing was imported yet."""
    facts = facts_of(
        """
        import pickle
        module = pickle.loads(bytes.fromhex(sys.argv[1]))
        facts["name"] = module.__name__
        """,
        pickle.dumps(module).hex(),
    )
    assert facts == {"name": module.__name__}


FROMLIST = """
if sys.argv[1] == "tensorflow":
    from tf_spec_compat import install
    install()
root = sys.argv[1] + ".contrib"
found = {}
for path in (root, root + ".learn", root + ".learn.python.learn.estimators"):
    for names in (["x"], [""], ["*"], ["dummy", "RunConfig"]):
        found[f"{path} {names}"] = __import__(path, fromlist=names).__name__
facts.update(found)
"""


@pytest.mark.parametrize("root", ["tensorflow", "tf_spec_compat"])
def test_fromlist_of_anything(root):
    """`__import__(path, fromlist=[anything])` is an idiom for the module at the end of a path."""
    for asked, found in facts_of(FROMLIST, root).items():
        assert found == names.ours(asked.partition(" ")[0])


def test_fromlist_of_what_is_gone():
    """What contrib had and is gone is said to be, by `from` as by attributes."""
    with pytest.raises(ModuleNotFoundError, match="is gone"):
        __import__("tf_spec_compat.contrib", fromlist=["tensor_forest"])
    with pytest.raises(ImportError, match="cannot import name"):
        exec("from tf_spec_compat.contrib.learn import never_there")


def test_reload():
    """Reloading keeps a module and its names."""
    facts = facts_of(
        """
        import importlib
        from tf_spec_compat import contrib
        head = importlib.import_module("tf_spec_compat.contrib.learn.python.learn.estimators.head")
        before, package = head.Head, contrib.learn
        facts["same"] = [
            importlib.reload(head) is head, head.Head is before,
            importlib.reload(package) is package, package.estimators.head is head,
            importlib.reload(contrib) is contrib, contrib.learn is package,
            contrib.learn.monitors.EveryN is package.monitors.EveryN,
            importlib.import_module("tf_spec_compat.contrib.rnn.python.ops.rnn").__name__
            == "tf_spec_compat.contrib.rnn.rnn",
        ]
        """
    )
    assert facts["same"] == [True] * len(facts["same"])


def test_help(module):
    """`help()` shows a package's names and the modules below it."""
    text = pydoc.render_doc(module, renderer=pydoc.plaintext)
    assert "tf_spec_compat.contrib.layers" in text
    assert "feature_column" in text
    assert "fully_connected" in text


def test_specs():
    """`find_spec` finds what is there, and says what is not carried."""
    assert find_spec("tf_spec_compat.contrib.learn.estimators.head").name.endswith(".head")
    assert find_spec("tf_spec_compat.contrib.learn").submodule_search_locations
    assert not find_spec("tf_spec_compat.contrib.learn.estimators.head").submodule_search_locations
    with pytest.raises(ModuleNotFoundError, match="is not carried"):
        find_spec("tf_spec_compat.contrib.learn.nosuch")


def test_walk():
    """`pkgutil` lists every module below a package once, by its short path."""
    walked = [row.name for row in pkgutil.walk_packages(contrib.__path__, f"{names.OURS}.")]
    assert len(walked) == len(set(walked))
    assert {path for path in SHORT if not names.is_namespace(path)} <= set(walked)
    assert all(importlib.import_module(path).__name__ == path for path in walked)
    below = {row.name: row.ispkg for row in pkgutil.iter_modules(contrib.learn.__path__)}
    assert below["estimators"]
    assert not below["metric_spec"]
    assert "python" not in below


def test_home_of_objects(module):
    """`inspect.getmodule` tells where an object is written, and a module is its own."""
    assert inspect.getmodule(module) is module
    assert inspect.getmodule(contrib.learn.ModelFnOps).__name__.startswith("tf_spec_compat.model.")


@pytest.mark.parametrize("path", ["learn", "learn.python.learn"])
def test_programs_run(path):
    """`python -m` runs a module that has a `main`, and says of others that they are no programs."""
    command = ["-m", f"tf_spec_compat.contrib.{path}.utils.inspect_checkpoint"]
    done = run_python(*command)
    assert "Usage: inspect_checkpoint" in done.stdout
    command[-1] = f"tf_spec_compat.contrib.{path}.metric_spec"
    done = run_python(*command)
    assert "is no program: it has no main()" in done.stderr


def test_tables_are_read_when_asked_for():
    """Importing one package reads its table and no other, and loads no TensorFlow."""
    facts = facts_of(
        """
        from tf_spec_compat.names import tables
        import tf_spec_compat.contrib.rnn
        facts["read"] = tables.table.cache_info().currsize
        facts["tensorflow"] = "tensorflow" in sys.modules
        """
    )
    assert facts == {"read": 1, "tensorflow": False}


SHADOWS = """
if sys.argv[1] == "tensorflow":
    from tf_spec_compat import install
    install()
import importlib
from tf_spec_compat.names import tables
root = sys.argv[1] + ".contrib."
head = importlib.import_module(root + "learn.python.learn.estimators.head")
facts["tables"] = tables.table.cache_info().currsize
facts["read"] = head.__name__
for path in ("framework.python.ops.arg_scope", "data.python.ops.get_single_element",
             "data.python.ops.unique", "tpu.python.tpu.device_assignment"):
    module = importlib.import_module(root + path)
    package, name = path.split(".")[0], path.rpartition(".")[2]
    found = getattr(importlib.import_module(root + package), name)
    facts[path] = callable(found) and found is getattr(module, name)
"""


@pytest.mark.parametrize("root", ["tensorflow", "tf_spec_compat"])
def test_deep_imports_leave_names_alone(root):
    """A deep path is imported by itself, and takes the place of no name of its package."""
    facts = facts_of(SHADOWS, root)
    assert facts.pop("tables") == 1
    assert facts.pop("read") == "tf_spec_compat.contrib.learn.estimators.head"
    assert list(facts.values()) == [True, True, True, True]


THREADS = """
import importlib, threading
sys.setswitchinterval(1e-6)
from tf_spec_compat import install, names
install()
paths = sys.argv[1:]
barrier, found, errors = threading.Barrier(2), [{}, {}], []

def work(mine, paths):
    barrier.wait()
    for path in paths:
        try:
            module = importlib.import_module(path)
            head, _, tail = path.rpartition(".")
            space = {}
            exec(f"from {head} import {tail} as found", space)
            mine[path] = id(module)
            for name in module.__all__[:3]:
                mine[f"{path}:{name}"] = id(getattr(module, name))
        except Exception as error:
            errors.append(f"{path}: {error!r}")

threads = [threading.Thread(target=work, args=(mine, paths)) for mine in found]
for thread in threads: thread.start()
for thread in threads: thread.join(300)
facts["alive"] = [thread.is_alive() for thread in threads]
facts["errors"] = errors
facts["differ"] = [path for path in found[0] if found[0][path] != found[1].get(path)]
facts["count"] = len(found[0])
"""


def test_threads():
    """Two threads that import and look up the same at the same time get the same objects."""
    paths = [names.legacy(path) for path in PATHS if path.count(".") > 2]
    facts = facts_of(THREADS, *paths)
    assert facts["alive"] == [False, False]
    assert facts["errors"] == []
    assert facts["differ"] == []
    assert facts["count"] > len(paths)
