"""Names for what signatures of training, estimators and experiments speak of.

As in `model.types`, TensorFlow's classes are `Any` under the name that says what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

__all__ = [
    "Arrays",
    "Cell",
    "Config",
    "DType",
    "EvalMetrics",
    "EvalResult",
    "FeatureColumns",
    "FeedFn",
    "Graph",
    "InputFn",
    "Monitors",
    "Optimizer",
    "Session",
    "SessionConfig",
]

Cell = Any  # tf.compat.v1.nn.rnn_cell.RNNCell
Config = Any  # RunConfig, of contrib.learn or tf.estimator
DType = Any  # tf.DType
Graph = Any  # tf.Graph
Session = Any  # tf.compat.v1.Session
SessionConfig = Any  # tf.compat.v1.ConfigProto

# An array of examples, a dict of them, or an iterator of single examples.
Arrays = Any

# The name of an optimizer, a `tf.compat.v1.train.Optimizer`, or what makes one without arguments.
Optimizer = Any

# contrib's feature columns, or `tf.feature_column`'s.
FeatureColumns = Collection[Any]

# Returns features, features and labels, or a `tf.data.Dataset`.
InputFn = Callable[[], Any]

# Returns the `feed_dict` of a step.
FeedFn = Callable[[], Mapping[Any, Any]]

# Monitors and `SessionRunHook`s.
Monitors = Iterable[Any]

# What `evaluate` takes: name -> `MetricSpec`, or name or `(name, prediction key)` -> a function of
# predictions and labels.
EvalMetrics = Mapping[Any, Any]

# What `evaluate` returns: metric name -> value.
EvalResult = Mapping[str, Any]
