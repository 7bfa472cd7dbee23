"""The bridge hands out the real tf.estimator and leaves TensorFlow as it found it."""

from importlib import import_module

SNAPSHOT = """
def snapshot():
    from tensorflow.python import distribute, tpu, util
    from tensorflow.python.util import deprecation, tf_export
    import builtins
    tables = {
        name: dict(value) if isinstance(value, dict) else list(value)
        for name, value in vars(tf_export).items()
        if isinstance(value, (dict, list)) and not name.startswith("__")
    }
    attributes = {
        (module.__name__, name): id(value)
        for module in (distribute, tpu, util, tf_export, deprecation)
        for name, value in vars(module).items()
        if name != "__builtins__"
    }
    return {
        "tables": tables,
        "attributes": attributes,
        "import": builtins.__import__,
        "finders": list(sys.meta_path),
        "hooks": list(sys.path_hooks),
        "modules": {name: id(module) for name, module in sys.modules.items()},
        "filters": list(warnings.filters),
    }

MISSING = [
    "tensorflow.python.distribute.estimator_training",
    "tensorflow.python.tpu.session_support",
    "tensorflow.python.tpu.tpu_embedding",
    "tensorflow.python.tpu.tpu_embedding_gradient",
]

def assert_untouched(before):
    after = snapshot()
    # Modules of TensorFlow may have been loaded, and are attributes of their packages then.
    for kind in ("attributes", "modules"):
        assert not before[kind].items() - after[kind].items()
    new = after["attributes"].keys() - before["attributes"].keys()
    assert all(".".join(name) in sys.modules for name in new), new
    for kind in ("tables", "import", "finders", "hooks", "filters"):
        assert before[kind] == after[kind], kind
    assert not [name for name in MISSING if name in sys.modules]
    for name, module in list(sys.modules.items()):
        if name.startswith("tensorflow."):
            assert "standins" not in str(getattr(module, "__class__", "")), name
"""


def test_the_specs_are_tensorflows_own(bridged):
    """Up to 2.15 the objects are `tf.estimator`'s; from 2.16 tensorflow-estimator's."""
    import tf_spec_compat
    from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf, tf1

    model_fn = import_module("tensorflow_estimator.python.estimator.model_fn")
    tpu_estimator = import_module("tensorflow_estimator.python.estimator.tpu.tpu_estimator")
    assert EstimatorSpec is model_fn.EstimatorSpec is estimator.EstimatorSpec
    assert TPUEstimatorSpec is tpu_estimator.TPUEstimatorSpec is estimator.tpu.TPUEstimatorSpec
    assert tf_spec_compat.EstimatorSpec is EstimatorSpec
    assert tf_spec_compat.TPUEstimatorSpec is TPUEstimatorSpec
    assert tf_spec_compat.estimator is estimator
    assert {"Estimator", "RunConfig", "train_and_evaluate", "export", "inputs", "tpu"} <= {
        *dir(estimator)
    }
    if bridged:
        assert not hasattr(tf, "estimator")
        assert not hasattr(tf1, "estimator")
    else:
        assert estimator is tf1.estimator
        assert EstimatorSpec is tf.estimator.EstimatorSpec
        assert TPUEstimatorSpec is tf1.estimator.tpu.TPUEstimatorSpec


def test_the_door_loads_tensorflow_and_nothing_else(run):
    """`_tf` adds itself to TensorFlow: no tensorflow-estimator, no patch, nothing slow to load."""
    run(
        SNAPSHOT
        + """
load("tensorflow")
before = snapshot()
from tf_spec_compat._tf import tf, tf1
assert tf is sys.modules["tensorflow"] and tf1 is tf.compat.v1
assert {*sys.modules} - {*before["modules"]} == {
    "tf_spec_compat", "tf_spec_compat._tf", "tf_spec_compat._tf.repairs",
    "tf_spec_compat._tf.versions", "tf_spec_compat.lazy"
}
from tf_spec_compat import _tf
assert "EstimatorSpec" in dir(_tf) and "EstimatorSpec" not in vars(_tf)
"""
    )


def test_tensorflow_is_left_as_it_was(run, only_bridged):
    """Neither a failed nor a successful load leaves a trace in TensorFlow or the importing."""
    run(
        SNAPSHOT
        + """
load("tensorflow")
assert "estimator_training" in message(ImportError, load, "tensorflow_estimator")
from tf_spec_compat import _tf
before = snapshot()

# Fails midway, for a reason of its own.
sys.modules["tensorflow_estimator.python.estimator.tpu.util"] = None
said = message(ImportError, getattr, _tf, "estimator")
assert "tensorflow-estimator 2.15" in said and _tf.tf.__version__ in said, said
assert "tensorflow_estimator.python.estimator.tpu.util" in said and "pip install" in said, said
del sys.modules["tensorflow_estimator.python.estimator.tpu.util"]
assert_untouched(before)
assert "tf_spec_compat._tf.bridge.namespace" not in sys.modules

# Works once the reason is gone; Keras has not been needed, and is not chosen.
assert _tf.estimator is load("tensorflow_estimator").estimator
assert _tf.EstimatorSpec is _tf.estimator.EstimatorSpec
assert_untouched(before)
assert "initialized': False" in str(vars(vars(_tf.tf)["keras"])), vars(vars(_tf.tf)["keras"])

# Modules of tensorflow-estimator that nobody has asked for yet load later, too.
assert "tensorflow_estimator.python.estimator.canned.rnn" not in sys.modules
assert load("tensorflow_estimator.python.estimator.canned.rnn").RNNClassifier
assert_untouched(before)
"""
    )


def test_loads_without_any_keras(run, only_bridged):
    """The specs need no Keras at all."""
    run(
        """
        sys.modules["keras"] = sys.modules["tf_keras"] = None
        load("tensorflow")
        from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, tf
        with tf.Graph().as_default():
            spec = EstimatorSpec("infer", predictions=tf.zeros([2]))
        assert spec.mode == "infer"
        assert sys.modules["keras"] is sys.modules["tf_keras"] is None
        """
    )


def test_threads_get_one_estimator(run):
    """Threads that ask at once, here and of tensorflow-estimator itself, get the same classes."""
    run(
        """
        import threading
        load("tensorflow")
        from tf_spec_compat import _tf
        barrier, got = threading.Barrier(8), []
        def ask(number):
            barrier.wait()
            if number % 2:
                got.append(_tf.EstimatorSpec)
            else:
                got.append(_tf.estimator.EstimatorSpec)
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        assert len(got) == 8 and {*got} == {_tf.EstimatorSpec}, got
        """
    )


def test_a_loaded_estimator_is_reused(run, only_bridged):
    """tensorflow-estimator that somebody else brought to life is handed on, not loaded twice."""
    run(
        """
        load("tensorflow")
        from tensorflow.python.util import tf_export
        from types import ModuleType
        class Anything(ModuleType):
            def __getattr__(self, name):
                return type(name, (), {})
        names = ["distribute.estimator_training", "tpu.session_support", "tpu.tpu_embedding",
                 "tpu.tpu_embedding_gradient"]
        for name in names:
            sys.modules["tensorflow.python." + name] = Anything(name)
        tf_export.ESTIMATOR_API_NAME = "estimator"
        for table in (tf_export.API_ATTRS, tf_export.API_ATTRS_V1):
            table["estimator"] = tf_export._Attributes("_names", "_constants")
        theirs = load("tensorflow_estimator.python.estimator.model_fn").EstimatorSpec
        for name in names:
            del sys.modules["tensorflow.python." + name]
        del tf_export.ESTIMATOR_API_NAME
        before = {name: id(module) for name, module in sys.modules.items()}

        from tf_spec_compat._tf import EstimatorSpec, estimator
        assert EstimatorSpec is theirs is estimator.EstimatorSpec
        assert before.items() <= {name: id(module) for name, module in sys.modules.items()}.items()
        """
    )


def test_what_is_missing_is_said(run, bridged):
    """Without TensorFlow, with one too old, or without tensorflow-estimator: what to install."""
    run(
        """
        from types import ModuleType
        def ask(version):
            fake = sys.modules["tensorflow"] = version and ModuleType("tensorflow")
            if fake:
                fake.__version__, fake.compat = version, ModuleType("compat")
                fake.compat.v1 = ModuleType("v1")
            try:
                from tf_spec_compat._tf import tf
            finally:
                for name in [name for name in sys.modules if name.startswith("tf_spec_compat._tf")]:
                    del sys.modules[name]
        said = message(ModuleNotFoundError, ask, None)
        assert "pip install 'tensorflow>=2.12" in said, said
        for version in ("1.15.5", "2.9.3", "2.11.0-rc1"):
            said = message(ImportError, ask, version)
            assert version in said and "2.12" in said and "pip install" in said, said
        for version in ("2.12.0", "2.22.0-dev20300101", "3.0.0"):
            ask(version)
        """
    )
    run(
        """
        from importlib import metadata
        from unittest import mock
        load("tensorflow")
        sys.modules["tensorflow_estimator"] = None
        from tf_spec_compat import _tf
        missing = metadata.PackageNotFoundError("tensorflow-estimator")
        with mock.patch("importlib.metadata.version", side_effect=missing):
            said = message(ImportError, getattr, _tf, "EstimatorSpec")
        assert "pip install 'tensorflow-estimator>=2.15,<2.16'" in said, said
        assert "not installed" in said and _tf.tf.__version__ in said, said
        """
    )
