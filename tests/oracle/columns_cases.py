"""Feature columns: what they are, what they make of features, and the models that take them.

Runs unchanged under TF 1.15.5 and under this package.
"""

import functools

from . import columns_made as made
from .columns_facts import attempt, facts
from .columns_legacy import feature_column as fc
from .columns_legacy import feature_column_ops as ops
from .columns_legacy import layers
from .columns_ops_cases import CASES as OPS_CASES
from .facts import shape_of
from .legacy import tf

NAMES = sorted(made.COLUMNS)


def _each(function):
    """Gives the facts of a function of columns, for each of the columns."""
    return {name: facts(functools.partial(function, made.COLUMNS[name])) for name in NAMES}


def _transformed(column):
    return list(ops.transform_features(made.features(), [column]).values())


def _dense_transformed():
    columns = [made.HASHED, made.IDS, made.KEYS, made.WEIGHTED, made.CROSSED]
    return ops.transform_features(made.dense_features(), columns)


def _input(column):
    return layers.input_from_feature_columns(made.features(), [column])


def _sum(column):
    sums, weights, bias = layers.weighted_sum_from_feature_columns(made.features(), [column], 2)
    return sums, [v.name for v in weights[column]], bias.op.name


def _joint(column):
    sums, weights, bias = layers.joint_weighted_sum_from_feature_columns(
        made.features(), [column], 2
    )
    return sums, [v.op.name for v in weights], bias.op.name


def _arguments(column):
    tensor = ops._Transformer(made.features()).transform(column)
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
    made.COLUMNS[name]
    for name in ("number", "one_hot", "embedding", "buckets", "embedding_sum", "numbers")
]
LINEAR = [
    made.COLUMNS[name]
    for name in ("weighted", "hashed", "crossed_key", "buckets", "keys", "number", "numbers")
]


def _inputs(**options):
    return layers.input_from_feature_columns(made.features(), COMBINED, **options)


def _sums(**options):
    sums, weights, bias = layers.weighted_sum_from_feature_columns(
        made.features(), LINEAR, 3, **options
    )
    names = {column.name: [v.name for v in parts] for column, parts in weights.items()}
    return sums, list(names.items()), bias.name


def _joint_sums(**options):
    columns = [made.CROSSED, made.HASHED, made.IDS, made.KEYS]
    sums, weights, _ = layers.joint_weighted_sum_from_feature_columns(
        made.features(), columns, 3, **options
    )
    return sums, [v.op.name for v in weights]


def _outputs():
    outputs = {}
    _inputs(cols_to_outs=outputs)
    return outputs


def _shared():
    return _input_of([*made.SHARED, *made.SHARED_NAMED])


def _input_of(columns):
    return layers.input_from_feature_columns(made.features(), columns)


def _partitioned(resource=False):
    with tf.variable_scope(
        "p", partitioner=tf.fixed_size_partitioner(2, axis=0), use_resource=resource
    ):
        scattered = _input_of([made.COLUMNS["scattered"]])
        return _inputs(), _sums(), _joint_sums(), _shared(), scattered


def _resource():
    with tf.variable_scope("r", use_resource=True):
        return _inputs(), _sums(), _joint_sums(), _shared()


def _reused():
    features = made.features()
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
    columns = [made.COLUMNS[n] for n in ("embedding", "one_hot", "numbers", "number")]
    return layers.sequence_input_from_feature_columns(features, columns)


def _sequence_errors():
    return [
        attempt(layers.sequence_input_from_feature_columns, made.features(), [made.COLUMNS[name]])
        for name in ("hashed", "scattered", "embedding_sum", "buckets", "one_hot_weighted")
    ]


def _nothing(function, *args, **kwargs):
    function(*args, **kwargs)


def _refused():
    f = made.features()
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
        for columns in ([], None, [made.NUMBERS, made.NUMBERS], ["r"], [core], made.NUMBERS):
            found.append(attempt(_nothing, call, feature_columns=columns))
    return found


def _refused_features():
    f = made.features()
    inputs, sums = layers.input_from_feature_columns, layers.weighted_sum_from_feature_columns
    calls = [
        *((inputs, (features, [made.COLUMNS["embedding"]])) for features in _wrong(f)),
        *((sums, (features, [made.HASHED], 1)) for features in _wrong(f)),
        *((inputs, ({"r": f[k]}, [made.NUMBERS])) for k in ("w", "h")),
        *((sums, ({"r": f[k]}, [made.NUMBERS], 1)) for k in ("w", "h")),
        (inputs, ({"r": tf.constant(1.0)}, [made.NUMBERS])),
        (inputs, ({"r": tf.constant("a", shape=[2, 2])}, [made.NUMBERS])),
        *(
            (layers.transform_features, ({k: f[k] for k in keys}, [made.COLUMNS["crossed_key"]]))
            for keys in ("", "hk", "r")
        ),
        (inputs, (f, [made.NUMBERS], None, True, None, 3)),
    ]
    return [attempt(_nothing, call, *args) for call, args in calls]


def _wrong(features):
    return {}, features["r"], {"h": features["i"]}, {"h": features["r"]}


def _unchanged():
    features = made.features()
    before = list(features)
    layers.input_from_feature_columns(features, COMBINED)
    layers.weighted_sum_from_feature_columns(features, LINEAR, 1)
    layers.joint_weighted_sum_from_feature_columns(features, [made.HASHED], 1)
    layers.transform_features(features, LINEAR)
    unchanged = list(features) == before
    transformer = ops._Transformer(features)
    one, two = (
        transformer.transform(made.COLUMNS["crossed_key"]),
        transformer.transform(made.WEIGHTED),
    )
    again = transformer.transform(made.WEIGHTED)
    return unchanged, again is two, [getattr(key, "name", key) for key in features], one


def _gathered():
    columns = [made.HASHED, made.WEIGHTED, made.COLUMNS["embedding"], made.COLUMNS["crossed_all"]]
    return [
        [c.name for c in ops._gather_feature_columns(columns)],
        [[p.name for p in ops._get_parent_columns(made.COLUMNS[name])] for name in NAMES],
    ]


def _placeholders():
    columns = [c for name, c in made.COLUMNS.items() if name != "var_len"]
    found = layers.make_place_holder_tensors_for_base_features(columns)
    return {
        key: [type(v).__name__.replace("Symbolic", ""), v.op.name, v.dtype.name, shape_of(v.shape)]
        for key, v in found.items()
    }


def _core():
    f = made.features()
    v1 = getattr(tf, "compat", tf).v1.feature_column
    names = ("buckets", "embedding", "embedding_sum", "numbers", "number", "one_hot", "scattered")
    dense = v1.input_layer(f, [made.COLUMNS[name] for name in names])
    shared = v1.input_layer(f, made.SHARED)
    names = ("buckets", "hashed", "weighted", "crossed", "keys", "numbers", "ids", "file")
    linear = v1.linear_model(f, [made.COLUMNS[name] for name in names], 2)
    crossed = tf.feature_column.embedding_column(made.CROSSED, 2, initializer=made.half)
    return dense, shared, linear, v1.input_layer(f, [crossed])


def _lazy():
    features = made.features()
    builder = fc._LazyBuilderByColumnsToTensor(features)
    got = [builder.get(made.NUMBERS), builder.get("n"), builder.get(made.WEIGHTED)]
    refused = [attempt(builder.get, key) for key in ("none", 3, made.COLUMNS["weighted_keys"])]
    return got, [getattr(key, "name", key) for key in features], refused


def _graph(function):
    return lambda: facts(function)


CASES = {
    "bad": made.bad,
    "core": _graph(_core),
    "described": made.described,
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
