# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.model.metric_key import MetricKey as MetricKey

__all__ = ["MetricKey"]
