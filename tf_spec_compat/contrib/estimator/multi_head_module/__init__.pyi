# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.estimator.multi_head import multi_head as multi_head

__all__ = ["multi_head"]
