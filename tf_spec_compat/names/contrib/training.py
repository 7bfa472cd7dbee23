"""`tensorflow.contrib.training`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_EVALUATION = (
    "StopAfterNEvalsHook SummaryAtEndHook checkpoints_iterator evaluate_once evaluate_repeatedly "
    "get_or_create_eval_step wait_for_new_checkpoint"
)
_TRAINING = (
    "add_gradients_summaries clip_gradient_norms clip_gradient_norms_fn create_train_op "
    "multiply_gradients train"
)

TABLE = Table(
    hint="TensorFlow 1.15 has no such name there",
    modules={
        "": {
            "_tf.private": "FeedingQueueRunner",
            "extras.training.assignments": "parse_values",
            "extras.training.bucket_ops": "bucket bucket_by_sequence_length",
            "extras.training.device_setter": (
                "GreedyLoadBalancingStrategy RandomStrategy byte_size_load_fn"
            ),
            "extras.training.hparam": "HParams",
            "extras.training.resample": "resample_at_rate weighted_resample",
            "extras.training.sampling_ops": "rejection_sample stratified_sample",
            "extras.training.sequence_batch": "NextQueuedSequenceBatch",
            "extras.training.sequence_queueing_state_saver": "batch_sequences_with_states",
            "extras.training.state_saver": "SequenceQueueingStateSaver",
            "tf_slim.training.evaluation": _EVALUATION,
            "tf_slim.training.training": _TRAINING,
            "contrib": (
                "bucket_ops device_setter evaluation feeding_queue_runner hparam resample "
                "sampling_ops sequence_queueing_state_saver training tuner"
            ),
        },
        "bucket_ops": {"extras.training.bucket_ops": "bucket bucket_by_sequence_length"},
        "device_setter": {
            "extras.training.device_setter": (
                "GreedyLoadBalancingStrategy RandomStrategy byte_size_load_fn"
            ),
        },
        "evaluation": {"tf_slim.training.evaluation": _EVALUATION},
        "feeding_queue_runner": {"_tf.private": "FeedingQueueRunner"},
        "hparam": {
            "extras.training.assignments": "parse_values",
            "extras.training.hparam": "HParams",
        },
        "hparam_pb2": {"extras.training.hparam_pb2": "HParamDef"},
        "resample": {"extras.training.resample": "resample_at_rate weighted_resample"},
        "sampling_ops": {"extras.training.sampling_ops": "rejection_sample stratified_sample"},
        "sequence_queueing_state_saver": {
            "extras.training.sequence_batch": "NextQueuedSequenceBatch",
            "extras.training.sequence_queueing_state_saver": "batch_sequences_with_states",
            "extras.training.state_saver": "SequenceQueueingStateSaver",
        },
        "training": {"tf_slim.training.training": _TRAINING},
        "tuner": {"extras.training.tuner": "Tuner"},
    },
    hidden={
        "evaluation": {"tf_slim.training.evaluation": "*"},
        "training": {"tf_slim.training.training": "*"},
    },
)
