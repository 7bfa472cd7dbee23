"""A legacy model_fn as a model_fn for the real `Estimator` and `TPUEstimator`."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Mapping, Sized
from typing import Any

from tf_spec_compat._tf import bridge, tf
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels, ModelFn
from tf_spec_compat.specs.estimator_spec import to_estimator_spec
from tf_spec_compat.specs.fields import with_fields
from tf_spec_compat.specs.tpu_estimator_spec import to_tpu_estimator_spec

__all__ = [
    "call_model_fn",
    "model_fn_for_estimator",
    "model_fn_for_tpu_estimator",
    "parameters_of",
    "plan_call",
]

# What every model_fn is given, and what it is given if it has arguments of these names.
_DATA = ("features", "labels")
_BY_NAME = ("mode", "params", "config", "model_dir")

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


def model_fn_for_estimator(
    legacy_model_fn: ModelFn,
    *,
    default_serving_output_alternative_key: str | None = None,
) -> ModelFn:
    """Returns a model_fn that `tf.estimator.Estimator` takes and that calls `legacy_model_fn`.

    The legacy model_fn is called as contrib's `Estimator` called it: with `mode`, `params`,
    `config` and `model_dir` if it has arguments of these names, and with features and labels in the
    first two places, whatever they are called. Beyond contrib, arguments called `features` and
    `labels` may stand anywhere, any argument may be keyword-only, and any may be missing.

    The model_fn returned has the name and docstring of the legacy one. It takes `labels`, `params`
    and `config` only if that does, so `Estimator` refuses `params` that nobody would look at. One
    difference is `Estimator`'s: `params` that were not given arrive as `{}`, not as `None`.

    Args:
      legacy_model_fn: Any callable. It returns `ModelFnOps`, or a tuple or list
        `(predictions, loss, train_op)` of what they hold, or an `EstimatorSpec` or
        `TPUEstimatorSpec`.
      default_serving_output_alternative_key: The head that is served by default. Needed when there
        are several in the `output_alternatives` of the `ModelFnOps`.

    Raises:
      TypeError: If `legacy_model_fn` is not callable, or needs a further argument.

    The model_fn returned raises `ValueError` if the legacy one returns something else (`TypeError`
    if that has no length, as in contrib), and what `ModelFnOps` and `to_estimator_spec` raise.

    Example:
      >>> def legacy_model_fn(features, targets, mode):
      ...     loss = tf.reduce_mean(tf.square(features - targets))
      ...     return features, loss, tf.assign_add(tf.train.get_global_step(), 1)
      >>> estimator = tf_spec_compat.estimator.Estimator(
      ...     tf_spec_compat.model_fn_for_estimator(legacy_model_fn))
      >>> def input_fn():
      ...     return tf.constant([[1.0], [2.0]]), tf.constant([[1.5], [2.5]])
      >>> results = estimator.train(input_fn, steps=3).evaluate(input_fn, steps=1)
      >>> print(results["loss"], results["global_step"])
      0.25 3
    """
    call, used = _caller(legacy_model_fn)

    def model_fn(
        features: Features,
        labels: Labels = None,
        mode: Any = None,
        params: Any = None,
        config: Any = None,
    ) -> Any:
        ops = call(features, labels, mode, params, config)
        return to_estimator_spec(ops, default_serving_output_alternative_key)

    return _named(model_fn, legacy_model_fn, used)


def _named(model_fn: Any, legacy_model_fn: Any, used: set[str]) -> Any:
    """Gives `model_fn` the name of the legacy one, and those of its arguments that are of use."""
    functools.update_wrapper(model_fn, legacy_model_fn, updated=())
    signature = inspect.signature(model_fn, follow_wrapped=False)
    taken = [parameter for name, parameter in signature.parameters.items() if name in used]
    model_fn.__signature__ = signature.replace(parameters=taken)
    return model_fn


def model_fn_for_tpu_estimator(
    legacy_model_fn: ModelFn,
    *,
    default_serving_output_alternative_key: str | None = None,
) -> ModelFn:
    """Returns a model_fn that `TPUEstimator` takes and that calls `legacy_model_fn`.

    With `use_tpu=False` whatever `model_fn_for_estimator` can run can be run, on any machine. On a
    TPU metrics have to be those of contrib's heads, or the legacy model_fn gives `eval_metrics` in
    a `TPUEstimatorSpec`; see `to_tpu_estimator_spec`.

    The legacy model_fn is called as by `model_fn_for_estimator`. `params` is a dict that also has
    `batch_size` (but not for an export) and `use_tpu`. Chief hooks become training hooks where
    `config.is_chief`, and are left out elsewhere. When predicting, loss, train op and metrics are
    left out: nobody uses them, and `TPUEstimator.export_saved_model` would fail with them.

    Args:
      legacy_model_fn: As for `model_fn_for_estimator`.
      default_serving_output_alternative_key: As for `model_fn_for_estimator`.

    Raises:
      TypeError: As `model_fn_for_estimator`.

    The model_fn returned raises what that of `model_fn_for_estimator` raises, and what
    `to_tpu_estimator_spec` does.

    Example:
      >>> def legacy_model_fn(features, labels, mode, params):
      ...     logits = features["x"] * params["scale"]
      ...     return learn.regression_head().create_model_fn_ops(
      ...         features, mode, labels, learn.no_op_train_fn, logits=logits)
      >>> model_fn = tf_spec_compat.model_fn_for_tpu_estimator(legacy_model_fn)
      >>> spec = model_fn({"x": tf.ones([8, 1])}, tf.ones([8]), "eval", params={"scale": 2.0})
      >>> metric_fn, tensors = spec.eval_metrics  # what a TPU's host is given
      >>> type(spec).__name__, tensors["logits"].shape.as_list()
      ('TPUEstimatorSpec', [8, 1])
    """
    call, _ = _caller(legacy_model_fn)

    def model_fn(
        features: Features,
        labels: Labels = None,
        mode: Any = None,
        params: Any = None,
        config: Any = None,
    ) -> Any:
        ops = call(features, labels, mode, params, config)
        chief_hooks = getattr(ops, "training_chief_hooks", None)
        if chief_hooks:
            hooks = (*chief_hooks, *ops.training_hooks)
            kept = hooks if getattr(config, "is_chief", True) else ops.training_hooks
            ops = with_fields(ops, training_chief_hooks=(), training_hooks=kept)
        spec = to_tpu_estimator_spec(
            ops,
            default_serving_output_alternative_key=default_serving_output_alternative_key,
            # An export has a part for TPUs, also where there is none.
            use_tpu=in_tpu_context() and mode != ModeKeys.INFER,
        )
        fields = dict(zip(spec._fields, spec))
        if mode == ModeKeys.INFER:
            fields.update(loss=None, train_op=None, eval_metrics=None)
        # A new one in any case: `as_estimator_spec` calls what belongs to the last that was built.
        return bridge.new_tpu_estimator_spec(fields)

    # All of the arguments: TPUEstimator asks for a model_fn that takes `params`.
    return _named(model_fn, legacy_model_fn, {"features", "labels", "mode", "params", "config"})


def _caller(legacy_model_fn: ModelFn) -> tuple[ModelFn, set[str]]:
    """Returns what calls a legacy model_fn as contrib did, and what it makes use of."""
    if not callable(legacy_model_fn):
        raise TypeError(f"legacy_model_fn must be callable, got {legacy_model_fn!r}.")
    plan = plan_call(legacy_model_fn)

    def call(features: Features, labels: Labels, mode: Any, params: Any, config: Any) -> Any:
        given = {
            "features": features,
            "labels": labels,
            "mode": mode,
            "params": params,
            "config": config,
            "model_dir": getattr(config, "model_dir", None),
        }
        return call_model_fn(legacy_model_fn, plan, given)

    used = {"features", "mode", *plan[0], *plan[1].values()}
    return call, used | {"config"} if "model_dir" in used else used


def call_model_fn(
    model_fn: ModelFn, plan: tuple[list[str], dict[str, str]], given: Mapping[str, Any]
) -> Any:
    """Calls a legacy model_fn and returns the `ModelFnOps` or `EstimatorSpec` in what it returned.

    Args:
      model_fn: The legacy model_fn.
      plan: That of `plan_call`.
      given: A value for each of `features`, `labels`, `mode`, `params`, `config`, `model_dir`.

    Raises:
      ValueError: If it returns a tuple of another length than three, or something else.
      TypeError: If that has no length.
    """
    positional, by_keyword = plan
    result = model_fn(
        *(given[source] for source in positional),
        **{name: given[source] for name, source in by_keyword.items()},
    )
    return _ops_from(result, given["mode"], model_fn)


def plan_call(model_fn: ModelFn) -> tuple[list[str], dict[str, str]]:
    """Returns what to pass by position, and argument name -> what to pass by keyword.

    Raises:
      TypeError: If `model_fn` needs a further argument.
    """
    parameters = parameters_of(model_fn)
    passed = {name: name for name in (*_DATA, *_BY_NAME) if name in parameters}
    for index, parameter in enumerate([*parameters.values()][:2]):
        # contrib passes these two by position, so they may have any name.
        free = parameter.name not in passed and _DATA[index] not in passed
        if free and parameter.kind in _POSITIONAL:
            passed[parameter.name] = _DATA[index]
    needed = [
        parameter.name
        for parameter in parameters.values()
        if _is_required(parameter) and parameter.name not in passed
    ]
    if needed:
        raise TypeError(
            f"{model_fn!r} needs {', '.join(map(repr, needed))}, which no Estimator passes; give a "
            "default, or bind a value with functools.partial."
        )
    positional: list[str] = []
    for parameter in parameters.values():
        name = parameter.name
        if parameter.kind is parameter.VAR_POSITIONAL:
            positional += [data for data in _DATA if data not in (*positional, *passed.values())]
        elif parameter.kind is parameter.POSITIONAL_ONLY and name in passed:
            positional.append(passed.pop(name))
        elif parameter.kind is parameter.POSITIONAL_OR_KEYWORD and passed.get(name) in _DATA:
            # By position as in contrib: behind a decorator they may have other names.
            positional.append(passed.pop(name))
        else:
            break
    return positional, passed


def parameters_of(model_fn: ModelFn) -> dict[str, inspect.Parameter]:
    """Returns the parameters of `model_fn` that still wait for a value."""
    signature = inspect.signature(model_fn, follow_wrapped=False)
    kinds = {parameter.kind for parameter in signature.parameters.values()}
    if inspect.Parameter.VAR_KEYWORD in kinds:
        signature = inspect.signature(model_fn)  # A decorator that hands on whatever it is given.
    bound = model_fn.keywords if isinstance(model_fn, functools.partial) else {}
    return {
        name: parameter for name, parameter in signature.parameters.items() if name not in bound
    }


def _is_required(parameter: inspect.Parameter) -> bool:
    variadic = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return parameter.default is parameter.empty and not variadic


def _ops_from(result: Any, mode: str, model_fn: ModelFn) -> Any:
    """Returns the `ModelFnOps` or `EstimatorSpec` in what a legacy model_fn returned."""
    fields = getattr(result, "_fields", ())
    if isinstance(result, (bridge.EstimatorSpec, *bridge.TPU_SPECS)) or set(
        ModelFnOps._fields
    ) <= set(fields):
        return result
    if isinstance(result, (tuple, list)) and len(result) == 3:
        predictions, loss, train_op = result
        return ModelFnOps(mode=mode, predictions=predictions, loss=loss, train_op=train_op)
    sized = isinstance(result, Sized) and not tf.is_tensor(result)
    kind = ValueError if sized else TypeError
    raise kind(
        "Unrecognized value returned by model_fn, please return ModelFnOps, (predictions, loss, "
        f"train_op) or an EstimatorSpec: {model_fn!r} returned {result!r} of {type(result)}."
    )
