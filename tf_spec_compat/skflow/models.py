"""`tensorflow.contrib.learn.models`: the oldest models, as functions of x and y."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import legacy_keras_problem, silenced_deprecations, tf, tf1
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.types import Tensor, TensorLike
from tf_spec_compat.skflow import losses_ops
from tf_spec_compat.skflow.attention import AttentionCell

__all__ = [
    "bidirectional_rnn",
    "get_rnn_model",
    "linear_regression",
    "linear_regression_zero_init",
    "logistic_regression",
    "logistic_regression_zero_init",
]


def linear_regression_zero_init(x: TensorLike, y: TensorLike) -> tuple[Tensor, Tensor]:
    """Returns `linear_regression` whose variables start as zeros."""
    return linear_regression(x, y, init_mean=0.0, init_stddev=0.0)


def logistic_regression_zero_init(x: TensorLike, y: TensorLike) -> tuple[Tensor, Tensor]:
    """Returns `logistic_regression` whose variables start as zeros."""
    return logistic_regression(x, y, init_mean=0.0, init_stddev=0.0)


def linear_regression(
    x: TensorLike, y: TensorLike, init_mean: float | None = None, init_stddev: float = 1.0
) -> tuple[Tensor, Tensor]:
    """Adds a linear regression, with summaries of its data and variables.

    Args:
      x: `[batch_size, features]`.
      y: `[batch_size, outputs]`, or `[batch_size]` for one output.
      init_mean: Mean of the variables' first values; if `None`, the scope's initializer is used.
      init_stddev: Their standard deviation.

    Returns:
      The predictions, in the shape of `y`, and the mean squared error. The variables are
      `linear_regression/weights` and `linear_regression/bias`.

    Raises:
      ValueError: A shape is not known, or there are such variables already.
    """
    with tf1.variable_scope("linear_regression"):
        shape = _shape("y", y)
        weights, bias = _variables(x, y, 1 if len(shape) == 1 else shape[1], init_mean, init_stddev)
        return losses_ops.mean_squared_error_regressor(x, y, weights, bias)


def logistic_regression(
    x: TensorLike,
    y: TensorLike,
    class_weight: Tensor = None,
    init_mean: float | None = None,
    init_stddev: float = 1.0,
) -> tuple[Tensor, Tensor]:
    """Adds a logistic regression, with summaries of its data and variables.

    Args:
      x: `[batch_size, features]`.
      y: One-hot labels, `[batch_size, n_classes]`.
      class_weight: What the logits are multiplied by, `[n_classes]`; unlike contrib's, it may be a
        tensor. If `None`, the graph's tensor `class_weight:0` is used if there is one.
      init_mean: Mean of the variables' first values; if `None`, the scope's initializer is used.
      init_stddev: Their standard deviation.

    Returns:
      The probabilities, `[batch_size, n_classes]`, and the cross entropy. The variables are
      `logistic_regression/weights` and `logistic_regression/bias`.

    Raises:
      ValueError: A shape is not known, `y` is not one-hot, or there are such variables already.
    """
    with tf1.variable_scope("logistic_regression"):
        weights, bias = _variables(x, y, _shape("y", y)[-1], init_mean, init_stddev)
        if class_weight is None:
            try:
                class_weight = tf1.get_default_graph().get_tensor_by_name("class_weight:0")
            except KeyError:
                class_weight = None
        return losses_ops.softmax_classifier(x, y, weights, bias, class_weight=class_weight)


def _shape(name: str, tensor: Tensor) -> Any:
    if tensor.shape.rank is None:
        raise ValueError(
            f"Cannot take the length of shape with unknown rank: that of {name}; use "
            "tensor.set_shape."
        )
    return tensor.shape.as_list()


def _variables(
    x: TensorLike, y: TensorLike, outputs: int, init_mean: float | None, init_stddev: float
) -> tuple[Tensor, Tensor]:
    """Adds weights and bias to the current scope, and the summaries, named by the scope."""
    dtype = x.dtype.base_dtype
    initializer = None
    if init_mean is not None:
        initializer = tf1.random_normal_initializer(init_mean, init_stddev, dtype=dtype)
    scope = tf1.get_variable_scope().name
    tf1.summary.histogram(f"{scope}.x", x)
    tf1.summary.histogram(f"{scope}.y", y)
    features = _shape("x", x)[1]
    weights = tf1.get_variable("weights", [features, outputs], dtype, initializer)
    bias = tf1.get_variable("bias", [outputs], dtype, initializer)
    tf1.summary.histogram(f"{scope}.weights", weights)
    tf1.summary.histogram(f"{scope}.bias", bias)
    return weights, bias


def _reverse_seq(input_seq: list[Any], lengths: Tensor) -> list[Any]:
    """Reverses a sequence, each example's first `lengths` steps if they are given."""
    if lengths is None:
        return input_seq[::-1]
    stacked = tf.stack(input_seq, axis=1)
    reversed_ = tf1.reverse_sequence(stacked, lengths, seq_axis=1, batch_axis=0)
    return tf.unstack(reversed_, num=len(input_seq), axis=1)


def bidirectional_rnn(
    cell_fw: Any,
    cell_bw: Any,
    inputs: list[Tensor],
    initial_state_fw: Tensor = None,
    initial_state_bw: Tensor = None,
    dtype: Any = None,
    sequence_length: Tensor = None,
    scope: str | None = None,
) -> tuple[list[Tensor], Tensor]:
    """Unrolls two cells over a sequence, one of them from its end.

    Args:
      cell_fw: The cell that goes forward; of `tf.compat.v1.nn.rnn_cell` or one like those.
      cell_bw: The cell that goes backward.
      inputs: A list of `[batch_size, depth]`, one for each step.
      initial_state_fw: The state that `cell_fw` starts from; zeros of `dtype` if `None`.
      initial_state_bw: The state that `cell_bw` starts from; zeros of `dtype` if `None`.
      dtype: Of the first states.
      sequence_length: The number of steps of each example, `[batch_size]`. contrib ended in a
        `TypeError` if it was given.
      scope: What the names of the two variable scopes begin with; `"BiRNN"` if `None`.

    Returns:
      The outputs of both cells, `[batch_size, depth_fw + depth_bw]` for each step, and their last
      states, put together likewise.

    Raises:
      TypeError: A cell is not like an `RNNCell`, or `inputs` is no list.
      ValueError: `inputs` is empty, or neither states nor `dtype` are given.
    """
    for name, cell in (("cell_fw", cell_fw), ("cell_bw", cell_bw)):
        needed = ("output_size", "state_size", "zero_state")
        if not callable(cell) or not all(hasattr(cell, attribute) for attribute in needed):
            raise TypeError(f"{name} must be an instance of RNNCell, or like one, got {cell!r}.")
    if not isinstance(inputs, list):
        raise TypeError(f"inputs must be a list of tensors, one for each step, got {inputs!r}.")
    if not inputs:
        raise ValueError("inputs must not be empty; give the tensor of at least one step.")
    name = scope or "BiRNN"
    with tf1.variable_scope(name + "_FW"), silenced_deprecations():
        outputs_fw, state_fw = tf1.nn.static_rnn(
            cell_fw, inputs, initial_state_fw, dtype, sequence_length
        )
    with tf1.variable_scope(name + "_BW"), silenced_deprecations():
        outputs_bw, state_bw = tf1.nn.static_rnn(
            cell_bw,
            _reverse_seq(inputs, sequence_length),
            initial_state_bw,
            dtype,
            sequence_length,
        )
    pairs = zip(outputs_fw, _reverse_seq(outputs_bw, sequence_length))
    outputs = [tf.concat(pair, 1) for pair in pairs]
    return outputs, tf.concat([state_fw, state_bw], 1)


def get_rnn_model(
    rnn_size: int,
    cell_type: str,
    num_layers: int,
    input_op_fn: Callable[[Any], Any],
    bidirectional: bool,
    target_predictor_fn: Callable[[Any, Any], Any],
    sequence_length: Tensor,
    initial_state: Tensor,
    attn_length: int | None,
    attn_size: int | None,
    attn_vec_size: int | None,
) -> Callable[[Any, Any], Any]:
    """Returns a function of x and y that puts a predictor on an RNN's last state.

    Args:
      rnn_size: The width of each layer.
      cell_type: `"rnn"`, `"gru"` or `"lstm"`.
      num_layers: The number of layers.
      input_op_fn: From `x` to a list of `[batch_size, depth]`, one for each step.
      bidirectional: Whether a second RNN goes backward.
      target_predictor_fn: From the last state, `[batch_size, depth]`, and `y` to predictions and
        loss, as `logistic_regression` does.
      sequence_length: The number of steps of each example, or `None`.
      initial_state: The state that the RNN starts from, or `None` for zeros.
      attn_length: Over how many of its last outputs each cell attends; `None` for no attention.
      attn_size: The width of what it attends to; `rnn_size` if `None`.
      attn_vec_size: The width inside the attention; `attn_size` if `None`.

    Returns:
      The function. It raises `ValueError` if `cell_type` is unknown or `attn_length` not positive,
      and `UnsupportedError`, a `RuntimeError`, if TensorFlow does not have its RNN cells for want
      of Keras 2.
    """

    def cell() -> Any:
        types = {"rnn": "BasicRNNCell", "gru": "GRUCell", "lstm": "BasicLSTMCell"}
        if cell_type not in types:
            raise ValueError(f"cell_type {cell_type} is not supported. Use one of {sorted(types)}.")
        problem = legacy_keras_problem()
        if problem is not None:
            raise UnsupportedError(f"get_rnn_model stands on tf.nn.rnn_cell. {problem}")
        options = {"state_is_tuple": False} if cell_type == "lstm" else {}
        layers = [
            getattr(tf1.nn.rnn_cell, types[cell_type])(rnn_size, **options)
            for _ in range(num_layers)
        ]
        if attn_length is not None:
            layers = [AttentionCell(c, attn_length, attn_size, attn_vec_size) for c in layers]
        return tf1.nn.rnn_cell.MultiRNNCell(layers, state_is_tuple=False)

    def rnn_estimator(x: TensorLike, y: TensorLike) -> Any:
        inputs = input_op_fn(x)
        if bidirectional:
            _, state = bidirectional_rnn(
                cell(),
                cell(),
                inputs,
                dtype=tf.float32,
                sequence_length=sequence_length,
                initial_state_fw=initial_state,
                initial_state_bw=initial_state,
            )
        else:
            with silenced_deprecations():
                _, state = tf1.nn.static_rnn(
                    cell(),
                    inputs,
                    dtype=tf.float32,
                    sequence_length=sequence_length,
                    initial_state=initial_state,
                )
        return target_predictor_fn(state, y)

    return rnn_estimator
