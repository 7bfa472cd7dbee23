"""What the canned estimators refuse, and by which class of error."""

from tests.oracle.legacy import dnn, dnn_linear_combined, head, layers, linear, sdca_optimizer, tf
from tests.oracle.observe import attempt

from .canned_facts import BINARY, CLASSES, TARGETS, given

REG, CLS, EST = dnn.DNNRegressor, dnn.DNNClassifier, dnn.DNNEstimator
LREG, LCLS, LEST = linear.LinearRegressor, linear.LinearClassifier, linear.LinearEstimator
CREG = dnn_linear_combined.DNNLinearCombinedRegressor
CCLS = dnn_linear_combined.DNNLinearCombinedClassifier
CEST = dnn_linear_combined.DNNLinearCombinedEstimator


def bad(folder):
    a, b = layers.real_valued_column("a"), layers.real_valued_column("b", dimension=2)
    hashed = layers.sparse_column_with_hash_bucket
    embedding = layers.embedding_column(hashed("c", 5), 2)
    sync = tf.train.SyncReplicasOptimizer(tf.train.GradientDescentOptimizer(0.1), 1)
    one = head.regression_head()
    number = lambda value: lambda: value  # noqa: E731
    record = {}

    def tried(name, labels, cls, *args, **kwargs):
        def build():
            e = cls(*args, **kwargs)
            with tf.Graph().as_default():
                tf.train.create_global_step()
                return type(e._get_train_ops(*given("ab", labels)())).__name__

        record[name] = attempt(build)

    for name, value in {
        "none": None,
        "zero": [0],
        "negative": [-1],
        "string": ["x"],
        "float": [2.5],
        "number": 3,
    }.items():
        tried("units_" + name, TARGETS, REG, value, [a])
    for name, value in {
        "none": None,
        "empty": [],
        "twice": [a, a],
        "set": {a, b},
        "single": a,
        "string": ["a"],
        "number": 3,
        "dict": {"k": a},
        "missing": [layers.real_valued_column("zz")],
        "sparse": [hashed("a", 5)],
        "embedding": [embedding],
        "mixed": [tf.feature_column.numeric_column("a"), embedding],
    }.items():
        tried("deep_columns_" + name, TARGETS, REG, [3], value)
        tried("wide_columns_" + name, TARGETS, LREG, value)
        for key in ("dnn_feature_columns", "linear_feature_columns"):
            kwargs = {key: value, "dnn_hidden_units": [2]}
            tried("%s_%s" % (key, name), TARGETS, CREG, **kwargs)
    for name, value in {
        "unknown": "zz",
        "lower": "sgd",
        "number": 3,
        "function": number(3),
        "argument": lambda rate: tf.train.AdamOptimizer(rate),
        "sync": sync,
    }.items():
        if name != "sync":
            tried("deep_optimizer_" + name, TARGETS, REG, [3], [a], optimizer=value)
            tried("wide_optimizer_" + name, TARGETS, LREG, [a], optimizer=value)
        columns = {"linear_feature_columns": [a]}
        tried("linear_optimizer_" + name, TARGETS, CREG, linear_optimizer=value, **columns)
        columns = {"dnn_feature_columns": [a], "dnn_hidden_units": [2]}
        tried("dnn_optimizer_" + name, TARGETS, CREG, dnn_optimizer=value, **columns)
    for name, value in {"unknown": "zz", "number": 3, "name": "tanh"}.items():
        params = {
            "head": one,
            "hidden_units": [2],
            "feature_columns": [a],
            "activation_fn": value,
        }
        tried("activation_" + name, TARGETS, EST, one, [2], [a], activation_fn=value)
        tried("params_activation_" + name, TARGETS, with_params, params)
    tried("combined_activation", TARGETS, CREG, dnn_activation_fn="tanh", **columns)
    for name, value in {"two": 2.0, "one": 1.0}.items():
        tried("dropout_" + name, TARGETS, REG, [3], [a], dropout=value)
    for n in (0, 1, -1, None, "2"):
        record["n_classes_%s" % n] = [
            attempt(CLS, [3], [a], n_classes=n),
            attempt(LCLS, [a], n_classes=n),
            attempt(CCLS, n_classes=n, linear_feature_columns=[a]),
        ]
    for n in (2, 3):
        record["label_keys_%d" % n] = [
            attempt(CLS, [3], [a], n_classes=n, label_keys=["p", "q"]),
            attempt(LCLS, [a], n_classes=n, label_keys=["p", "q"]),
            attempt(CCLS, linear_feature_columns=[a], n_classes=n, label_keys=["p", "q"]),
        ]
    record["label_dimension"] = [
        attempt(REG, [3], [a], label_dimension=0),
        attempt(LREG, [a], label_dimension=0),
        attempt(CREG, linear_feature_columns=[a], label_dimension=0),
    ]
    for name, labels in {
        "wide": CLASSES.repeat(2, 1),
        "flat": BINARY[:, 0],
        "few": BINARY[:3],
        "float": TARGETS,
        "none": None,
        "high": CLASSES + 7,
    }.items():
        tried("labels_reg_" + name, labels, LREG, [a])
        tried("labels_two_" + name, labels, LCLS, [a])
        tried("labels_three_" + name, labels, CLS, [3], [a], n_classes=3)
        tried("labels_both_" + name, labels, CCLS, linear_feature_columns=[a], n_classes=3)
    tried("labels_dimension", TARGETS, LREG, [a], label_dimension=2)
    tried("weights", TARGETS, LREG, [a], weight_column_name="zz")
    tried("multipliers", TARGETS, REG, [3], [a], embedding_lr_multipliers={a: 2.0})
    tried("multipliers_unused", TARGETS, REG, [3], [a], embedding_lr_multipliers={embedding: 2.0})
    tried("no_units", TARGETS, CREG, dnn_feature_columns=[a])
    tried("empty_units", TARGETS, CREG, dnn_feature_columns=[a], dnn_hidden_units=[])
    record["nothing"] = [attempt(CREG), attempt(CCLS), attempt(CEST, one)]
    for name, value in {"none": None, "number": 3}.items():
        tried("head_" + name, TARGETS, EST, value, [3], [a])
        tried("wide_head_" + name, TARGETS, LEST, [a], value)
        tried("both_head_" + name, TARGETS, CEST, value, linear_feature_columns=[a])
    sdca = sdca_optimizer.SDCAOptimizer("zz")
    for name, kwargs in {
        "classes": {"n_classes": 3},
        "joint": {"_joint_weight": True},
        "biased": {"enable_centered_bias": True},
        "keys": {"label_keys": ["p", "q"]},
        "column": {},
    }.items():
        tried("sdca_" + name, BINARY, LCLS, [a], optimizer=sdca, **kwargs)
    for name, kwargs in {
        "dimension": {"label_dimension": 2},
        "joints": {"_joint_weights": True},
        "core": {"feature_columns": [tf.feature_column.numeric_column("a")]},
    }.items():
        kwargs = dict({"feature_columns": [a], "optimizer": sdca}, **kwargs)
        tried("sdca_" + name, TARGETS, LREG, **kwargs)
    tried("sdca_head", TARGETS, LEST, [a], one, optimizer=sdca)
    params = {"head": one, "feature_columns": [a], "optimizer": "SGD"}
    params.update({"update_weights_hook": None, "weight_column_name": None})
    record["sdca_model_fn"] = [
        attempt(linear.sdca_model_fn, {}, None, "train", params),
        attempt(linear.sdca_model_fn, {}, None, "train", dict(params, optimizer=sdca, head=3)),
        attempt(linear._add_bias_column, [], {}, None, {}),
        attempt(
            linear._add_bias_column,
            [layers.real_valued_column("tf_virtual_bias_column")],
            {},
            None,
            {},
        ),
    ]
    for e in (REG([3], [a]), LCLS([a]), CREG(linear_feature_columns=[a])):
        name = type(e).__name__
        record["unfit_" + name] = [
            attempt(e.evaluate, input_fn=given("a", TARGETS), steps=1),
            attempt(lambda e=e: list(e.predict(input_fn=given("a", TARGETS)))),
            attempt(e.get_variable_names),
            attempt(lambda e=e: e.predict(x=None)),
        ]
    record["config"] = [
        attempt(REG, [3], [a], config=3),
        attempt(LREG, [a], config=3),
        attempt(CREG, linear_feature_columns=[a], config=3),
    ]
    return record


def with_params(params):
    """An estimator whose params are changed afterwards."""
    e = EST(params["head"], params["hidden_units"], params["feature_columns"])
    e.params.update(params)
    return e
