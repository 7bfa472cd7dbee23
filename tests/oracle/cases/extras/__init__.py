"""The packages of contrib around learn."""

from tests.oracle.group import Group

# Splines are solved for in single precision.
_SPLINES = (("sparse*", (1e-3, 1e-3)), ("*", (1e-5, 1e-6)))

GROUPS = {
    "aliases": Group("aliases", tf1_graphs=True, keras2=("keras*",)),
    "crf": Group("crf"),
    "data": Group("data"),
    "distributions": Group("distributions"),
    # tf.estimator's linear models are Keras 2's layers.
    "estimator": Group("estimator", tf1_graphs=True, keras2=("logits",)),
    "estimator_heads": Group("estimator_heads", tf1_graphs=True),
    "estimator_rnn": Group("estimator_rnn", tf1_graphs=True),
    "factorization": Group("factorization", tf1_graphs=True),
    "framework/checkpoints": Group("framework.checkpoints"),
    "framework/ops": Group("framework.ops"),
    "framework/tensor_util": Group("framework.tensor_util"),
    "framework/variables": Group("framework.variables"),
    "hparam": Group("hparam"),
    "image": Group("image", tolerance=_SPLINES),
    "layers": Group("layers.layers"),
    "lookup": Group("lookup"),
    "losses": Group("losses"),
    "metrics": Group("metrics", tf1_graphs=True),
    "nn": Group("nn"),
    "opt/steps": Group("opt.steps", tf1_graphs=True),
    "opt/wrappers": Group("opt.wrappers", tf1_graphs=True),
    "opt/averages": Group("opt.averages", tf1_graphs=True),
    "opt/preconditioned": Group("opt.preconditioned", tf1_graphs=True),
    "predictor": Group("predictor"),
    "resampler": Group("resampler"),
    "slim": Group("slim", tf1_behavior=True),
    "sparsemax": Group("sparsemax"),
    "testing": Group("testing"),
    "tpu": Group("tpu", tf1_graphs=True),
    "training/loops": Group("training.loops"),
    "training/queues": Group("training.queues"),
    "util": Group("util"),
}
