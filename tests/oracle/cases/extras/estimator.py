"""`contrib.estimator`: extended estimators, clipped gradients, heads, exports and logits."""

import os
import shutil
import tempfile

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.signatures import public, signatures

try:
    core = tf.estimator
except AttributeError:  # TensorFlow >= 2.16 has no `tf.estimator`
    from tf_spec_compat._tf import estimator as core

E = contrib.estimator

# What has advice instead.
UNUSED = (
    "DNNClassifierWithLayerAnnotations",
    "DNNRegressorWithLayerAnnotations",
    "TowerOptimizer",
    "boosted_trees_classifier_train_in_memory",
    "boosted_trees_regressor_train_in_memory",
    "replicate_model_fn",
)

# What 1.15 had moved to tf.estimator, and earlier releases had here.
EARLIER = (
    "BaselineEstimator",
    "DNNEstimator",
    "DNNLinearCombinedEstimator",
    "InMemoryEvaluatorHook",
    "LinearEstimator",
    "make_early_stopping_hook",
    "make_stop_at_checkpoint_step_hook",
    "read_eval_metrics",
    "stop_if_higher_hook",
    "stop_if_lower_hook",
    "stop_if_no_decrease_hook",
    "stop_if_no_increase_hook",
)


def model_fn(features, labels, mode):
    """Sums; no variables but the global step."""
    sums = tf.reduce_sum(features["x"], 1)
    export = core.export
    outputs = {"o": export.RegressionOutput(sums), "p": export.PredictOutput({"p": sums})}
    outputs["serving_default"] = outputs["p"]
    step = tf.train.get_or_create_global_step()
    loss = None if mode == "infer" else tf.reduce_sum(sums)
    return core.EstimatorSpec(
        mode,
        predictions={"p": sums},
        loss=loss,
        train_op=None if mode == "infer" else step.assign_add(1),
        export_outputs=outputs if mode == "infer" else None,
    )


def features():
    """Dense features and a sparse one."""
    return tf.data.Dataset.from_tensors(
        {
            "x": np.ones([2, 3], np.float32),
            "id": np.array([[7], [8]]),
            "s": tf.SparseTensor([[0, 0]], [5], [2, 2]),
        }
    )


def labelled():
    """The same with labels."""
    return features().map(lambda given: (given, [0, 1]))


class Folder(object):
    """An estimator of the sums, trained for a step, in a folder that goes away."""

    def __enter__(self):
        self.path = tempfile.mkdtemp()
        estimator = core.Estimator(model_fn, self.path)
        estimator.train(labelled, steps=1)
        return estimator

    def __exit__(self, *exception):
        shutil.rmtree(self.path)


def forward(*args, **kwargs):
    """Predictions with features."""
    with Folder() as estimator:
        extended = E.forward_features(estimator, *args, **kwargs)
        found = list(extended.predict(features))
        return [type(extended).__name__, extended.model_dir == estimator.model_dir, found]


def forwarded_outputs():
    """What there is to export."""
    with Folder() as estimator:
        extended = E.forward_features(estimator, "id")
        given = {"x": tf.ones([1, 3]), "id": tf.ones([1, 1], tf.int64)}
        outputs = extended.model_fn(given, None, "infer", extended.config).export_outputs
        return {
            name: sorted(output.outputs) if hasattr(output, "outputs") else output.value.name
            for name, output in outputs.items()
        }


def added():
    """Metrics beside those of the model."""
    with Folder() as estimator:
        extended = E.add_metrics(
            estimator, lambda predictions, labels: {"m": tf.metrics.mean(predictions["p"])}
        )
        return extended.evaluate(labelled, steps=1)


def exported(function, *args, **kwargs):
    """Files of an export, and the signatures' keys."""
    with Folder() as estimator:
        base = tempfile.mkdtemp()
        try:
            path = function(estimator, base, *args, **kwargs)
            path = path.decode() if isinstance(path, bytes) else path
            model = tf.saved_model.loader.maybe_saved_model_directory(path)
            with open(os.path.join(path, "saved_model.pbtxt")) as text:
                tags = [line.strip() for line in text if line.strip().startswith("tags:")]
            return [os.path.dirname(path) == base, model, tags, sorted(os.listdir(path))]
        finally:
            shutil.rmtree(base)


def receiver():
    """For prediction."""
    x = tf.placeholder(tf.float32, [None, 3])
    return core.export.ServingInputReceiver({"x": x}, {"x": x})


def clipped(optimizer, clip_norm, missing=False):
    """A step with clipped gradients."""
    v = tf.get_variable("v", initializer=[3.0, 4.0])
    w = tf.get_variable("w", initializer=[30.0, 40.0])
    if missing:
        tf.get_variable("u", initializer=[1.0])
    optimizer = E.clip_gradients_by_norm(optimizer, clip_norm)
    loss = tf.reduce_sum(v * v) + tf.reduce_sum(w * w)
    gradients = [g for g, _ in optimizer.compute_gradients(loss) if g is not None]
    step = optimizer.minimize(loss, tf.train.get_or_create_global_step())
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        before = session.run(gradients)
        session.run(step)
        return [
            before,
            session.run([v, w]),
            session.run(tf.train.get_global_step()),
            sorted(variable.op.name for variable in tf.global_variables()),
            optimizer.get_slot_names(),
            optimizer.get_name(),
        ]


HEADS = {
    "binary_classification_head": ({}, [[0], [1]], 1),
    "binary_classification_head all": (
        {"weight_column": "w", "thresholds": [0.4], "label_vocabulary": ["a", "b"], "name": "h"},
        [["b"], ["a"]],
        1,
    ),
    "logistic_regression_head": ({}, [[0.25], [1.0]], 1),
    "logistic_regression_head weights": ({"weight_column": "w", "name": "h"}, [[0.0], [0.5]], 1),
    "multi_class_head": ({"n_classes": 3}, [[0], [2]], 3),
    "multi_class_head sum": (
        {"n_classes": 3, "weight_column": "w", "loss_reduction": "weighted_sum"},
        [[1], [2]],
        3,
    ),
    "poisson_regression_head": ({}, [[0.0], [3.0]], 1),
    "poisson_regression_head part": ({"compute_full_loss": False}, [[0.0], [3.0]], 1),
    "regression_head": ({}, [[0.5], [3.0]], 1),
    "regression_head two": (
        {"label_dimension": 2, "inverse_link_fn": tf.exp, "name": "h"},
        [[0.5, 1.0], [3.0, 2.0]],
        2,
    ),
}


def headed(title):
    """Loss, metrics and predictions of a head."""
    arguments, labels, size = HEADS[title]
    head = getattr(E, title.split()[0])(**arguments)
    logits = tf.constant(np.arange(2 * size).reshape(2, size) / 3.0, tf.float32)
    given = {"x": tf.ones([2, 1]), "w": tf.constant([[1.0], [3.0]])}
    truths = tf.constant(labels)
    spec = head.create_estimator_spec(given, "eval", logits, truths)
    predict = head.create_estimator_spec(given, "infer", logits)
    predictions = {k: v for k, v in predict.predictions.items() if v.dtype != tf.string}
    with tf.Session() as session:
        session.run([tf.local_variables_initializer(), tf.tables_initializer()])
        session.run({k: v[1] for k, v in spec.eval_metric_ops.items()})
        return [
            session.run(spec.loss),
            session.run({k: v[0] for k, v in spec.eval_metric_ops.items()}),
            session.run(predictions),
            sorted(predict.predictions),
            sorted(predict.export_outputs),
            [head.name, head.logits_dimension],
        ]


def logits():
    """The builders of logit functions."""
    columns = [tf.feature_column.numeric_column("x")]
    linear = E.linear_logit_fn_builder(2, columns)
    called = E.call_logit_fn(linear, {"x": tf.ones([2, 1])}, "eval", None, None)
    return [called.shape.as_list(), sorted(v.op.name for v in tf.global_variables())]


def cases():
    """Every public name of `contrib.estimator`."""
    yield "forward none", lambda: forward()
    yield "forward", lambda: forward("id")
    yield "forward several", lambda: forward(["id", "x"])
    yield "forward no feature", lambda: forward("nope")
    yield "forward sparse", lambda: forward("s")
    yield "forward filled", lambda: forward("s", {"s": -1})
    yield "forward all", lambda: forward(sparse_default_values={"s": -1})
    yield "forward nothing", lambda: forward([])
    yield "forward number", lambda: forward(3)
    yield "forward numbers", lambda: forward([3])
    yield "forward outputs", forwarded_outputs
    yield "forward no estimator", lambda: E.forward_features(3, "id")
    yield "add_metrics", added
    train = tf.train
    yield "clip", lambda: clipped(train.GradientDescentOptimizer(1.0), 2.0)
    yield "clip missing", lambda: clipped(train.GradientDescentOptimizer(1.0), 2.0, True)
    yield "clip not", lambda: clipped(train.GradientDescentOptimizer(0.1), 1000.0)
    yield "clip Adam", lambda: clipped(train.AdamOptimizer(0.1), 2.0)
    yield "clip no optimizer", lambda: E.clip_gradients_by_norm("Adam", 1.0)
    for title in HEADS:
        yield title, lambda t=title: headed(t)
    yield "multi_class_head of 2", lambda: E.multi_class_head(2)
    yield "binary thresholds", lambda: E.binary_classification_head(thresholds=[2])
    yield "regression dimension", lambda: E.regression_head(label_dimension=0)
    yield "poisson dimension", lambda: E.poisson_regression_head(label_dimension=0)
    yield "regression reduction", lambda: E.regression_head(loss_reduction="none")
    yield (
        "export one",
        lambda: exported(E.export_saved_model_for_mode, receiver, as_text=True),
    )
    yield (
        "export all",
        lambda: exported(E.export_all_saved_models, {"infer": receiver}, as_text=True),
    )
    yield "logits", logits
    yield (
        "raw receiver",
        lambda: sorted(
            E.build_raw_supervised_input_receiver_fn({"x": tf.ones([2])}, tf.ones([1]))()._fields
        ),
    )
    yield (
        "receiver",
        lambda: sorted(E.build_supervised_input_receiver_fn_from_input_fn(labelled)().features),
    )
    yield "names", lambda: [name for name in public(E) if name not in UNUSED + EARLIER]
    yield (
        "signatures",
        lambda: {n: s for n, s in signatures(E).items() if n not in UNUSED + EARLIER},
    )
    yield (
        "by their paths",
        lambda: [
            module("estimator.python.estimator.extenders").add_metrics is E.add_metrics,
            module("estimator.python.estimator.head").regression_head is E.regression_head,
        ],
    )
