# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.testing import FakeSummaryWriter as FakeSummaryWriter

__all__ = ["FakeSummaryWriter"]
