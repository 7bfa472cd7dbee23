# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.native.estimators import from_estimator as from_estimator
from tf_spec_compat.native.model import Model as Model

__all__ = ["Model", "from_estimator"]
