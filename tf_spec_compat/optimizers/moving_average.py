"""Averages of the trained variables, saved in their place."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["MovingAverageOptimizer"]


class MovingAverageOptimizer(tf1.train.Optimizer):
    """Keeps exponential moving averages of the variables that an optimizer trains.

        optimizer = MovingAverageOptimizer(tf.train.AdamOptimizer(), 0.999)
        train_op = optimizer.minimize(loss)
        scaffold = tf.train.Scaffold(saver=optimizer.swapping_saver())

    Checkpoints of that saver have the averages under the names of the variables: who restores them,
    an evaluation for example, uses the averages.
    """

    def __init__(
        self,
        opt: Any,
        average_decay: Any = 0.9999,
        num_updates: Any = None,
        sequential_update: bool = True,
    ) -> None:
        """Wraps an optimizer.

        Args:
          opt: A `tf.compat.v1.train.Optimizer`.
          average_decay: How much of an average stays.
          num_updates: How many updates were made, by which the decay is smaller at first.
          sequential_update: Whether averages are of the values after a step, not of any.
        """
        self._optimizer = opt
        self._ema = tf.train.ExponentialMovingAverage(average_decay, num_updates=num_updates)
        self._swapped: dict[str, Any] | None = None
        self._sequential_update = sequential_update

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        """Returns the wrapped optimizer's pairs of gradient and variable."""
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(
        self, grads_and_vars: Any, global_step: Any = None, name: str | None = None
    ) -> Any:
        """Returns an op that applies gradients, and updates the averages.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: A variable to add 1 to.
          name: The op's name.
        """
        pairs = list(grads_and_vars)
        update = self._optimizer.apply_gradients(pairs, global_step=global_step, name=name)
        variables = [variable for _, variable in pairs]
        with tf.control_dependencies([update] if self._sequential_update else []):
            averages = self._ema.apply(variables)
        self._swapped = {}
        for variable in variables:
            average = self._ema.average(variable)
            self._swapped[variable.op.name] = average
            self._swapped[average.op.name] = variable
        return tf.group(update, averages, name="train_with_avg")

    def swapping_saver(
        self, var_list: Any = None, name: str = "swapping_saver", **kwargs: Any
    ) -> Any:
        """Returns a `tf.compat.v1.train.Saver` that saves each average as its variable, and back.

        Args:
          var_list: What to save, as a saver takes it; all variables by default.
          name: The saver's name.
          **kwargs: Others of the saver.

        Raises:
          RuntimeError: `apply_gradients` or `minimize` was not called before.
          ValueError: `var_list` has an average, but not its variable.
        """
        if self._swapped is None:
            raise RuntimeError(
                "Must call apply_gradients or minimize before creating the swapping_saver: there "
                "are no averages before that."
            )
        if var_list is None:
            var_list = tf1.global_variables()
        if not isinstance(var_list, dict):
            var_list = _by_name(var_list)
        saved = {part.op.name for value in var_list.values() for part in _parts(value)}
        swapped = {}
        for key, value in sorted(var_list.items()):
            parts = [self._swapped.get(part.op.name, part) for part in _parts(value)]
            for part in parts:
                if part.op.name not in saved:
                    raise ValueError(
                        f"Variable to swap {part.op.name} is not part of variables to save. This "
                        "breaks MovingAverageOptimizer. Add it to var_list."
                    )
            swapped[key] = parts if isinstance(value, list) else parts[0]
        return tf1.train.Saver(swapped, name=name, **kwargs)


def _parts(value: Any) -> list[Any]:
    """The partitions of a variable, or itself."""
    return value if isinstance(value, list) else [value]


def _by_name(variables: Any) -> dict[str, Any]:
    """The variables by the names that a saver gives them."""
    found: dict[str, Any] = {}
    for variable in variables:
        info = (
            variable._get_save_slice_info() if hasattr(variable, "_get_save_slice_info") else None
        )
        if info is None:
            found[variable.op.name] = variable
        else:
            found.setdefault(info.full_name, []).append(variable)
    return found
