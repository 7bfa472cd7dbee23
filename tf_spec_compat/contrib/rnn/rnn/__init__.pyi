# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.rnn.rnn import (
    stack_bidirectional_dynamic_rnn as stack_bidirectional_dynamic_rnn,
)
from tf_spec_compat.rnn.rnn import stack_bidirectional_rnn as stack_bidirectional_rnn

__all__ = ["stack_bidirectional_dynamic_rnn", "stack_bidirectional_rnn"]
