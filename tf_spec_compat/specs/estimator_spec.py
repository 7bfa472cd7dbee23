"""`EstimatorSpec` and `ModelFnOps` from each other and from `TPUEstimatorSpec`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tf_spec_compat._tf import bridge
from tf_spec_compat.model.eval_metrics import EvalMetrics, MetricFn
from tf_spec_compat.model.export_outputs import to_output_alternatives
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps, checked_hooks
from tf_spec_compat.model.types import Hooks, HostFunction
from tf_spec_compat.specs.fields import check_drop, check_ops, with_fields
from tf_spec_compat.specs.host_functions import (
    BuiltMetrics,
    HostCallHook,
    call_on_host,
    without_calls,
)

if TYPE_CHECKING:
    from tf_spec_compat._tf import EstimatorSpec

__all__ = ["to_estimator_spec", "to_model_fn_ops"]

# What the other specs may hold and ModelFnOps has no field for.
_LOST_HOOKS = ("evaluation_hooks", "prediction_hooks")
_LOST = (*_LOST_HOOKS, "host_call")
_HOOKS = ("training_hooks", "evaluation_hooks", "prediction_hooks")


def to_estimator_spec(
    ops: Any,
    default_serving_output_alternative_key: str | None = None,
    *,
    evaluation_hooks: Iterable[Any] | None = None,
    prediction_hooks: Iterable[Any] | None = None,
) -> EstimatorSpec:
    """Returns the `EstimatorSpec` that says what `ops` say.

    Of `ModelFnOps` it is their `estimator_spec`.

    Of a `TPUEstimatorSpec` it is what its `as_estimator_spec` is there to return, but by the
    spec's own fields: the `metric_fn`, `host_call` and `scaffold_fn` are called, and the host call
    runs in every step by a hook. (TensorFlow 2.12-2.15 keep what is to be called on the class, so
    that `as_estimator_spec` calls what belongs to the `TPUEstimatorSpec` that was built last.)

    Args:
      ops: A `ModelFnOps`, or anything with its fields; or a `TPUEstimatorSpec`. An `EstimatorSpec`
        is returned as it is, but for the hooks given here.
      default_serving_output_alternative_key: The head that is served by default. Needed when there
        are several in `output_alternatives`.
      evaluation_hooks: `SessionRunHook`s to run while evaluating, for which `ModelFnOps` has no
        field; behind those there are.
      prediction_hooks: The same while predicting.

    Raises:
      NoDefaultHeadError: A `KeyError`; if there are several heads and no default among them.
      TypeError: If `ops` is something else, or as `EstimatorSpec` raises it: predictions that are
        no dense tensors, metrics that are no `(value, update op)` pairs, a scaffold that is none.
      ValueError: If the mode is unknown, a tensor is not from the default graph, or an output
        alternative cannot be served.

    Example:
      >>> ops = learn.regression_head(head_name="price").create_model_fn_ops(
      ...     {}, learn.ModeKeys.INFER, logits=tf.constant([[2.0]]))
      >>> spec = tf_spec_compat.to_estimator_spec(ops)
      >>> spec.mode, {name: type(each).__name__ for name, each in spec.export_outputs.items()}
      ('infer', {'price': 'RegressionOutput', 'serving_default': 'RegressionOutput'})
    """
    if isinstance(ops, bridge.EstimatorSpec):
        spec = ops
    elif isinstance(ops, bridge.TPU_SPECS):
        spec = _from_tpu_spec(ops)
    else:
        check_ops(ops)
        # As a function: anything with the fields will do.
        spec = ModelFnOps.estimator_spec(ops, default_serving_output_alternative_key)
    return _with_hooks(spec, evaluation_hooks, prediction_hooks)


def _with_hooks(
    spec: Any, evaluation: Iterable[Any] | None, prediction: Iterable[Any] | None
) -> Any:
    given = {"evaluation_hooks": evaluation, "prediction_hooks": prediction}
    hooks = {name: tuple(value) for name, value in given.items() if value is not None}
    if not any(hooks.values()):
        return spec
    for name, value in hooks.items():
        checked_hooks(name, value)
    return with_fields(
        spec, **{name: (*getattr(spec, name), *value) for name, value in hooks.items()}
    )


def _from_tpu_spec(spec: Any) -> Any:
    """Returns the `EstimatorSpec` of a `TPUEstimatorSpec`, by the spec's own fields."""
    metrics, source = None, None
    if spec.eval_metrics is not None:
        metric_fn, tensors = spec.eval_metrics
        metrics = call_on_host(spec.eval_metrics)
        # The constructor edits the dict; whose it is only the function knows.
        metrics = dict(metrics) if isinstance(metrics, Mapping) else metrics
        if not isinstance(metric_fn, (BuiltMetrics, MetricFn)):
            source = EvalMetrics(metric_fn, tensors, is_pair=True)
    hooks = {name: tuple(getattr(spec, name)) for name in _HOOKS}
    if spec.host_call is not None:
        call = HostCallHook(spec.host_call)
        hooks = {name: (*value, call) for name, value in hooks.items()}
    outputs = spec.export_outputs
    # A head without a name, which to_tpu_estimator_spec gives this one.
    if isinstance(outputs, dict) and "None" in outputs:
        outputs = {None if name == "None" else name: each for name, each in outputs.items()}
    estimator_spec = bridge.new_estimator_spec(
        {
            "mode": spec.mode,
            "predictions": spec.predictions,
            "loss": spec.loss,
            "train_op": spec.train_op,
            "eval_metric_ops": metrics,
            "export_outputs": outputs,
            "scaffold": spec.scaffold_fn() if spec.scaffold_fn else None,
            **hooks,
        }
    )
    if source is not None:
        metrics = estimator_spec.eval_metric_ops
        metrics.update(source.adopt(metrics))
    return estimator_spec


def to_model_fn_ops(spec: Any, *, drop: Collection[str] = ()) -> ModelFnOps:
    """Returns the `ModelFnOps` that say what `spec` says.

    `to_estimator_spec` gives the same signatures again, without a default key (see
    `to_output_alternatives` for what changes its name on the way). No dict of `spec` is changed.
    Nothing is added to the graph, but for a `TPUEstimatorSpec` what its functions add.

    Args:
      spec: An `EstimatorSpec` or `TPUEstimatorSpec`. `ModelFnOps` are returned as they are.
      drop: Fields that may get lost: `evaluation_hooks` and `prediction_hooks`, which `ModelFnOps`
        do not have, can be given to `to_estimator_spec` instead; `host_call` crosses as a training
        hook when training, and has no place in the other modes.

    Raises:
      ValueError: If `spec` has any of these and `drop` does not name it, or an export output that
        contrib has no problem type for.
      TypeError: If `spec` is something else.

    Example:
      >>> output = tf_spec_compat.estimator.export.RegressionOutput(tf.constant([2.0]))
      >>> spec = tf_spec_compat.EstimatorSpec(
      ...     "infer", predictions={"scores": output.value}, export_outputs={"price": output})
      >>> ops = tf_spec_compat.to_model_fn_ops(spec)
      >>> problem_type, outputs = ops.output_alternatives["price"]
      >>> problem_type == tf_spec_compat.ProblemType.LINEAR_REGRESSION, [*outputs]
      (True, ['scores'])
    """
    if drop:
        check_drop(drop, _LOST)
    host_call = None
    if not isinstance(spec, bridge.EstimatorSpec):
        if not isinstance(spec, bridge.TPU_SPECS):
            check_ops(spec)
            return spec
        host_call = spec.host_call
    hooks: Hooks | None = spec.training_hooks
    if hooks or spec.evaluation_hooks or spec.prediction_hooks or host_call:
        hooks = _checked_for_loss(spec, host_call, drop)
    if not isinstance(spec, bridge.EstimatorSpec):
        spec = _from_tpu_spec(spec)
    if hooks is None:
        hooks = spec.training_hooks
    return ModelFnOps(
        mode=spec.mode,
        predictions=spec.predictions,
        loss=spec.loss,
        train_op=spec.train_op,
        eval_metric_ops=dict(spec.eval_metric_ops),
        output_alternatives=to_output_alternatives(spec.export_outputs, spec.predictions),
        training_chief_hooks=list(spec.training_chief_hooks),
        training_hooks=[*hooks],
        scaffold=spec.scaffold,
    )


def _checked_for_loss(
    spec: Any, host_call: HostFunction | None, drop: Collection[str]
) -> Hooks | None:
    """Returns the training hooks that remain, `None` for all; an error if others would get lost."""
    own = {name: [*without_calls(getattr(spec, name))] for name in _HOOKS}
    calls = host_call or [hook for hook in spec.training_hooks if isinstance(hook, HostCallHook)]
    lost: dict[str, Any] = {name: own[name] for name in _LOST_HOOKS}
    if spec.mode != ModeKeys.TRAIN:
        lost["host_call"] = calls
    for field, value in lost.items():
        if value and field not in drop:
            raise ValueError(
                f"ModelFnOps have no {field}, and the {type(spec).__name__} has {value!r}; pass "
                f"drop=({field!r},) to go on without, or give hooks to to_estimator_spec later."
            )
    return own["training_hooks"] if calls and "host_call" in drop else None
