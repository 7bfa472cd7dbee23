"""`tensorflow.contrib.estimator.python.estimator.extenders`: more for estimators and optimizers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import tf, tf1

__all__ = ["clip_gradients_by_norm", "forward_features"]


def forward_features(
    estimator: Any,
    keys: str | Sequence[str] | None = None,
    sparse_default_values: Mapping[str, Any] | None = None,
) -> Any:
    """Returns an estimator whose predictions have features beside them, such as an id.

    Args:
      estimator: A `tf.estimator.Estimator` whose predictions are a dict.
      keys: Name or names of the features; all of them by default.
      sparse_default_values: Name of a sparse feature -> what fills it up to a dense one.

    Returns:
      A `tf.estimator.Estimator` of the same model and folder. Its predict signatures have the
      features too.

    Raises:
      TypeError: `keys` are neither a string nor strings.
      ValueError: On prediction, if a feature is missing, or sparse without a default value, or if
        the predictions are no dict.
    """
    if isinstance(keys, str):
        keys = [keys]
    elif keys is not None:
        if not isinstance(keys, (list, tuple, set, frozenset)):
            raise TypeError(
                "keys should be either a string or a list of strings. "
                f"Given: {type(keys)}; pass the names of features."
            )
        for key in keys:
            if not isinstance(key, str):
                raise TypeError(
                    "All items in the given keys list should be a string. "
                    f"There exist an item with type: {type(key)}: {key!r}."
                )
    defaults = dict(sparse_default_values or {})

    def model_fn(features: Any, labels: Any, mode: str, config: Any) -> Any:
        spec = estimator.model_fn(features, labels, mode, config)
        if mode != core.ModeKeys.PREDICT:
            return spec
        if not isinstance(spec.predictions, dict):
            raise ValueError(
                "Predictions should be a dict to be able to forward features. "
                f"Given: {type(spec.predictions)}; return a dict from model_fn."
            )
        added = _chosen(features, keys, defaults)
        predictions = {**spec.predictions, **added}
        outputs = {}
        for name, output in (spec.export_outputs or {}).items():
            if isinstance(output, core.export.PredictOutput):
                output = core.export.PredictOutput({**output.outputs, **added})
            outputs[name] = output
        exported = None if spec.export_outputs is None else outputs
        return spec._replace(predictions=predictions, export_outputs=exported)

    return core.Estimator(model_fn, model_dir=estimator.model_dir, config=estimator.config)


def _chosen(features: Any, keys: Any, defaults: dict[str, Any]) -> dict[str, Any]:
    chosen = {}
    for key in features if keys is None else keys:
        if key not in features:
            raise ValueError(
                f'keys should be exist in features. Key "{key}" is not in features dict. features '
                f"dict has following keys: {features.keys()}. Please check arguments of "
                "forward_features."
            )
        feature = features[key]
        if key in defaults and isinstance(feature, tf.SparseTensor):
            feature = tf.sparse.to_dense(feature, default_value=defaults[key])
        if not isinstance(feature, tf.Tensor):
            raise ValueError(
                f"Feature ({key}) should be a Tensor. Please use `keys` argument of "
                "forward_features to filter unwanted features, oradd key to argument "
                f"`sparse_default_values`. Type of features[{key}] is {type(feature)}."
            )
        chosen[key] = feature
    return chosen


class _ClipByNorm(tf1.train.Optimizer):
    """Clips gradients by their common norm before another optimizer applies them."""

    def __init__(self, optimizer: Any, clip_norm: Any) -> None:
        super().__init__(False, "ClipByNorm" + optimizer.get_name())
        self._optimizer = optimizer
        self._clip_norm = clip_norm

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the other optimizer's gradients, not yet clipped."""
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Clips, then applies."""
        gradients, variables = zip(*grads_and_vars)
        clipped, _ = tf.clip_by_global_norm(gradients, self._clip_norm)
        return self._optimizer.apply_gradients(list(zip(clipped, variables)), global_step, name)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        """Returns a slot of the other optimizer."""
        return self._optimizer.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the names of the other optimizer's slots."""
        return self._optimizer.get_slot_names(*args, **kwargs)


def clip_gradients_by_norm(optimizer: Any, clip_norm: Any) -> Any:
    """Returns an optimizer that scales all gradients down to a common norm of `clip_norm`.

    Args:
      optimizer: A `tf.compat.v1.train.Optimizer`; its variables keep their names.
      clip_norm: A number or a scalar tensor above 0.
    """
    return _ClipByNorm(optimizer, clip_norm)
