"""`tensorflow.contrib.learn.io` (`...learn.python.learn.learn_io`): how data gets into a graph."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_DASK = ".dask_io"
_GRAPH = ".graph_io"
_PANDAS = ".pandas_io"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "HAS_DASK": _DASK,
        "HAS_PANDAS": _PANDAS,
        "dask_io": ".dask_io:",
        "data_feeder": ".data_feeder:",
        "extract_dask_data": _DASK,
        "extract_dask_labels": _DASK,
        "extract_pandas_data": _PANDAS,
        "extract_pandas_labels": _PANDAS,
        "extract_pandas_matrix": _PANDAS,
        "generator_input_fn": ".generator_io",
        "generator_io": ".generator_io:",
        "graph_io": ".graph_io:",
        "numpy_input_fn": ".numpy_io",
        "numpy_io": ".numpy_io:",
        "pandas_input_fn": _PANDAS,
        "pandas_io": ".pandas_io:",
        "queue_parsed_features": _GRAPH,
        "read_batch_examples": _GRAPH,
        "read_batch_features": _GRAPH,
        "read_batch_record_features": _GRAPH,
        "read_keyed_batch_examples": _GRAPH,
        "read_keyed_batch_examples_shared_queue": _GRAPH,
        "read_keyed_batch_features": _GRAPH,
        "read_keyed_batch_features_shared_queue": _GRAPH,
    },
)
