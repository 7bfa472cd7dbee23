"""Prints how many nodes the original head has: run under TensorFlow 1.15 and its Python 3.7.

For each kind of variables and mode, `[nodes that the head's call adds, nodes of the graph]`.
TensorFlow 2 has resource variables, whose reads and assignments are nodes of their own.
"""

from __future__ import annotations

import json

import net
import tensorflow.compat.v1 as tf1
from tensorflow.contrib.learn.python.learn.estimators import head as contrib_head


def count(mode: str, resource: bool) -> tuple[int, int]:
    with tf1.Graph().as_default(), tf1.variable_scope("", use_resource=resource):
        features, labels = net.inputs()
        logits = net.logits_of(features)
        tf1.train.get_or_create_global_step()
        before = net.node_count()
        head = contrib_head.multi_class_head(net.CLASSES)
        ops = head.create_model_fn_ops(features, mode, labels, net.train_op_fn, logits=logits)
        ops.estimator_spec()
        return net.node_count() - before, net.node_count()


if __name__ == "__main__":
    counts = {
        kind: {mode: count(mode, kind == "resource") for mode in net.MODES}
        for kind in ("reference", "resource")
    }
    print(json.dumps(counts))
