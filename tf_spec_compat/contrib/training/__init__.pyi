# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import FeedingQueueRunner as FeedingQueueRunner
from tf_spec_compat.contrib.training import bucket_ops as bucket_ops
from tf_spec_compat.contrib.training import device_setter as device_setter
from tf_spec_compat.contrib.training import evaluation as evaluation
from tf_spec_compat.contrib.training import feeding_queue_runner as feeding_queue_runner
from tf_spec_compat.contrib.training import hparam as hparam
from tf_spec_compat.contrib.training import hparam_pb2 as hparam_pb2
from tf_spec_compat.contrib.training import python as python
from tf_spec_compat.contrib.training import resample as resample
from tf_spec_compat.contrib.training import sampling_ops as sampling_ops
from tf_spec_compat.contrib.training import (
    sequence_queueing_state_saver as sequence_queueing_state_saver,
)
from tf_spec_compat.contrib.training import training as training
from tf_spec_compat.contrib.training import tuner as tuner
from tf_spec_compat.extras.training.assignments import parse_values as parse_values
from tf_spec_compat.extras.training.bucket_ops import bucket as bucket
from tf_spec_compat.extras.training.bucket_ops import (
    bucket_by_sequence_length as bucket_by_sequence_length,
)
from tf_spec_compat.extras.training.device_setter import (
    GreedyLoadBalancingStrategy as GreedyLoadBalancingStrategy,
)
from tf_spec_compat.extras.training.device_setter import RandomStrategy as RandomStrategy
from tf_spec_compat.extras.training.device_setter import byte_size_load_fn as byte_size_load_fn
from tf_spec_compat.extras.training.hparam import HParams as HParams
from tf_spec_compat.extras.training.resample import resample_at_rate as resample_at_rate
from tf_spec_compat.extras.training.resample import weighted_resample as weighted_resample
from tf_spec_compat.extras.training.sampling_ops import rejection_sample as rejection_sample
from tf_spec_compat.extras.training.sampling_ops import stratified_sample as stratified_sample
from tf_spec_compat.extras.training.sequence_batch import (
    NextQueuedSequenceBatch as NextQueuedSequenceBatch,
)
from tf_spec_compat.extras.training.sequence_queueing_state_saver import (
    batch_sequences_with_states as batch_sequences_with_states,
)
from tf_spec_compat.extras.training.state_saver import (
    SequenceQueueingStateSaver as SequenceQueueingStateSaver,
)

__all__ = [
    "FeedingQueueRunner",
    "GreedyLoadBalancingStrategy",
    "HParams",
    "NextQueuedSequenceBatch",
    "RandomStrategy",
    "SequenceQueueingStateSaver",
    "StopAfterNEvalsHook",
    "SummaryAtEndHook",
    "add_gradients_summaries",
    "batch_sequences_with_states",
    "bucket",
    "bucket_by_sequence_length",
    "bucket_ops",
    "byte_size_load_fn",
    "checkpoints_iterator",
    "clip_gradient_norms",
    "clip_gradient_norms_fn",
    "create_train_op",
    "device_setter",
    "evaluate_once",
    "evaluate_repeatedly",
    "evaluation",
    "feeding_queue_runner",
    "get_or_create_eval_step",
    "hparam",
    "multiply_gradients",
    "parse_values",
    "rejection_sample",
    "resample",
    "resample_at_rate",
    "sampling_ops",
    "sequence_queueing_state_saver",
    "stratified_sample",
    "train",
    "training",
    "tuner",
    "wait_for_new_checkpoint",
    "weighted_resample",
]

add_gradients_summaries: Any
checkpoints_iterator: Any
clip_gradient_norms: Any
clip_gradient_norms_fn: Any
create_train_op: Any
evaluate_once: Any
evaluate_repeatedly: Any
get_or_create_eval_step: Any
multiply_gradients: Any
train: Any
wait_for_new_checkpoint: Any

class StopAfterNEvalsHook(Any): ...
class SummaryAtEndHook(Any): ...
