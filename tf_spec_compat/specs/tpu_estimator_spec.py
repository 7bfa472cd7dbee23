"""`TPUEstimatorSpec` from and to the other two specs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from tf_spec_compat._tf import bridge
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.model.eval_metrics import to_eval_metrics, without_loss
from tf_spec_compat.model.export_outputs import to_export_outputs
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import HostFunction, Scaffold
from tf_spec_compat.specs.fields import check_drop, check_ops, with_fields
from tf_spec_compat.specs.host_functions import (
    BuiltMetrics,
    HostCallHook,
    ReadyScaffold,
    check_host_function,
    check_scaffold_fn,
    graph_elements,
    without_calls,
)

if TYPE_CHECKING:
    from tf_spec_compat._tf import TPUEstimatorSpec

__all__ = ["to_tpu_estimator_spec"]

_HOOKS = ("training_hooks", "evaluation_hooks", "prediction_hooks")


def to_tpu_estimator_spec(
    ops_or_spec: Any,
    *,
    eval_metrics: HostFunction | None = None,
    host_call: HostFunction | None = None,
    scaffold_fn: Callable[[], Scaffold] | None = None,
    evaluation_hooks: Iterable[Any] | None = None,
    prediction_hooks: Iterable[Any] | None = None,
    default_serving_output_alternative_key: str | None = None,
    as_list: bool = False,
    drop: Collection[str] = (),
    use_tpu: bool | None = None,
) -> TPUEstimatorSpec:
    """Returns the `TPUEstimatorSpec` that says what `ops_or_spec` says.

    Metrics cross if they know what they are a function of: those of contrib's heads do, under
    whatever names and in whichever dict, and those that `to_estimator_spec` took from a
    `TPUEstimatorSpec`. Others are ready-made and cannot move to the host of a TPU: pass
    `eval_metrics`, or `use_tpu=False`. Only evaluation needs them, so in the other modes they are
    left out. The metric `loss` is left out always: `TPUEstimator` adds its own.

    A `scaffold` becomes a `scaffold_fn` that returns it. Nothing is added to the graph, and no dict
    of `ops_or_spec` is changed.

    Args:
      ops_or_spec: A `ModelFnOps`, or anything with its fields; an `EstimatorSpec`; or a
        `TPUEstimatorSpec`, which is returned as it is, but for what is given here.
      eval_metrics: `(metric_fn, tensors)`, used in place of the metrics there are: `metric_fn`
        takes the tensors, a list by position or a dict by name, and returns metric name ->
        `(value, update op)`. Each tensor has the batch as its first dimension.
      host_call: `(function, tensors)`, run on the host in every step; the function returns a list
        of tensors. Tensors as above.
      scaffold_fn: Returns a `Scaffold`; used in place of the one there is.
      evaluation_hooks: `SessionRunHook`s to run while evaluating, behind those there are.
      prediction_hooks: The same while predicting.
      default_serving_output_alternative_key: As for `to_estimator_spec`, of `ModelFnOps`.
      as_list: Whether the tensors of metrics that cross are a list, instead of a dict by names.
      drop: Fields that may get lost: `training_chief_hooks`, which a `TPUEstimatorSpec` does not
        have.
      use_tpu: `False` if the model will not run on a TPU: then ready-made metrics are good enough.
        `True` if it will: then a scaffold that is built already is not good enough. By default
        metrics have to be good enough for a TPU, and a scaffold for what the graph is built for.

    Raises:
      ValueError: If ready-made metrics, a ready-made scaffold or chief hooks would get lost, a
        tensor of `eval_metrics` or `host_call` is a scalar, `scaffold_fn` captures a tensor of the
        model, or something is wrong with the fields, as `TPUEstimatorSpec` says.
      TypeError: If `ops_or_spec` is something else, or as `TPUEstimatorSpec` raises it.
      RuntimeError: If a function does not take as many tensors as there are in its list.
      NoDefaultHeadError: As `to_estimator_spec`.

    Example:
      >>> ops = learn.multi_class_head(3).create_model_fn_ops(
      ...     {}, "eval", labels=tf.constant([0, 2]), logits=tf.zeros([2, 3]))
      >>> spec = tf_spec_compat.to_tpu_estimator_spec(ops)
      >>> metric_fn, tensors = spec.eval_metrics  # `metric_fn(**tensors)` builds the metrics
      >>> {name: tensor.shape.as_list() for name, tensor in tensors.items()}
      {'logits': [2, 3], 'labels': [2]}
    """
    if drop:
        check_drop(drop, ("training_chief_hooks",))
    nothing_given = (
        eval_metrics is None
        and host_call is None
        and scaffold_fn is None
        and evaluation_hooks is None
        and prediction_hooks is None
    )
    if not isinstance(ops_or_spec, bridge.TPU_SPECS):
        fields = _fields_of(ops_or_spec, default_serving_output_alternative_key, drop)
        evaluates = ops_or_spec.eval_metric_ops and ops_or_spec.mode != ModeKeys.INFER
        if evaluates and eval_metrics is None:
            fields["eval_metrics"] = _eval_metrics(ops_or_spec, as_list, use_tpu)
        if scaffold_fn is None and ops_or_spec.scaffold is not None:
            fields["scaffold_fn"] = _scaffold_fn(ops_or_spec.scaffold, use_tpu)
        if nothing_given:
            return bridge.new_tpu_estimator_spec(fields)
    else:
        if nothing_given:
            return ops_or_spec
        fields = dict(zip(ops_or_spec._fields, ops_or_spec))
    for name, given in (("eval_metrics", eval_metrics), ("host_call", host_call)):
        if given is not None:
            fields[name] = given
    if scaffold_fn is not None:
        fields["scaffold_fn"] = scaffold_fn
    for name, hooks in zip(_HOOKS[1:], (evaluation_hooks, prediction_hooks)):
        fields[name] = (*fields[name], *(hooks or ()))
    spec = bridge.new_tpu_estimator_spec(fields)
    if eval_metrics is not None:
        check_host_function("eval_metrics", eval_metrics)
    if host_call is not None:
        check_host_function("host_call", host_call)
    if scaffold_fn is not None:
        check_scaffold_fn(scaffold_fn)
    if isinstance(ops_or_spec, bridge.TPU_SPECS):  # Which may be of a class of its own.
        return with_fields(ops_or_spec, **dict(zip(spec._fields, spec)))
    return spec


def _fields_of(ops: Any, default_key: str | None, drop: Collection[str]) -> dict[str, Any]:
    """The fields of a `TPUEstimatorSpec` that cross as they are."""
    if not isinstance(ops, bridge.EstimatorSpec):
        if ops.__class__ is not ModelFnOps:
            check_ops(ops)
        ModeKeys.validate(ops.mode)
        outputs = to_export_outputs(ops.output_alternatives, default_key)
        evaluation_hooks = prediction_hooks = ()
    else:
        outputs = ops.export_outputs
        evaluation_hooks, prediction_hooks = ops.evaluation_hooks, ops.prediction_hooks
    if ops.training_chief_hooks and not drop:
        raise ValueError(
            "A TPUEstimatorSpec has no training_chief_hooks, and the "
            f"{type(ops).__name__} has {ops.training_chief_hooks!r}; pass "
            "drop=('training_chief_hooks',) to go on without, or make them training_hooks."
        )
    if isinstance(outputs, dict) and None in outputs:  # TPUEstimator sorts the names.
        outputs = {name or "None": each for name, each in outputs.items()}
    fields = {
        "mode": ops.mode,
        "predictions": ops.predictions,
        "loss": ops.loss,
        "train_op": ops.train_op,
        "export_outputs": outputs,
        "training_hooks": ops.training_hooks,
        "evaluation_hooks": evaluation_hooks,
        "prediction_hooks": prediction_hooks,
    }
    for hook in ops.training_hooks or ():
        if isinstance(hook, HostCallHook):
            fields["host_call"] = hook.host_call
            fields.update({name: tuple(without_calls(fields[name])) for name in _HOOKS})
            break
    return fields


def _eval_metrics(ops: Any, as_list: bool, use_tpu: bool | None) -> HostFunction | None:
    """The metrics as a function and its tensors."""
    metrics = ops.eval_metric_ops
    pair, unknown = to_eval_metrics(metrics, as_list)
    if pair is not None or not unknown:
        return pair
    if use_tpu is False:
        return BuiltMetrics(without_loss(metrics)), []
    if ops.mode == ModeKeys.TRAIN:
        return None
    raise ValueError(
        f"The metrics {unknown} are in the graph already, and cannot move to the host of a TPU; "
        "pass eval_metrics=(metric_fn, tensors), where metric_fn builds them of batch-major "
        "tensors, or use_tpu=False if the model runs on none."
    )


def _scaffold_fn(scaffold: Scaffold, use_tpu: bool | None) -> Callable[[], Scaffold]:
    if in_tpu_context() if use_tpu is None else use_tpu:
        # A saver names its ops by strings.
        saver = getattr(scaffold, "saver", None)
        built = [*graph_elements([*vars(scaffold).values()])]
        if built or getattr(saver, "saver_def", None) is not None:
            held = built[0][1] if built else saver
            raise ValueError(
                f"The scaffold holds {held!r}, which is in the graph of the model already, and a "
                "TPU's host builds its own; pass scaffold_fn, a function that builds the scaffold."
            )
    return ReadyScaffold(scaffold)
