"""`tf.contrib.tfprof`: the old names of `tf.compat.v1.profiler`."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf1

__all__ = [
    "ALL_ADVICE",
    "FLOAT_OPS_OPTIONS",
    "PRINT_ALL_TIMING_MEMORY",
    "TRAINABLE_VARS_PARAMS_STAT_OPTIONS",
    "advise",
    "print_model_analysis",
]


def _options(kind: str, **others: object) -> dict[str, Any]:
    options = dict(getattr(tf1.profiler.ProfileOptionBuilder, kind)())
    return {**options, **others}


ALL_ADVICE: dict[str, dict[str, Any]] = {
    "ExpensiveOperationChecker": {},
    "AcceleratorUtilizationChecker": {},
    "JobChecker": {},
    "OperationChecker": {},
}
TRAINABLE_VARS_PARAMS_STAT_OPTIONS = _options("trainable_variables_parameter")
FLOAT_OPS_OPTIONS = _options("float_operation")
PRINT_ALL_TIMING_MEMORY = _options("time_and_memory", order_by="name")

# What contrib takes for "no options given".
_DEFAULT = 0


def print_model_analysis(
    graph: Any,
    run_meta: Any = None,
    op_log: Any = None,
    tfprof_cmd: str = "scope",
    tfprof_options: Any = _DEFAULT,
) -> Any:
    """Prints statistics of a graph, as `tf.compat.v1.profiler.profile` does.

    ```python
    print_model_analysis(
        tf.get_default_graph(), tfprof_options=TRAINABLE_VARS_PARAMS_STAT_OPTIONS
    )
    ```

    Args:
      graph: The `tf.Graph`.
      run_meta: A `tf.compat.v1.RunMetadata` with times and memory, or None.
      op_log: An `OpLogProto` with further facts of operations, or None.
      tfprof_cmd: `"scope"`, `"graph"`, `"op"` or `"code"`.
      tfprof_options: A dict of options, one of those above for instance.

    Returns:
      A `GraphNodeProto` for the first two commands, a `MultiGraphNodeProto` for the others.
    """
    options = {} if tfprof_options is _DEFAULT else {"options": tfprof_options}
    return tf1.profiler.profile(graph, run_meta, op_log, tfprof_cmd, **options)


def advise(graph: Any, run_meta: Any = None, tfprof_options: Any = _DEFAULT) -> Any:
    """Checks a graph for what is slow, as `tf.compat.v1.profiler.advise` does.

    Args:
      graph: The `tf.Graph`.
      run_meta: A `tf.compat.v1.RunMetadata` with times and memory, or None.
      tfprof_options: The checks with their options, `ALL_ADVICE` for instance.

    Returns:
      An `AdviceProto`.
    """
    options = {} if tfprof_options is _DEFAULT else {"options": tfprof_options}
    return tf1.profiler.advise(graph, run_meta, **options)
