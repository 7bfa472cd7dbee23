# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.evaluable import Evaluable as Evaluable

__all__ = ["Evaluable"]
