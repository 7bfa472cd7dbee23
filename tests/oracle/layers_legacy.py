"""The imports that differ between TF 1.15.5 and this package, for the cases of contrib.layers."""

try:
    from tensorflow.contrib import layers
    from tensorflow.contrib.framework import add_arg_scope, arg_scope
    from tensorflow.contrib.layers.python.layers import (
        encoders,
        optimizers,
        rev_block_lib,
        summaries,
        target_column,
        utils,
    )
    from tensorflow.contrib.layers.python.layers import (
        layers as layers_module,
    )
except ImportError:
    from tf_slim import add_arg_scope, arg_scope
    from tf_spec_compat.contrib.layers import (
        encoders,
        optimizers,
        rev_block_lib,
        summaries,
        target_column,
        utils,
    )
    from tf_spec_compat.contrib.layers import layers as layers_module

    from tf_spec_compat.contrib import layers

__all__ = [
    "add_arg_scope",
    "arg_scope",
    "encoders",
    "layers",
    "layers_module",
    "optimizers",
    "rev_block_lib",
    "summaries",
    "target_column",
    "utils",
]
