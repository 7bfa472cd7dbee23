"""Where programs found tf.estimator: by its deep paths, and as `tf.compat.v1.estimator`."""

import subprocess
import sys

import pytest

from tests.hook.conftest import ROOT, facts_of

# The modules below `tensorflow.python.estimator` of TF 1.15.5, but for those of boosted trees.
MODULES = """
canned canned.baseline canned.dnn canned.dnn_linear_combined canned.head canned.linear
canned.metric_keys canned.optimizers canned.parsing_utils canned.prediction_keys
estimator estimator_lib export export.export export.export_lib export.export_output exporter gc
inputs inputs.inputs inputs.numpy_io inputs.pandas_io inputs.queues
inputs.queues.feeding_functions inputs.queues.feeding_queue_runner
keras model_fn run_config training util
"""

SAME = """
import importlib, types
from tf_spec_compat import install
install()
from tensorflow.python.estimator.run_config import RunConfig
import tensorflow as tf
facts["class"] = RunConfig is tf.estimator.RunConfig
facts["differ"] = differ = []
for path in sys.argv[1:]:
    found = importlib.import_module("tensorflow.python.estimator." + path)
    path = path.replace("keras", "keras_lib")
    real = importlib.import_module("tensorflow_estimator.python.estimator." + path)
    differ += [f"{path}.{name}" for name, value in vars(real).items()
               if not name.startswith("__") and not isinstance(value, types.ModuleType)
               and getattr(found, name, None) is not value]
"""

# Each program starts with the import of TensorFlow that gives it its name.
PROGRAMS = {
    "compat": """
        import tensorflow as tf
        v1, v2 = tf.compat.v1.estimator, tf.compat.v2.estimator
        print(v1.tpu.TPUEstimatorSpec is tf.estimator.tpu.TPUEstimatorSpec,
              v1.EstimatorSpec is v2.EstimatorSpec is tf.estimator.EstimatorSpec,
              v1.Estimator is tf.estimator.Estimator is not v2.Estimator)
    """,
    "deep": """
        from tensorflow.python.estimator.run_config import RunConfig
        from tensorflow.python.estimator.estimator import Estimator
        from tensorflow.python.estimator import training
        import tensorflow as tf
        print(Estimator is tf.estimator.Estimator, RunConfig is tf.estimator.RunConfig,
              training.TrainSpec is tf.estimator.TrainSpec)
    """,
    "after tf.estimator": """
        import tensorflow as tf
        tf.estimator.Estimator
        from tensorflow.python.estimator.estimator import Estimator
        from tensorflow.python.estimator.run_config import RunConfig
        print(Estimator is tf.estimator.Estimator, RunConfig is tf.estimator.RunConfig, True)
    """,
    "tensorflow_estimator": """
        from tensorflow_estimator.python.estimator.estimator import Estimator
        import tensorflow as tf
        import tensorflow_estimator
        print(Estimator is tf.estimator.Estimator, "estimator" in tensorflow_estimator.__name__,
              tensorflow_estimator.__spec__.name == "tensorflow_estimator")
    """,
    "training": """
        from tensorflow.python.estimator.model_fn import EstimatorSpec
        import tensorflow as tf

        def model_fn(features, labels, mode):
            step = tf.assign_add(tf.train.get_global_step(), 1)
            return EstimatorSpec(mode, loss=tf.constant(1.), train_op=step)

        estimator = tf.estimator.Estimator(model_fn)
        estimator.train(lambda: (tf.ones([1]), tf.ones([1])), steps=2)
        print(EstimatorSpec is tf.estimator.EstimatorSpec,
              estimator.get_variable_value("global_step") == 2, True)
    """,
}


def test_deep_paths():
    """Each module has tensorflow-estimator's objects, also when it is imported first."""
    assert facts_of(SAME, *MODULES.split()) == {"class": True, "differ": []}


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name, project):
    """A program finds one tf.estimator, whichever way it takes."""
    folder = project({"program.py": PROGRAMS[name]})
    done = subprocess.run(
        [sys.executable, "-m", "tf_spec_compat", "run", folder / "program.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["True"] * 3, done.stderr


def test_uninstall_leaves_tensorflow_estimator():
    """tensorflow-estimator that was imported by its own name stays imported."""
    facts = facts_of(
        """
        from tf_spec_compat import install
        with install():
            from tensorflow_estimator.python.estimator.estimator import Estimator
        import tensorflow_estimator.python.estimator.estimator as again
        facts["same"] = again.Estimator is Estimator
        facts["left"] = [name for name in sys.modules if name.startswith("tensorflow.contrib")]
        """
    )
    assert facts == {"same": True, "left": []}
