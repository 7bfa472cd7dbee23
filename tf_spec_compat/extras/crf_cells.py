"""The recurrences of conditional random fields as cells of an RNN, for `dynamic_rnn`."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.rnn_cells import RNNCell
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["CrfDecodeBackwardRnnCell", "CrfDecodeForwardRnnCell", "CrfForwardRnnCell"]


class _TransitionCell(RNNCell):
    """A cell whose state and output have a number for each tag."""

    def __init__(self, transition_params: TensorLike) -> None:
        """Takes the binary potentials.

        Args:
          transition_params: `[tags, tags]`; the number of tags has to be known.
        """
        super().__init__()
        self._transitions = tf.expand_dims(transition_params, 0)

    @property
    def state_size(self) -> int:
        """The number of tags."""
        return int(self._transitions.shape[2])

    @property
    def output_size(self) -> int:
        """The number of tags."""
        return self.state_size

    def _paths(self, state: TensorLike) -> Any:
        """The scores of all ways from each tag to each next one, `[batch, tags, tags]`."""
        return tf.expand_dims(state, 2) + self._transitions


class CrfForwardRnnCell(_TransitionCell):
    """A step of the forward algorithm: the state is the log of the sum of all ways to each tag."""

    def __call__(
        self, inputs: TensorLike, state: TensorLike, scope: Any = None
    ) -> tuple[Tensor, Tensor]:
        """Returns the new state twice, `[batch, tags]`.

        Args:
          inputs: Unary potentials of the step, `[batch, tags]`.
          state: That of the step before.
          scope: Not used; cells have it.
        """
        new = inputs + tf.reduce_logsumexp(self._paths(state), axis=1)
        return new, new


class CrfDecodeForwardRnnCell(_TransitionCell):
    """A step of the Viterbi algorithm: the state is the score of the best way to each tag."""

    def __call__(
        self, inputs: TensorLike, state: TensorLike, scope: Any = None
    ) -> tuple[Tensor, Tensor]:
        """Returns the best tags before, `[batch, tags]` int32, and the new state.

        Args:
          inputs: Unary potentials of the step, `[batch, tags]`.
          state: That of the step before.
          scope: Not used; cells have it.
        """
        paths = self._paths(state)
        pointers = tf.argmax(paths, axis=1, output_type=tf.int32)
        return pointers, inputs + tf.reduce_max(paths, axis=1)


class CrfDecodeBackwardRnnCell(RNNCell):
    """A step back on the best way: the state is the tag of the step behind."""

    def __init__(self, num_tags: int) -> None:
        """Makes the cell.

        Args:
          num_tags: The number of tags.
        """
        super().__init__()
        self._num_tags = num_tags

    @property
    def state_size(self) -> int:
        """One tag."""
        return 1

    @property
    def output_size(self) -> int:
        """One tag."""
        return 1

    def __call__(
        self, inputs: TensorLike, state: TensorLike, scope: Any = None
    ) -> tuple[Tensor, Tensor]:
        """Returns the best tag before twice, `[batch, 1]` int32.

        Args:
          inputs: The best tag before each tag, `[batch, tags]` int32.
          state: The tag, `[batch, 1]` int32.
          scope: Not used; cells have it.
        """
        before = tf.gather(inputs, state, batch_dims=1)
        return before, before
