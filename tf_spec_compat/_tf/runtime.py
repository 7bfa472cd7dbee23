"""What surrounds a graph or function and TensorFlow keeps private: devices, optimization."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from tensorflow.python.eager import context
from tensorflow.python.ops import control_flow_util

from tf_spec_compat._tf import tf1

__all__ = ["in_tpu_context", "unoptimized_functions"]


def in_tpu_context() -> bool:
    """Whether what is added to the default graph now is compiled for a TPU."""
    return bool(control_flow_util.InXlaContext(tf1.get_default_graph()))


@contextlib.contextmanager
def unoptimized_functions() -> Iterator[None]:
    """Runs functions as they are, in this thread: to optimize what runs once is no gain.

    Example:
      with unoptimized_functions():
          initialize()
    """
    here = context.context()
    before, config = here.function_call_options, here.config
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    here.function_call_options = context.FunctionCallOptions(
        executor_type=before.executor_type, config_proto=config
    )
    try:
        yield
    finally:
        here.function_call_options = before
