"""The packages of contrib around learn."""

from tests.oracle.group import Group

_ERRORS_OF_PYTHON = ("AssertionError", "AttributeError", "TypeError", "JSONDecodeError")


def _hparam_words(name, error):
    """The words of Python's own errors change; so do those of NumPy 2 about its numbers."""
    return error not in _ERRORS_OF_PYTHON and "numpy's" not in name


def _estimator_words(name, error):
    return name.startswith("forward") and error == "ValueError"


def _own_words(name, error):
    """TensorFlow's own words of shapes, and of tensors, change."""
    return name not in ("alpha dropout of a row", "flat of rank 1", "matrices of rank 3")


# Splines are solved for in single precision.
_SPLINES = (("sparse*", (1e-3, 1e-3)), ("*", (1e-5, 1e-6)))

GROUPS = {
    "data": Group("data"),
    # tf.estimator's linear models are Keras 2's layers.
    "estimator": Group("estimator", words=_estimator_words, tf1_graphs=True, keras2=("logits",)),
    "framework/checkpoints": Group("framework.checkpoints"),
    "framework/ops": Group("framework.ops"),
    "framework/tensor_util": Group("framework.tensor_util"),
    "framework/variables": Group("framework.variables"),
    "hparam": Group("hparam", words=_hparam_words),
    "image": Group("image", words=_own_words, tolerance=_SPLINES),
    "layers": Group("layers.layers"),
    "lookup": Group("lookup"),
    "losses": Group("losses"),
    "metrics": Group("metrics", tf1_graphs=True),
    "nn": Group("nn", words=_own_words),
    "predictor": Group("predictor"),
    "slim": Group("slim", tf1_behavior=True),
    "testing": Group("testing"),
    "tpu": Group("tpu", tf1_graphs=True),
    "training/loops": Group("training.loops"),
    "training/queues": Group("training.queues"),
    "util": Group("util"),
}
