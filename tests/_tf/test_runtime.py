"""`_tf.runtime`: functions that run as they are."""

from __future__ import annotations

import pytest
from tensorflow.python.eager import context

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.runtime import unoptimized_functions


def is_optimizing() -> bool:
    options = context.context().function_call_options
    config = tf1.ConfigProto.FromString(options.config_proto_serialized)
    return not config.graph_options.rewrite_options.disable_meta_optimizer


def test_functions_run_as_they_are_in_the_block_only() -> None:
    """Grappler is off in the block, also when it ends by an error, and on behind it."""
    double = tf1.wrap_function(lambda x: x + x, [tf.TensorSpec([])])
    assert is_optimizing()
    with unoptimized_functions():
        assert not is_optimizing()
        assert float(double(tf.constant(2.0))) == 4.0
    assert is_optimizing()
    with pytest.raises(KeyError), unoptimized_functions():
        raise KeyError
    assert is_optimizing()
    assert float(double(tf.constant(3.0))) == 6.0
