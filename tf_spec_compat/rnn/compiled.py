"""`CompiledWrapper`: a cell whose ops XLA compiles."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import private, tf
from tf_spec_compat._tf.rnn_cells import RNNCell

__all__ = ["CompiledWrapper"]


class CompiledWrapper(RNNCell):
    """Calls a cell in a scope whose ops XLA is to compile together.

    The variables are the cell's, in its scope. In eager mode nothing is compiled: use
    `tf.function(jit_compile=True)` there.

    Example:
      outputs, state = tf.nn.dynamic_rnn(CompiledWrapper(cell), inputs, dtype=tf.float32)
    """

    def __init__(self, cell: Any, compile_stateful: bool = False) -> None:
        """Makes the cell.

        Args:
          cell: An RNN cell.
          compile_stateful: Whether to compile ops that have a state too, such as random ones.
        """
        super().__init__()
        self._cell = cell
        self._compile_stateful = compile_stateful

    @property
    def state_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.state_size

    @property
    def output_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.output_size

    def zero_state(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the zero state of the cell inside."""
        return self._cell.zero_state(batch_size, dtype)

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        """Returns output and new state of the cell."""
        if tf.executing_eagerly():
            return self._cell(inputs, state, scope=scope)
        with tf.xla.experimental.jit_scope(self._compile_stateful or _is_stateless):
            return self._cell(inputs, state, scope=scope)


def _is_stateless(node: Any) -> bool:
    op = private.op_def_registry.get(node.op)
    return op is not None and not op.is_stateful
