"""Inputs of estimators that are no batches of arrays; the values are those of TF 1.15.5."""

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import layers, learn, lookup
from tf_spec_compat.contrib.learn import graph_actions
from tf_spec_compat.contrib.learn.estimators import estimator, head, tensor_signature
from tf_spec_compat.contrib.learn.utils import input_fn_utils


@pytest.mark.parametrize(
    ("make", "dimension"),
    [
        (lambda: tf.constant(1.0, shape=[4, 3]), 3),
        (lambda: tf.constant([1.0, 2.0]), 1),
        (lambda: tf.constant(1.0), 1),
        (lambda: tf.ones([2, 3, 4]), 12),
        (lambda: tf1.placeholder(tf.float32, [None, 3]), 3),
    ],
)
def test_columns_of_constants(make, dimension):
    """A column has the size of an example, whatever the rank of the tensor."""
    (column,) = estimator.infer_real_valued_columns_from_input_fn(lambda: (make(), None))
    assert (column.column_name, column.dimension) == ("", dimension)


@pytest.mark.parametrize(
    ("shape", "error"), [(None, ValueError), ([None, None], TypeError)], ids=["rank", "size"]
)
def test_columns_of_unknown_shape(shape, error):
    """There is no column for a tensor whose examples have no known size."""
    with pytest.raises(error, match="Please define corresponding FeatureColumn"):
        estimator.infer_real_valued_columns_from_input_fn(
            lambda: (tf1.placeholder(tf.float32, shape), None)
        )


@pytest.mark.parametrize("dtype", [tf.float32, tf.float64, tf.int32, tf.int64])
@pytest.mark.parametrize("is_single", [True, False])
def test_examples_parsed_by_signatures(graph, dtype, is_single):
    """Examples hold float32 and int64; what is parsed has the described dtype."""
    tensor = tf1.placeholder(dtype, [None, 2])
    signatures = tensor_signature.create_signatures(tensor if is_single else {"a": tensor})
    examples = tf1.placeholder(tf.string, [None])
    parsed = tensor_signature.create_example_parser_from_signatures(signatures, examples)
    parsed = parsed if is_single else parsed["a"]
    if dtype.is_integer:
        feature = tf.train.Feature(int64_list=tf.train.Int64List(value=[1, 2]))
    else:
        feature = tf.train.Feature(float_list=tf.train.FloatList(value=[1, 2]))
    features = tf.train.Features(feature={"feature" if is_single else "a": feature})
    serialized = tf.train.Example(features=features).SerializeToString()
    with tf1.Session() as session:
        value = session.run(parsed, {examples: [serialized] * 2})
    assert value.dtype == dtype.as_numpy_dtype
    np.testing.assert_array_equal(value, [[1, 2]] * 2)


def test_feeds_run_with_tables_and_local_variables(graph):
    """`run_feeds` initializes both before the first feed."""
    table = lookup.index_table_from_tensor(["a", "b"])
    found = table.lookup(tf.constant(["b", "a"]))
    local = tf1.Variable(5.0, collections=[tf1.GraphKeys.LOCAL_VARIABLES])
    outputs = graph_actions.run_feeds({"found": found, "local": local + 1}, [None, None])
    assert [(out["found"].tolist(), out["local"]) for out in outputs] == [([1, 0], 6.0)] * 2


def test_feeds_run_one_by_one(graph):
    """`run_feeds_iter` is a generator."""
    fed = tf1.placeholder(tf.float32)
    outputs = graph_actions.run_feeds_iter({"out": fed * 2}, [{fed: 1.0}, {fed: 2.0}])
    assert next(outputs)["out"] == 2.0
    assert [out["out"] for out in outputs] == [4.0]


@pytest.mark.parametrize("n_classes", [1, 0, -1])
def test_too_few_classes(n_classes):
    """Heads for one or several labels want two classes or more."""
    with pytest.raises(ValueError, match=r"^n_classes must be > 1 for classification\b"):
        head.multi_label_head(n_classes)
    with pytest.raises(ValueError, match=f"^n_classes must be > 1 for classification: {n_classes}"):
        head.multi_class_head(n_classes)


@pytest.mark.parametrize("labels", [None, [1.0]])
def test_a_label_key_and_no_dict(labels):
    """A MetricSpec's label_key is for dicts."""
    spec = learn.MetricSpec(lambda predictions, labels: None, label_key="k")
    words = "^MetricSpec with label_key specified requires labels dict, got "
    with pytest.raises(ValueError, match=words):
        spec.create_metric_ops({}, labels, [1.0])


def test_the_operation_that_parses(graph):
    """It is called as in TF 1.15.5, so that clients feed and fetch by the same names."""
    columns = [layers.real_valued_column("x")]
    spec = layers.create_feature_spec_for_parsing(columns)
    inputs = input_fn_utils.build_parsing_serving_input_fn(spec)()
    assert inputs.features["x"].op.name == "ParseExample/ParseExample"
    assert inputs.default_inputs["examples"].op.name == "input_example_tensor"
    layers.parse_feature_columns_from_examples(tf.constant([b""]), columns)
    assert graph.get_operation_by_name("ParseExample_1/ParseExample")


@pytest.fixture(scope="module")
def regressor(tmp_path_factory):
    """A model that was trained by arrays."""
    model = learn.LinearRegressor(
        [layers.real_valued_column("", 2)], model_dir=str(tmp_path_factory.mktemp("model"))
    )
    return model.fit(np.ones([2, 2], np.float32), np.ones([2], np.float32), steps=1)


@pytest.mark.parametrize(
    ("kind", "x", "words"),
    [
        (
            AttributeError,
            5,
            r"x must be an array of shape \[examples, \.\.\.\] .* got 5; for other",
        ),
        (AttributeError, {"a": 5}, r"x must be an array of shape .* got 5"),
        (IndexError, np.float32(2), "x must be an array of shape"),
        (IndexError, {}, "got an empty dict"),
        (IndexError, np.zeros([0, 2], np.float32), "There are no examples in x"),
    ],
    ids=["number", "dict of a number", "scalar", "empty dict", "no examples"],
)
def test_what_has_no_examples(regressor, kind, x, words):
    """Evaluating and predicting name what was given in place of examples."""
    with pytest.raises(kind, match=words):
        regressor.evaluate(x, np.zeros([0], np.float32))
    with pytest.raises(kind, match=words):
        list(regressor.predict(x))


def test_labels_that_are_no_array(regressor):
    """The error is of y."""
    with pytest.raises(AttributeError, match=r"y must be an array of shape .* got 5"):
        regressor.fit(np.ones([2, 2], np.float32), 5, steps=1)


def test_tensors_need_an_input_fn(regressor, graph):
    """The error says which of x and y is a tensor."""
    with pytest.raises(ValueError, match=r"^Inputs cannot be tensors\. .* y is <tf\.Tensor"):
        regressor.fit(np.ones([2, 2], np.float32), tf.ones([2]), steps=1)


@pytest.mark.parametrize("size", [2.5, "2", [2]])
def test_a_batch_size_that_is_no_integer(regressor, size):
    """It is refused before anything is built."""
    with pytest.raises(TypeError, match="batch_size must be a positive integer or None, got"):
        regressor.fit(np.ones([2, 2]), np.ones([2]), steps=1, batch_size=size)
