"""`install()`: the legacy paths, whether TensorFlow was imported before or after."""

import pytest

from tests.hook.conftest import facts_of

FACTS = """
import importlib, os, warnings
LATE = sys.argv[1] == "late"
LEGACY = "tensorflow.contrib", "tensorflow.examples"
if LATE:
    import tensorflow
from tf_spec_compat import install, names
from tf_spec_compat.hook.finder import Finder

def message(action):
    try:
        action()
    except Exception as error:
        return [type(error).__name__, str(error), getattr(error, "name", None)]

def finders():
    return sum(isinstance(entry, Finder) for entry in sys.meta_path)

before = set(sys.modules)
handle = install()
facts["loads"] = sorted(set(sys.modules) - before)
facts["loads_tensorflow"] = not LATE and "tensorflow" in sys.modules
second = install()
facts["finders"] = finders(), isinstance(sys.meta_path[0], Finder)

import tensorflow as tf
from tensorflow.contrib import learn
from tensorflow.contrib.learn.python.learn.estimators import head
import tensorflow.contrib.learn.python.learn.estimators.head
import tensorflow.contrib.learn.python.learn.estimators.model_fn
import tensorflow.compat.v1 as v1
from tensorflow.compat.v1 import train
from tensorflow.compat import v1 as by_name
import tensorflow.estimator
import tensorflow.compat.v1.estimator
import tensorflow.compat.v1.keras.layers
from tensorflow.python.estimator import estimator as internal
import tf_spec_compat
from tf_spec_compat.contrib.learn.estimators import head as ours, model_fn

facts["one_head"] = all(other is ours for other in (
    head,
    sys.modules["tensorflow.contrib.learn.python.learn.estimators.head"],
    tf.contrib.learn.estimators.head,
    tf.contrib.learn.python.learn.estimators.head,
    v1.contrib.learn.estimators.head,
))
facts["one_class"] = all(other is model_fn.ModelFnOps for other in (
    learn.ModelFnOps,
    tf.contrib.learn.ModelFnOps,
    tf.contrib.learn.python.learn.ModelFnOps,
    tf.contrib.learn.python.ModelFnOps,
    tensorflow.contrib.learn.python.learn.estimators.model_fn.ModelFnOps,
))
facts["one_contrib"] = tf.contrib is v1.contrib is tf_spec_compat.contrib is by_name.contrib
facts["one_v1"] = tf.compat.v1 is v1 is by_name and train is v1.train
facts["one_estimator"] = (
    tf.compat.v1.estimator.Estimator is tf_spec_compat.estimator.Estimator is internal.Estimator
    and sys.modules["tensorflow.compat.v1.estimator"].Estimator is internal.Estimator
)
facts["second_generation"] = issubclass(tf.estimator.Estimator, internal.Estimator)
facts["eager"] = tf.executing_eagerly()
facts["alias"] = (
    tf.contrib.util.make_tensor_proto is tf.make_tensor_proto
    and importlib.import_module("tensorflow.contrib.util") is tf.contrib.util
    and "make_ndarray" in dir(tf.contrib.util)
)

def from_import(module, name):
    return lambda: exec(f"from {module} import {name}", {})

facts["errors"] = {
    "import": message(lambda: importlib.import_module("tensorflow.contrib.boosted_trees")),
    "deep": message(lambda: importlib.import_module("tensorflow.contrib.boosted_trees.python")),
    "from": message(from_import("tensorflow.contrib", "boosted_trees")),
    "attribute": message(lambda: tf.contrib.boosted_trees),
    "attribute of v1": message(lambda: v1.contrib.boosted_trees),
    "later": message(lambda: tf.contrib.learn.never_there),
    "later from": message(from_import("tensorflow.contrib.learn", "never_there")),
    "gone from": message(from_import("tensorflow.contrib.learn", "TensorFlowDNNClassifier")),
    "deep attribute": message(lambda: tf.contrib.learn.python.never_there),
    "of a module": message(lambda: tf.contrib.learn.estimators.head.never_there),
    "never": message(lambda: importlib.import_module("tensorflow.contrib.nosuch")),
    "special": message(lambda: tf.contrib.__nosuch__),
}
from tensorflow.examples.tutorials.mnist import input_data
import tensorflow.examples.tutorials.mnist.input_data as by_path
facts["examples"] = (
    input_data is by_path is tf.contrib.learn.datasets.mnist,
    message(lambda: importlib.import_module("tensorflow.examples.tutorials.nosuch")),
)
tf.contrib.mark = 1

second.uninstall()
second.uninstall()
facts["after_one_uninstall"] = finders(), tf.contrib.learn is learn
with install() as third:
    facts["context"] = finders()
handle.uninstall()
facts["after_all"] = {
    "finders": finders(),
    "modules": sorted(m for m in sys.modules if m.startswith(LEGACY)),
    "attributes": [hasattr(owner, "contrib") for owner in (tf, v1, tf.compat.v1)],
    "star": "contrib" in getattr(v1, "__all__", vars(v1)),
    "import": message(lambda: importlib.import_module("tensorflow.contrib.learn")),
    "specs": [name for name, module in list(sys.modules.items())
              if name.startswith("tf_spec_compat.contrib") and name != names.ours(name)
              and module.__spec__.name != names.ours(name)],
    "python": hasattr(learn, "python"),
}
with install():
    from tensorflow.contrib.learn.python.learn.estimators import head as again
    facts["again"] = again is ours and tf.contrib.learn is learn
"""


@pytest.fixture(scope="module", params=["early", "late"])
def facts(request):
    return facts_of(FACTS, request.param)


def test_install_is_cheap(facts, request):
    """It does not import TensorFlow, and as long as that is not loaded nothing but our own."""
    assert not facts["loads_tensorflow"]
    if "early" in request.node.name:
        assert [one for one in facts["loads"] if not one.startswith("tf_spec_compat")] == []


def test_first_install_is_cheap():
    """A program's first two lines, import and `install()`, load no module that is slow to load."""
    facts = facts_of(
        """
        before = set(sys.modules)
        import tf_spec_compat
        tf_spec_compat.install()
        facts["loaded"] = sorted(set(sys.modules) - before)
        """
    )
    assert "tf_spec_compat.hook" in facts["loaded"]
    slow = {"ast", "importlib.abc", "importlib.metadata", "inspect", "logging", "tensorflow"}
    assert slow.isdisjoint(facts["loaded"])


def test_one_finder_first(facts):
    """Two calls put one finder into `sys.meta_path`, before all others."""
    assert facts["finders"] == [1, True]


@pytest.mark.parametrize(
    "what", ["one_head", "one_class", "one_contrib", "one_v1", "one_estimator", "alias"]
)
def test_one_object_through_every_path(facts, what):
    """The old path, the deep path, the attribute and our own path give the same object."""
    assert facts[what]


def test_data_of_the_tutorials(facts):
    """The tutorials' MNIST reader, which TensorFlow 1 carried, is contrib's; nothing else is."""
    found, (kind, message, name) = facts["examples"]
    assert found
    assert (kind, name) == ("ModuleNotFoundError", "tensorflow.examples.tutorials.nosuch")
    assert "nosuch" in message


def test_estimator_of_both_generations(facts):
    """`tf.estimator` is TF2's namespace on every TensorFlow, made of the same classes."""
    assert facts["second_generation"]


def test_behaviour_stays_without_a_view(facts):
    """Without `tf1_view` TensorFlow stays in eager mode."""
    assert facts["eager"]


@pytest.mark.parametrize(
    ("what", "kind", "path"),
    [
        ("import", "ModuleNotFoundError", "tensorflow.contrib.boosted_trees"),
        ("deep", "ModuleNotFoundError", "tensorflow.contrib.boosted_trees"),
        ("from", "ModuleNotFoundError", "tensorflow.contrib.boosted_trees"),
        ("attribute", "AttributeError", "tensorflow.contrib.boosted_trees"),
        ("attribute of v1", "AttributeError", "tensorflow.contrib.boosted_trees"),
    ],
)
def test_gone(facts, what, kind, path):
    """A package that is gone says what replaced it, by the error that fits the way of asking."""
    name, text, _ = facts["errors"][what]
    assert name == kind
    assert text.startswith(f"{path!r} is gone")
    assert "tensorflow-decision-forests" in text


@pytest.mark.parametrize(
    ("what", "kind", "path"),
    [
        ("later", "AttributeError", "tensorflow.contrib.learn.never_there"),
        ("deep attribute", "AttributeError", "tensorflow.contrib.learn.python.never_there"),
        ("of a module", "AttributeError", "tensorflow.contrib.learn.estimators.head.never_there"),
    ],
)
def test_not_carried(facts, what, kind, path):
    """A name of a package that is this project's is said not to be carried."""
    name, text, _ = facts["errors"][what]
    assert name == kind
    assert text.startswith(f"{path!r} is not carried by tf_spec_compat")


def test_from_import_of_what_never_was(facts):
    """`from module import name` is Python's own error; of a name that is gone, one with advice."""
    name, text, _ = facts["errors"]["later from"]
    assert name == "ImportError"
    assert text.startswith("cannot import name 'never_there' from")
    name, text, path = facts["errors"]["gone from"]
    assert (name, path) == (
        "ModuleNotFoundError",
        "tensorflow.contrib.learn.TensorFlowDNNClassifier",
    )
    assert "is gone: " in text


def test_never_existed(facts):
    """A package that contrib never had is said to be unknown, not gone."""
    kind, text, name = facts["errors"]["never"]
    assert (kind, name) == ("ModuleNotFoundError", "tensorflow.contrib.nosuch")
    assert "does not exist" in text


def test_special_attributes_get_no_advice(facts):
    """A missing special attribute, which tools probe for, is an ordinary `AttributeError`."""
    kind, text, _ = facts["errors"]["special"]
    assert kind == "AttributeError"
    assert "has no attribute '__nosuch__'" in text


def test_handles_nest(facts):
    """Uninstalling one handle, twice even, keeps what another one still needs."""
    assert facts["after_one_uninstall"] == [1, True]
    assert facts["context"] == 1


def test_uninstall_takes_everything_back(facts):
    """After the last handle no finder, module entry or attribute of the hook is left.

    Our own modules are what they were, deep paths below them included.
    """
    after = facts["after_all"]
    kind, text, _ = after.pop("import")
    assert (kind, text) == ("ModuleNotFoundError", "No module named 'tensorflow.contrib'")
    assert after == {
        "finders": 0,
        "modules": [],
        "attributes": [False, False, False],
        "star": False,
        "specs": [],
        "python": True,
    }


def test_install_after_uninstall(facts):
    """A later `install()` gives the same objects again."""
    assert facts["again"]
