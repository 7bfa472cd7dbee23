"""`uninstall()` leaves TensorFlow and the interpreter as they were."""

import importlib.util

import pytest

from tests.hook.conftest import facts_of

HAS_TF_KERAS = importlib.util.find_spec("tf_keras") is not None

STATE = """
import logging, os, warnings
import numpy
import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow.python.framework import ops
from tf_spec_compat._tf import estimator
estimator.Estimator, tf.keras.layers.Dense, v1.keras.layers.Dense, v1.losses.log_loss
tf.keras.losses.MeanSquaredError, tf.losses.MeanSquaredError
import tf_spec_compat.contrib.learn.estimators.head
import tf_spec_compat.hook

def state():
    owners = {"tf": tf, "compat": tf.compat, "v1": v1, "own v1": tf.compat.v1,
              "learn": tf_spec_compat.contrib.learn, "contrib": tf_spec_compat.contrib,
              "numpy": numpy, "ops": ops}
    shown = {name: {key: id(value) for key, value in vars(owner).items()}
             for name, owner in owners.items()}
    shown.update(
        all=list(getattr(v1, "__all__", ())),
        classes=[type(owner).__name__ for owner in owners.values()],
        environment=dict(os.environ),
        filters=[repr(row) for row in warnings.filters],
        finders=[id(finder) for finder in sys.meta_path],
        hooks=[id(hook) for hook in sys.path_hooks],
        importers=sorted(path for path in sys.path_importer_cache if path.endswith(".py")),
        level=logging.getLogger("tensorflow").level,
        modules={name: id(module) for name, module in sys.modules.items()},
        path=list(sys.path),
        excepthook=id(sys.excepthook),
        numbers=[repr(numpy.float32(0.5)), repr(numpy.get_printoptions())],
        behaviour=[tf.executing_eagerly(), v1.resource_variables_enabled(),
                   v1.control_flow_v2_enabled(), tf.__internal__.tf2.enabled(),
                   repr(tf.constant([1]) == tf.constant([1])), repr(tf.TensorShape([1])[0])],
    )
    return shown

folder = sys.argv[1]
sys.path.insert(0, folder)
before = state()
for eager in (False, True):
    handle = tf_spec_compat.install(tf1_view=[folder], eager=eager)
    facts[f"eager={eager}"] = [tf.executing_eagerly(), v1.resource_variables_enabled(),
                               v1.control_flow_v2_enabled(), repr(tf.TensorShape([1])[0])]
    facts[f"old NumPy {eager}"] = [numpy.int is int, numpy.float is float,
                                      repr(numpy.float32(0.5)) == "0.5"]
    import legacy, runpy
    del sys.modules["legacy"]
    runpy.run_path(folder + "/legacy.py")
    handle.uninstall()
    after = state()
    # What was imported on the way stays, as after any import; what must not stay is the hook's.
    added = set(after["modules"]) - set(before["modules"])
    facts[f"added {eager}"] = sorted(
        name for name in added if name.startswith(("tensorflow.contrib", "tensorflow.compat")))
    after["modules"] = {name: after["modules"][name] for name in before["modules"]}
    facts[f"changed {eager}"] = {
        key: [before[key], after[key]] for key in before if before[key] != after[key]}

try:
    with tf_spec_compat.install(tf1_view=[folder]):
        tf_spec_compat.install(tf1_view=[folder], eager=True)
except ValueError as error:
    facts["conflict"] = str(error)
facts["after conflict"] = state()["finders"] == before["finders"]

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    handle = tf_spec_compat.install(tf1_view=[folder])
    import legacy
    legacy.tf.placeholder(legacy.tf.float32, [])
    handle.uninstall()
facts["warned"] = [[row.category.__name__, str(row.message), row.filename] for row in caught
                   if "eager" in str(row.message)]
facts["used graph"] = [tf.executing_eagerly(), v1.resource_variables_enabled()]
"""


@pytest.fixture(scope="module")
def state(project):
    folder = project(
        {"legacy.py": "import tensorflow as tf\nfrom tensorflow.contrib import learn\n"}
    )
    return facts_of(STATE, folder, environment={"TF_USE_LEGACY_KERAS": "1"} if HAS_TF_KERAS else {})


@pytest.mark.parametrize("eager", [False, True])
def test_uninstall_restores_the_process(state, eager):
    """`uninstall()` restores the attributes and behaviour of TensorFlow and the interpreter."""
    assert state[f"changed {eager}"] == {}
    assert state[f"added {eager}"] == []


def test_view_switches_behaviour(state):
    """The TF1 view turns eager mode, resource variables and the rest off."""
    assert state["eager=False"] == [False, False, False, "Dimension(1)"]


def test_view_can_leave_eager_mode_on(state):
    """`eager=True` leaves eager mode alone and turns the rest off."""
    assert state["eager=True"] == [True, False, False, "Dimension(1)"]


@pytest.mark.parametrize("eager", [False, True])
def test_view_brings_old_numpy(state, eager):
    """While there is a view NumPy has its old names for Python's types, and numbers look plain."""
    assert state[f"old NumPy {eager}"] == [True, True, True]


def test_handles_cannot_disagree_about_eager_mode(state):
    """A second handle that wants eager mode the other way is refused, and leaves nothing behind."""
    assert "uninstall that one first" in state["conflict"]
    assert state["after conflict"]


def test_uninstall_after_the_default_graph_was_used(state):
    """Where eager mode cannot come back, a warning at the caller's line says so; the rest does."""
    ((category, text, filename),) = state["warned"]
    assert category == "RuntimeWarning"
    assert "eager execution stays off" in text
    assert filename == "<string>"
    assert state["used graph"] == [False, True]


def test_what_the_user_sets_survives():
    """An attribute that the user set after `install()` stays when it is uninstalled."""
    code = """
    import tensorflow as tf
    import tf_spec_compat
    handle = tf_spec_compat.install()
    import tensorflow.contrib.learn
    tf.contrib = "mine"
    handle.uninstall()
    facts["contrib"] = tf.contrib
    facts["v1"] = hasattr(tf.compat.v1, "contrib")
    """
    assert facts_of(code) == {"contrib": "mine", "v1": False}
