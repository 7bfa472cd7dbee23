"""contrib's parts of models (`...learn.estimators.composable_model`).

A part builds logits and the ops that train it, for a model that is made of several.
"""

from __future__ import annotations

import abc
import re
from collections.abc import Callable, Iterable
from typing import Any

from tf_spec_compat._tf import checkpoints, tf, tf1
from tf_spec_compat.estimators.canned import networks, optimizers
from tf_spec_compat.model.types import Tensor
from tf_spec_compat.training.types import FeatureColumns, Optimizer

__all__ = ["DNNComposableModel", "LinearComposableModel"]


class _ComposableModel(abc.ABC):
    """What both parts have in common."""

    def __init__(
        self,
        num_label_columns: int,
        optimizer: Optimizer,
        gradient_clip_norm: float | None,
        num_ps_replicas: int,
        scope: str,
        trainable: bool = True,
    ) -> None:
        """Keeps the options, which are those of the parts."""
        self._num_label_columns = num_label_columns
        self._optimizer = optimizer
        self._gradient_clip_norm = gradient_clip_norm
        self._num_ps_replicas = num_ps_replicas
        self._scope = scope
        self._trainable = trainable
        self._feature_columns: Any = None

    def get_scope_name(self) -> str:
        """Returns the scope of the variables."""
        return self._scope

    @abc.abstractmethod
    def build_model(
        self, features: dict[Any, Any], feature_columns: FeatureColumns, is_training: bool
    ) -> Any:
        """Builds the part.

        Args:
          features: Name -> tensor.
          feature_columns: contrib's feature columns.
          is_training: Whether to drop out.

        Returns:
          Logits `[batch_size, num_label_columns]`.

        Raises:
          TypeError: If there are no columns.
        """

    def get_train_step(self, loss: Tensor) -> list[Any]:
        """Returns a list of the op that trains the part; it does not count global steps.

        The list is empty while nothing is built that could be trained.

        Raises:
          KeyError: If there is no optimizer of that name.
        """
        variables = self._get_vars()
        if not variables:
            return []
        optimizer = self._get_optimizer()
        return [optimizers.apply_gradients(optimizer, loss, variables, self._gradient_clip_norm)]

    def _get_feature_columns(self) -> Any:
        """Returns each column once, in the order of their keys; None if there are none."""
        columns = self._feature_columns
        return sorted(set(columns), key=lambda column: column.key) if columns else None

    def _get_vars(self) -> list[Any]:
        if not self._get_feature_columns():
            return []
        variables: list[Any] = tf1.get_collection(self._scope)
        return variables

    def _get_optimizer(self) -> Any:
        if self._optimizer is None or isinstance(self._optimizer, str):
            return self._get_default_optimizer(self._optimizer)
        return optimizers.build_optimizer(self._optimizer)

    @abc.abstractmethod
    def _get_default_optimizer(self, optimizer_name: str | None = None) -> Any:
        """Returns the optimizer of a name, or the usual one."""

    def _columns(self, feature_columns: FeatureColumns) -> Any:
        self._feature_columns = feature_columns
        columns = self._get_feature_columns()
        if columns is None:
            raise TypeError(f"feature_columns must not be empty, got {feature_columns!r}.")
        return columns

    def _partitioner(self, min_slice_size: int | None = None) -> Any:
        return networks.partitioner(self._num_ps_replicas, min_slice_size)


class LinearComposableModel(_ComposableModel):
    """The wide part: a weighted sum of its columns and a bias.

    Deprecated, as in contrib; use `tf.estimator.LinearEstimator`.
    """

    def __init__(
        self,
        num_label_columns: int,
        optimizer: Optimizer = None,
        _joint_weights: bool = False,
        gradient_clip_norm: float | None = None,
        num_ps_replicas: int = 0,
        scope: str | None = None,
        trainable: bool = True,
    ) -> None:
        """Prepares the part.

        Args:
          num_label_columns: The width of the logits.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.2 then, or
            less where there are many columns. Ftrl by default.
          _joint_weights: Whether all weights are rows of one variable, for sparse columns that are
            combined by their sum.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          num_ps_replicas: The number of parameter servers to cut variables up for.
          scope: The scope of the variables, and the collection that they are in; `linear` by
            default.
          trainable: Whether optimizers that look for trainable variables find them.
        """
        super().__init__(
            num_label_columns,
            optimizer,
            gradient_clip_norm,
            num_ps_replicas,
            scope or networks.LINEAR,
            trainable,
        )
        self._joint_weights = _joint_weights

    def get_weights(self, model_dir: str) -> Any:
        """Returns the weights in the latest checkpoint: name -> value, or the value of the one.

        Raises:
          tf.errors.NotFoundError: If there is no checkpoint.
        """
        slots = re.compile(rf".*/{re.escape(self._get_optimizer().get_name())}(_\d)?$")
        values = {
            name: checkpoints.load_variable(model_dir, name)
            for name, _ in checkpoints.list_variables(model_dir)
            if name.startswith(f"{self._scope}/")
            and name != f"{self._scope}/bias_weight"
            and not slots.match(name)
        }
        return next(iter(values.values())) if len(values) == 1 else values

    def get_bias(self, model_dir: str) -> Any:
        """Returns the bias in the latest checkpoint: `[num_label_columns]`.

        Raises:
          tf.errors.NotFoundError: If there is no checkpoint.
        """
        return checkpoints.load_variable(model_dir, f"{self._scope}/bias_weight")

    def build_model(
        self, features: dict[Any, Any], feature_columns: FeatureColumns, is_training: bool
    ) -> Any:
        """Builds the part, which has nothing to drop out; see the base class."""
        del is_training
        columns = self._columns(feature_columns)
        partitioner = self._partitioner(networks.INPUT_SLICE)
        values = tuple(features.values())
        with tf1.variable_scope(self._scope, values=values, partitioner=partitioner) as scope:
            return networks.wide_logits(
                features,
                columns,
                self._num_label_columns,
                collection=self._scope,
                scope=scope,
                joint=self._joint_weights,
                trainable=self._trainable,
            )

    def _get_default_optimizer(self, optimizer_name: str | None = None) -> Any:
        # Before there are columns, only the name of an optimizer matters.
        rate = optimizers.linear_rate(self._get_feature_columns() or 1)
        return optimizers.optimizer_by_name(optimizer_name or "Ftrl", rate)


class DNNComposableModel(_ComposableModel):
    """The deep part: fully connected layers on its columns.

    Deprecated, as in contrib; use `tf.estimator.DNNEstimator`.
    """

    def __init__(
        self,
        num_label_columns: int,
        hidden_units: Iterable[int],
        optimizer: Optimizer = None,
        activation_fn: Callable[[Any], Any] | None = tf.nn.relu,
        dropout: float | None = None,
        gradient_clip_norm: float | None = None,
        num_ps_replicas: int = 0,
        scope: str | None = None,
        trainable: bool = True,
    ) -> None:
        """Prepares the part.

        Args:
          num_label_columns: The width of the logits.
          hidden_units: The width of each hidden layer, all of them fully connected; positive
            integers.
          optimizer: A `tf.compat.v1.train.Optimizer`, a class or function that makes one without
            arguments, or one of `contrib.layers.OPTIMIZER_CLS_NAMES`, whose rate is 0.05 then.
            Adagrad by default.
          activation_fn: The activation of the hidden layers; None is none.
          dropout: The part of each hidden layer that is dropped while training, from 0 to 1; None
            drops nothing.
          gradient_clip_norm: The global norm to clip gradients to; None leaves them as they are.
          num_ps_replicas: The number of parameter servers to cut variables up for.
          scope: The scope of the variables, and the collection that they are in; `dnn` by default.
          trainable: Whether optimizers that look for trainable variables find them.
        """
        super().__init__(
            num_label_columns,
            optimizer,
            gradient_clip_norm,
            num_ps_replicas,
            scope or networks.DNN,
            trainable,
        )
        self._hidden_units = hidden_units
        self._activation_fn = activation_fn
        self._dropout = dropout

    def get_weights(self, model_dir: str) -> list[Any]:
        """Returns the weights of each layer in the latest checkpoint, those of the logits last.

        Raises:
          tf.errors.NotFoundError: If there is no checkpoint.
        """
        return self._load(model_dir, "weights")

    def get_bias(self, model_dir: str) -> list[Any]:
        """Returns the biases likewise."""
        return self._load(model_dir, "biases")

    def _load(self, model_dir: str, what: str) -> list[Any]:
        names = [f"hiddenlayer_{index}" for index, _ in enumerate(self._hidden_units)]
        return [
            checkpoints.load_variable(model_dir, f"{self._scope}/{name}/{what}")
            for name in [*names, "logits"]
        ]

    def _add_hidden_layer_summary(self, value: Any, tag: str) -> None:
        networks.add_summaries(value, tag)

    def build_model(
        self, features: dict[Any, Any], feature_columns: FeatureColumns, is_training: bool
    ) -> Any:
        """Builds the part; see the base class."""
        logits, _ = networks.deep_logits(
            features,
            self._columns(feature_columns),
            self._hidden_units,
            self._num_label_columns,
            activation_fn=self._activation_fn,
            dropout=self._dropout if is_training else None,
            collection=self._scope,
            input_partitioner=self._partitioner(networks.INPUT_SLICE),
            layer_partitioner=self._partitioner(),
            summarize=self._add_hidden_layer_summary,
            prefix=f"{self._scope}/",
            logits_tag="logits",
            trainable=self._trainable,
        )
        return logits

    def _get_default_optimizer(self, optimizer_name: str | None = None) -> Any:
        return optimizers.optimizer_by_name(optimizer_name or "Adagrad", optimizers.DNN_RATE)
