"""`ModelFnOps`, what a contrib model_fn returns (`...learn.estimators.model_fn`)."""

from __future__ import annotations

import collections
from typing import Any

from tf_spec_compat._tf import bridge, tf, tf1
from tf_spec_compat.model.eval_metrics import without_loss
from tf_spec_compat.model.export_outputs import to_export_outputs
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import (
    Hooks,
    Operation,
    OutputAlternatives,
    Predictions,
    Scaffold,
    Tensor,
    TensorLike,
)

__all__ = ["ModelFnOps", "checked_hooks"]


class ModelFnOps(
    collections.namedtuple(
        "ModelFnOps",
        [
            "predictions",
            "loss",
            "train_op",
            "eval_metric_ops",
            "output_alternatives",
            "training_chief_hooks",
            "training_hooks",
            "scaffold",
            "mode",
        ],
    )
):
    """The operations of a model in one mode. Deprecated: use `tf.estimator.EstimatorSpec`.

    `estimator_spec` returns the one that says the same.

    A named tuple whose fields stand in another order than the constructor's arguments, as in
    contrib. Behaviour: TF 1.15.5, but for this: it can be copied and pickled as far as its fields
    can, and lists and tuples of hooks may be mixed.

    Example:
      >>> ops = learn.ModelFnOps(learn.ModeKeys.INFER, predictions={"scores": tf.zeros([3])})
      >>> ops.mode, ops.loss, ops.train_op, sorted(ops.estimator_spec().predictions)
      ('infer', None, None, ['scores'])
    """

    def __new__(
        cls,
        mode: str,
        predictions: Predictions = None,
        loss: Tensor | None = None,
        train_op: Operation | None = None,
        eval_metric_ops: dict[str, Any] | None = None,
        output_alternatives: OutputAlternatives | None = None,
        training_chief_hooks: Hooks | None = None,
        training_hooks: Hooks | None = None,
        scaffold: Scaffold | None = None,
    ) -> ModelFnOps:
        """Checks and collects the operations.

        Args:
          mode: One of `ModeKeys`.
          predictions: A `Tensor` or `SparseTensor` or a dict of them, of any shape and dtype, or
            what converts to them. Needed to evaluate and to infer. A dict is copied.
          loss: A scalar `Tensor`, or one with a single element, which is reshaped. Needed to train
            and to evaluate.
          train_op: An `Operation`, or a `Tensor`, of which the operation is taken. Needed to train.
          eval_metric_ops: Metric name -> `(value tensor, update op)`. Its values are not looked at
            here.
          output_alternatives: Head name (or `None`) -> `(problem type, {key: Tensor})`, what the
            model can serve. Looked at by `estimator_spec` only.
          training_chief_hooks: `SessionRunHook`s to run on the chief worker while training.
          training_hooks: `SessionRunHook`s to run on every worker while training.
          scaffold: A `tf.compat.v1.train.Scaffold` to be used while training. Not looked at here.

        Raises:
          ValueError: If the mode is unknown or misses one of its operations, the loss has several
            elements, `eval_metric_ops` is no dict, or predictions, loss and train_op come from
            different graphs.
          TypeError: If something does not convert to a tensor, or hooks are not `SessionRunHook`s
            in a list or tuple.
        """
        ModeKeys.validate(mode)
        _check_same_graph(predictions=predictions, loss=loss, train_op=train_op)
        return super().__new__(
            cls,
            train_op=_checked_train_op(mode, train_op),
            loss=_checked_loss(mode, loss),
            predictions=_checked_predictions(mode, predictions),
            eval_metric_ops=_checked_metrics(eval_metric_ops),
            output_alternatives=output_alternatives,
            training_hooks=checked_hooks("training_hooks", training_hooks),
            training_chief_hooks=checked_hooks("training_chief_hooks", training_chief_hooks),
            scaffold=scaffold,
            mode=mode,
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles by fields; the constructor's arguments have another order."""
        return type(self)._make, (tuple(self),), self.__dict__

    def estimator_spec(self, default_serving_output_alternative_key: str | None = None) -> Any:
        """Returns the `tf.estimator.EstimatorSpec` that says the same.

        `output_alternatives` become `export_outputs` (see `to_export_outputs`). The metric `loss`
        is left out: `Estimator.evaluate` adds its own mean of the loss under that name. Nothing is
        added to the graph, and no dict of the fields is changed.

        Args:
          default_serving_output_alternative_key: The head that is served by default. Needed when
            there are several in `output_alternatives`.

        Raises:
          NoDefaultHeadError: A `KeyError`; if there are several heads and no default among them.
          TypeError: As `EstimatorSpec` raises it: predictions that are no dense tensors, metrics
            that are no `(value, update op)` pairs, a scaffold that is none.
          ValueError: If the mode is unknown, a tensor is not from the default graph, or an output
            alternative cannot be served.
        """
        ModeKeys.validate(self.mode)
        return bridge.new_estimator_spec(
            {
                "mode": self.mode,
                "predictions": self.predictions,
                "loss": self.loss,
                "train_op": self.train_op,
                "eval_metric_ops": without_loss(self.eval_metric_ops or {}),
                "export_outputs": to_export_outputs(
                    self.output_alternatives, default_serving_output_alternative_key
                ),
                "training_chief_hooks": self.training_chief_hooks,
                "training_hooks": self.training_hooks,
                "scaffold": self.scaffold,
            }
        )


def _check_same_graph(**values: Any) -> None:
    """Raises a `ValueError` if those of `values` that have a graph have different ones."""
    placed = [(name, value) for name, value in values.items() if _graph_of(value) is not None]
    for name, value in placed[1:]:
        first_name, first = placed[0]
        if _graph_of(value) is not _graph_of(first):
            raise ValueError(
                f"{_told(value)} must be from the same graph as {_told(first)}: they are {name} "
                f"and {first_name}; build all of them inside one model_fn call."
            )


def _told(value: Any) -> str:
    return repr(value) if isinstance(value, tf.Operation) else str(value)


def _graph_of(value: Any) -> Any:
    return getattr(value, "graph", None)


def _to_tensor(name: str, value: TensorLike, sparse: bool = False) -> Tensor:
    """Converts as TensorFlow does, and says which argument it was that did not convert."""
    convert = tf1.convert_to_tensor_or_sparse_tensor if sparse else tf1.convert_to_tensor
    try:
        return convert(value)
    except (TypeError, ValueError) as error:
        message = f"{error}: {name} must be a Tensor or convert to one, got {value!r}."
        kind = ValueError if isinstance(error, ValueError) else TypeError
        raise kind(message) from error


def _checked_train_op(mode: str, train_op: Any) -> Operation | None:
    if train_op is None:
        if mode == ModeKeys.TRAIN:
            raise ValueError(
                "Missing train_op: in mode 'train' ModelFnOps needs one, for example "
                "optimizer.minimize(loss, global_step)."
            )
        return None
    return train_op if isinstance(train_op, tf.Operation) else _to_tensor("train_op", train_op).op


def _checked_loss(mode: str, loss: TensorLike | None) -> Tensor | None:
    if loss is None:
        if mode in (ModeKeys.TRAIN, ModeKeys.EVAL):
            raise ValueError(f"Missing loss: in mode {mode!r} ModelFnOps needs one.")
        return None
    loss = _to_tensor("loss", loss)
    if loss.shape.num_elements() not in (None, 1):
        raise ValueError(
            f"Loss must be scalar: {loss}; reduce it, for example with tf.reduce_mean."
        )
    return loss if loss.shape.is_compatible_with([]) else tf1.reshape(loss, tf.TensorShape([]))


def _checked_predictions(mode: str, predictions: Predictions) -> Predictions:
    if predictions is None:
        if mode in (ModeKeys.EVAL, ModeKeys.INFER):
            raise ValueError(f"Missing predictions: in mode {mode!r} ModelFnOps needs them.")
        return None
    if isinstance(predictions, dict):
        return {
            key: _to_tensor(f"predictions[{key!r}]", value, sparse=True)
            for key, value in predictions.items()
        }
    return _to_tensor("predictions", predictions, sparse=True)


def _checked_metrics(eval_metric_ops: Any) -> Any:
    if eval_metric_ops is None:
        return {}
    if not isinstance(eval_metric_ops, dict):
        raise ValueError(
            "eval_metric_ops must be a dict of name -> (value tensor, update op), got "
            f"{eval_metric_ops!r}."
        )
    return eval_metric_ops


def checked_hooks(name: str, hooks: Any) -> Any:
    """Returns the hooks of the field `name`; a `TypeError` if they are none."""
    if hooks is None:
        return []
    if not isinstance(hooks, (list, tuple)):
        raise TypeError(f"{name} must be a list of SessionRunHooks, got {hooks!r}.")
    for hook in hooks:
        if not isinstance(hook, tf1.train.SessionRunHook):
            raise TypeError(
                "All hooks returned from model_fn must be SessionRunHook instances, got instance "
                f"of {type(hook)}: {hook!r} in {name}."
            )
    return hooks
