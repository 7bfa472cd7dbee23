"""What `contrib.layers` makes of columns: creation, comparison, parsing, inference."""

import collections
import inspect

import numpy as np
import tensorflow as tf

from tests.oracle.legacy import layers, learn

tf1 = getattr(tf, "compat", tf).v1


class Numbers(list):
    """A list, and no plain one."""


def plain(value):
    """JSON of columns, specs and what they are made of."""
    if hasattr(value, "column_name"):
        return {
            "text": repr(value),
            "fields": [plain(getattr(value, name)) for name in value._fields],
            "names": list(value._fields),
            "name": plain(value.name),
            "key": value.key,
            "config": plain(value.config),
            "core": [plain(value._parse_example_spec), value._variable_shape.as_list()],
            "scope": plain(value._var_scope_name),
        }
    if isinstance(value, dict):
        return [[plain(key), plain(value[key])] for key in value]
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return [type(value).__name__] + [plain(item) for item in value]
    if isinstance(value, float):
        return repr(float(value))  # NumPy's own are floats too, and 1.15.5 kept some.
    if isinstance(value, (np.ndarray, np.generic)):
        return [str(value.dtype), value.tolist()]
    if isinstance(value, (bool, int, str)) or value is None:
        return value
    return repr(value)


def creation_cases(layers):
    """`real_valued_column` with everything that might be given to it."""
    values = {
        "dimension": [1, 3, None, 0, -1, "3", 2.0, True, np.int64(2), tf1.Dimension(2), [2]],
        "default_value": [0, 1, 1.5, True, np.float32(1), np.float64(1), np.int64(1), "a", 1j],
        "dtype": [tf.int32, tf.int64, tf.float16, tf.bfloat16, tf.float64, tf.uint8, tf.string],
        "column_name": ["", None, 3, b"x"],
    }
    values["default_value"] += [
        (1.0,),
        {},
        {1.0},
        np.ones(1),
        np.array(1.0),
        range(1),
        Numbers([2]),
    ]
    values["default_value"] += [[1.0], [], [1], [1.0, 2.0], [None], ["a"], [[1.0]], [True]]
    values["default_value"] += [[np.float64(1)], [np.float32(1)]]
    values["dtype"] += [tf.bool, tf.qint8, tf.complex64, "float32", "foo", np.float32, None]
    for name in sorted(values):
        for number, value in enumerate(values[name]):
            arguments = {"column_name": "x", name: value}
            yield (
                "%s %d: %s" % (name, number, type(value).__name__),
                lambda arguments=arguments: layers.real_valued_column(**arguments),
            )
    defaults = [1, 1.0, True, [1], [1, 2], [1.0, 2.0], [1, 2.5], [True, False], ["a"]]
    defaults += [np.int64(1), np.float64(1), "ab", [1.5]]
    for dtype in (tf.int64, tf.float16, tf.float32):
        for dimension in (1, 2):
            for number, default in enumerate(defaults):
                yield (
                    "default %d for %d of %s" % (number, dimension, dtype.name),
                    lambda a=(dimension, default, dtype): layers.real_valued_column("x", *a),
                )
    several = {
        "dimension before dtype": {"dimension": 0, "dtype": tf.string},
        "dtype before length": {"dtype": tf.string, "default_value": [1, 2]},
        "dtype before default": {"dtype": tf.bool, "default_value": "a"},
        "length before type": {"default_value": ["a", "b"]},
    }
    for title, arguments in several.items():
        yield title, lambda a=arguments: layers.real_valued_column("x", **a)
    for name in (
        "create_feature_spec_for_parsing",
        "infer_real_valued_columns",
        "real_valued_column",
    ):
        yield (
            "signature of " + name,
            lambda name=name: [
                [p.name, "none" if p.default is p.empty else repr(p.default)]
                for p in inspect.signature(getattr(layers, name)).parameters.values()
            ],
        )


def column_cases(layers):
    """What columns do."""
    R = layers.real_valued_column  # noqa: N806 - it would drown the cases

    def run(make):
        value = make()
        with tf1.Session() as session:
            session.run(tf1.global_variables_initializer())
            return session.run(value)

    def linear_model():
        tf1.feature_column.linear_model({"x": tf.ones([3, 2])}, [R("x", 2)])
        return [[variable.name, variable.shape.as_list()] for variable in tf1.global_variables()]

    def parse():
        example = tf.train.Example()
        example.features.feature["x"].float_list.value.extend([1, 2])
        columns = [R("x", 2), R("y", 2, default_value=7), R("n", 1, [3], tf.int64)]
        spec = layers.create_feature_spec_for_parsing(columns)
        return run(lambda: tf1.parse_example([example.SerializeToString()], spec))

    def inserted():
        tensors = {"x": tf.constant([[1, 2]])}
        column = R("x", 2, normalizer=tf.negative)
        column.insert_transformed_feature(tensors)
        return run(lambda: [tensors["x"], tensors[column]])

    a, b = R("a", 2), R("b")
    cases = {
        "equal": lambda: [a == R("a", 2), a == b, hash(a) == hash(R("a", 2)), a == tuple(a)],
        "normalizer counts": lambda: [
            a == R("a", 2, normalizer=tf.negative),
            a.key == R("a", 2, normalizer=tf.negative).key,
            hash(R("a", normalizer=tf.negative)) == hash(R("a", normalizer=tf.negative)),
        ],
        "types differ": lambda: [a == R("a", 2, dtype=tf.float64), R("a").key == a.key],
        "order": lambda: [sorted([b, a]), a < b, a > b, a < R("a", 3), R("a", 10) < a],
        "order by key": lambda: sorted([R("b", 2), R("a", 3), a], key=lambda column: column.key),
        "order among core's": lambda: [
            b < tf.feature_column.numeric_column("a"),
            tf.feature_column.numeric_column("a") < b,
        ],
        "normalizer_fn": lambda: [
            a.normalizer_fn,
            R("a", normalizer=tf.negative).normalizer_fn is tf.negative,
        ],
        "replace": lambda: a._replace(column_name="z"),
        "raw": lambda: type(a)("x", 2, [1.0, 2.0], tf.float32, None),
        "raw without the rest": lambda: type(a)("x"),
        "raw number": lambda: type(a)("x", 1, 1.0, tf.float32, None),
        "fields are fixed": lambda: setattr(a, "name", "q"),
        "base class": lambda: [base.__name__ for base in type(a).__mro__ if base is not tuple],
        "abstract": lambda: type(a).__mro__[1](),
        "core spec": lambda: tf1.feature_column.make_parse_example_spec([a, R("z", 1, [2.0])]),
        "parse": parse,
        "variables": linear_model,
        "inserted": inserted,
        "normalizer is not called": lambda: R("x", normalizer=3),
        "normalizer is no function": lambda: R("x", normalizer=3)._transform_feature({"x": 1.0}),
        "falsy normalizer": lambda: R("x", normalizer=0)._transform_feature({"x": 1.0}),
        "no feature": lambda: tf1.feature_column.input_layer({"y": tf.ones([2, 1])}, [R("x")]),
    }
    for title, case in cases.items():
        yield "column: " + title, case
    for dimension in (1, 2, 4):
        for shape in ([4], [2, 2], [1, 2, 2], [4, 1], []):
            for dtype in (tf.float32, tf.int64):
                yield (
                    "input_layer: %d of %s %s" % (dimension, shape, dtype.name),
                    lambda d=dimension, s=shape, t=dtype: run(
                        lambda: tf1.feature_column.input_layer(
                            {"x": tf.reshape(tf.cast(tf.range(4), t), s)},
                            [R("x", d, normalizer=lambda x: x * 3)],
                        )
                    ),
                )
    core = tf.feature_column.numeric_column
    for title, columns in (
        ("two", [b, a]),
        ("the same twice", [a, a]),
        ("last one wins", [R("a"), R("b"), R("a", 3)]),
        ("dict", {"z": R("y"), "a": R("x")}),
        ("ordered dict", collections.OrderedDict([("z", R("y")), ("a", R("x"))])),
        ("tuple", (a, b)),
        ("iterator", iter([a, b])),
        ("none", []),
        ("empty dict", {}),
        ("single", a),
        ("core", [core("x")]),
        ("core too", [a, core("x")]),
        ("None", None),
        ("number", 3),
        ("string", "x"),
        ("of None", [None]),
        ("of strings", ["x"]),
        ("of numbers", [a, 3]),
        ("dict of None", {"x": None}),
        ("of classes", [type(a)]),
    ):
        yield "spec: " + title, lambda c=columns: layers.create_feature_spec_for_parsing(c)


def inference_cases(layers, learn):
    """Columns by the looks of tensors and arrays."""
    infer = layers.infer_real_valued_columns
    hold = tf1.placeholder
    dtypes = [tf.float16, tf.bfloat16, tf.float32, tf.float64, tf.int8, tf.uint8, tf.uint16]
    dtypes += [tf.uint32, tf.int32, tf.int64, tf.bool, tf.string, tf.complex64, tf.qint8, tf.quint8]
    for dtype in dtypes:
        yield "infer: " + dtype.name, lambda dtype=dtype: infer(hold(dtype, [None, 3]))
    shapes = [[], [3], [3, 4], [4, 0, 2], [None], [None, 1], [None, 3, 2], [None, 3, 2, 2]]
    shapes += [[None, None], [None, 3, None], None, [None, 0]]
    for shape in shapes:
        yield "infer: shape %s" % shape, lambda shape=shape: infer(hold(tf.float32, shape))
        yield (
            "infer: dict of shape %s" % shape,
            lambda shape=shape: infer({"x": hold("int32", shape)}),
        )
    for title, make in (
        ("dict", lambda: {"b": hold(tf.float32, [None, 3]), "a": hold(tf.int64, [None, 2])}),
        ("empty", dict),
        ("keys", lambda: {3: hold(tf.float32, [2]), "a": hold(tf.float32, [2])}),
        ("sparse", lambda: tf1.sparse_placeholder(tf.float32)),
        ("sparse strings", lambda: tf1.sparse_placeholder(tf.string)),
        ("dict of sparse", lambda: {"x": tf1.sparse_placeholder(tf.float32)}),
        ("ragged", lambda: tf.ragged.constant([[1.0], [2.0, 3.0]])),
        ("variable", lambda: tf1.get_variable("v", [3, 2], use_resource=False)),
        ("resource", lambda: tf1.get_variable("v", [3, 2], use_resource=True)),
        ("array", lambda: np.ones([3, 4])),
        ("dict of arrays", lambda: {"x": np.ones([3, 4])}),
        ("None", lambda: None),
        ("list", lambda: [hold(tf.float32, [2])]),
    ):
        yield "infer: " + title, lambda make=make: infer(make())
    for title, x in (
        ("array", np.ones([3, 4])),
        ("integers", np.ones([3, 4], np.int32)),
        ("vector", np.ones([3], np.float32)),
        ("cube", np.ones([3, 2, 2], np.float32)),
        ("dict", {"b": np.ones([3, 4]), "a": np.ones([3], np.int32)}),
        ("strings", np.array([["a"]])),
        ("iterator", iter([np.ones([4])])),
        ("None", None),
    ):
        yield "learn: " + title, lambda x=x: learn.infer_real_valued_columns_from_input(x)
    infer_fn = learn.infer_real_valued_columns_from_input_fn
    for title, input_fn in (
        ("tensor", lambda: (tf.ones([3, 4]), None)),
        ("dict", lambda: ({"b": tf.ones([3, 4]), "a": tf.ones([3], tf.int64)}, None)),
        ("sparse", lambda: ({"b": tf1.sparse_placeholder(tf.float32)}, None)),
        ("strings", lambda: (tf.constant(["a"]), None)),
        ("features alone", lambda: tf.ones([3, 4])),
    ):
        yield "learn: input_fn of " + title, lambda f=input_fn: infer_fn(f)


def cases():
    """What columns are and refuse, what they are parsed by, and what is inferred."""
    for group in (creation_cases(layers), column_cases(layers), inference_cases(layers, learn)):
        for name, case in group:
            yield name, lambda case=case: plain(case())
