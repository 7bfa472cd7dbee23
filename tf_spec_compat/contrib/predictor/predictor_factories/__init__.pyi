# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.predictor.predictor_factories import (
    from_contrib_estimator as from_contrib_estimator,
)
from tf_spec_compat.estimators.predictor.predictor_factories import from_estimator as from_estimator
from tf_spec_compat.estimators.predictor.predictor_factories import (
    from_saved_model as from_saved_model,
)

__all__ = ["from_contrib_estimator", "from_estimator", "from_saved_model"]
