"""The one shim: contrib's modules under TF 1.15.5 and under this package, loaded when asked for.

Cases import what they try from here, and run unchanged in both worlds:

    from tests.oracle.legacy import contrib, head, tf

`module("learn.python.learn.evaluable")` gives a module that has no short name below.
"""

import importlib

try:
    from tensorflow import contrib
except ImportError:
    import tensorflow.compat.v1 as tf

    from tf_spec_compat import contrib, estimator, names  # noqa: F401

    _path = names.ours
else:
    import tensorflow as tf

    estimator = tf.estimator
    _path = str

_LEARN = "learn.python.learn."
_ESTIMATORS = _LEARN + "estimators."
_LAYERS = "layers.python.layers."
_OPS = "layers.python.ops."
_OPTIMIZER = "linear_optimizer.python."

# Short name -> path below `tensorflow.contrib`.
MODULES = {
    "layers": "layers",
    "layers_module": _LAYERS + "layers",
    "learn": "learn",
    "learn_estimator": _ESTIMATORS + "estimator",
    "rnn": "rnn",
    "sdca_estimator": _OPTIMIZER + "sdca_estimator",
    "sdca_optimizer": _OPTIMIZER + "sdca_optimizer",
    "sequence_queueing_state_saver": "training.python.training.sequence_queueing_state_saver",
}
for _folder, _names in (
    (_ESTIMATORS, "composable_model constants debug dnn dnn_linear_combined"),
    (_ESTIMATORS, "dynamic_rnn_estimator estimator_test_utils head kmeans linear"),
    (_ESTIMATORS, "logistic_regressor metric_key model_fn prediction_key rnn_common run_config"),
    (_ESTIMATORS, "state_saving_rnn_estimator svm test_data"),
    (_LAYERS, "embedding_ops encoders feature_column feature_column_ops optimizers"),
    (_LAYERS, "rev_block_lib summaries target_column utils"),
    (_OPS, "bucketization_op sparse_feature_cross_op sparse_ops"),
    (_LEARN, "datasets evaluable experiment export_strategy graph_actions learn_io learn_runner"),
    (_LEARN, "metric_spec monitors preprocessing trainable"),
    (_LEARN + "learn_io.", "data_feeder"),
    (_LEARN + "utils.", "gc input_fn_utils saved_model_export_utils"),
    (_OPTIMIZER + "ops.", "sdca_ops sharded_mutable_dense_hashtable sparse_feature_column"),
):
    MODULES.update((_name, _folder + _name) for _name in _names.split())

__all__ = sorted([*MODULES, "contrib", "estimator", "module", "tf"])


def module(path):
    """Gives the module at `tensorflow.contrib.<path>`."""
    return importlib.import_module(_path("tensorflow.contrib." + path))


def __getattr__(name):
    if name not in MODULES:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    return module(MODULES[name])
