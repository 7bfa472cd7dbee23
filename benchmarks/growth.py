"""`multi_head` of more and more heads: a head must not cost more for being one of many.

There is no net to train: its gradients do not depend on the number of heads.
"""

from __future__ import annotations

import functools
import statistics
from collections.abc import Iterator
from typing import Any

from benchmarks import net
from benchmarks.measure import Row, cpu_seconds, in_turns
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import learn

_LIMIT = 1.2
_ROUNDS = 7
_SIZES = (1, 4, 16, 64)


def run(_: object = None) -> Iterator[Row]:
    """Compares the size at which a head costs most with the one at which it costs least."""
    for mode in net.MODES:
        nodes = {size: _build(mode, size)[0] / size for size in _SIZES}
        yield _spread(f"{mode}, nodes per head", "nodes", nodes)
    for mode in net.MODES:
        times = in_turns(_ROUNDS, *(functools.partial(_time_per_head, mode, n) for n in _SIZES))
        # As in `time_row`, figures are compared within their turn.
        means = [statistics.mean(turn) for turn in zip(*times)]
        mean = statistics.median(means)
        spread = {
            size: 1000 * mean * statistics.median(t / mean for t, mean in zip(turns, means))
            for size, turns in zip(_SIZES, times)
        }
        yield _spread(f"{mode}, time per head", "ms", spread)


def _spread(name: str, unit: str, figures: dict[int, float]) -> Row:
    most, least = (pick(figures, key=lambda size: figures[size]) for pick in (max, min))
    ratio = figures[most] / figures[least]
    name = f"{name}: of {most} over of {least}"
    return Row(name, unit, figures[most], figures[least], ratio, _LIMIT)


def _time_per_head(mode: str, size: int) -> float:
    """CPU seconds for each head; few heads are built several times, to be measured as well."""
    times = max(1, 16 // size)
    return sum(_build(mode, size)[1] for _ in range(times)) / times / size


def _build(mode: str, size: int) -> tuple[int, float]:
    """Nodes that the heads add to a graph of their own, and CPU seconds."""
    names = [f"head_{index}" for index in range(size)]
    with tf.Graph().as_default():
        logits = tf1.placeholder(tf.float32, [None, net.CLASSES * size])
        labels = {name: tf1.placeholder(tf.int64, [None, 1]) for name in names}
        head = learn.multi_head(
            [learn.multi_class_head(net.CLASSES, label_name=name, head_name=name) for name in names]
        )
        before = net.node_count()
        seconds = cpu_seconds(functools.partial(_spec, head, mode, labels, logits, names[0]))
        return net.node_count() - before, seconds


def _spec(head: Any, mode: str, labels: Any, logits: Any, default: str) -> Any:
    ops = head.create_model_fn_ops({}, mode, labels, learn.no_op_train_fn, logits=logits)
    return ops.estimator_spec(default)
