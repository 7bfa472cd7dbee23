"""`tensorflow.contrib.testing`: a summary writer that keeps all, and readers of event files."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "FakeSummaryWriter": ".fake_summary_writer",
        "assert_summary": ".util_test",
        "fake_summary_writer": ".fake_summary_writer:",
        "latest_event_file": ".util_test",
        "latest_events": ".util_test",
        "latest_summaries": ".util_test",
        "simple_values_from_events": ".util_test",
        "to_summary_proto": ".util_test",
        "util_test": ".util_test:",
    },
)
