"""What optimizers need to update variables of both kinds, in a graph and eagerly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["SparseRows", "assign_rows", "cast_rate", "is_resource", "value_of"]


def is_resource(variable: Any) -> bool:
    """Tells whether a variable is a resource, not a reference."""
    return variable.dtype.base_dtype == variable.dtype and hasattr(variable, "handle")


def value_of(given: Any) -> Any:
    """Returns what a callable gives, and anything else as it is."""
    return given() if callable(given) else given


def cast_rate(given: Any, variable: Any) -> Any:
    """Returns a rate as a tensor of the variable's dtype."""
    return tf.cast(given, variable.dtype.base_dtype)


def assign_rows(
    variable: Any, rows: Any, indices: Any, kind: str, use_locking: bool = False
) -> Any:
    """Updates rows of a variable, and returns its new value.

    Args:
      variable: The variable, a resource or a reference.
      rows: What to update them by.
      indices: Their numbers.
      kind: `update`, `add` or `sub`.
      use_locking: Whether updates of a reference lock it.
    """
    if is_resource(variable):
        update = getattr(tf.raw_ops, f"ResourceScatter{kind.title()}")
        done = update(resource=variable.handle, indices=indices, updates=rows)
        with tf.control_dependencies([] if done is None else [done]):
            return variable.read_value()
    return getattr(tf1, f"scatter_{kind}")(variable, indices, rows, use_locking)


class SparseRows(tf1.train.Optimizer):
    """An optimizer whose sparse updates are the same for resources and references.

    Subclasses have `_update_rows(grad, variable, indices)`; no index is given twice.
    """

    _update_rows: Callable[[Any, Any, Any], Any]

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._update_rows(grad.values, var, grad.indices)

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        return self._update_rows(grad, var, indices)
