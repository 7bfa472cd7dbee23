"""TF1 behaviour for the process, and back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from tf_spec_compat import _tf
from tf_spec_compat._tf import private

__all__ = ["Behaviour"]


class Behaviour:
    """Switches TensorFlow 2's behaviour off; `undo` switches on again what was on before."""

    def __init__(self, eager: bool) -> None:
        """Switches it off.

        Args:
          eager: Whether eager mode stays on.

        Raises:
          ValueError: It cannot stay on, because the default graph has operations.
        """
        self._was_v2 = bool(private.tf2.enabled())
        self._was_eager = bool(_tf.tf1.executing_eagerly_outside_functions())
        self._was_resource = bool(_tf.tf1.resource_variables_enabled())
        # Asking makes a default graph, after which a program could not enable eager mode any more.
        with _tf.tf1.Graph().as_default():
            self._was_control_flow = bool(_tf.tf1.control_flow_v2_enabled())
        if eager and self._was_eager and not _drop_empty_graph():
            raise ValueError(
                "install(eager=True): TensorFlow's default graph is in use, which eager mode does "
                "not survive; call tf.compat.v1.reset_default_graph() first."
            )
        with _quiet():
            _tf.tf1.disable_v2_behavior()
        if eager and self._was_eager:
            _drop_empty_graph()
            _tf.tf1.enable_eager_execution()

    def undo(self) -> bool:
        """Brings the former behaviour back.

        Eager mode cannot come back while TensorFlow's default graph has operations; then everything
        else is restored.

        Returns:
          Whether everything is restored.
        """
        eager_stays_off = (
            self._was_eager and not _tf.tf1.executing_eagerly() and not _drop_empty_graph()
        )
        with _quiet():
            if self._was_v2 and not eager_stays_off:
                _tf.tf1.enable_v2_behavior()
            elif self._was_v2:
                _tf.tf1.enable_v2_tensorshape()
                _tf.tf1.enable_tensor_equality()
            if not self._was_eager:
                _tf.tf1.disable_eager_execution()
            if self._was_resource:
                _tf.tf1.enable_resource_variables()
            else:
                _tf.tf1.disable_resource_variables()
            if self._was_control_flow:
                _tf.tf1.enable_control_flow_v2()
            else:
                _tf.tf1.disable_control_flow_v2()
        return not eager_stays_off


def _drop_empty_graph() -> bool:
    """Drops the default graph, in whose way eager mode cannot come back, if it is empty."""
    graph = _tf.tf1.get_default_graph()
    if graph.get_operations() or graph.building_function:
        return False
    try:
        _tf.tf1.reset_default_graph()
    except AssertionError:  # inside `with graph.as_default()`
        return False
    return True


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    import logging

    logger = logging.getLogger("tensorflow")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
