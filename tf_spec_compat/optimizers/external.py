"""Optimizers outside of the graph, above all SciPy's."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1

__all__ = ["ExternalOptimizerInterface", "ScipyOptimizerInterface"]


class ExternalOptimizerInterface:
    """Lets an optimizer that is no op minimize a loss.

    Subclasses have `_minimize(initial_val, loss_grad_func, equality_funcs, equality_grad_funcs,
    inequality_funcs, inequality_grad_funcs, packed_bounds, step_callback, optimizer_kwargs)`, which
    returns the best vector of all variables.
    """

    def __init__(
        self,
        loss: Any,
        var_list: Sequence[Any] | None = None,
        equalities: Sequence[Any] | None = None,
        inequalities: Sequence[Any] | None = None,
        var_to_bounds: Mapping[Any, tuple[Any, Any]] | None = None,
        **optimizer_kwargs: Any,
    ) -> None:
        """Builds the gradients.

        Args:
          loss: A scalar.
          var_list: The variables; the trainable ones by default.
          equalities: Tensors that have to be zero.
          inequalities: Tensors that must not be negative.
          var_to_bounds: Variable -> its lowest and highest values, scalars or of its shape.
          **optimizer_kwargs: Those of the optimizer.
        """
        self._loss = loss
        self._equalities = list(equalities or [])
        self._inequalities = list(inequalities or [])
        self._vars = list(tf1.trainable_variables() if var_list is None else var_list)
        self.optimizer_kwargs = optimizer_kwargs
        self._packed_bounds = None if var_to_bounds is None else self._bounds(var_to_bounds)
        self._update_placeholders = [tf1.placeholder(v.dtype.base_dtype) for v in self._vars]
        self._var_updates = [
            v.assign(tf.reshape(place, v.shape.as_list()))
            for v, place in zip(self._vars, self._update_placeholders)
        ]
        self._packed_var = self._pack(self._vars)
        self._packed_loss_grad = self._gradient(loss)
        self._packed_equality_grads = [self._gradient(e) for e in self._equalities]
        self._packed_inequality_grads = [self._gradient(e) for e in self._inequalities]
        ends = np.cumsum([0, *(int(np.prod(v.shape.as_list())) for v in self._vars)])
        self._packing_slices = [slice(int(a), int(b)) for a, b in zip(ends, ends[1:])]

    def _bounds(self, var_to_bounds: Mapping[Any, tuple[Any, Any]]) -> list[tuple[Any, Any]]:
        given = {variable.ref(): bounds for variable, bounds in var_to_bounds.items()}
        packed: list[tuple[Any, Any]] = []
        for variable in self._vars:
            shape = variable.shape.as_list()
            low, high = given.get(variable.ref(), (-np.inf, np.inf))
            packed.extend(zip(np.broadcast_to(low, shape).flat, np.broadcast_to(high, shape).flat))
        return packed

    @staticmethod
    def _pack(tensors: Sequence[Any]) -> Any:
        """All tensors as one vector."""
        return tf.concat([tf.reshape(tensor, [-1]) for tensor in tensors], axis=0)

    def _gradient(self, tensor: Any) -> Any:
        found = tf1.gradients(tensor, self._vars)
        return self._pack(
            [tf.zeros_like(v) if grad is None else grad for v, grad in zip(self._vars, found)]
        )

    def minimize(
        self,
        session: Any = None,
        feed_dict: Mapping[Any, Any] | None = None,
        fetches: Sequence[Any] | None = None,
        step_callback: Callable[[Any], Any] | None = None,
        loss_callback: Callable[..., Any] | None = None,
        **run_kwargs: Any,
    ) -> None:
        """Minimizes the loss, and assigns the best values to the variables.

        Args:
          session: The session; the default one by default.
          feed_dict: What to feed in all runs.
          fetches: What to give to `loss_callback`.
          step_callback: Called with the vector of all variables after each step.
          loss_callback: Called with `fetches` whenever the loss is evaluated.
          **run_kwargs: Those of `session.run`.
        """
        session = session or tf1.get_default_session()
        feed_dict, fetches = dict(feed_dict or {}), list(fetches or [])
        loss_callback = loss_callback or _ignore

        def run(tensors: Any, vector: Any) -> Any:
            feeds = dict(feed_dict)
            feeds.update(
                (variable, vector[part].reshape(variable.shape.as_list()))
                for variable, part in zip(self._vars, self._packing_slices)
            )
            return session.run(tensors, feed_dict=feeds, **run_kwargs)

        def evaluated(tensors: Any, callback: Callable[..., Any] | None = None) -> Any:
            def function(vector: Any) -> Any:
                values = run([*tensors, *(fetches if callback else [])], np.asarray(vector))
                if callback:
                    callback(*values[len(tensors) :])
                values = [np.asarray(value, np.float64) for value in values[: len(tensors)]]
                return values if len(values) > 1 else values[0]

            return function

        initial = session.run(self._packed_var, feed_dict=feed_dict, **run_kwargs)
        best = self._minimize(
            initial_val=initial,
            loss_grad_func=evaluated([self._loss, self._packed_loss_grad], loss_callback),
            equality_funcs=[evaluated([e]) for e in self._equalities],
            equality_grad_funcs=[evaluated([g]) for g in self._packed_equality_grads],
            inequality_funcs=[evaluated([e]) for e in self._inequalities],
            inequality_grad_funcs=[evaluated([g]) for g in self._packed_inequality_grads],
            packed_bounds=self._packed_bounds,
            step_callback=step_callback or _ignore,
            optimizer_kwargs=self.optimizer_kwargs,
        )
        values = [best[part] for part in self._packing_slices]
        session.run(
            self._var_updates, feed_dict=dict(zip(self._update_placeholders, values)), **run_kwargs
        )

    def _minimize(self, **arguments: Any) -> Any:
        raise NotImplementedError(
            "To use ExternalOptimizerInterface, subclass from it and implement the _minimize() "
            "method."
        )


class ScipyOptimizerInterface(ExternalOptimizerInterface):
    """Minimizes a loss by `scipy.optimize.minimize`; needs SciPy.

        optimizer = ScipyOptimizerInterface(loss, options={"maxiter": 100})
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            optimizer.minimize(session)

    `method` is L-BFGS-B by default, and SLSQP where there are equalities or inequalities.
    """

    def _minimize(  # type: ignore[override]  # called by these names
        self,
        initial_val: Any,
        loss_grad_func: Any,
        equality_funcs: Any,
        equality_grad_funcs: Any,
        inequality_funcs: Any,
        inequality_grad_funcs: Any,
        packed_bounds: Any,
        step_callback: Any,
        optimizer_kwargs: Any,
    ) -> Any:
        try:
            optimize = importlib.import_module("scipy.optimize")
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(
                "No module named 'scipy': ScipyOptimizerInterface needs SciPy; run `pip install "
                "scipy`.",
                name=error.name,
            ) from error
        constraints = [
            {"type": kind, "fun": function, "jac": gradient}
            for kind, functions, gradients in (
                ("eq", equality_funcs, equality_grad_funcs),
                ("ineq", inequality_funcs, inequality_grad_funcs),
            )
            for function, gradient in zip(functions, gradients)
        ]
        options: dict[str, Any] = {"method": "SLSQP" if constraints else "L-BFGS-B", "jac": True}
        options.update(bounds=packed_bounds, callback=step_callback, constraints=constraints)
        options.update(optimizer_kwargs)
        found = optimize.minimize(loss_grad_func, initial_val.astype(np.float64), **options)
        tf1.logging.info("Optimization terminated with: %s", found.message)
        return found.x


def _ignore(*_: Any) -> None:
    """Does nothing."""
