"""`tensorflow.contrib.training`: hyperparameters, queues, training and evaluation loops."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODULES = {
    ".bucket_ops": ("bucket", "bucket_by_sequence_length"),
    ".device_setter": ("GreedyLoadBalancingStrategy", "RandomStrategy", "byte_size_load_fn"),
    ".evaluation": (
        "StopAfterNEvalsHook",
        "SummaryAtEndHook",
        "checkpoints_iterator",
        "evaluate_once",
        "evaluate_repeatedly",
        "get_or_create_eval_step",
        "wait_for_new_checkpoint",
    ),
    ".feeding_queue_runner": ("FeedingQueueRunner",),
    ".hparam": ("HParams", "parse_values"),
    ".resample": ("resample_at_rate", "weighted_resample"),
    ".sampling_ops": ("rejection_sample", "stratified_sample"),
    ".sequence_queueing_state_saver": (
        "NextQueuedSequenceBatch",
        "SequenceQueueingStateSaver",
        "batch_sequences_with_states",
    ),
    ".training": (
        "add_gradients_summaries",
        "clip_gradient_norms",
        "clip_gradient_norms_fn",
        "create_train_op",
        "multiply_gradients",
        "train",
    ),
}

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **{name: module for module, names in _MODULES.items() for name in names},
        "bucket_ops": ".bucket_ops:",
        "device_setter": ".device_setter:",
        "evaluation": ".evaluation:",
        "feeding_queue_runner": ".feeding_queue_runner:",
        "hparam": ".hparam:",
        "resample": ".resample:",
        "sampling_ops": ".sampling_ops:",
        "sequence_queueing_state_saver": ".sequence_queueing_state_saver:",
        "training": ".training:",
        "tuner": ".tuner:",
    },
)
