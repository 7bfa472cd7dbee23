"""The feature columns of `contrib.layers` beyond what the oracle's cases compare."""

import copy
import importlib.util
import os
import pickle
import subprocess
import sys

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import layers
from tf_spec_compat.contrib.layers import feature_column, feature_column_ops
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils

tf1 = tf.compat.v1


def test_float_is_float32():
    """Python's float is a type of numbers with a point, also for the default."""
    column = layers.real_valued_column("x", 2, 1.5, dtype=float)
    assert column == layers.real_valued_column("x", 2, [1.5, 1.5])


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"dimension": None}, TypeError, "must be an integer.*dimension: None, column_name: x"),
        ({"dimension": 0}, ValueError, "greater than 0. dimension: 0, column_name: x"),
        (
            {"dtype": "float32"},
            AttributeError,
            r"a tf.DType, got 'float32' for .*; pass tf.float32",
        ),
        ({"dtype": tf.string}, ValueError, "float. dtype: .*string.*, column_name: x"),
        ({"default_value": [1.0, 2.0]}, ValueError, r"\[1.0, 2.0\], dimension: 1"),
        ({"default_value": (1.0,)}, TypeError, r"default_value: \(1.0,\).* Python's int or float"),
        (
            {"default_value": 1.0, "dtype": tf.int32},
            TypeError,
            r"default_value: 1.0,.* Python's int\.",
        ),
    ],
)
def test_wrong_arguments_are_named(arguments, error, message):
    """The message says which argument of which column is wrong, and what to pass."""
    with pytest.raises(error, match=message):
        layers.real_valued_column("x", **arguments)


def test_columns_can_be_copied_and_pickled():
    """A copy is equal and of the same kind, with its default."""
    column = layers.real_valued_column("x", 2, [1.0, 2.0], normalizer=tf.negative)
    for made in (copy.copy(column), copy.deepcopy(column), pickle.loads(pickle.dumps(column))):
        assert made == column
        assert type(made) is type(column)
        assert made.config == column.config


def test_default_of_the_column_is_not_the_callers():
    """Neither the list that was given nor the one in `config` is the column's own."""
    given = [1.0, 2.0]
    column = layers.real_valued_column("x", 2, given)
    given.append(3.0)
    column.config["x"].default_value.append(3.0)
    assert column.default_value == (1.0, 2.0)
    assert column.config["x"].default_value == [1.0, 2.0]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (layers.real_valued_column("x"), "Given column is x, .*single .* put it into a list"),
        ([tf.feature_column.numeric_column("x")], r"make_parse_example_spec"),
        (["x"], "Given column is x"),
    ],
)
def test_what_is_no_column_is_named(columns, message):
    """The message shows what was among the columns."""
    with pytest.raises(TypeError, match=message):
        layers.create_feature_spec_for_parsing(columns)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: tf1.sparse_placeholder(tf.float32), ValueError, "SparseTensor is not supported"),
        (lambda: tf.ragged.constant([[1.0], []]), AttributeError, "(?s)Ragged.*'q'"),
        (lambda: np.ones(2), AttributeError, r"tensor \[1. 1.\] 'q'"),
        (lambda: tf.constant("a"), ValueError, "Non integer or non floating types .*'q'"),
        (lambda: tf1.placeholder(tf.float32), ValueError, "unknown TensorShape.*'q'"),
        (lambda: tf1.placeholder(tf.float32, [2, None]), TypeError, "all sizes .*'q'"),
    ],
)
def test_feature_without_a_column_is_named(make, error, message, graph):
    """The message names the feature that needs a column of the caller's."""
    with pytest.raises(error, match=message):
        layers.infer_real_valued_columns({"a": tf.constant(1), "q": make()})


def test_eager_tensors_have_columns():
    """Tensors with values will do as well as those of a graph."""
    with tf.init_scope():
        columns = layers.infer_real_valued_columns({"x": tf.ones([3, 2, 2])})
    assert columns == [layers.real_valued_column("x", 4)]


@pytest.mark.parametrize("core", [False, True])
def test_export_strategy_parses_for_the_columns(core, tmp_path, graph):
    """Serialized examples become what the columns ask for, their defaults included."""
    columns = [layers.real_valued_column("x", 2), layers.real_valued_column("y", 1, [7], tf.int64)]
    received = []

    class Estimator:
        def export_savedmodel(self, base, serving_input_fn, **options):
            received.append(serving_input_fn())
            folder = os.path.join(base, "1500000000")
            os.makedirs(folder)
            return folder

    strategy = saved_model_export_utils.make_parsing_export_strategy(columns, target_core=core)
    strategy.export(Estimator(), str(tmp_path))
    (inputs,) = received
    example = tf.train.Example()
    example.features.feature["x"].float_list.value.extend([1, 2])
    placeholder = (inputs.receiver_tensors if core else inputs.default_inputs)["examples"]
    with tf1.Session() as session:
        features = session.run(inputs.features, {placeholder: [example.SerializeToString()]})
    assert features["x"].tolist() == [[1, 2]]
    assert features["y"].tolist() == [[7]]


def run(program, **environment):
    """Runs a program in a process of its own."""
    command = [sys.executable, "-c", program]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert result.returncode == 0, result.stderr


def test_canned_estimators_train_with_inferred_columns(tmp_path):
    """An estimator of TensorFlow takes the columns of an input_fn and learns from their features.

    It is made of Keras 2's layers, which TensorFlow >= 2.16 has to be asked for when it loads.
    """
    program = f"""
import tensorflow as tf
from tf_spec_compat._tf import estimator
from tf_spec_compat.contrib import learn

def input_fn():
    x = tf.constant([[1.0, 2.0], [3.0, 1.0]])
    return {{"x": x, "n": tf.constant([1, 2])}}, tf.constant([[1.0], [0.0]])

columns = learn.infer_real_valued_columns_from_input_fn(input_fn)
assert [(c.name, c.dimension, c.dtype) for c in columns] == [("x", 2, "float32"), ("n", 1, "int32")]
trained = estimator.DNNRegressor([2], columns, {str(tmp_path)!r}).train(input_fn, steps=1)
assert trained.get_variable_value("dnn/hiddenlayer_0/kernel").shape == (3, 2)
"""
    run(program, TF_USE_LEGACY_KERAS="1" if importlib.util.find_spec("tf_keras") else "0")


def test_legacy_paths_have_the_columns():
    """Programs find columns at the paths of contrib, private class included."""
    run("""
import tf_spec_compat
tf_spec_compat.install()
from tensorflow.contrib import layers
from tensorflow.contrib.layers import feature_column
from tensorflow.contrib.layers.python.layers import feature_column as fc
from tensorflow.contrib.layers.python.layers import feature_column_ops as ops
assert layers.real_valued_column is fc.real_valued_column
assert layers.infer_real_valued_columns is ops.infer_real_valued_columns
assert layers.create_feature_spec_for_parsing is feature_column.create_feature_spec_for_parsing
assert type(layers.real_valued_column("x")) is fc._RealValuedColumn
assert issubclass(fc._RealValuedColumn, fc._FeatureColumn)
""")


def test_public_names():
    """Each module and the namespace above it offer the same functions."""
    for module in (feature_column, feature_column_ops):
        for name in module.__all__:
            assert getattr(layers, name) is getattr(module, name)
            assert name in layers.__all__
