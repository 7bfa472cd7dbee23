# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.sequence_batch import (
    NextQueuedSequenceBatch as NextQueuedSequenceBatch,
)
from tf_spec_compat.extras.training.sequence_queueing_state_saver import (
    batch_sequences_with_states as batch_sequences_with_states,
)
from tf_spec_compat.extras.training.state_saver import (
    SequenceQueueingStateSaver as SequenceQueueingStateSaver,
)

__all__ = ["NextQueuedSequenceBatch", "SequenceQueueingStateSaver", "batch_sequences_with_states"]
