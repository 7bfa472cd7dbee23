"""`SDCAOptimizer` (`...linear_optimizer.python.sdca_optimizer`): SDCA for linear estimators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.crossed import CrossedColumn
from tf_spec_compat.columns.real_valued import RealValuedColumn
from tf_spec_compat.columns.sparse import SparseColumn
from tf_spec_compat.columns.weighted_sparse import WeightedSparseColumn
from tf_spec_compat.estimators.canned.sdca_ops import SdcaModel, SparseFeatureColumn
from tf_spec_compat.model.types import Tensor

__all__ = ["SDCAOptimizer"]


class SDCAOptimizer:
    """Says how a linear estimator is trained by stochastic dual coordinate ascent.

    It is no `tf.compat.v1.train.Optimizer`: pass it as `optimizer` to `LinearClassifier` or
    `LinearRegressor`.
    """

    def __init__(
        self,
        example_id_column: str,
        num_loss_partitions: int = 1,
        num_table_shards: int | None = None,
        symmetric_l1_regularization: float = 0.0,
        symmetric_l2_regularization: float = 1.0,
        adaptive: bool = True,
        partitioner: Any = None,
    ) -> None:
        """Takes the settings, which are properties of the same names.

        Args:
          example_id_column: The feature of strings that tell the examples apart.
          num_loss_partitions: How many workers train at the same time.
          num_table_shards: Over how many hash tables the state of the examples is spread.
          symmetric_l1_regularization: Weight of the sum of absolute values.
          symmetric_l2_regularization: Weight of half the sum of squares; at least 1 is used.
          adaptive: Whether examples are chosen by how much they are expected to help.
          partitioner: How variables are cut into parts.
        """
        self._example_id_column = example_id_column
        self._num_loss_partitions = num_loss_partitions
        self._num_table_shards = num_table_shards
        self._symmetric_l1_regularization = symmetric_l1_regularization
        self._symmetric_l2_regularization = symmetric_l2_regularization
        self._adaptive = adaptive
        self._partitioner = partitioner

    def get_name(self) -> str:
        """Returns `"SDCAOptimizer"`."""
        return "SDCAOptimizer"

    @property
    def example_id_column(self) -> str:
        """The feature of strings that tell the examples apart."""
        return self._example_id_column

    @property
    def num_loss_partitions(self) -> int:
        """How many workers train at the same time."""
        return self._num_loss_partitions

    @property
    def num_table_shards(self) -> int | None:
        """Over how many hash tables the state of the examples is spread."""
        return self._num_table_shards

    @property
    def symmetric_l1_regularization(self) -> float:
        """Weight of the sum of absolute values."""
        return self._symmetric_l1_regularization

    @property
    def symmetric_l2_regularization(self) -> float:
        """Weight of half the sum of squares."""
        return self._symmetric_l2_regularization

    @property
    def adaptive(self) -> bool:
        """Whether examples are chosen by how much they are expected to help."""
        return self._adaptive

    @property
    def partitioner(self) -> Any:
        """How variables are cut into parts."""
        return self._partitioner

    def get_train_step(
        self,
        columns_to_variables: Mapping[Any, Any],
        weight_column_name: str | None,
        loss_type: str,
        features: Mapping[Any, Any],
        targets: Any,
        global_step: Tensor,
    ) -> tuple[SdcaModel, Any]:
        """Builds the op of a training step.

        Args:
          columns_to_variables: Feature column -> the list of its variables.
          weight_column_name: The feature that weighs examples, or None.
          loss_type: What `SdcaModel` takes.
          features: Column -> what it makes of the features; and the features of the example ids and
            weights by name.
          targets: Labels, one for each example.
          global_step: What is counted up.

        Returns:
          The `SdcaModel`, and the op. The variables have the new weights once the op that
          `update_weights` makes of this one has run.

        Raises:
          ValueError: If a column is of a type that SDCA cannot train, or `loss_type` is unknown.
          KeyError: If there is no such feature.
          InvalidArgumentError: If a real-valued column makes a tensor of more than two dimensions,
            now or while running.
        """
        weights: dict[str, list[Any]] = {
            "sparse_features_weights": [],
            "dense_features_weights": [],
        }
        dense: list[Any] = []
        sparse: list[SparseFeatureColumn] = []
        for column in sorted(columns_to_variables, key=lambda column: column.key):
            transformed, variables = features[column], columns_to_variables[column]
            if isinstance(column, RealValuedColumn):
                dense.append(_matrix(transformed))
                weights["dense_features_weights"].append(variables[0])
            else:
                sparse.append(_sparse_column(column, transformed))
                parts = variables[0] if len(variables) == 1 else variables
                weights["sparse_features_weights"].append(parts)
        labels = tf.reshape(tf.cast(targets, tf.float32), [-1])
        if weight_column_name:
            example_weights = tf.reshape(tf.cast(features[weight_column_name], tf.float32), [-1])
        else:
            example_weights = tf.ones(tf.shape(targets)[:1])
        model = SdcaModel(
            examples={
                "sparse_features": sparse,
                "dense_features": dense,
                "example_labels": labels,
                "example_weights": example_weights,
                "example_ids": features[self._example_id_column],
            },
            variables=weights,
            options={
                "symmetric_l1_regularization": self._symmetric_l1_regularization,
                "symmetric_l2_regularization": self._symmetric_l2_regularization,
                "adaptive": self._adaptive,
                "num_loss_partitions": self._num_loss_partitions,
                "num_table_shards": self._num_table_shards,
                "loss_type": loss_type,
            },
        )
        return model, model.minimize(global_step=global_step)


def _matrix(tensor: Tensor) -> Any:
    """Gives a dense feature the shape `[batch_size, width]`."""
    check = tf.debugging.assert_less_equal(
        tf.rank(tensor),
        2,
        message=f"transformed_tensor should have rank at most 2; reshape {tensor!r}.",
    )
    with tf.control_dependencies([check] if check is not None else []):
        return tf.reshape(tf.cast(tensor, tf.float32), [tf.shape(tensor)[0], -1])


def _sparse_column(column: Any, transformed: Any) -> SparseFeatureColumn:
    """Gives a sparse feature the form in which SDCA takes it: no id twice in an example.

    Raises:
      ValueError: If the column is of another type.
    """
    weight_tensor = None
    if isinstance(column, BucketizedColumn):
        id_tensor = column.to_sparse_tensor(transformed)
    elif isinstance(column, (SparseColumn, CrossedColumn, WeightedSparseColumn)):
        id_tensor, weight_tensor = column.id_tensor(transformed), column.weight_tensor(transformed)
    else:
        raise ValueError(
            f"SDCAOptimizer does not support column type {type(column).__name__}. It trains "
            "real-valued, bucketized, sparse, weighted sparse and crossed columns; leave out "
            f"{column!r}."
        )
    ids = tf.reshape(tf.cast(id_tensor.values, tf.int64), [-1])
    examples = tf.reshape(id_tensor.indices[:, 0], [-1])
    values = tf.ones_like(ids, tf.float32)
    if weight_tensor is not None:
        values = tf.reshape(tf.cast(weight_tensor.values, tf.float32), [-1])
    known = tf.where(ids >= 0)[:, 0]
    ids, examples, values = (tf.gather(part, known) for part in (ids, examples, values))
    # Of several equal pairs of an example and an id one is left, with the sum of their values.
    base = tf.reduce_max(tf.concat([ids, [0]], 0)) + 1
    pairs, places = tf.unique(examples * base + ids)
    sums = tf.math.unsorted_segment_sum(values, places, tf.size(pairs))
    return SparseFeatureColumn(pairs // base, pairs % base, sums)
