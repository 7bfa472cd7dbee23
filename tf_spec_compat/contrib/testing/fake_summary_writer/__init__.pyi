# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.testing.fake_summary_writer import FakeSummaryWriter as FakeSummaryWriter

__all__ = ["FakeSummaryWriter"]
