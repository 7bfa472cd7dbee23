"""Importing and using contrib's packages leaves TensorFlow as it was, with the hook and without."""

import pytest

from tests import keras2
from tests.hook.conftest import facts_of

STATE = """
import importlib, logging, os, pkgutil, warnings
from types import ModuleType
import tensorflow as tf
import tf_slim
from tensorflow.python.framework import ops
import tf_spec_compat
from tf_spec_compat._tf import estimator, legacy_keras_problem

v1 = tf.compat.v1
# Lazy parts of TensorFlow that are loaded by whoever uses them first, and what using it leaves.
estimator.Estimator, tf.keras.layers.Dense, v1.keras.layers.Dense, v1.losses.log_loss
if legacy_keras_problem() is None:
    v1.layers.dense, v1.nn.rnn_cell.LSTMCell
    tf.keras.Model()
# TensorFlow's own lazy modules replace themselves; the last two are of 2.12.
LAZY = {"losses", "distribution_strategy_context", "ops", "_context", "FLAGS",
        "_tfmw_warning_count", "base_layer", "base_layer_v1"}

def state():
    modules = {name: module for name, module in list(sys.modules.items())
               if name.split(".")[0] in ("tensorflow", "google", "numpy", "keras", "tf_keras")
               and type(module) is ModuleType}
    shown = {name: {key: id(value) for key, value in vars(module).items() if key not in LAZY}
             for name, module in modules.items()}
    for name, module in modules.items():
        for kind in list(vars(module).values()):
            if isinstance(kind, type) and kind.__module__.startswith("tensorflow"):
                shown[f"{kind.__module__}:{kind.__qualname__}"] = {
                    key: id(value) for key, value in vars(kind).items() if key != "__annotations__"}
    shown["registries"] = {"gradients": set(ops.gradient_registry.list())}
    shown["process"] = dict(
        environment=dict(os.environ), filters=[repr(row) for row in warnings.filters],
        finders=[id(finder) for finder in sys.meta_path], hooks=list(map(id, sys.path_hooks)),
        path=list(sys.path), excepthook=sys.excepthook, eager=tf.executing_eagerly(),
        handlers=list(logging.getLogger().handlers), level=logging.getLogger("tensorflow").level)
    return shown, {name: id(module) for name, module in sys.modules.items()}

def use(contrib):
    paths = [row.name for row in pkgutil.walk_packages(contrib.__path__, contrib.__name__ + ".")]
    for path in paths:
        if ".keras" in path and legacy_keras_problem() is not None:
            continue
        module = importlib.import_module(path)
        for name in module.__all__:
            getattr(module, name)
    with tf.Graph().as_default():
        layers = contrib.layers
        net = layers.conv2d(tf.ones([2, 8, 8, 3]), 4, 3, normalizer_fn=layers.batch_norm)
        net = layers.fully_connected(layers.flatten(net), 3)
        step = v1.train.get_or_create_global_step()
        layers.optimize_loss(tf.reduce_mean(net), step, 0.1, "Adam")
        contrib.rnn.GRUCell(2)(tf.ones([1, 3]), tf.ones([1, 2]))
        contrib.lookup.index_table_from_tensor(tf.constant(["a"]))
        contrib.metrics.streaming_accuracy(tf.ones([3], tf.int64), tf.ones([3], tf.int64))
        contrib.training.HParams(a=1)
        contrib.testing.FakeSummaryWriter.install()
        contrib.testing.FakeSummaryWriter.uninstall()
    facts["modules"] = len(paths)

before, loaded = state()
if sys.argv[1] == "hook":
    with tf_spec_compat.install():
        use(tf.contrib)
        importlib.import_module("tensorflow.contrib.layers.python.layers.feature_column")
else:
    use(tf_spec_compat.contrib)
after, now_loaded = state()
changed = facts["changed"] = {}
for name, own in before.items():
    new = after.get(name, {})
    differs = [key for key in {**own, **new} if own.get(key, facts) != new.get(key, facts)]
    # Modules that were imported on the way are attributes of their packages, as after any import.
    differs = [key for key in differs if f"{name}.{key}" not in now_loaded]
    if differs:
        changed[name] = sorted(differs)
facts["gradients"] = sorted(
    after["registries"]["gradients"] - before["registries"]["gradients"])
facts["replaced"] = [name for name in loaded if now_loaded.get(name) != loaded[name]]
facts["left"] = [name for name in now_loaded if name.startswith("tensorflow.contrib")]
"""


@pytest.fixture(scope="module", params=["hook", "without"])
def facts(request):
    return facts_of(STATE, request.param, environment=keras2.ENVIRONMENT)


def test_tensorflow_stays_as_it_was(facts):
    """No attribute of a module or class of TensorFlow, protobuf or NumPy changes, nor the process.

    The one addition is the gradient that tf-slim's GDN refers to and forgets to register.
    """
    assert facts["modules"] > 100
    assert facts["gradients"] == ["GDNLowerBound"]
    assert facts["changed"] == {"registries": ["gradients"]}


def test_modules_stay(facts):
    """Loaded modules are the same objects afterwards, and no legacy path is left."""
    assert facts["replaced"] == []
    assert facts["left"] == []
