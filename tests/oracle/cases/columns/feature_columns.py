"""Feature columns: what they are, what they make of features, and the models that take them.

Runs unchanged under TF 1.15.5 and under this package.
"""

import functools

from tests.oracle.facts import shape_of
from tests.oracle.legacy import feature_column as fc
from tests.oracle.legacy import feature_column_ops as ops
from tests.oracle.legacy import layers, tf

from . import samples
from .facts import attempt, facts
from .ops import CASES as OPS_CASES

NAMES = sorted(samples.COLUMNS)


def _each(function):
    """Gives the facts of a function of columns, for each of the columns."""
    return {name: facts(functools.partial(function, samples.COLUMNS[name])) for name in NAMES}


def _transformed(column):
    return list(ops.transform_features(samples.features(), [column]).values())


def _dense_transformed():
    columns = [samples.HASHED, samples.IDS, samples.KEYS, samples.WEIGHTED, samples.CROSSED]
    return ops.transform_features(samples.dense_features(), columns)


def _input(column):
    return layers.input_from_feature_columns(samples.features(), [column])


def _sum(column):
    sums, weights, bias = layers.weighted_sum_from_feature_columns(samples.features(), [column], 2)
    return sums, [v.name for v in weights[column]], bias.op.name


def _joint(column):
    sums, weights, bias = layers.joint_weighted_sum_from_feature_columns(
        samples.features(), [column], 2
    )
    return sums, [v.op.name for v in weights], bias.op.name


def _arguments(column):
    tensor = ops._Transformer(samples.features()).transform(column)
    found = {}
    for method in (
        "_wide_embedding_lookup_arguments",
        "_deep_embedding_lookup_arguments",
        "_to_dense_tensor",
        "_to_dnn_input_layer",
        "to_sparse_tensor",
        "id_tensor",
        "weight_tensor",
    ):
        if hasattr(column, method):
            got = attempt(getattr(column, method), tensor)
            if hasattr(got, "_fields"):
                found[method] = type(got).__name__
                got = {
                    k: type(v).__name__ if k == "initializer" else v
                    for k, v in got._asdict().items()
                }
            found[method + "/"] = got
    for rank in (1, 3):
        found["rank_%d" % rank] = attempt(column._to_dnn_input_layer, tensor, output_rank=rank)
    return found


COMBINED = [
    samples.COLUMNS[name]
    for name in ("number", "one_hot", "embedding", "buckets", "embedding_sum", "numbers")
]
LINEAR = [
    samples.COLUMNS[name]
    for name in ("weighted", "hashed", "crossed_key", "buckets", "keys", "number", "numbers")
]


def _inputs(**options):
    return layers.input_from_feature_columns(samples.features(), COMBINED, **options)


def _sums(**options):
    sums, weights, bias = layers.weighted_sum_from_feature_columns(
        samples.features(), LINEAR, 3, **options
    )
    names = {column.name: [v.name for v in parts] for column, parts in weights.items()}
    return sums, list(names.items()), bias.name


def _joint_sums(**options):
    columns = [samples.CROSSED, samples.HASHED, samples.IDS, samples.KEYS]
    sums, weights, _ = layers.joint_weighted_sum_from_feature_columns(
        samples.features(), columns, 3, **options
    )
    return sums, [v.op.name for v in weights]


def _outputs():
    outputs = {}
    _inputs(cols_to_outs=outputs)
    return outputs


def _shared():
    return _input_of([*samples.SHARED, *samples.SHARED_NAMED])


def _input_of(columns):
    return layers.input_from_feature_columns(samples.features(), columns)


def _partitioned(resource=False):
    with tf.variable_scope(
        "p", partitioner=tf.fixed_size_partitioner(2, axis=0), use_resource=resource
    ):
        scattered = _input_of([samples.COLUMNS["scattered"]])
        return _inputs(), _sums(), _joint_sums(), _shared(), scattered


def _resource():
    with tf.variable_scope("r", use_resource=True):
        return _inputs(), _sums(), _joint_sums(), _shared()


def _reused():
    features = samples.features()
    with tf.variable_scope("a") as scope:
        one = layers.input_from_feature_columns(features, COMBINED, scope="b")
    with tf.variable_scope(scope, reuse=True):
        two = layers.input_from_feature_columns(features, COMBINED, scope="b")
    return one, two


def _options():
    options = {"weight_collections": ["wc"], "trainable": False, "scope": "s"}
    return _inputs(**options), _sums(**options), _joint_sums(**options)


def _sequences():
    features = {
        "h": tf.SparseTensor([[0, 0, 0], [0, 1, 1], [1, 0, 0]], ["a", "omar", "b"], [2, 3, 2]),
        "k": tf.SparseTensor([[0, 0], [1, 1]], ["omar", "marlo"], [2, 3]),
        "r": tf.reshape(tf.range(12.0), [2, 3, 2]),
        "n": tf.reshape(tf.range(6.0), [2, 3]),
    }
    columns = [samples.COLUMNS[n] for n in ("embedding", "one_hot", "numbers", "number")]
    return layers.sequence_input_from_feature_columns(features, columns)


def _sequence_errors():
    return [
        attempt(
            layers.sequence_input_from_feature_columns, samples.features(), [samples.COLUMNS[name]]
        )
        for name in ("hashed", "scattered", "embedding_sum", "buckets", "one_hot_weighted")
    ]


def _nothing(function, *args, **kwargs):
    function(*args, **kwargs)


def _refused():
    f = samples.features()
    core = tf.feature_column.numeric_column("r", shape=(2,))
    found = []
    for call in (
        functools.partial(layers.input_from_feature_columns, f),
        functools.partial(layers.weighted_sum_from_feature_columns, f, num_outputs=1),
        functools.partial(layers.joint_weighted_sum_from_feature_columns, f, num_outputs=1),
        functools.partial(layers.parse_feature_columns_from_examples, tf.constant([b""])),
        functools.partial(layers.transform_features, f),
        layers.check_feature_columns,
    ):
        for columns in (
            [],
            None,
            [samples.NUMBERS, samples.NUMBERS],
            ["r"],
            [core],
            samples.NUMBERS,
        ):
            found.append(attempt(_nothing, call, feature_columns=columns))
    return found


def _refused_features():
    f = samples.features()
    inputs, sums = layers.input_from_feature_columns, layers.weighted_sum_from_feature_columns
    calls = [
        *((inputs, (features, [samples.COLUMNS["embedding"]])) for features in _wrong(f)),
        *((sums, (features, [samples.HASHED], 1)) for features in _wrong(f)),
        *((inputs, ({"r": f[k]}, [samples.NUMBERS])) for k in ("w", "h")),
        *((sums, ({"r": f[k]}, [samples.NUMBERS], 1)) for k in ("w", "h")),
        (inputs, ({"r": tf.constant(1.0)}, [samples.NUMBERS])),
        (inputs, ({"r": tf.constant("a", shape=[2, 2])}, [samples.NUMBERS])),
        *(
            (layers.transform_features, ({k: f[k] for k in keys}, [samples.COLUMNS["crossed_key"]]))
            for keys in ("", "hk", "r")
        ),
        (inputs, (f, [samples.NUMBERS], None, True, None, 3)),
    ]
    return [attempt(_nothing, call, *args) for call, args in calls]


def _wrong(features):
    return {}, features["r"], {"h": features["i"]}, {"h": features["r"]}


def _unchanged():
    features = samples.features()
    before = list(features)
    layers.input_from_feature_columns(features, COMBINED)
    layers.weighted_sum_from_feature_columns(features, LINEAR, 1)
    layers.joint_weighted_sum_from_feature_columns(features, [samples.HASHED], 1)
    layers.transform_features(features, LINEAR)
    unchanged = list(features) == before
    transformer = ops._Transformer(features)
    one, two = (
        transformer.transform(samples.COLUMNS["crossed_key"]),
        transformer.transform(samples.WEIGHTED),
    )
    again = transformer.transform(samples.WEIGHTED)
    return unchanged, again is two, [getattr(key, "name", key) for key in features], one


def _gathered():
    columns = [
        samples.HASHED,
        samples.WEIGHTED,
        samples.COLUMNS["embedding"],
        samples.COLUMNS["crossed_all"],
    ]
    return [
        [c.name for c in ops._gather_feature_columns(columns)],
        [[p.name for p in ops._get_parent_columns(samples.COLUMNS[name])] for name in NAMES],
    ]


def _placeholders():
    columns = [c for name, c in samples.COLUMNS.items() if name != "var_len"]
    found = layers.make_place_holder_tensors_for_base_features(columns)
    return {
        key: [type(v).__name__.replace("Symbolic", ""), v.op.name, v.dtype.name, shape_of(v.shape)]
        for key, v in found.items()
    }


def _core():
    f = samples.features()
    v1 = getattr(tf, "compat", tf).v1.feature_column
    names = ("buckets", "embedding", "embedding_sum", "numbers", "number", "one_hot", "scattered")
    dense = v1.input_layer(f, [samples.COLUMNS[name] for name in names])
    shared = v1.input_layer(f, samples.SHARED)
    names = ("buckets", "hashed", "weighted", "crossed", "keys", "numbers", "ids", "file")
    linear = v1.linear_model(f, [samples.COLUMNS[name] for name in names], 2)
    crossed = tf.feature_column.embedding_column(samples.CROSSED, 2, initializer=samples.half)
    return dense, shared, linear, v1.input_layer(f, [crossed])


def _lazy():
    features = samples.features()
    builder = fc._LazyBuilderByColumnsToTensor(features)
    got = [builder.get(samples.NUMBERS), builder.get("n"), builder.get(samples.WEIGHTED)]
    refused = [attempt(builder.get, key) for key in ("none", 3, samples.COLUMNS["weighted_keys"])]
    return got, [getattr(key, "name", key) for key in features], refused


def _graph(function):
    return lambda: facts(function)


CASES = {
    "bad": samples.bad,
    "core": _graph(_core),
    "described": samples.described,
    "each_arguments": lambda: _each(_arguments),
    "each_input": lambda: _each(_input),
    "each_joint": lambda: _each(_joint),
    "each_sum": lambda: _each(_sum),
    "each_transformed": lambda: _each(_transformed),
    "gathered": _gathered,
    "inputs": _graph(_inputs),
    "joint_sums": _graph(_joint_sums),
    "lazy": _graph(_lazy),
    "options": _graph(_options),
    "outputs": _graph(_outputs),
    "partitioned": _graph(_partitioned),
    "partitioned_resource": _graph(lambda: _partitioned(True)),
    "placeholders": _graph(_placeholders),
    "refused": _graph(_refused),
    "refused_features": _graph(_refused_features),
    "resource": _graph(_resource),
    "reused": _graph(_reused),
    "sequence_errors": _graph(_sequence_errors),
    "sequences": _graph(_sequences),
    "shared": _graph(_shared),
    "sums": _graph(_sums),
    "transformed_dense": _graph(_dense_transformed),
    "unchanged": _graph(_unchanged),
    **OPS_CASES,
}
