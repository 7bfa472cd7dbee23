"""What optimizers share whose workers have variables of their own beside the common ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["CENTER", "LocalVariables", "WorkerHook", "WorkerOptimizer", "assign_all"]

CENTER = "global_center_variable"


class LocalVariables:
    """A custom getter that makes trainable variables local to a worker, with common ones beside.

    Variables that are not trained are made as they are asked for. A subclass has `_pair(local,
    name)`, which makes what stands beside.
    """

    def __init__(self, worker_device: str) -> None:
        """Makes the getter.

        Args:
          worker_device: The device of the worker's variables, as `/job:worker/task:0`.
        """
        self._worker_device = worker_device
        self.centers: dict[Any, Any] = {}  # by the reference of the local variable

    def __call__(
        self,
        getter: Callable[..., Any],
        name: str,
        trainable: bool,
        collections: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Makes a variable; see `tf.compat.v1.variable_scope`."""
        if not trainable:
            return getter(name, *args, trainable=trainable, collections=collections, **kwargs)
        with tf.device(self._worker_device):
            local = getter(
                name,
                *args,
                trainable=True,
                collections=[tf1.GraphKeys.LOCAL_VARIABLES],
                **kwargs,
            )
        if local.ref() not in self.centers:
            self._pair(local, name)
        return local

    def center(self, local: Any) -> Any:
        """Returns the common variable of a local one; a KeyError tells that there is none."""
        if local.ref() not in self.centers:
            raise KeyError(
                f"{local!r}: the custom getter did not make this variable; make it in "
                "tf.compat.v1.variable_scope(..., custom_getter=...)."
            )
        return self.centers[local.ref()]

    def made(self, words: str) -> list[Any]:
        """Returns the local variables; a ValueError begins with `words` if there is none."""
        if not self.centers:
            raise ValueError(
                f"{words}: the custom getter has made no trainable variable; make them in "
                "tf.compat.v1.variable_scope(..., custom_getter=...)."
            )
        return [local.deref() for local in self.centers]

    def _pair(self, local: Any, name: str) -> None:
        self.centers[local.ref()] = self._beside(
            local, f"{CENTER}/{name}", tf1.GraphKeys.GLOBAL_VARIABLES
        )

    def _beside(self, local: Any, name: str, collection: str, value: Any = None) -> Any:
        return tf1.Variable(
            local.initial_value if value is None else value,
            name=name,
            trainable=False,
            collections=[collection],
            dtype=local.dtype.base_dtype,
            use_resource=hasattr(local, "handle"),
        )

    def _beside_local(self, local: Any, name: str) -> Any:
        with tf.device(self._worker_device):
            return self._beside(local, name, tf1.GraphKeys.LOCAL_VARIABLES)


class WorkerOptimizer(tf1.train.Optimizer):
    """Wraps an optimizer, and counts the worker's steps."""

    def __init__(self, opt: Any, getter: Any, use_locking: bool, name: str) -> None:
        super().__init__(use_locking, name)
        if not hasattr(getter, "centers"):
            raise AttributeError(
                f"{getter!r} is no custom getter of this optimizer: pass the one that makes the "
                "variables."
            )
        self._getter = getter
        self._opt = opt
        self._local_step = tf1.Variable(
            0, trainable=False, collections=[tf1.GraphKeys.LOCAL_VARIABLES], name="local_step"
        )

    def _step(self, pairs: Any) -> Any:
        """Applies gradients to local variables; the slots of these are local, too."""
        before = len(tf1.global_variables())
        update = self._opt.apply_gradients(pairs)
        everyone = tf1.get_collection_ref(tf1.GraphKeys.GLOBAL_VARIABLES)
        for slot in everyone[before:]:
            tf1.add_to_collection(tf1.GraphKeys.LOCAL_VARIABLES, slot)
        del everyone[before:]
        return update

    def _each(self, period: int, after: Any, communicate: Callable[[], Any], name: Any) -> Any:
        """Counts a step, and communicates in one of `period` steps."""
        with tf.control_dependencies([after]):
            count = self._local_step.assign_add(1, use_locking=self._use_locking)
        with tf.control_dependencies([count]):
            due = tf.equal(tf.convert_to_tensor(count) % period, 0)

        def quiet() -> Any:
            return tf.constant(False)

        def done() -> Any:
            with tf.control_dependencies([communicate()]):
                return tf.constant(True)

        return tf1.cond(due, done, quiet, name=name)


class WorkerHook(tf1.train.SessionRunHook):
    """Makes the operations that initialize a worker, and runs them in each new session."""

    def __init__(self, make: Callable[[], Any], is_chief: bool) -> None:
        super().__init__()
        self._make = make
        self._is_chief = is_chief

    def begin(self) -> None:
        """Makes the operations."""
        self._local_init_op = tf1.local_variables_initializer()
        self._global_init_op = tf1.global_variables_initializer() if self._is_chief else None
        self._variable_init_op = self._make()

    def after_create_session(self, session: Any, coord: Any) -> None:
        """Gives the worker's variables the values of the common ones."""
        session.run(self._variable_init_op)


def assign_all(pairs: Any, use_locking: bool = False) -> Any:
    """Returns an operation that assigns values to variables, read beforehand.

    Args:
      pairs: Pairs of variable and value.
      use_locking: Whether assignments lock references.
    """
    values = [(variable, tf.identity(value)) for variable, value in pairs]
    with tf.control_dependencies([value for _, value in values]):
        return tf.group(
            *(
                variable.assign(value, use_locking=use_locking, read_value=False)
                for variable, value in values
            )
        )
