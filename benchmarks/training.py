"""A classifier to train, for each kind of Estimator, and its data. For TensorFlow 1.15 too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow.compat.v1 as tf1

from benchmarks import net

BATCH = 32
STEPS = 100  # In a stretch: with one summary and one line of the log.
_ROWS = 4096


def arrays() -> tuple[Any, Any]:
    """Features and labels of all examples."""
    random = np.random.RandomState(1)
    x = random.randn(_ROWS, 64).astype(np.float32)
    return x, random.randint(net.CLASSES, size=_ROWS)


def dataset(batch: int = BATCH) -> Any:
    """The same as an endless shuffled `Dataset`: an input_fn."""
    examples = tf1.data.Dataset.from_tensor_slices(arrays())
    return examples.shuffle(_ROWS, seed=1).repeat().batch(batch)


def legacy_model_fn(features: Any, labels: Any, mode: str) -> tuple[Any, Any, Any]:
    """Returns `(predictions, loss, train_op)`: a model_fn for contrib."""
    features = features["x"] if isinstance(features, dict) else features
    logits = net.logits_of({"x": features})
    predictions = {"classes": tf1.argmax(logits, 1), "probabilities": tf1.nn.softmax(logits)}
    if mode == "infer":
        return predictions, None, None
    loss = tf1.losses.sparse_softmax_cross_entropy(labels, logits)
    return predictions, loss, net.train_op_fn(loss)


class Pacer(tf1.train.SessionRunHook):
    """Calls `turn` every `STEPS` steps, and stops when it returns False."""

    def __init__(self, turn: Callable[[], bool]) -> None:
        self._turn, self._left = turn, STEPS

    def after_run(self, run_context: Any, run_values: Any) -> None:
        self._left -= 1
        if self._left == 0:
            self._left = STEPS
            if not self._turn():
                run_context.request_stop()
