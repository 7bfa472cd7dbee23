"""Fields of the three specs: which of them a thing has, and copies with others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from tf_spec_compat.model.model_fn_ops import ModelFnOps

__all__ = ["check_drop", "check_ops", "with_fields"]


def check_ops(ops: Any) -> None:
    """Raises a `TypeError` unless `ops` have the fields of `ModelFnOps`."""
    if isinstance(ops, ModelFnOps):
        return
    if isinstance(ops, type):
        raise TypeError(f"Expected ModelFnOps or an EstimatorSpec, got the class {ops!r} itself.")
    missing = [field for field in ModelFnOps._fields if not hasattr(ops, field)]
    if missing:
        raise TypeError(
            f"Expected ModelFnOps or an EstimatorSpec, got {ops!r} of {type(ops)}, which has no "
            f"{', '.join(missing)}."
        )


def check_drop(drop: Any, known: Collection[str]) -> None:
    """Raises a `ValueError` unless all that may be dropped can be; a `TypeError` for no names."""
    if isinstance(drop, (str, bytes)) or not isinstance(drop, Iterable):
        example = drop if isinstance(drop, str) else next(iter(known))
        raise TypeError(f"drop must be a collection of names, got {drop!r}: give ({example!r},).")
    unknown = set(drop) - set(known)
    if unknown:
        raise ValueError(f"Only {tuple(known)} can be dropped, got {sorted(unknown)}.")


def with_fields(spec: Any, **changes: Any) -> Any:
    """Returns a copy of a spec with other fields: of its class, and with all it has besides.

    `_replace` of the real specs returns the plain class, and what a subclass adds is gone.
    """
    values = {**{field: getattr(spec, field) for field in spec._fields}, **changes}
    copy = tuple.__new__(type(spec), values.values())
    if hasattr(spec, "__dict__"):
        vars(copy).update(vars(spec))
    return copy
