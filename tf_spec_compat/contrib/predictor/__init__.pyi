# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.predictor import (
    contrib_estimator_predictor as contrib_estimator_predictor,
)
from tf_spec_compat.contrib.predictor import core_estimator_predictor as core_estimator_predictor
from tf_spec_compat.contrib.predictor import predictor as predictor
from tf_spec_compat.contrib.predictor import predictor_factories as predictor_factories
from tf_spec_compat.contrib.predictor import saved_model_predictor as saved_model_predictor
from tf_spec_compat.estimators.predictor.predictor_factories import (
    from_contrib_estimator as from_contrib_estimator,
)
from tf_spec_compat.estimators.predictor.predictor_factories import from_estimator as from_estimator
from tf_spec_compat.estimators.predictor.predictor_factories import (
    from_saved_model as from_saved_model,
)

__all__ = [
    "contrib_estimator_predictor",
    "core_estimator_predictor",
    "from_contrib_estimator",
    "from_estimator",
    "from_saved_model",
    "predictor",
    "predictor_factories",
    "saved_model_predictor",
]
