"""`ModelFnOps` <-> `EstimatorSpec`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, silenced_deprecations
from tf_spec_compat.contrib.learn.estimators.metric_key import MetricKey
from tf_spec_compat.contrib.learn.estimators.model_fn import ModeKeys, ModelFnOps
from tf_spec_compat.specs.export import to_export_outputs, to_output_alternatives

__all__ = ["to_estimator_spec", "to_model_fn_ops"]

# The constructor without the deprecation that TensorFlow logs: this costs nothing, and a conversion
# may cost little more than the constructor.
_new_spec = getattr(EstimatorSpec.__new__, "__wrapped__", EstimatorSpec.__new__)

# What an EstimatorSpec may hold and ModelFnOps has no field for.
_HOMELESS = ("evaluation_hooks", "prediction_hooks")


def to_estimator_spec(
    ops: Any,
    default_serving_output_alternative_key: str | None = None,
    *,
    evaluation_hooks: Iterable[Any] | None = None,
    prediction_hooks: Iterable[Any] | None = None,
) -> Any:
    """Returns the `EstimatorSpec` that says what `ops` say.

    `output_alternatives` become `export_outputs` (see `to_export_outputs`). The metric `loss` is
    left out: `Estimator.evaluate` adds its own mean of the loss under that name. Nothing is added
    to the graph, and no dict of `ops` is changed.

    Args:
      ops: A `ModelFnOps`, or anything with its fields. An `EstimatorSpec` is returned as it is.
      default_serving_output_alternative_key: The head that is served by default. Needed when there
        are several in `output_alternatives`.
      evaluation_hooks: `SessionRunHook`s to run while evaluating, for which `ModelFnOps` has no
        field.
      prediction_hooks: The same while predicting.

    Raises:
      NoDefaultHeadError: A `KeyError`; if there are several heads and no default among them.
      TypeError: If `ops` is something else, or as `EstimatorSpec` raises it: predictions that are
        no dense tensors, metrics that are no `(value, update op)` pairs, a scaffold that is none.
      ValueError: If the mode is unknown, a tensor is not from the default graph, or an output
        alternative cannot be served.
    """
    if isinstance(ops, EstimatorSpec):
        if evaluation_hooks or prediction_hooks:
            raise ValueError("An EstimatorSpec has hooks of its own; add yours with its _replace.")
        return ops
    _check_ops(ops)
    ModeKeys.validate(ops.mode)
    export_outputs = to_export_outputs(
        ops.output_alternatives, default_serving_output_alternative_key
    )
    metrics = ops.eval_metric_ops or {}
    # Without any, the constructor makes a PredictOutput of the predictions: one more deprecation.
    new_spec = _new_spec if export_outputs is not None else _new_spec_silently
    return new_spec(
        EstimatorSpec,
        mode=ops.mode,
        predictions=ops.predictions,
        loss=ops.loss,
        train_op=ops.train_op,
        eval_metric_ops={key: metrics[key] for key in metrics if key != MetricKey.LOSS},
        export_outputs=export_outputs,
        training_chief_hooks=ops.training_chief_hooks,
        training_hooks=ops.training_hooks,
        scaffold=ops.scaffold,
        evaluation_hooks=evaluation_hooks,
        prediction_hooks=prediction_hooks,
    )


def _new_spec_silently(cls: Any, **fields: Any) -> Any:
    with silenced_deprecations():
        return _new_spec(cls, **fields)


def to_model_fn_ops(spec: Any, *, drop: Collection[str] = ()) -> Any:
    """Returns the `ModelFnOps` that say what `spec` says.

    `to_estimator_spec` makes the same signatures of them again, without a default key (see
    `to_output_alternatives` for what changes its name on the way). Nothing is added to the graph,
    and no dict of `spec` is changed.

    Args:
      spec: An `EstimatorSpec`. `ModelFnOps` are returned as they are.
      drop: Fields that may get lost: `evaluation_hooks` and `prediction_hooks`, which `ModelFnOps`
        do not have, can be given to `to_estimator_spec` instead.

    Raises:
      ValueError: If `spec` has such hooks and `drop` does not name them, or an export output that
        contrib has no problem type for.
      TypeError: If `spec` is something else.
    """
    unknown = set(drop) - set(_HOMELESS)
    if unknown:
        raise ValueError(f"Only {_HOMELESS} can be dropped, got {sorted(unknown)}.")
    if not isinstance(spec, EstimatorSpec):
        _check_ops(spec)
        return spec
    for field in _HOMELESS:
        if getattr(spec, field) and field not in drop:
            raise ValueError(
                f"ModelFnOps have no {field}, and the EstimatorSpec has {getattr(spec, field)!r}; "
                f"pass drop=({field!r},) to go on without, or give them to to_estimator_spec later."
            )
    return ModelFnOps(
        mode=spec.mode,
        predictions=spec.predictions,
        loss=spec.loss,
        train_op=spec.train_op,
        eval_metric_ops=dict(spec.eval_metric_ops),
        output_alternatives=to_output_alternatives(spec.export_outputs),
        training_chief_hooks=list(spec.training_chief_hooks),
        training_hooks=list(spec.training_hooks),
        scaffold=spec.scaffold,
    )


def _check_ops(ops: Any) -> None:
    if isinstance(ops, ModelFnOps):
        return
    missing = [field for field in ModelFnOps._fields if not hasattr(ops, field)]
    if missing:
        raise TypeError(
            f"Expected ModelFnOps or an EstimatorSpec, got {ops!r} of {type(ops)}, which has no "
            f"{', '.join(missing)}."
        )
