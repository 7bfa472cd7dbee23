"""`tensorflow.contrib.testing`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_EVENT_FILES = (
    "assert_summary latest_event_file latest_events latest_summaries simple_values_from_events "
    "to_summary_proto"
)

TABLE = Table(
    hint="tf.test has what is left of it",
    modules={
        "": {
            "extras.testing.event_files": _EVENT_FILES,
            "extras.testing.fake_summary_writer": "FakeSummaryWriter",
            "contrib": "fake_summary_writer util_test",
        },
        "fake_summary_writer": {"extras.testing.fake_summary_writer": "FakeSummaryWriter"},
        "util_test": {"extras.testing.event_files": _EVENT_FILES},
    },
)
