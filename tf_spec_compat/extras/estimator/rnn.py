"""`tensorflow.contrib.estimator.python.estimator.rnn`: recurrent estimators on sequence columns.

Those of `tf.estimator.experimental` are of Keras 2, and their checkpoints are others; these are
made of TensorFlow's cells, so they need no Keras and read the checkpoints of TF1.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import private, rnn_cells, tf, tf1
from tf_spec_compat.extras.estimator.head import binary_classification_head, multi_class_head
from tf_spec_compat.extras.sequence_columns import sequence_input_layer
from tf_spec_compat.model.types import Tensor

__all__ = ["RNNClassifier", "RNNEstimator"]

_MEAN = "weighted_sum_over_batch_size"
_SET = object()  # told apart from a cell type that was given
_CELLS = {"basic_rnn": "BasicRNNCell", "gru": "GRUCell", "lstm": "BasicLSTMCell"}
_MIN_SLICE = 64 << 20  # bytes; smaller tables stay whole


class RNNEstimator(core.Estimator):
    """Reads sequences with recurrent cells, and hands a layer on their last output to a head.

        tokens = sequence_categorical_column_with_hash_bucket("tokens", 1000)
        estimator = RNNEstimator(
            regression_head(), [tf.feature_column.embedding_column(tokens, 8)], num_units=[16]
        )
        estimator.train(input_fn, steps=100)

    The variables are those of TF1, below the scope `rnn`.
    """

    def __init__(
        self,
        head: Any,
        sequence_feature_columns: Collection[Any],
        context_feature_columns: Collection[Any] | None = None,
        num_units: Sequence[int] | None = None,
        cell_type: Any = _SET,
        rnn_cell_fn: Callable[[str], Any] | None = None,
        return_sequences: bool = False,
        model_dir: str | None = None,
        optimizer: Any = "Adagrad",
        input_layer_partitioner: Any = None,
        config: Any = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          head: A head of `contrib.estimator` or `tf.compat.v1.estimator`.
          sequence_feature_columns: Columns that `sequence_input_layer` takes.
          context_feature_columns: Dense columns, whose values are put behind each step.
          num_units: The sizes of the layers of cells.
          cell_type: `"basic_rnn"` (the default), `"lstm"`, `"gru"`, or a class of cells.
          rnn_cell_fn: Makes the cell, given one of `tf.estimator.ModeKeys`; in place of the two
            before it.
          return_sequences: Whether the head gets logits of all steps, for which it has to be a
            sequential one of tensorflow-estimator.
          model_dir: Folder of checkpoints and summaries; a temporary one by default.
          optimizer: `"Adagrad"`, `"Adam"`, `"Ftrl"`, `"RMSProp"`, `"SGD"`, or a
            `tf.compat.v1.train.Optimizer`.
          input_layer_partitioner: Partitions the variables; by default tables from 64 MiB on are,
            over the parameter servers.
          config: A `tf.estimator.RunConfig`.

        Raises:
          TypeError: `num_units` are no sequence, or `cell_type` is no known name and no class.
          ValueError: There is `rnn_cell_fn` besides `num_units` or `cell_type`.
        """
        cell_fn = _cell_fn(num_units, cell_type, rnn_cell_fn)

        def model_fn(features: Any, labels: Any, mode: str, config: Any) -> Any:
            return _rnn_model_fn(
                features,
                labels,
                mode,
                head,
                cell_fn,
                tuple(sequence_feature_columns or ()),
                tuple(context_feature_columns or ()),
                return_sequences,
                optimizer,
                input_layer_partitioner,
                config,
            )

        super().__init__(model_fn, model_dir=model_dir, config=config)


class RNNClassifier(RNNEstimator):
    """Reads sequences with recurrent cells, and says of which class each is.

        tokens = sequence_categorical_column_with_hash_bucket("tokens", 1000)
        columns = [tf.feature_column.embedding_column(tokens, 8)]
        estimator = RNNClassifier(columns, num_units=[16], cell_type="lstm", n_classes=3)
        estimator.train(input_fn, steps=100)

    Its head is `multi_class_head` or, for two classes, `binary_classification_head`.
    """

    def __init__(
        self,
        sequence_feature_columns: Collection[Any],
        context_feature_columns: Collection[Any] | None = None,
        num_units: Sequence[int] | None = None,
        cell_type: Any = _SET,
        rnn_cell_fn: Callable[[str], Any] | None = None,
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column: Any = None,
        label_vocabulary: Sequence[str] | None = None,
        optimizer: Any = "Adagrad",
        loss_reduction: str = _MEAN,
        input_layer_partitioner: Any = None,
        config: Any = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          sequence_feature_columns: Columns that `sequence_input_layer` takes.
          context_feature_columns: Dense columns, whose values are put behind each step.
          num_units: The sizes of the layers of cells.
          cell_type: `"basic_rnn"` (the default), `"lstm"`, `"gru"`, or a class of cells.
          rnn_cell_fn: Makes the cell, given one of `tf.estimator.ModeKeys`; in place of the two
            before it.
          model_dir: Folder of checkpoints and summaries; a temporary one by default.
          n_classes: How many classes.
          weight_column: A feature of weights, by name or as a numeric column.
          label_vocabulary: The classes' names, if labels are strings.
          optimizer: As for `RNNEstimator`.
          loss_reduction: One of `tf.losses.Reduction`, but not `NONE`.
          input_layer_partitioner: As for `RNNEstimator`.
          config: A `tf.estimator.RunConfig`.

        Raises:
          TypeError: As for `RNNEstimator`.
          ValueError: As for `RNNEstimator`, or an option of the head is out of its range.
        """
        options: dict[str, Any] = {
            "weight_column": weight_column,
            "label_vocabulary": label_vocabulary,
            "loss_reduction": loss_reduction,
        }
        head = (
            binary_classification_head(**options)
            if n_classes == 2
            else multi_class_head(n_classes, **options)
        )
        super().__init__(
            head,
            sequence_feature_columns,
            context_feature_columns,
            num_units,
            cell_type,
            rnn_cell_fn,
            model_dir=model_dir,
            optimizer=optimizer,
            input_layer_partitioner=input_layer_partitioner,
            config=config,
        )


def _cell_fn(num_units: Any, cell_type: Any, rnn_cell_fn: Any) -> Callable[[str], Any]:
    """Returns what makes the cell for a mode."""
    if rnn_cell_fn is not None:
        if num_units is not None or cell_type is not _SET:
            raise ValueError("num_units and cell_type must not be specified when using rnn_cell_fn")
        return rnn_cell_fn
    cell_type = "basic_rnn" if cell_type is _SET else cell_type
    if not isinstance(cell_type, type) and cell_type not in _CELLS:
        raise TypeError(
            f"issubclass() arg 1 must be a class. cell_type is {cell_type!r}; pass one of "
            f"{sorted(_CELLS)}, or a class of cells."
        )
    sizes = [*num_units]

    def make(mode: str) -> Any:
        kind = getattr(rnn_cells, _CELLS[cell_type]) if cell_type in _CELLS else cell_type
        cells = [kind(size) for size in sizes]
        return cells[0] if len(cells) == 1 else rnn_cells.MultiRNNCell(cells)

    return make


def _rnn_model_fn(
    features: Any,
    labels: Any,
    mode: str,
    head: Any,
    cell_fn: Callable[[str], Any],
    sequence_columns: Sequence[Any],
    context_columns: Sequence[Any],
    return_sequences: bool,
    optimizer: Any,
    partitioner: Any,
    config: Any,
) -> Any:
    """Builds the model.

    Raises:
      ValueError: Features are no dict, columns do not fit, or `return_sequences` has need of
        another head.
    """
    if not isinstance(features, dict):
        raise ValueError(
            f"features should be a dictionary of `Tensor`s. Given type: {type(features)}"
        )
    if return_sequences and not isinstance(head, private.SequentialHead):
        raise ValueError(
            "Provided head must be a `_SequentialHead` object when `return_sequences` is set to "
            f"True. Given: {head}; use SequentialHeadWrapper of tensorflow-estimator."
        )
    for column in context_columns:
        if not isinstance(column, (private.DenseColumn, private.DenseColumnV2)):
            raise ValueError(
                "Items of feature_columns must be a _DenseColumn. You can wrap a categorical "
                f"column with an embedding_column or indicator_column. Given: {column}"
            )
    partitioner = partitioner or tf1.min_max_variable_partitioner(
        max_partitions=config.num_ps_replicas, min_slice_size=_MIN_SLICE
    )
    with tf1.variable_scope("rnn", values=tuple(features.values()), partitioner=partitioner):
        with tf1.variable_scope("sequence_input_layer"):
            inputs, lengths = sequence_input_layer(features, sequence_columns)
            if context_columns:
                context = tf1.feature_column.input_layer(features, context_columns)
                context = tf.tile(tf.expand_dims(context, 1), [1, tf.shape(inputs)[1], 1])
                inputs = tf.concat([inputs, context], -1)
        outputs, _ = tf1.nn.dynamic_rnn(cell_fn(mode), inputs, lengths, dtype=tf.float32)
        with tf1.variable_scope("logits"):
            if return_sequences:
                mask = tf.sequence_mask(lengths, tf.shape(outputs)[1], dtype=tf.float32)
                features = {**features, head.input_sequence_mask_key: mask}
            else:
                last = tf.maximum(tf.cast(lengths, tf.int32) - 1, 0)
                outputs = tf.gather(outputs, last, axis=1, batch_dims=1)
            logits = _dense(outputs, head.logits_dimension)
        # In the scope, because of which slots have the names that they have in TF1's checkpoints.
        return head.create_estimator_spec(
            features=features,
            mode=mode,
            labels=labels,
            optimizer=private.get_optimizer_instance(optimizer, learning_rate=0.05),
            logits=logits,
        )


def _dense(inputs: Tensor, units: int) -> Tensor:
    """Returns a linear layer, without the class of Keras 2."""
    with tf1.variable_scope("dense"):
        kernel = tf1.get_variable(
            "kernel", [inputs.shape[-1], units], initializer=tf1.glorot_uniform_initializer()
        )
        bias = tf1.get_variable("bias", [units], initializer=tf1.zeros_initializer())
        outputs = tf.tensordot(inputs, tf.convert_to_tensor(kernel), 1)
        return tf.nn.bias_add(outputs, tf.convert_to_tensor(bias))
