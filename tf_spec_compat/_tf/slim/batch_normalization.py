"""The batch normalization layer that tf-slim builds `batch_norm` on.

TensorFlow's own copy of Keras 2, on which tf-slim's other layers stand, lost this one in 2.13, and
what is left looks for it in a package of another name. This one needs no Keras to be installed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from tensorflow.python.framework import smart_cond
from tensorflow.python.keras.legacy_tf_layers import base
from tensorflow.python.training import moving_averages

from tf_spec_compat._tf import tf, tf1

__all__ = ["BatchNormalization"]

_CLIPPING = ("rmax", "rmin", "dmax")
_moved = functools.partial(moving_averages.assign_moving_average, zero_debias=False)


class BatchNormalization(base.Layer):
    """Normalizes over all dimensions but `axis`, as TF 1.15's `tf.layers.BatchNormalization`.

    Args:
      axis: The dimension of the channels: 1, or -1 for the last.
      momentum: Decay of the moving averages.
      epsilon: Added to the variance.
      center: Whether there is a `beta`.
      scale: Whether there is a `gamma`.
      beta_initializer: And the three that follow: initializers.
      gamma_initializer: See there.
      moving_mean_initializer: See there.
      moving_variance_initializer: See there.
      beta_regularizer: And the one that follows: regularizers.
      gamma_regularizer: See there.
      trainable: Whether `beta` and `gamma` are trained, and the averages updated.
      renorm: Whether to correct the batch's statistics towards the moving ones.
      renorm_clipping: Limits of that correction: `rmin`, `rmax` and `dmax`, scalars.
      renorm_momentum: Decay of the averages that the correction uses.
      adjustment: Function from the shape of the inputs to a scale and a shift, while training.
      fused: Whether to use the fused op where it can be: None and True, or False.
      **kwargs: Of the base layer.

    Raises:
      ValueError: If `renorm_clipping` has other keys.
    """

    def __init__(
        self,
        *,
        axis: int,
        momentum: float,
        epsilon: float,
        center: bool,
        scale: bool,
        beta_initializer: Callable[..., Any],
        gamma_initializer: Callable[..., Any],
        moving_mean_initializer: Callable[..., Any],
        moving_variance_initializer: Callable[..., Any],
        beta_regularizer: Callable[..., Any] | None,
        gamma_regularizer: Callable[..., Any] | None,
        trainable: bool,
        renorm: bool,
        renorm_clipping: Mapping[str, Any] | None,
        renorm_momentum: float,
        adjustment: Callable[[Any], tuple[Any, Any]] | None,
        fused: bool | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(trainable=trainable, **kwargs)
        clipping = dict(renorm_clipping or {}) if renorm else {}
        if not set(clipping) <= set(_CLIPPING):
            raise ValueError(f"renorm_clipping {clipping} contains keys not in {list(_CLIPPING)}")
        self._axis = axis
        self._momentum = momentum
        self._epsilon = epsilon
        self._parameters = (
            ("gamma", gamma_initializer if scale else None, gamma_regularizer),
            ("beta", beta_initializer if center else None, beta_regularizer),
        )
        self._mean_initializer = moving_mean_initializer
        self._variance_initializer = moving_variance_initializer
        self._renorm = renorm
        self._clipping = clipping
        self._renorm_momentum = renorm_momentum
        self._adjustment = adjustment
        self._fused = fused

    def build(self, input_shape: Any) -> None:
        """Makes the variables.

        Raises:
          ValueError: If the number of channels is not known.
        """
        shape = tf1.TensorShape(input_shape)
        channels = shape.as_list()[self._axis] if shape.rank else None
        if channels is None:
            what = "`axis` dimension." if shape.rank else "rank:"
            raise ValueError(
                f"Input has undefined {what} Input shape: {shape}; set the number of channels with "
                "set_shape or tf.ensure_shape."
            )
        self.gamma, self.beta = (
            initializer and self._variable(name, channels, initializer, regularizer, True)
            for name, initializer, regularizer in self._parameters
        )
        of_mean, of_variance = self._mean_initializer, self._variance_initializer
        self.moving_mean = self._variable("moving_mean", channels, of_mean)
        self.moving_variance = self._variable("moving_variance", channels, of_variance)
        if self._renorm:

            def of_stddev(*args: Any, **kwargs: Any) -> Any:
                return tf1.sqrt(of_variance(*args, **kwargs))

            self._moving_stddev = self._variable("moving_stddev", channels, of_stddev)
            self._renorm_mean = self._variable("renorm_mean", channels, of_mean)
            self._renorm_stddev = self._variable("renorm_stddev", channels, of_stddev)
        self.built = True

    def _variable(
        self,
        name: str,
        channels: int,
        initializer: Callable[..., Any],
        regularizer: Callable[..., Any] | None = None,
        trainable: bool = False,
    ) -> Any:
        return self.add_weight(
            name,
            [channels],
            dtype=self._parameter_dtype,
            initializer=initializer,
            regularizer=regularizer,
            trainable=trainable,
        )

    @property
    def _parameter_dtype(self) -> Any:
        small = self.dtype in (tf1.float16, tf1.bfloat16)
        return tf1.float32 if small else tf1.as_dtype(self.dtype or tf1.float32)

    def apply(self, inputs: Any, training: Any = False) -> Any:
        """Normalizes `inputs`, of any rank; puts the updates of the averages into `UPDATE_OPS`."""
        return self(inputs, training=training)

    def _normalize(self, inputs: Any, training: Any = False) -> Any:
        fused = self._fused is not False and len(inputs.shape) == 4
        if fused and not self._renorm and self._adjustment is None:
            return self._call_fused(inputs, training)
        return self._call_plain(inputs, training)

    call = tf.autograph.experimental.do_not_convert(_normalize)

    def _call_fused(self, inputs: Any, training: Any) -> Any:
        shape, dtype = self.moving_mean.shape, self._parameter_dtype
        gamma = tf1.ones(shape, dtype) if self.gamma is None else self.gamma
        beta = tf1.zeros(shape, dtype) if self.beta is None else self.beta
        normalize = functools.partial(
            tf1.nn.fused_batch_norm,
            inputs,
            gamma,
            beta,
            epsilon=self._epsilon,
            data_format="NCHW" if self._axis == 1 else "NHWC",
        )
        outputs, mean, variance = smart_cond.smart_cond(
            training,
            normalize,
            lambda: normalize(
                mean=self.moving_mean, variance=self.moving_variance, is_training=False
            ),
        )
        if _static(training) is not False:
            # A decay of 1 leaves an average as it is.
            decay = smart_cond.smart_cond(
                training, lambda: tf1.constant(self._momentum), lambda: tf1.constant(1.0)
            )
            self._update(_moved(self.moving_mean, mean, decay))
            self._update(_moved(self.moving_variance, variance, decay))
        return outputs

    def _call_plain(self, inputs: Any, training: Any) -> Any:
        axis = self._axis % len(inputs.shape)
        channels = [1] * len(inputs.shape)
        channels[axis] = -1

        def spread(value: Any) -> Any:
            """Gives a value for each channel the rank that it needs to be broadcast."""
            plain = value is None or axis == len(channels) - 1 or len(value.shape) != 1
            return value if plain else tf1.reshape(value, channels)

        scale, offset = spread(self.gamma), spread(self.beta)
        if _static(training) is False:
            mean, variance = self.moving_mean, self.moving_variance
        else:
            if self._adjustment is not None:
                scale, offset = self._adjusted(inputs, training, scale, offset)
            axes = [i for i in range(len(channels)) if i != axis]
            batch = tf1.nn.moments(tf1.cast(inputs, self._parameter_dtype), axes)
            moving = self.moving_mean, self.moving_variance
            mean, variance = (
                smart_cond.smart_cond(training, lambda b=b: b, lambda m=m: tf1.convert_to_tensor(m))
                for b, m in zip(batch, moving)
            )
            if self._renorm:
                r, d = self._corrections(batch[0], batch[1], training)
                scale, offset = _combined(spread(r), spread(d), scale, offset)
            else:
                self._update(self._while_training(training, self.moving_mean, mean))
                self._update(self._while_training(training, self.moving_variance, variance))
        mean, variance, offset, scale = (
            None if value is None else tf1.cast(spread(value), inputs.dtype)
            for value in (mean, variance, offset, scale)
        )
        outputs = tf1.nn.batch_normalization(inputs, mean, variance, offset, scale, self._epsilon)
        outputs.set_shape(inputs.shape)
        return outputs

    def _adjusted(self, inputs: Any, training: Any, scale: Any, offset: Any) -> tuple[Any, Any]:
        assert self._adjustment is not None
        factor, shift = self._adjustment(tf1.shape(inputs))
        factor = smart_cond.smart_cond(training, lambda: factor, lambda: tf1.ones_like(factor))
        shift = smart_cond.smart_cond(training, lambda: shift, lambda: tf1.zeros_like(shift))
        return _combined(factor, shift, scale, offset)

    def _corrections(self, mean: Any, variance: Any, training: Any) -> tuple[Any, Any]:
        """Gives renorm's r and d, and updates all of its averages."""
        epsilon = self._epsilon
        stddev = tf1.sqrt(variance + epsilon)
        lowest = tf1.maximum(self._renorm_stddev, tf1.sqrt(tf1.cast(epsilon, stddev.dtype)))
        r = stddev / lowest
        d = (mean - self._renorm_mean) / lowest
        with tf1.control_dependencies([r, d]):
            mean, stddev = tf1.identity(mean), tf1.identity(stddev)
        limits = {key: tf1.cast(value, r.dtype) for key, value in self._clipping.items()}
        r = smart_cond.smart_cond(training, lambda: r, lambda: tf1.ones_like(r))
        d = smart_cond.smart_cond(training, lambda: d, lambda: tf1.zeros_like(d))
        if "rmin" in limits:
            r = tf1.maximum(r, limits["rmin"])
        if "rmax" in limits:
            r = tf1.minimum(r, limits["rmax"])
        if "dmax" in limits:
            d = tf1.minimum(tf1.maximum(d, -limits["dmax"]), limits["dmax"])
        momentum = self._renorm_momentum
        renormed = [
            self._while_training(training, self._renorm_mean, mean, momentum),
            self._while_training(training, self._renorm_stddev, stddev, momentum),
        ]
        with tf1.control_dependencies(renormed):
            mean, variance = tf1.identity(mean), tf1.identity(variance)
        self._update(self._while_training(training, self.moving_mean, mean))

        def move_variance() -> Any:
            moved = _moved(self._moving_stddev, tf1.sqrt(variance + epsilon), self._momentum)
            moved = tf1.convert_to_tensor(moved)
            assigned = tf1.nn.relu(moved * moved - epsilon)
            return tf1.assign(self.moving_variance, assigned, name="AssignNewValue")

        self._update(self._conditional(training, move_variance, self.moving_variance))
        return tf1.stop_gradient(r, name="renorm_r"), tf1.stop_gradient(d, name="renorm_d")

    def _while_training(
        self, training: Any, average: Any, value: Any, momentum: float | None = None
    ) -> Any:
        momentum = self._momentum if momentum is None else momentum
        return self._conditional(training, lambda: _moved(average, value, momentum), average)

    def _conditional(self, training: Any, update: Callable[[], Any], variable: Any) -> Any:
        """Runs `update` while training, and leaves `variable` as it is otherwise."""
        if _static(training) is not None:
            return update()
        return tf1.cond(
            training,
            lambda: tf1.convert_to_tensor(update()),
            lambda: tf1.convert_to_tensor(variable),
        )

    def _update(self, update: Any) -> None:
        # A frozen layer still normalizes with the batch's statistics, as in TF 1.15.
        if self.trainable:
            tf1.add_to_collection(tf1.GraphKeys.UPDATE_OPS, update.op)


def _static(training: Any) -> bool | None:
    """Gives the value of `training` where it is known, None where it will be fed."""
    value = smart_cond.smart_constant_value(training)
    return None if value is None else bool(value)


def _combined(factor: Any, shift: Any, scale: Any, offset: Any) -> tuple[Any, Any]:
    """Gives the scale and offset that have the effect of `factor` and `shift`, and theirs after."""
    if scale is not None:
        factor, shift = factor * scale, shift * scale
    if offset is not None:
        shift = shift + offset
    return factor, shift
