"""What SDCA stands on (`tensorflow.contrib.linear_optimizer.python.ops`): model, column, table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import private, tf1

__all__ = ["SdcaModel", "ShardedMutableDenseHashTable", "SparseFeatureColumn"]

_L2 = "symmetric_l2_regularization"
_SLOT, _CONTRIBS_SLOT = "_unshrunk", "_unshrinked/SDCAOptimizer"


class ShardedMutableDenseHashTable(private.ShardedMutableDenseHashTable):
    """Spreads a hash table from keys to vectors over several; tensorflow-estimator's own class.

    Args:
      key_dtype: `tf.int64`.
      value_dtype: The dtype of values.
      default_value: The value of a missing key, `[value_size]`.
      empty_key: A key that is never used, `[key_size]`.
      deleted_key: Another one.
      num_shards: How many tables.
      checkpoint: Whether checkpoints hold them.
      name: What the op's name begins with.
    """


class SparseFeatureColumn(private.SparseFeatureColumn):
    """Holds a sparse feature of a batch for `SdcaModel`; tensorflow-estimator's own class.

    Args:
      example_indices: Which example each value belongs to, int64 `[values]`, ascending.
      feature_indices: Which weight it belongs to, int64 `[values]`.
      feature_values: The values, float32 `[values]`, or None for ones.

    The three are properties of the same names.
    """


class SdcaModel(private.SDCAModel):
    """Trains linear weights by stochastic dual coordinate ascent; tensorflow-estimator's own class.

    It differs as contrib's did: slots have other names, and weights are trained with an L2 of at
    least 1, for which `regularized_loss` counts what it was given.

    Args:
      examples: A dict of `sparse_features`, a list of `SparseFeatureColumn`; `dense_features`, a
        list of float32 `[batch_size, width]`; `example_labels` and `example_weights`, float32
        `[batch_size]`; and `example_ids`, strings `[batch_size]` that tell the examples apart.
      variables: A dict of `sparse_features_weights` and `dense_features_weights`, lists of
        variables, or of lists of the parts of one.
      options: A dict of `loss_type`, one of `logistic_loss`, `squared_loss`, `hinge_loss`,
        `smooth_hinge_loss` and `poisson_loss`; `symmetric_l1_regularization`;
        `symmetric_l2_regularization`; and, if wanted, `num_loss_partitions`, `num_table_shards` and
        `adaptive`.

    Raises:
      KeyError: If one of these is missing.
      ValueError: If a dict is None, an element of `examples` or `variables` that must be a list is
        none, a regularization is negative, or the `loss_type` is unknown.

    `minimize(global_step)` is the op of a step, and `update_weights(train_op)` the one after it,
    which brings the variables up to date. `predictions(examples)`, `unregularized_loss(examples)`,
    `regularized_loss(examples)` and `approximate_duality_gap()` are tensors.
    """

    def __init__(
        self,
        examples: Mapping[str, Any] | None,
        variables: Mapping[str, Any] | None,
        options: Mapping[str, Any] | None,
    ) -> None:
        """Takes what the class says."""
        self._given_l2: float | None = None
        if options and _L2 in options:
            self._given_l2 = options[_L2]
            if options[_L2] < 0:
                raise ValueError(
                    f"{_L2} should be non-negative. Found ({options[_L2]:f}); pass 0 or more."
                )
            options = {**options, _L2: max(options[_L2], 1.0)}
        self._options: Any = options
        super().__init__(examples, variables, options)

    def regularized_loss(self, examples: Mapping[str, Any]) -> Any:
        """Returns the loss with both regularizations, a float64 scalar."""
        trained = self._options
        self._options = {**trained, _L2: self._given_l2}
        try:
            return super().regularized_loss(examples)
        finally:
            self._options = trained

    def _create_slots(self) -> None:
        with tf1.variable_creator_scope(_with_contribs_name):
            super()._create_slots()


def _with_contribs_name(create: Callable[..., Any], **kwargs: Any) -> Any:
    """Names a variable as contrib did, if it is a slot."""
    name = kwargs.get("name")
    if name and name.endswith(_SLOT):
        kwargs["name"] = name[: -len(_SLOT)] + _CONTRIBS_SLOT
    return create(**kwargs)
