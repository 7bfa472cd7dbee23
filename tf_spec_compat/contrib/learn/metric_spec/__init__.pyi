# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.model.metric_spec import MetricSpec as MetricSpec

__all__ = ["MetricSpec"]
