"""What programs reach for in the canned estimators' modules, and variables cut into parts."""

from tests.oracle.facts import plain
from tests.oracle.legacy import dnn, dnn_linear_combined, head, layers, linear, run_config, tf
from tests.oracle.observe import attempt

from .canned_facts import features


def partitioned(folder):
    """The variables under parameter servers: name -> shape."""
    embedding = lambda size: layers.embedding_column(  # noqa: E731
        layers.sparse_column_with_hash_bucket("c", size), 2
    )
    wide = layers.sparse_column_with_hash_bucket("c", 60 << 20)
    b = layers.real_valued_column("b", dimension=2)
    one = head.regression_head()
    units = [300, 2000]
    three = tf.fixed_size_partitioner(3)
    makes = {
        "dnn": lambda: dnn.DNNEstimator(one, units, [embedding(20 << 20), b]),
        "dnn_slice": lambda: dnn.DNNEstimator(
            one, units, [embedding(1000), b], input_layer_min_slice_size=1000
        ),
        "linear": lambda: linear.LinearEstimator([wide, b], one),
        "linear_joint": lambda: linear.LinearEstimator([wide], one, _joint_weights=True),
        "combined": lambda: dnn_linear_combined.DNNLinearCombinedEstimator(
            one,
            linear_feature_columns=[wide, b],
            dnn_feature_columns=[embedding(20 << 20), b],
            dnn_hidden_units=units,
        ),
        "combined_given": lambda: dnn_linear_combined.DNNLinearCombinedEstimator(
            one,
            dnn_feature_columns=[embedding(1000)],
            dnn_hidden_units=[2],
            input_layer_partitioner=three,
        ),
    }
    record = {}
    for name, make in makes.items():
        for servers in (0, 16) if name == "dnn" else (2,):
            config = run_config.RunConfig()
            config._num_ps_replicas = servers
            e = make()
            with tf.Graph().as_default():
                tf.train.create_global_step()
                e._model_fn(features("abc"), tf.zeros([6, 1]), "eval", e.params, config)
                record["%s_%d" % (name, servers)] = {
                    v.op.name: v.shape.as_list() for v in tf.trainable_variables()
                }
    return record


def private(folder):
    """Private names that outside programs and tests use."""
    combined = dnn_linear_combined
    embedding = layers.embedding_column(layers.sparse_column_with_hash_bucket("c", 5), 2)
    scope = "dnn/input_from_feature_columns"
    one = head.regression_head()
    adam = tf.train.AdamOptimizer(0.3)
    record = {}
    for module in (dnn, combined, linear):
        name = module.__name__.rsplit(".", 1)[-1]
        for kind, value in {
            "name": "Adam",
            "class": tf.train.AdamOptimizer,
            "function": lambda: tf.train.AdamOptimizer(0.7),
            "instance": adam,
            "none": None,
        }.items():
            made = module._get_optimizer(value)
            record["optimizer_%s_%s" % (name, kind)] = [
                type(made).__name__,
                plain(getattr(made, "_lr", None)),
            ]
    rates = [1, 3, 30, 100]
    record["rates"] = [combined._linear_learning_rate(n) for n in rates]
    record["defaults"] = [
        type(linear._get_default_optimizer([1])).__name__,
        [plain(linear._get_default_optimizer([1] * n)._learning_rate) for n in rates],
        attempt(combined._linear_learning_rate, 0),
        [dnn._LEARNING_RATE, linear._LEARNING_RATE],
        [combined._DNN_LEARNING_RATE, combined._LINEAR_LEARNING_RATE],
    ]
    record["activations"] = [
        attempt(lambda n=n: dnn._get_activation_fn(n).__name__)
        for n in ("relu", "tanh", "sigmoid", "elu", "", tf.nn.elu)
    ]
    record["features"] = [dnn._get_feature_dict({"a": 1}), combined._get_feature_dict(3)]
    record["iterable"] = list(linear._as_iterable([{"s": 1}, {"s": 2}], "s"))
    with tf.Graph().as_default():
        tf.train.create_global_step()
        params = {"head": one, "hidden_units": [2], "feature_columns": [embedding]}
        given = features("abc")
        before = sorted(given)
        ops = dnn._dnn_model_fn(given, tf.zeros([6, 1]), "train", params)
        record["dnn"] = [type(ops).__name__, sorted(given) == before]
        variable = combined._get_embedding_variable
        record["embedding"] = [
            [v.op.name for v in variable(embedding, "dnn", scope)],
            [v.op.name for v in variable(embedding, "zz", scope)],
            [v.op.name for v in variable(embedding, "dnn", "zz")],
        ]
        multipliers = combined._extract_embedding_lr_multipliers
        record["multipliers"] = [
            sorted(plain(v) for v in multipliers({embedding: 0.5}, "dnn", scope).values()),
            multipliers(None, "dnn", scope),
            multipliers({}, "dnn", scope),
            attempt(multipliers, {embedding: 0.5}, "dnn", "zz"),
            attempt(multipliers, {3: 0.5}, "dnn", scope),
        ]
    with tf.Graph().as_default():
        tf.train.create_global_step()
        params = {"head": one, "feature_columns": [layers.real_valued_column("a")]}
        ops = linear._linear_model_fn(features("a"), tf.zeros([6, 1]), "train", params)
        record["linear"] = type(ops).__name__
    with tf.Graph().as_default():
        tf.train.create_global_step()
        params = {
            "head": one,
            "linear_feature_columns": [layers.real_valued_column("a")],
            "fix_global_step_increment_bug": True,
        }
        ops = combined._dnn_linear_combined_model_fn(
            features("a"), tf.zeros([6, 1]), "train", params
        )
        record["combined"] = type(ops).__name__
        params["linear_optimizer"] = params.pop("linear_feature_columns")
        record["combined_none"] = attempt(
            combined._dnn_linear_combined_model_fn,
            features("a"),
            tf.zeros([6, 1]),
            "train",
            params,
        )
    return record
