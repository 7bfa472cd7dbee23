# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import summary_always_record_summaries as always_record_summaries
from tf_spec_compat._tf.private import summary_audio as audio
from tf_spec_compat._tf.private import summary_create_file_writer as create_file_writer
from tf_spec_compat._tf.private import (
    summary_create_summary_file_writer as create_summary_file_writer,
)
from tf_spec_compat._tf.private import summary_eval_dir as eval_dir
from tf_spec_compat._tf.private import summary_flush as flush
from tf_spec_compat._tf.private import summary_generic as generic
from tf_spec_compat._tf.private import summary_graph_v1 as graph
from tf_spec_compat._tf.private import summary_histogram as histogram
from tf_spec_compat._tf.private import summary_image as image
from tf_spec_compat._tf.private import summary_import_event as import_event
from tf_spec_compat._tf.private import summary_never_record_summaries as never_record_summaries
from tf_spec_compat._tf.private import (
    summary_record_summaries_every_n_global_steps as record_summaries_every_n_global_steps,
)
from tf_spec_compat._tf.private import summary_scalar as scalar
from tf_spec_compat._tf.private import summary_should_record_summaries as should_record_summaries
from tf_spec_compat._tf.private import (
    summary_summary_writer_initializer_op as summary_writer_initializer_op,
)
from tf_spec_compat._tf.private import summary_SummaryWriter as SummaryWriter

__all__ = [
    "SummaryWriter",
    "all_summary_ops",
    "always_record_summaries",
    "audio",
    "create_file_writer",
    "create_summary_file_writer",
    "eval_dir",
    "flush",
    "generic",
    "graph",
    "histogram",
    "image",
    "import_event",
    "initialize",
    "never_record_summaries",
    "record_summaries_every_n_global_steps",
    "scalar",
    "should_record_summaries",
    "summary_writer_initializer_op",
]

all_summary_ops: Any
initialize: Any
