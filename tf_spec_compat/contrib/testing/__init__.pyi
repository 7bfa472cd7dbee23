# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.testing import fake_summary_writer as fake_summary_writer
from tf_spec_compat.contrib.testing import python as python
from tf_spec_compat.contrib.testing import util_test as util_test
from tf_spec_compat.extras.testing import FakeSummaryWriter as FakeSummaryWriter
from tf_spec_compat.extras.testing import assert_summary as assert_summary
from tf_spec_compat.extras.testing import latest_event_file as latest_event_file
from tf_spec_compat.extras.testing import latest_events as latest_events
from tf_spec_compat.extras.testing import latest_summaries as latest_summaries
from tf_spec_compat.extras.testing import simple_values_from_events as simple_values_from_events
from tf_spec_compat.extras.testing import to_summary_proto as to_summary_proto

__all__ = [
    "FakeSummaryWriter",
    "assert_summary",
    "fake_summary_writer",
    "latest_event_file",
    "latest_events",
    "latest_summaries",
    "simple_values_from_events",
    "to_summary_proto",
    "util_test",
]
