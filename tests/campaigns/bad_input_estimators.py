"""Estimators, heads and `ModelFnOps` that `bad_inputs` calls with arguments that are good.

`targets()` gives (name, function of a folder that gives what is called, function that gives the
arguments). Only these arguments are replaced.
"""

import numpy as np

from tests.oracle.legacy import (
    constants,
    contrib,
    head,
    layers,
    learn,
    model_fn,
    tf,
)

X = np.ones([4, 2], np.float32)
Y = np.array([1.0, 0.0, 1.0, 0.0], np.float32)


def model(features, labels, mode):
    """Sums."""
    weight = tf.get_variable("w", [], initializer=tf.ones_initializer())
    sums = tf.reduce_sum(features * weight, 1)
    loss = train_op = None
    if mode != "infer":
        loss = tf.reduce_mean(tf.square(sums - labels))
    if mode == "train":
        train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return model_fn.ModelFnOps(mode, sums, loss, train_op)


def input_fn():
    return tf.constant(X), tf.constant(Y)


def dict_fn():
    return {"x": tf.constant(X), "w": tf.ones([4, 1])}, tf.constant([[1], [0], [1], [0]])


def serving():
    x = tf.placeholder(tf.float32, [None, 2])
    return learn.utils.input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def made(folder):
    return learn.Estimator(model, model_dir=folder)


def trained(folder):
    return made(folder).fit(input_fn=input_fn, steps=1)


def column():
    return layers.real_valued_column("x", 2)


def ids():
    return layers.sparse_column_with_integerized_feature("i", 5)


def then_fit(make, give=dict_fn):
    """A function that makes an estimator, and trains it for a step."""

    def call(**arguments):
        return make(**arguments).fit(input_fn=give, steps=1)

    return lambda folder: call


def method(make, name):
    """A method of what `make` makes in a folder."""
    return lambda folder: getattr(make(folder), name)


def listed(make, name):
    """Likewise, of which the result is read to the end."""
    return lambda folder: lambda **arguments: list(getattr(make(folder), name)(**arguments))


def plain(function):
    return lambda folder: function


def targets():
    yield from _estimators()
    yield from _canned()
    yield from _heads()


def _estimators():
    yield (
        "Estimator",
        then_fit(learn.Estimator, input_fn),
        lambda: {
            "model_fn": model,
            "model_dir": "m",
            "config": None,
            "params": None,
            "feature_engineering_fn": None,
        },
    )
    arrays = {"x": X, "y": Y, "batch_size": 2}
    yield "fit", method(made, "fit"), lambda: dict(arrays, steps=1, monitors=None)
    yield "fit_to", method(made, "fit"), lambda: {"input_fn": input_fn, "max_steps": 1}
    yield "fit_dict", method(made, "fit"), lambda: {"x": {"a": X}, "y": {"b": Y}, "steps": 1}
    yield "fit_fn", method(made, "fit"), lambda: {"input_fn": input_fn, "steps": 1}
    yield "evaluate", method(trained, "evaluate"), lambda: dict(arrays, steps=1, metrics=None)
    yield (
        "evaluate_fn",
        method(trained, "evaluate"),
        lambda: {
            "input_fn": input_fn,
            "steps": 1,
            "feed_fn": None,
            "name": None,
            "checkpoint_path": None,
            "hooks": None,
            "log_progress": True,
        },
    )
    yield (
        "predict",
        listed(trained, "predict"),
        lambda: {"x": X, "batch_size": 2, "outputs": None},
    )
    yield "predict_fn", listed(trained, "predict"), lambda: {"input_fn": lambda: tf.constant(X)}
    yield "get_variable_value", method(trained, "get_variable_value"), lambda: {"name": "w"}
    yield "set_params", method(made, "set_params"), lambda: {"params": None}
    yield (
        "export_savedmodel",
        method(trained, "export_savedmodel"),
        lambda: {
            "export_dir_base": "e",
            "serving_input_fn": serving,
            "assets_extra": None,
            "default_output_alternative_key": None,
            "checkpoint_path": None,
        },
    )
    yield (
        "ModelFnOps",
        plain(model_fn.ModelFnOps),
        lambda: {
            "mode": "train",
            "predictions": tf.constant([1.0]),
            "loss": tf.constant(1.0),
            "train_op": tf.no_op(),
            "eval_metric_ops": {},
            "output_alternatives": None,
            "training_chief_hooks": [],
            "training_hooks": [],
            "scaffold": None,
        },
    )
    for problem in ("CLASSIFICATION", "LINEAR_REGRESSION", "LOGISTIC_REGRESSION", "UNSPECIFIED"):
        for key in ("classes", "scores", "probabilities"):
            yield "alternatives_" + problem, plain(_alternatives(problem)), lambda k=key: {k: None}

    def alternatives(**given):
        ops = model_fn.ModelFnOps("infer", tf.constant([1.0]), **given)
        return ops.estimator_spec()

    yield "alternatives", plain(alternatives), lambda: {"output_alternatives": None}


def _alternatives(problem):
    def call(**tensors):
        given = {"a": (getattr(constants.ProblemType, problem), tensors)}
        ops = model_fn.ModelFnOps("infer", tf.constant([1.0]), output_alternatives=given)
        return ops.estimator_spec()

    return call


def _canned():
    common = {
        "model_dir": None,
        "weight_column_name": None,
        "optimizer": None,
        "config": None,
        "feature_engineering_fn": None,
    }
    clip = {"gradient_clip_norm": None}
    for name, extra in (
        ("LinearClassifier", {"n_classes": 2, "label_keys": None, **clip}),
        ("LinearRegressor", {"label_dimension": 1, **clip}),
        ("DNNClassifier", {"n_classes": 2, "dropout": None, "hidden_units": [2], **clip}),
        ("DNNRegressor", {"label_dimension": 1, "dropout": None, "hidden_units": [2], **clip}),
    ):
        yield (
            name,
            then_fit(getattr(learn, name)),
            lambda extra=extra: dict(common, feature_columns=[column()], **extra),
        )
    yield (
        "DNNLinearCombinedClassifier",
        then_fit(learn.DNNLinearCombinedClassifier),
        lambda: {
            "linear_feature_columns": [column()],
            "dnn_feature_columns": [column()],
            "dnn_hidden_units": [2],
            "n_classes": 2,
            "linear_optimizer": None,
            "dnn_optimizer": None,
            "fix_global_step_increment_bug": True,
        },
    )
    yield (
        "KMeansClustering",
        then_fit(contrib.factorization.KMeansClustering, lambda: (tf.constant(X), None)),
        lambda: {
            "num_clusters": 2,
            "initial_clusters": "random",
            "distance_metric": "squared_euclidean",
            "random_seed": 0,
            "use_mini_batch": True,
            "relative_tolerance": None,
        },
    )
    yield (
        "SVM",
        plain(learn.SVM),
        lambda: {
            "example_id_column": "id",
            "feature_columns": [column()],
            "config": None,
            "l1_regularization": 0.0,
            "l2_regularization": 1.0,
            "num_loss_partitions": 1,
        },
    )
    yield (
        "DynamicRnnEstimator",
        plain(learn.DynamicRnnEstimator),
        lambda: {
            "problem_type": "classification",
            "prediction_type": 2,
            "sequence_feature_columns": [column()],
            "num_classes": 2,
            "num_units": 2,
            "cell_type": "basic_rnn",
            "dropout_keep_probabilities": None,
        },
    )


def _heads():
    for name, extra in (
        ("multi_class_head", {"n_classes": 3, "label_keys": None, "metric_class_ids": None}),
        ("regression_head", {"label_dimension": 1}),
        ("poisson_regression_head", {}),
        ("binary_svm_head", {}),
        ("multi_label_head", {"n_classes": 3}),
    ):

        def given(extra=extra):
            return dict(extra, label_name=None, weight_column_name=None, head_name=None)

        yield name, plain(getattr(head, name)), given
    yield (
        "multi_head",
        plain(head.multi_head),
        lambda: {"heads": [head.regression_head(head_name="a")], "loss_weights": None},
    )
    yield (
        "create_model_fn_ops",
        lambda folder: head.regression_head().create_model_fn_ops,
        lambda: {
            "features": {},
            "mode": "train",
            "labels": tf.ones([4, 1]),
            "train_op_fn": head.no_op_train_fn,
            "logits": tf.ones([4, 1]),
            "logits_input": None,
            "scope": None,
        },
    )
