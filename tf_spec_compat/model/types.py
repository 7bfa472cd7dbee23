"""Names for what signatures speak of.

TensorFlow has no usable stubs, so what is of its classes is `Any` under the name that says what is
meant; the shape around it is real.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Optional, Union

__all__ = [
    "ExportOutputs",
    "Features",
    "Hooks",
    "HostFunction",
    "Labels",
    "LossFn",
    "Metrics",
    "ModelFn",
    "Operation",
    "OutputAlternative",
    "OutputAlternatives",
    "Predictions",
    "Scaffold",
    "Scope",
    "Tensor",
    "TensorLike",
    "Tensors",
    "TrainOpFn",
]

Tensor = Any  # tf.Tensor, tf.SparseTensor
TensorLike = Any  # What tf.convert_to_tensor takes.
Operation = Any  # tf.Operation
Scaffold = Any  # tf.compat.v1.train.Scaffold
Scope = Any  # A name, or a tf.compat.v1.VariableScope.

# Keys are strings as a rule; contrib's feature columns, and heads in a `multi_head`, have others.
Features = Union[Tensor, Mapping[Any, Tensor]]
Labels = Union[Tensor, Mapping[Any, Tensor], None]
Predictions = Union[Tensor, Mapping[Any, Tensor], None]

# `eval_metric_ops`: name -> `(value tensor, update op)`, or a Keras metric.
Metrics = Mapping[str, Any]

# Head name, or None -> (problem type, {prediction key: tensor}).
OutputAlternative = tuple[int, Mapping[str, Tensor]]
OutputAlternatives = Mapping[Optional[str], OutputAlternative]

# Signature name, or None -> tf.estimator.export.ExportOutput.
ExportOutputs = Mapping[Optional[str], Any]

# tf.compat.v1.train.SessionRunHook
Hooks = Sequence[Any]

# The training loss -> the train op.
TrainOpFn = Callable[[Tensor], Operation]

# Labels, logits and weights -> the training loss and the average that is reported.
LossFn = Callable[..., tuple[Tensor, Tensor]]

# Features, labels and what else it has arguments for -> the spec of a model.
ModelFn = Callable[..., Any]

# The `eval_metrics` and the `host_call` of a TPUEstimatorSpec: a function, and its arguments by
# position or by name.
Tensors = Union[Sequence[Tensor], Mapping[str, Tensor]]
HostFunction = tuple[Callable[..., Any], Tensors]
