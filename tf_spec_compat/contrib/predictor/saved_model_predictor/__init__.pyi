# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.predictor.saved_model_predictor import DEFAULT_TAGS as DEFAULT_TAGS
from tf_spec_compat.estimators.predictor.saved_model_predictor import (
    SavedModelPredictor as SavedModelPredictor,
)

__all__ = ["DEFAULT_TAGS", "SavedModelPredictor"]
