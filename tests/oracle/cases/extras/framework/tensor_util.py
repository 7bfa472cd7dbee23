"""Checks of tensors: `tf.contrib.framework.python.framework.tensor_util`."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

framework = contrib.framework


def placeholder(shape=None, dtype=tf.float32, name=None):
    return tf.placeholder(dtype, shape, name=name)


def fed(make, value, *shape):
    """Runs what `make` makes of a placeholder, fed with `value`."""
    tensor = placeholder(*shape, name="given")
    made = make(tensor)
    return [made.name, str(made.shape), run(made, feed={tensor: value})]


def tensor_cases():
    scalar_int = framework.assert_scalar_int
    for title, value in (("number", 3), ("float", 3.0), ("vector", [3]), ("bool", True)):
        yield "assert_scalar_int of " + title, lambda v=value: scalar_int(v)
    yield "assert_scalar_int of long", lambda: scalar_int(tf.constant(3, tf.int64), name="q")
    yield "assert_scalar_int of unknown", lambda: scalar_int(placeholder(dtype=tf.int32))
    yield "assert_scalar", lambda: framework.assert_scalar(tf.constant(3.0))
    yield "assert_scalar of vector", lambda: framework.assert_scalar([3.0], message="words")
    same = framework.assert_same_float_dtype
    yield "assert_same_float_dtype", lambda: same([tf.ones([1]), tf.zeros([])])
    yield "assert_same_float_dtype of none", lambda: same()
    yield "assert_same_float_dtype of dtype", lambda: same(dtype=tf.float16)
    yield "assert_same_float_dtype of two", lambda: same([tf.ones([]), tf.ones([], tf.float64)])
    yield "assert_same_float_dtype of integers", lambda: same([tf.constant(1)])
    convert = framework.convert_to_tensor_or_sparse_tensor
    yield "convert_to_tensor_or_sparse_tensor", lambda: convert([1.0], name="c")
    sparse = lambda: tf.SparseTensor([[0]], [1.0], [2])  # noqa: E731
    yield "convert_to_tensor_or_sparse_tensor of sparse", lambda: convert(sparse())
    yield (
        "is_tensor",
        lambda: [
            framework.is_tensor(value)
            for value in (
                1,
                tf.constant(1),
                tf.Variable(1),
                sparse(),
                [tf.constant(1)],
                np.ones(2),
                None,
            )
        ],
    )
    total = framework.reduce_sum_n
    for title, make in (
        ("two", lambda: total([tf.ones([2], name="a"), tf.ones([3, 2], name="b")])),
        ("one", lambda: total([tf.ones([2], name="a")], name="n")),
        ("scalar", lambda: total([tf.constant(4.0, name="a")])),
    ):
        yield "reduce_sum_n of " + title, lambda m=make: [m(), run(m())]
    yield "reduce_sum_n of none", lambda: total([])
    squeeze = framework.remove_squeezable_dimensions
    for title, shapes in (
        ("predictions", ([2, 1], [2])),
        ("labels", ([2], [2, 1])),
        ("nothing", ([2], [2])),
        ("two", ([2, 1, 1], [2])),
    ):
        yield (
            "remove_squeezable_dimensions of " + title,
            lambda s=shapes: [
                [tensor.name, str(tensor.shape)]
                for tensor in squeeze(tf.ones(s[0], name="p"), tf.ones(s[1], name="l"))
            ],
        )
    yield (
        "remove_squeezable_dimensions when run",
        lambda: fed(lambda t: squeeze(t, tf.ones([2]), name="s")[0] * 1.0, np.ones([2, 1]))[2],
    )


def shape_cases():
    with_shape = framework.with_shape
    for title, expected, shape in (
        ("list", [2, 3], [2, 3]),
        ("number", 2, [2]),
        ("none", [], []),
        ("wrong", [2, 3], [2, 4]),
        ("other rank", [2], [2, 3]),
        ("any", [-1, 3], [2, 3]),
        ("any, wrong", [-1, 3], [2, 4]),
        ("None", [None, 3], [2, 3]),
        ("longs", np.array([2, 3]), [2, 3]),
        ("float", [1.5], [2]),
        ("ints", np.array([2, 3], "int32"), [2, 3]),
        ("tuple", (2, 3), (2, 3)),
        ("text", "a", [2]),
        ("TensorShape", tf.TensorShape([2, 3]), [2, 3]),
        ("partial TensorShape", tf.TensorShape([None, 3]), [2, 3]),
        ("wrong TensorShape", tf.TensorShape([3, 3]), [2, 3]),
    ):
        yield (
            "with_shape of " + title,
            lambda e=expected, s=shape: with_shape(e, tf.ones(s, name="t")),
        )
    yield "with_shape of sparse", lambda: with_shape([2], tf.SparseTensor([[0]], [1.0], [2]))
    ones = np.ones([2, 3])
    for title, expected, shape, value in (
        ("list", [2, 3], None, ones),
        ("wrong", [2, 2], None, ones),
        ("rank", [2, 3], [None, None], ones),
        ("other rank", [6], None, ones),
        ("any", [-1, 3], None, ones),
        ("any, wrong", [-1, 2], None, ones),
        ("any, any", [-1, 3], [None, None], ones),
        ("known any", [-1, 3], [None, 3], ones),
        ("TensorShape", tf.TensorShape([2, 3]), None, ones),
        ("partial TensorShape", tf.TensorShape([None, 3]), [None, None], ones),
    ):
        yield (
            "with_shape of placeholder, " + title,
            lambda e=expected, s=shape, v=value: fed(lambda t: with_shape(e, t), v, s)[1:],
        )
    for title, expected, value in (
        ("", [2, 3], ones),
        (", wrong", [3, 2], ones),
        (", other rank", [6], ones),
    ):
        yield (
            "with_shape of tensor" + title,
            lambda e=expected, v=value: fed(lambda t: with_shape(tf.constant(e), t), v),
        )
    same = framework.with_same_shape
    ones = lambda *shape: tf.ones(shape, name="t")  # noqa: E731
    yield "with_same_shape", lambda: same(ones(2), ones(2))
    yield "with_same_shape, wrong", lambda: same(ones(2), ones(3))
    for title, value in (("", np.ones([2])), (", wrong", np.ones([3]))):
        yield (
            "with_same_shape of placeholder" + title,
            lambda v=value: fed(lambda t: same(ones(2), t), v)[1:],
        )
        yield (
            "with_same_shape of placeholders" + title,
            lambda v=value: run(
                same(placeholder(name="a"), placeholder(name="b")),
                feed={"a:0": [1.0, 2.0], "b:0": v},
            ),
        )


def cases():
    for part in (tensor_cases, shape_cases):
        for case in part():
            yield case
