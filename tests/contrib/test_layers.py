"""Layers of tf-slim, repaired: what they share with tf-slim, leave alone and do without."""

import importlib
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import tf_slim

from tests.oracle.cases.extras.layers.facts import image, rows
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import layers
from tf_spec_compat.contrib.layers import optimizers, target_column

ROOT = Path(__file__).parents[2]


def run_python(code):
    """Runs `code` in a new Python, and returns what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


WARNING_FREE = {
    "fully_connected": lambda: layers.fully_connected(rows(), 2),
    "conv2d": lambda: layers.conv2d(image(), 2, 3, normalizer_fn=layers.batch_norm),
    "separable_conv2d": lambda: layers.separable_conv2d(image(), 2, 3, 1),
    "conv2d_transpose": lambda: layers.conv2d_transpose(image(), 2, 3),
    "pools": lambda: layers.avg_pool2d(layers.max_pool2d(image(), 2), 2),
    "dropout": lambda: layers.dropout(rows()),
    "flatten": lambda: layers.flatten(image()),
    "gdn": lambda: layers.gdn(image()),
    "batch_norm": lambda: layers.batch_norm(image(), renorm=True),
    "rev_block": lambda: layers.rev_block(rows(), rows(), tf.identity, tf.identity),
}


@pytest.mark.parametrize("name", sorted(WARNING_FREE))
def test_layer_does_not_warn(graph, name):
    """A layer lets no warning of the old Keras base layer reach the user."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        WARNING_FREE[name]()
    assert [str(warning.message) for warning in caught] == []


def test_layers_listen_to_tf_slims_arg_scope(graph):
    """One arg_scope of tf-slim sets arguments of contrib's names and of tf-slim's alike."""
    with tf_slim.arg_scope([layers.fully_connected], activation_fn=None):
        assert layers.fully_connected(rows(), 2).op.type == "BiasAdd"
        assert tf_slim.fully_connected(rows(), 2).op.type == "BiasAdd"
    assert layers.fully_connected is tf_slim.layers.fully_connected


def test_repair_stays_inside_tf_slim():
    """TensorFlow's modules and the warning filters are after the import what they were before."""
    code = """
import warnings
import tensorflow as tf
import tf_slim  # Loads what tf-slim itself makes TensorFlow load.
from tensorflow.python.framework import ops
from tensorflow.python.keras.legacy_tf_layers import base, core
from tensorflow.python.ops import array_ops, control_flow_ops, variable_scope
modules = [ops, array_ops, control_flow_ops, variable_scope, base, core, base.Layer, core.Dense]
before = [dict(vars(module)) for module in modules], list(warnings.filters)
from tf_spec_compat.contrib import layers
with tf.Graph().as_default():
    layers.batch_norm(layers.fully_connected(tf.ones([2, 3]), 2))
assert before == ([dict(vars(module)) for module in modules], list(warnings.filters))
"""
    run_python(code)


def test_layers_need_no_keras():
    """Every kind of layer works where neither Keras 2 nor Keras 3 can be imported."""
    code = """
import sys
sys.modules["keras"] = sys.modules["tf_keras"] = None
import tensorflow as tf
from tf_spec_compat.contrib import layers
tf1 = tf.compat.v1
with tf.Graph().as_default():
    y = layers.conv2d(tf.ones([2, 4, 4, 3]), 2, 3, normalizer_fn=layers.batch_norm)
    y = layers.batch_norm(layers.max_pool2d(y, 2), fused=False)
    y = layers.fully_connected(layers.dropout(layers.flatten(y)), 2)
    train = layers.optimize_loss(
        tf.reduce_sum(y), tf1.train.create_global_step(), 0.1, "Adam", clip_gradients=1.0
    )
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train)
        print(session.run(tf1.train.get_global_step()))
"""
    assert run_python(code) == "1\n"


def test_tf_slims_training_is_repaired_too(graph):
    """tf-slim's own create_train_op, which names moved away from broke, trains."""
    from tf_slim import learning

    w = tf1.get_variable("w", initializer=[3.0, 1.0])
    loss = tf1.reduce_sum(tf.square(tf.gather(w, [0])))
    tf1.losses.add_loss(loss)
    train = learning.create_train_op(
        loss,
        tf1.train.GradientDescentOptimizer(0.1),
        clip_gradient_norm=1.0,
        gradient_multipliers={"w": 2.0},
    )
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train)
        # The gradient (6, 0) times 2, clipped to (1, 0).
        assert session.run(w) == pytest.approx([2.9, 1.0])


def test_adjustment_scales_and_shifts_while_training(graph):
    """batch_norm's adjustment multiplies and adds while training, and does nothing otherwise."""

    def adjust(shape):
        return tf.constant([2.0, 2.0]), tf.constant([1.0, 1.0])

    training = tf1.placeholder(tf.bool, [])
    plain = layers.batch_norm(image(), is_training=training, scope="a")
    adjusted = layers.batch_norm(image(), is_training=training, adjustment=adjust, scope="b")
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        one, other = session.run([plain, adjusted], {training: True})
        assert other == pytest.approx(2 * one + 1, abs=1e-5)
        one, other = session.run([plain, adjusted], {training: False})
        assert other == pytest.approx(one, abs=1e-5)


def test_half_precision_keeps_its_statistics_in_full(graph):
    """Variables of batch_norm are float32 for float16 inputs, fused or not, and outputs float16."""
    for fused in (True, False):
        given = tf.cast(image(), tf.float16)
        assert layers.batch_norm(given, scale=True, fused=fused).dtype == tf.float16
    assert {v.dtype.base_dtype for v in tf1.global_variables()} == {tf.float32}


def test_batch_norm_names_what_is_not_known(graph):
    """Inputs without a number of channels are an error that says how to set it."""
    with pytest.raises(ValueError, match=r"undefined .axis. dimension.*ensure_shape"):
        layers.batch_norm(tf1.placeholder(tf.float32, [None, 4, 4, None]))


def test_unknown_rank_is_refused_with_advice(graph):
    """A layer that needs a rank says so to inputs that have none."""
    with pytest.raises(ValueError, match=r"rank is undefined.*set_shape"):
        layers.separable_conv2d(tf1.placeholder(tf.float32), 2, 3, 1)


def test_unknown_name_of_a_module_is_an_attribute_error():
    """A name that neither contrib nor tf-slim has raises AttributeError with our module's name."""
    with pytest.raises(AttributeError, match=r"contrib\.layers\.optimizers\.nothing"):
        getattr(optimizers, "noth" + "ing")


@pytest.mark.parametrize("name", ["Adagrad", "Adam", "Ftrl", "Momentum", "RMSProp", "SGD"])
def test_optimizer_names_stand_for_v1_optimizers(graph, name):
    """Each name of OPTIMIZER_CLS_NAMES makes an optimizer of tf.compat.v1.train."""
    made = layers.OPTIMIZER_CLS_NAMES[name](learning_rate=0.1)
    assert isinstance(made, tf1.train.Optimizer)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"learning_rate": None}, "Learning rate is None"),
        ({"optimizer": "Foo"}, "Optimizer name should be one of"),
        ({"summaries": ["xx"]}, "Summaries should be one of"),
    ],
)
def test_optimize_loss_says_what_is_wrong(graph, arguments, message):
    """A wrong argument of optimize_loss raises ValueError in contrib's words."""
    given = {"learning_rate": 0.1, "optimizer": "SGD", "global_step": None}
    w = tf1.get_variable("w", [])
    given["loss"] = tf.square(w)
    with pytest.raises(ValueError, match=message):
        layers.optimize_loss(**{**given, **arguments})


def test_labels_of_a_target_column_may_be_a_dict(graph):
    """A target column takes the labels of its name, which contrib's failed to."""
    target = target_column.regression_target(label_name="size")
    loss = target.loss(tf.constant([[1.0]]), {"size": tf.constant([[3.0]]), "other": None}, {})
    with tf1.Session() as session:
        assert session.run(loss) == 4.0
    with pytest.raises(AttributeError, match=r"\['other'\].*label_name 'size'"):
        target.loss(tf.constant([[1.0]]), {"other": None}, {})


def test_deep_paths_reach_the_same_objects():
    """Through install(), every old path gives one and the same function."""
    code = """
import tf_spec_compat
tf_spec_compat.install()
import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.layers.python.layers import encoders, initializers, layers as deep
from tensorflow.contrib.layers.python.layers import optimizers, regularizers, summaries, utils
from tensorflow.contrib.layers.python.layers.rev_block_lib import rev_block
from tensorflow.contrib.layers.python.layers.target_column import multi_class_target
assert tf.contrib.layers.fully_connected is deep.fully_connected is layers.fully_connected
assert optimizers.optimize_loss is layers.optimize_loss
assert encoders.embed_sequence is layers.embed_sequence
assert rev_block is layers.rev_block and multi_class_target is layers.multi_class_target
assert layers.summaries is summaries and layers.l2_regularizer is regularizers.l2_regularizer
assert utils.smart_cond and initializers.xavier_initializer is layers.xavier_initializer
"""
    run_python(code)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("bucketization_op", "bucketize"),
        ("embedding_ops", "scattered_embedding_lookup"),
        ("optimizers", "adaptive_clipping_fn"),
        ("summaries", "summarize_weights"),
        ("target_column", "ProblemType"),
    ],
)
def test_names_of_star_imports_are_there_unlisted(module, name):
    """What contrib's deep package showed besides is found, and not listed."""
    found = importlib.import_module(f"{layers.__name__}.{module}")
    assert getattr(layers, name) is getattr(found, name)
    assert name not in layers.__all__
