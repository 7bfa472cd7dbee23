"""A head against tensorflow-estimator's canned one: nodes added to the graph, and build time.

Both get the same net, labels and optimizer. What counts is what the head's call adds, gradients and
Adam included; the graph as a whole, with the net, is given for information. The canned head sums
its loss, which is its default and takes fewer nodes than the mean that ours takes.
"""

from __future__ import annotations

import functools
import importlib
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import net
from benchmarks.measure import Row, count_row, cpu_seconds, in_turns, time_row
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import learn

_LIMIT = 1.0
_ROUNDS = 25


def run(tf1_python: str | None = None) -> Iterator[Row]:
    """Compares the two; given a Python with TensorFlow 1.15, the nodes of the original too."""
    originals = _originals(tf1_python) if tf1_python else {}
    for mode in net.MODES:
        ours, canned = _Build(_ours, mode), _Build(_canned, mode)
        yield count_row(f"{mode}, nodes of the head", ours.nodes, canned.nodes, _LIMIT)
        yield count_row(f"{mode}, nodes of the graph", ours.graph_nodes, canned.graph_nodes)
        for kind, counts in originals.items():
            nodes, graph_nodes = counts[mode]
            yield count_row(f"{mode}, nodes of the head; 1.15, {kind}", ours.nodes, nodes)
            yield count_row(
                f"{mode}, nodes of the graph; 1.15, {kind}", ours.graph_nodes, graph_nodes
            )
    for mode in net.MODES:
        times = in_turns(_ROUNDS, *(functools.partial(_time, make, mode) for make in _MAKERS))
        yield time_row(f"{mode}, time of the head", *times, _LIMIT)


class _Build:
    """A net in a graph of its own, what the head's call adds to it, and how long that takes."""

    def __init__(self, make: Callable[..., Any], mode: str) -> None:
        with tf.Graph().as_default():
            features, labels = net.inputs()
            logits = net.logits_of(features)
            tf1.train.get_or_create_global_step()
            before = net.node_count()
            self.seconds = cpu_seconds(functools.partial(make, features, mode, labels, logits))
            self.graph_nodes = net.node_count()
            self.nodes = self.graph_nodes - before


def _time(make: Callable[..., Any], mode: str) -> float:
    return _Build(make, mode).seconds


def _ours(features: Any, mode: str, labels: Any, logits: Any) -> Any:
    head = learn.multi_class_head(net.CLASSES)
    ops = head.create_model_fn_ops(features, mode, labels, net.train_op_fn, logits=logits)
    return ops.estimator_spec()


def _canned(features: Any, mode: str, labels: Any, logits: Any) -> Any:
    head = _canned_heads()._multi_class_head_with_softmax_cross_entropy_loss(net.CLASSES)
    return head.create_estimator_spec(features, mode, logits, labels, train_op_fn=net.train_op_fn)


_MAKERS = (_ours, _canned)


@functools.lru_cache(None)
def _canned_heads() -> Any:
    assert estimator.EstimatorSpec  # From TensorFlow 2.16 the module is there only after it.
    return importlib.import_module("tensorflow_estimator.python.estimator.canned.head")


def _originals(python: str) -> dict[str, dict[str, list[int]]]:
    script = Path(__file__).with_name("original.py")
    done = subprocess.run([python, script], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
