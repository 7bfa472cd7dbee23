"""The canned estimators: networks, linear models and both together, and parts of models.

Runs unchanged under TF 1.15.5 and under this package. A case is a function that returns plain
facts; `attempt` notes the class of what is raised in the place of a fact.
"""

import numpy as np

from tests.oracle.facts import plain
from tests.oracle.legacy import (
    composable_model,
    dnn,
    dnn_linear_combined,
    head,
    layers,
    linear,
    sdca_optimizer,
    tf,
)
from tests.oracle.observe import InFolder, attempt

from .canned_bad import bad
from .canned_facts import BINARY, CLASSES, TARGETS, assignments, features, life, train
from .canned_private import partitioned, private

SDCA = sdca_optimizer.SDCAOptimizer


def a():
    return layers.real_valued_column("a")


def b():
    return layers.real_valued_column("b", dimension=2)


def c():
    return layers.sparse_column_with_hash_bucket("c", 5)


def d():
    return layers.sparse_column_with_keys("d", ["u", "v"])


def embedding():
    return layers.embedding_column(c(), 2)


def dense_columns():
    return [
        a(),
        b(),
        embedding(),
        layers.one_hot_column(d()),
        layers.bucketized_column(a(), [0.3, 0.7]),
    ]


def wide_columns():
    bucketized = layers.bucketized_column(a(), [0.3, 0.7])
    return [a(), b(), c(), bucketized, layers.crossed_column([c(), d()], 7)]


def core(name):
    """One of core's columns."""
    number = tf.feature_column.numeric_column
    words = tf.feature_column.categorical_column_with_hash_bucket("c", 5)
    if name == "c":
        return words
    if name == "c_embedding":
        return tf.feature_column.embedding_column(words, 2)
    return number(name, shape=(2,) if name == "b" else (1,))


# Options that are given as a function that makes them, within the case.
LATE = (
    "feature_columns",
    "linear_feature_columns",
    "dnn_feature_columns",
    "head",
    "embedding_lr_multipliers",
)


def case(cls, defaults, names, labels, how=None, **options):
    """A case of one estimator; `how` says how it is observed, `life` or `train` and options."""

    def make(**kwargs):
        made = dict(defaults(), **{k: v() if k in LATE else v for k, v in options.items()})
        return cls(**dict(made, **kwargs))

    how = dict(how or {})
    return InFolder(how.pop("by", train), make, names, labels, **how)


def module(cls, *args, **options):
    """A case of `dnn`."""
    defaults = lambda: {  # noqa: E731
        "hidden_units": [3, 2],
        "feature_columns": [a(), b()],
        "activation_fn": tf.tanh,
    }
    return case(cls, defaults, *args, **options)


def wide(cls, *args, **options):
    """A case of `linear`."""
    return case(cls, lambda: {"feature_columns": [a(), b()]}, *args, **options)


def both(cls, *args, **options):
    """A case of `dnn_linear_combined`."""
    defaults = lambda: {  # noqa: E731
        "linear_feature_columns": [a(), c()],
        "dnn_feature_columns": [b(), embedding()],
        "dnn_hidden_units": [3],
        "dnn_activation_fn": tf.tanh,
    }
    return case(cls, defaults, *args, **options)


def part(folder, cls, columns, *args, **kwargs):
    """A part of a model: its variables, what it learns, and what it finds in a checkpoint."""
    model = cls(*args, **kwargs)
    with tf.Graph().as_default():
        step = tf.train.create_global_step()
        logits = model.build_model(features("abc"), columns(), is_training=True)
        loss = tf.reduce_mean(tf.square(logits - 1.0))
        with tf.name_scope("train"):
            ops = model.get_train_step(loss)
        assign, saver = assignments(), tf.train.Saver()
        with tf.Session() as session:
            session.run([tf.global_variables_initializer(), tf.tables_initializer()])
            session.run(assign)
            losses = [plain(session.run([loss, *ops])[0]) for _ in range(3)]
            saver.save(session, folder + "/model")
            counted = plain(session.run(step))
        record = {
            "logits": logits.op.name,
            "ops": [type(op).__name__ for op in ops],
            "losses": losses,
            "step": counted,
            "trainable": sorted(v.op.name for v in tf.trainable_variables()),
            "collection": sorted(v.op.name for v in tf.get_collection(model.get_scope_name())),
            "summaries": sorted(s.op.name for s in tf.get_collection("summaries")),
            "saved": sorted(map(plain, tf.train.list_variables(folder + ""))),
            "weights": plain(model.get_weights(folder + "")),
            "bias": plain(model.get_bias(folder + "")),
        }
    return record


def adam():
    return tf.train.AdamOptimizer(0.1)


def doubled(made, labels):
    return dict(made, a=made["a"] * 2), labels


REG, CLS, EST = dnn.DNNRegressor, dnn.DNNClassifier, dnn.DNNEstimator
LREG, LCLS, LEST = linear.LinearRegressor, linear.LinearClassifier, linear.LinearEstimator
CREG = dnn_linear_combined.DNNLinearCombinedRegressor
CCLS = dnn_linear_combined.DNNLinearCombinedClassifier
CEST = dnn_linear_combined.DNNLinearCombinedEstimator
# In 1.15 the centered bias is read before or after its step, as it comes.
RANDOM = {"random": True}
LIFE, MORE = {"by": life}, {"by": life, "more": True}
POISSON = head.poisson_regression_head
KEYS = ["x", "y", "z"]
SGD = "SGD"
WIDE_LABELS = np.concatenate([TARGETS, TARGETS * 2], 1)

CASES = {
    "dnn_regressor": module(REG, "ab", TARGETS, MORE),
    "dnn_classifier": module(CLS, "abcd", BINARY, LIFE, feature_columns=dense_columns),
    "dnn_classes": module(CLS, "ab", CLASSES, LIFE, n_classes=3, activation_fn=tf.nn.relu),
    "dnn_keys": module(CLS, "ab", CLASSES, {"strings": True}, n_classes=3, label_keys=KEYS),
    "dnn_estimator": module(EST, "ab", np.abs(TARGETS), head=POISSON, optimizer=SGD),
    "dnn_weighted": module(REG, ["a", "b", "wt"], TARGETS, weight_column_name="wt"),
    "dnn_biased": module(CLS, "ab", BINARY, RANDOM, enable_centered_bias=True),
    "dnn_wide_labels": module(REG, "ab", WIDE_LABELS, label_dimension=2),
    "dnn_sgd": module(REG, "ab", TARGETS, optimizer=SGD, gradient_clip_norm=0.1),
    "dnn_function": module(REG, "ab", TARGETS, optimizer=adam),
    "dnn_instance": module(REG, "ab", TARGETS, optimizer=adam()),
    "dnn_multipliers": module(
        REG,
        "ac",
        TARGETS,
        feature_columns=lambda: [a(), embedding()],
        embedding_lr_multipliers=lambda: {embedding(): 0.3},
        optimizer=SGD,
    ),
    "dnn_engineered": module(REG, "ab", TARGETS, feature_engineering_fn=doubled, optimizer=SGD),
    "dnn_dropout": module(REG, "ab", TARGETS, RANDOM, dropout=0.4),
    "dnn_linear_units": module(REG, "ab", TARGETS, hidden_units=[], activation_fn=None),
    "dnn_core": module(
        REG, "abc", TARGETS, feature_columns=lambda: [core("a"), core("b"), core("c_embedding")]
    ),
    "dnn_mixed": module(REG, "ab", TARGETS, feature_columns=lambda: [core("a"), b()]),
    "dnn_momentum": module(EST, "ab", TARGETS, head=head.regression_head, optimizer="Momentum"),
    "linear_regressor": wide(LREG, "ab", TARGETS, MORE),
    "linear_classifier": wide(LCLS, "abcd", BINARY, LIFE, feature_columns=wide_columns),
    "linear_classes": wide(LCLS, "ab", CLASSES, LIFE, n_classes=3),
    "linear_keys": wide(LCLS, "ab", CLASSES, {"strings": True}, n_classes=3, label_keys=KEYS),
    "linear_estimator": wide(LEST, "ab", np.abs(TARGETS), head=POISSON),
    "linear_weighted": wide(LCLS, ["a", "b", "wt"], BINARY, weight_column_name="wt"),
    "linear_biased": wide(LREG, "ab", TARGETS, RANDOM, enable_centered_bias=True),
    "linear_wide_labels": wide(LREG, "ab", WIDE_LABELS, label_dimension=2),
    "linear_named": wide(LREG, "ab", TARGETS, optimizer="Adagrad", gradient_clip_norm=0.1),
    "linear_function": wide(LREG, "ab", TARGETS, optimizer=adam),
    "linear_class": wide(LREG, "ab", TARGETS, optimizer=tf.train.AdamOptimizer),
    "linear_joint": wide(
        LCLS, "cd", CLASSES, feature_columns=lambda: [c(), d()], _joint_weight=True, n_classes=3
    ),
    "linear_core": wide(LREG, "abc", TARGETS, feature_columns=lambda: list(map(core, "abc"))),
    "linear_mixed": wide(LREG, "ab", TARGETS, feature_columns=lambda: [core("a"), b()]),
    # SDCA takes the examples in an order of its own.
    "sdca_regressor": wide(LREG, ["a", "b", "id"], TARGETS, RANDOM, optimizer=SDCA("id")),
    "sdca_classifier": wide(
        LCLS,
        ["a", "b", "c", "id", "wt"],
        BINARY,
        RANDOM,
        feature_columns=lambda: [a(), b(), c()],
        optimizer=SDCA("id", symmetric_l1_regularization=0.1),
        weight_column_name="wt",
    ),
    "combined_regressor": both(CREG, "abc", TARGETS, LIFE),
    "combined_classifier": both(CCLS, "abc", BINARY, LIFE, fix_global_step_increment_bug=True),
    "combined_classes": both(CCLS, "abc", CLASSES, LIFE, n_classes=3, dnn_activation_fn=None),
    "combined_estimator": both(CEST, "abc", np.abs(TARGETS), head=POISSON),
    "combined_wide": both(CREG, "ac", TARGETS, dnn_feature_columns=lambda: None),
    "combined_deep": both(CREG, "bc", TARGETS, linear_feature_columns=lambda: None),
    "combined_joint": both(
        CREG, "bc", TARGETS, linear_feature_columns=lambda: [c()], _joint_linear_weights=True
    ),
    "combined_optimizers": both(
        CREG,
        "abc",
        TARGETS,
        linear_optimizer=SGD,
        dnn_optimizer=adam,
        gradient_clip_norm=0.1,
        fix_global_step_increment_bug=True,
        embedding_lr_multipliers=lambda: {embedding(): 0.3},
    ),
    "combined_biased": both(CCLS, "abc", BINARY, RANDOM, enable_centered_bias=True),
    "combined_weighted": both(CCLS, ["a", "b", "c", "wt"], BINARY, weight_column_name="wt"),
    "combined_dropout": both(CREG, "abc", TARGETS, RANDOM, dnn_dropout=0.4),
    "combined_core": both(
        CREG,
        "abc",
        TARGETS,
        linear_feature_columns=lambda: [core("a"), core("c")],
        dnn_feature_columns=lambda: [core("b"), core("c_embedding")],
    ),
    "bad": InFolder(bad),
    "partitioned": InFolder(partitioned),
    "private": InFolder(private),
    "part_linear": InFolder(part, composable_model.LinearComposableModel, lambda: [c(), a()], 1),
    "part_linear_joint": InFolder(
        part,
        composable_model.LinearComposableModel,
        lambda: [c()],
        2,
        optimizer=SGD,
        _joint_weights=True,
        gradient_clip_norm=0.1,
        scope="foo",
    ),
    "part_linear_kept": InFolder(
        part,
        composable_model.LinearComposableModel,
        lambda: [a()],
        1,
        optimizer=adam,
        trainable=False,
    ),
    "part_dnn": InFolder(
        part, composable_model.DNNComposableModel, lambda: [b(), embedding(), a()], 1, [3, 2]
    ),
    "part_dnn_options": InFolder(
        part,
        composable_model.DNNComposableModel,
        lambda: [b()],
        2,
        [3],
        optimizer="RMSProp",
        activation_fn=tf.tanh,
        gradient_clip_norm=0.1,
        scope="foo/bar",
    ),
    "part_none": InFolder(
        lambda folder: {
            "columns": attempt(part, folder, composable_model.LinearComposableModel, list, 1)
        }
    ),
}
