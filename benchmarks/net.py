"""The net under the heads: 64-128-64-10, Adam. Runs under TensorFlow 1.15 too."""

from __future__ import annotations

from typing import Any

import tensorflow.compat.v1 as tf1

MODES = ("train", "eval", "infer")
CLASSES = 10
_SIZES = (64, 128, 64, CLASSES)


def inputs() -> tuple[dict[str, Any], Any]:
    """Features and labels, fed."""
    features = {"x": tf1.placeholder(tf1.float32, [None, _SIZES[0]], name="x")}
    return features, tf1.placeholder(tf1.int64, [None, 1], name="labels")


def logits_of(features: dict[str, Any]) -> Any:
    """Dense layers by hand, as `tf.layers` needs Keras."""
    net = features["x"]
    for layer, (size, width) in enumerate(zip(_SIZES, _SIZES[1:])):
        with tf1.variable_scope(f"layer_{layer}"):
            weights = tf1.get_variable("weights", [size, width])
            biases = tf1.get_variable("biases", [width], initializer=tf1.zeros_initializer())
            net = tf1.nn.xw_plus_b(net, weights, biases)
            if layer < len(_SIZES) - 2:
                net = tf1.nn.relu(net)
    return net


def train_op_fn(loss: Any) -> Any:
    return tf1.train.AdamOptimizer().minimize(loss, tf1.train.get_or_create_global_step())


def node_count() -> int:
    return len(tf1.get_default_graph().get_operations())
