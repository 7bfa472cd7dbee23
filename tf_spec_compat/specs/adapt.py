"""A legacy model_fn as a model_fn for the real `tf.estimator.Estimator`."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sized
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, tf
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.specs.convert import to_estimator_spec

__all__ = ["model_fn_for_estimator"]

# What every model_fn is given, and what it is given if it has arguments of these names.
_DATA = ("features", "labels")
_BY_NAME = ("mode", "params", "config", "model_dir")

_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


def model_fn_for_estimator(
    legacy_model_fn: Callable[..., Any],
    *,
    default_serving_output_alternative_key: str | None = None,
) -> Callable[..., Any]:
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
        `(predictions, loss, train_op)` of what they are made of, or an `EstimatorSpec`.
      default_serving_output_alternative_key: The head that is served by default. Needed when there
        are several in the `output_alternatives` of the `ModelFnOps`.

    Raises:
      TypeError: If `legacy_model_fn` is not callable, or needs a further argument.

    The model_fn returned raises `ValueError` if the legacy one returns something else (`TypeError`
    if that has no length, as in contrib), and what `ModelFnOps` and `to_estimator_spec` raise.
    """
    if not callable(legacy_model_fn):
        raise TypeError(f"legacy_model_fn must be callable, got {legacy_model_fn!r}.")
    positional, by_keyword = _plan_call(legacy_model_fn)

    def model_fn(
        features: Any, labels: Any = None, mode: Any = None, params: Any = None, config: Any = None
    ) -> Any:
        given = {
            "features": features,
            "labels": labels,
            "mode": mode,
            "params": params,
            "config": config,
            "model_dir": getattr(config, "model_dir", None),
        }
        result = legacy_model_fn(
            *(given[source] for source in positional),
            **{name: given[source] for name, source in by_keyword.items()},
        )
        ops = _ops_from(result, mode, legacy_model_fn)
        return to_estimator_spec(ops, default_serving_output_alternative_key)

    functools.update_wrapper(model_fn, legacy_model_fn, updated=())
    used = {"features", "mode", *positional, *by_keyword.values()}
    if "model_dir" in used:
        used.add("config")
    signature = inspect.signature(model_fn, follow_wrapped=False)
    taken = [parameter for name, parameter in signature.parameters.items() if name in used]
    model_fn.__signature__ = signature.replace(parameters=taken)  # type: ignore[attr-defined]
    return model_fn


def _plan_call(model_fn: Callable[..., Any]) -> tuple[list[str], dict[str, str]]:
    """Returns what to pass by position, and argument name -> what to pass by keyword."""
    parameters = _parameters(model_fn)
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


def _parameters(model_fn: Callable[..., Any]) -> dict[str, inspect.Parameter]:
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


def _ops_from(result: Any, mode: str, model_fn: Callable[..., Any]) -> Any:
    """Returns the `ModelFnOps` or `EstimatorSpec` in what a legacy model_fn returned."""
    fields = getattr(result, "_fields", ())
    if isinstance(result, EstimatorSpec) or set(ModelFnOps._fields) <= set(fields):
        return result
    if isinstance(result, (tuple, list)) and len(result) == 3:
        predictions, loss, train_op = result
        return ModelFnOps(mode=mode, predictions=predictions, loss=loss, train_op=train_op)
    sized = isinstance(result, Sized) and not tf.is_tensor(result)
    kind = ValueError if sized else TypeError
    raise kind(
        f"{model_fn!r} must return ModelFnOps, (predictions, loss, train_op) or an EstimatorSpec, "
        f"but returned {result!r} of {type(result)}."
    )
