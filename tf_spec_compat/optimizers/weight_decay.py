"""Weight decay that is apart from the gradients."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.optimizers.shampoo import ShampooOptimizer
from tf_spec_compat.optimizers.updates import assign_rows, cast_rate, value_of

__all__ = [
    "AdamWOptimizer",
    "DecoupledWeightDecayExtension",
    "MomentumWOptimizer",
    "ShampooWOptimizer",
    "extend_with_decoupled_weight_decay",
]


class DecoupledWeightDecayExtension:
    """Decays weights before an optimizer, the next base class, updates them.

    See https://arxiv.org/abs/1711.05101. Each update first takes `weight_decay * variable` from the
    variable; a sparse one from its own rows only.

        class AdagradW(DecoupledWeightDecayExtension, tf.train.AdagradOptimizer):
            pass

        AdagradW(weight_decay=1e-4, learning_rate=0.1).minimize(loss)
    """

    _use_locking: bool

    def __init__(self, weight_decay: Any, **kwargs: Any) -> None:
        """Makes the optimizer.

        Args:
          weight_decay: Which part to take; a float, a tensor, or a callable that gives one.
          **kwargs: Those of the optimizer.
        """
        self._decay_var_list: set[Any] | None = None
        self._weight_decay = weight_decay
        super().__init__(**kwargs)

    def minimize(
        self,
        loss: Any,
        global_step: Any = None,
        var_list: Any = None,
        gate_gradients: int = tf1.train.Optimizer.GATE_OP,
        aggregation_method: Any = None,
        colocate_gradients_with_ops: bool = False,
        name: str | None = None,
        grad_loss: Any = None,
        decay_var_list: Any = None,
    ) -> Any:
        """Returns an op that takes a step, as `tf.compat.v1.train.Optimizer.minimize` does.

        Args:
          loss: A scalar.
          global_step: A variable to add 1 to.
          var_list: The variables to train.
          gate_gradients: How to gate them.
          aggregation_method: How to add gradients.
          colocate_gradients_with_ops: Whether to do so.
          name: The op's name.
          grad_loss: The gradient of the loss.
          decay_var_list: Not used, as in TF 1.15.5; `apply_gradients` takes it.
        """
        return super().minimize(  # type: ignore[misc]
            loss,
            global_step=global_step,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            name=name,
            grad_loss=grad_loss,
        )

    def apply_gradients(
        self,
        grads_and_vars: Any,
        global_step: Any = None,
        name: str | None = None,
        decay_var_list: Any = None,
    ) -> Any:
        """Returns an op that applies gradients.

        Args:
          grads_and_vars: Pairs of gradient and variable.
          global_step: A variable to add 1 to.
          name: The op's name.
          decay_var_list: The variables to decay; all by default.
        """
        self._choose(decay_var_list)
        return super().apply_gradients(  # type: ignore[misc]
            grads_and_vars, global_step=global_step, name=name
        )

    def _choose(self, decay_var_list: Any) -> None:
        self._decay_var_list = {v.ref() for v in decay_var_list} if decay_var_list else None

    def _prepare(self) -> None:
        self._weight_decay_tensor = tf.convert_to_tensor(
            value_of(self._weight_decay), name="weight_decay"
        )
        super()._prepare()  # type: ignore[misc]

    def _decays(self, var: Any) -> bool:
        return self._decay_var_list is None or var.ref() in self._decay_var_list

    def _decay_weights_op(self, var: Any) -> Any:
        if not self._decays(var):
            return tf.no_op()
        return var.assign_sub(cast_rate(self._weight_decay_tensor, var) * var, self._use_locking)

    def _decay_weights_sparse_op(self, var: Any, indices: Any) -> Any:
        if not self._decays(var):
            return tf.no_op()
        part = cast_rate(self._weight_decay_tensor, var) * tf.gather(var, indices)
        return assign_rows(var, part, indices, "sub", self._use_locking)

    # The gradient is computed before its variable decays.

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        with (
            tf.control_dependencies([grad]),
            tf.control_dependencies([self._decay_weights_op(var)]),
        ):
            return super()._apply_dense(grad, var)  # type: ignore[misc]

    def _resource_apply_dense(self, grad: Any, var: Any) -> Any:
        with (
            tf.control_dependencies([grad]),
            tf.control_dependencies([self._decay_weights_op(var)]),
        ):
            return super()._resource_apply_dense(grad, var)  # type: ignore[misc]

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        with tf.control_dependencies([grad.values]):
            decay = self._decay_weights_sparse_op(var, grad.indices)
        with tf.control_dependencies([decay]):
            return super()._apply_sparse(grad, var)  # type: ignore[misc]

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        with tf.control_dependencies([grad]):
            decay = self._decay_weights_sparse_op(var, indices)
        with tf.control_dependencies([decay]):
            return super()._resource_apply_sparse(grad, var, indices)  # type: ignore[misc]


def extend_with_decoupled_weight_decay(base_optimizer: type) -> type:
    """Returns a class with an optimizer's constructor behind a first argument, `weight_decay`.

        AdamaxW = extend_with_decoupled_weight_decay(AdaMaxOptimizer)
        AdamaxW(weight_decay=1e-4, learning_rate=1e-3).minimize(loss)

    Args:
      base_optimizer: The optimizer's class.
    """

    class OptimizerWithDecoupledWeightDecay(
        DecoupledWeightDecayExtension,
        base_optimizer,
    ):
        """The optimizer with weight decay; see `DecoupledWeightDecayExtension`."""

        def __init__(self, weight_decay: Any, *args: Any, **kwargs: Any) -> None:
            self._decay_var_list = None
            self._weight_decay = weight_decay
            base_optimizer.__init__(self, *args, **kwargs)  # type: ignore[misc]

    return OptimizerWithDecoupledWeightDecay


class MomentumWOptimizer(DecoupledWeightDecayExtension, tf1.train.MomentumOptimizer):
    """SGDW: momentum with weight decay; the slot is `momentum`.

    MomentumWOptimizer(1e-4, 0.1, 0.9).minimize(loss)
    """

    def __init__(
        self,
        weight_decay: Any,
        learning_rate: Any,
        momentum: Any,
        use_locking: bool = False,
        name: str = "MomentumW",
        use_nesterov: bool = False,
    ) -> None:
        """Makes the optimizer.

        Args:
          weight_decay: Which part of each variable to take; a float or a tensor.
          learning_rate: A float or a tensor.
          momentum: How much of it stays.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
          use_nesterov: Whether momentum is Nesterov's.
        """
        super().__init__(
            weight_decay,
            learning_rate=learning_rate,
            momentum=momentum,
            use_locking=use_locking,
            name=name,
            use_nesterov=use_nesterov,
        )


class AdamWOptimizer(DecoupledWeightDecayExtension, tf1.train.AdamOptimizer):
    """Adam with weight decay; the slots are `m` and `v`.

    AdamWOptimizer(1e-4, 1e-3).minimize(loss, tf.train.get_global_step())
    """

    def __init__(
        self,
        weight_decay: Any,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "AdamW",
    ) -> None:
        """Makes the optimizer.

        Args:
          weight_decay: Which part of each variable to take; a float or a tensor.
          learning_rate: A float, a tensor, or a callable that gives one; so the next three.
          beta1: How much of the first moment stays.
          beta2: How much of the second moment stays.
          epsilon: Added to the root of the second moment.
          use_locking: Whether updates lock references.
          name: The name of ops and slot variables.
        """
        super().__init__(
            weight_decay,
            learning_rate=learning_rate,
            beta1=beta1,
            beta2=beta2,
            epsilon=epsilon,
            use_locking=use_locking,
            name=name,
        )


class ShampooWOptimizer(DecoupledWeightDecayExtension, ShampooOptimizer):
    """Shampoo with weight decay.

    ShampooWOptimizer(1e-4, step, learning_rate=0.1).minimize(loss, step)
    """

    def __init__(
        self,
        weight_decay: Any,
        global_step: Any,
        max_matrix_size: int = 768,
        gbar_decay: Any = 0.0,
        gbar_weight: Any = 1.0,
        mat_gbar_decay: Any = 1.0,
        mat_gbar_weight: Any = 1.0,
        learning_rate: Any = 1.0,
        svd_interval: Any = 1,
        precond_update_interval: Any = 1,
        epsilon: float = 1e-4,
        alpha: float = 0.5,
        use_iterative_root: bool = False,
        use_locking: bool = False,
        name: str = "ShampooW",
    ) -> None:
        """Makes the optimizer.

        Args:
          weight_decay: Which part of each variable to take; a float or a tensor.
          global_step: How many steps were taken. This and all others are those of
            `ShampooOptimizer`.
          max_matrix_size: As there.
          gbar_decay: As there.
          gbar_weight: As there.
          mat_gbar_decay: As there.
          mat_gbar_weight: As there.
          learning_rate: As there.
          svd_interval: As there.
          precond_update_interval: As there.
          epsilon: As there.
          alpha: As there.
          use_iterative_root: As there.
          use_locking: As there.
          name: As there.
        """
        super().__init__(
            weight_decay,
            global_step=global_step,
            max_matrix_size=max_matrix_size,
            gbar_decay=gbar_decay,
            gbar_weight=gbar_weight,
            mat_gbar_decay=mat_gbar_decay,
            mat_gbar_weight=mat_gbar_weight,
            learning_rate=learning_rate,
            svd_interval=svd_interval,
            precond_update_interval=precond_update_interval,
            epsilon=epsilon,
            alpha=alpha,
            use_iterative_root=use_iterative_root,
            use_locking=use_locking,
            name=name,
        )
