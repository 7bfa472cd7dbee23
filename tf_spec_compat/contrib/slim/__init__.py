"""`tensorflow.contrib.slim`: layers, variables and argument scopes in one place, and tf-slim."""

from __future__ import annotations

from tf_spec_compat._lazy import attach
from tf_spec_compat.contrib import layers

_FRAMEWORK = (
    "VariableDeviceChooser",
    "add_arg_scope",
    "add_model_variable",
    "arg_scope",
    "arg_scoped_arguments",
    "assert_global_step",
    "assert_or_get_global_step",
    "assign_from_checkpoint",
    "assign_from_checkpoint_fn",
    "assign_from_values",
    "assign_from_values_fn",
    "create_global_step",
    "current_arg_scope",
    "filter_variables",
    "get_global_step",
    "get_local_variables",
    "get_model_variables",
    "get_or_create_global_step",
    "get_trainable_variables",
    "get_unique_variable",
    "get_variable_full_name",
    "get_variables",
    "get_variables_by_name",
    "get_variables_by_suffix",
    "get_variables_to_restore",
    "global_variable",
    "has_arg_scope",
    "local_variable",
    "model_variable",
    "variable",
    "zero_initializer",
)
_DATA = (
    "data_decoder",
    "data_provider",
    "dataset",
    "dataset_data_provider",
    "parallel_reader",
    "prefetch_queue",
    "tfexample_decoder",
)
_OWN = ("data", "evaluation", "learning", "model_analyzer", "nets", "queues", "summaries")
# What star imports brought along: names of contrib.layers' modules that contrib.layers hides.
_LAYERS = {
    "bucketization_op": ("bucketize",),
    "embedding_ops": (
        "embedding_lookup_sparse_with_distributed_aggregation",
        "scattered_embedding_lookup",
        "scattered_embedding_lookup_sparse",
    ),
    "layers": ("pool",),
    "optimizers": ("adaptive_clipping_fn",),
    "sparse_feature_cross_op": ("sparse_feature_cross",),
    "summaries": ("summarize_biases", "summarize_variables", "summarize_weights"),
    "target_column": (
        "ProblemType",
        "binary_svm_target",
        "get_default_binary_metrics_for_eval",
    ),
}

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **dict.fromkeys(layers.__all__, "tf_spec_compat.contrib.layers"),
        **dict.fromkeys(_FRAMEWORK, "tf_spec_compat.contrib.framework"),
        **{name: f".data.{name}:" for name in _DATA},
        **{name: f".{name}:" for name in _OWN},
        "arg_scope_func_key": "tf_slim",
        "losses": "tf_spec_compat.contrib.losses:",
        "metrics": "tf_spec_compat.contrib.metrics:",
    },
    unlisted={
        name: f"tf_spec_compat.contrib.layers.{module}"
        for module, names in _LAYERS.items()
        for name in names
    },
)
