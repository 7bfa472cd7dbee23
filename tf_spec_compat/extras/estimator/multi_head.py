"""`multi_head` of `tensorflow.contrib.estimator`: several heads on one network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import private, tf, tf1
from tf_spec_compat.extras.estimator.training import check_labels, train_op_of
from tf_spec_compat.model.types import Tensor

__all__ = ["MultiHead", "multi_head"]

_DEFAULT = "serving_default"


class MultiHead(private.SingleHead):
    """What `multi_head` returns: a head as the canned ones of `tf.compat.v1.estimator`."""

    def __init__(self, heads: Sequence[Any], head_weights: Sequence[float]) -> None:
        self._heads = heads
        self._head_weights = head_weights

    @property
    def name(self) -> str:
        """The names of the heads, joined."""
        return "_".join(head.name for head in self._heads)

    @property
    def logits_dimension(self) -> int:
        """How many logits the heads have together."""
        return sum(head.logits_dimension for head in self._heads)

    def create_loss(self, features: Any, mode: str, logits: Any, labels: Any) -> Any:
        """Returns the losses of a batch.

        Args:
          features: A dict.
          mode: One of `tf.estimator.ModeKeys`.
          logits: Name of a head -> its logits; or one tensor with those of all heads.
          labels: Name of a head -> its labels.

        Returns:
          A `LossSpec`: the scalar loss, and name of a head -> unreduced losses, weights, labels.
        """
        logits, labels = self._split(logits), _of_heads(labels)
        losses: dict[str, Any] = {}
        for head in self._heads:
            losses[head.name] = head.create_loss(
                features, mode, logits[head.name], labels[head.name]
            )
        scales = dict(zip(losses, self._head_weights))
        return private.LossSpec(
            self._merged([loss.training_loss for loss in losses.values()]),
            {name: loss.unreduced_loss * scales[name] for name, loss in losses.items()},
            {name: loss.weights * scales[name] for name, loss in losses.items()},
            {name: loss.processed_labels for name, loss in losses.items()},
        )

    def create_estimator_spec(
        self,
        features: Any,
        mode: str,
        logits: Any,
        labels: Any = None,
        optimizer: Any = None,
        train_op_fn: Callable[[Tensor], Any] | None = None,
    ) -> Any:
        """Returns an `EstimatorSpec`.

        Its predictions have pairs as keys, `(name of the head, key of the head's)`. Metrics have
        the name of their head as suffix.

        Args:
          features: A dict.
          mode: One of `tf.estimator.ModeKeys`.
          logits: Name of a head -> its logits; or one tensor with those of all heads.
          labels: Name of a head -> its labels; not needed for prediction.
          optimizer: A `tf.compat.v1.train.Optimizer` that minimizes the loss in training.
          train_op_fn: Makes the training op of the loss, in place of `optimizer`.

        Raises:
          KeyError: A head has no logits or labels.
          ValueError: `mode` is unknown, labels are no dict, logits cannot be split, or in training
            there are both an optimizer and a `train_op_fn`, or none of the two.
        """
        logits = self._split(logits)
        if mode != core.ModeKeys.PREDICT:
            labels = _of_heads(labels)
        specs = {}
        for head in self._heads:
            specs[head.name] = head.create_estimator_spec(
                features=features,
                mode=mode,
                logits=logits[head.name],
                labels=None if mode == core.ModeKeys.PREDICT else labels[head.name],
                train_op_fn=lambda loss: tf.no_op(),
            )
        predictions = {
            (name, key): value
            for name, spec in specs.items()
            for key, value in spec.predictions.items()
        }
        if mode == core.ModeKeys.PREDICT:
            outputs = _merged_outputs(specs, self._heads[0].name)
            return core.EstimatorSpec(mode, predictions=predictions, export_outputs=outputs)
        losses = {name: spec.loss for name, spec in specs.items()}
        if mode == core.ModeKeys.EVAL:
            with tf.name_scope("merge_eval"):
                loss = self._merged(list(losses.values()))
                metrics = {}
                for name, spec in specs.items():
                    key = f"loss/{name}"
                    metrics[key] = tf1.metrics.mean(losses[name], name=key)
                    metrics.update(spec.eval_metric_ops)
            return core.EstimatorSpec(
                mode, predictions=predictions, loss=loss, eval_metric_ops=metrics
            )
        if mode != core.ModeKeys.TRAIN:
            raise ValueError(f"mode={mode} unrecognized; pass one of tf.estimator.ModeKeys.")
        loss = self._merged(list(losses.values()))
        train_op = train_op_of(loss, optimizer, train_op_fn)
        tf1.summary.scalar("loss", loss)
        return core.EstimatorSpec(mode, predictions=predictions, loss=loss, train_op=train_op)

    def _merged(self, losses: Sequence[Tensor]) -> Tensor:
        with tf.name_scope("merge_losses"):
            return tf.add_n([loss * weight for loss, weight in zip(losses, self._head_weights)])

    def _split(self, logits: Any) -> Mapping[str, Tensor]:
        """Returns name of a head -> its logits."""
        if isinstance(logits, Mapping):
            return logits
        with tf.name_scope("split_logits"):
            logits = tf.convert_to_tensor(logits)
            sizes = [head.logits_dimension for head in self._heads]
            if logits.shape[-1] != sum(sizes):
                raise ValueError(
                    f"Could not split logits of shape {logits.shape.as_list()} among the heads "
                    f"with individual logits dimensions: {sizes}. The last dimension of the "
                    f"logits tensor should equal {logits.shape[-1]} but is {sum(sizes)}."
                )
            parts = tf.split(logits, sizes, axis=-1)
        return {head.name: part for head, part in zip(self._heads, parts)}


def _of_heads(labels: Any) -> Mapping[str, Any]:
    """Returns labels if they are a dict."""
    check_labels(labels)
    if not isinstance(labels, Mapping):
        raise ValueError(f"labels must be a dict. Given: {labels}")
    return labels


def _merged_outputs(specs: Mapping[str, Any], default: str) -> dict[str, Any]:
    """Returns the export outputs of all heads; the `default` one's are served by default."""
    outputs = {_DEFAULT: specs[default].export_outputs[_DEFAULT]}
    predicted: dict[str, Tensor] = {}
    for name, spec in specs.items():
        for key, output in spec.export_outputs.items():
            outputs[name if key == _DEFAULT else f"{name}/{key}"] = output
        predict = spec.export_outputs.get("predict")
        if isinstance(predict, core.export.PredictOutput):
            predicted.update({f"{name}/{key}": value for key, value in predict.outputs.items()})
    outputs["predict"] = core.export.PredictOutput(predicted)
    return outputs


def multi_head(heads: Sequence[Any], head_weights: Sequence[float] | None = None) -> Any:
    """Returns a head for several objectives, whose losses it adds up.

        head = multi_head([regression_head(name="price"), multi_class_head(3, name="kind")])
        estimator = DNNEstimator(head, [8], columns)  # labels are {"price": ..., "kind": ...}

    Args:
      heads: Heads with names, of this module or of `tf.compat.v1.estimator`.
      head_weights: A factor for each head's loss; 1 by default.

    Raises:
      ValueError: There are no heads, one has no name, or there are not as many weights.
    """
    if not heads:
        raise ValueError(f"Must specify heads. Given: {heads}")
    if head_weights and len(head_weights) != len(heads):
        raise ValueError(
            "heads and head_weights must have the same size. "
            f"Given len(heads): {len(heads)}. Given len(head_weights): {len(head_weights)}."
        )
    for head in heads:
        if not head.name:
            raise ValueError(f"All given heads must have name specified. Given: {head}")
    return MultiHead(tuple(heads), tuple(head_weights or [1.0] * len(heads)))
