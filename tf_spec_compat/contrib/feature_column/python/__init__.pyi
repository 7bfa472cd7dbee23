# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.feature_column.python import feature_column as feature_column

__all__ = []
