# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.estimator.export import (
    export_all_saved_models as export_all_saved_models,
)
from tf_spec_compat.extras.estimator.export import (
    export_saved_model_for_mode as export_saved_model_for_mode,
)

__all__ = ["export_all_saved_models", "export_saved_model_for_mode"]
