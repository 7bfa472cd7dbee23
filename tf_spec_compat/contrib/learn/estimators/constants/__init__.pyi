# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.model.problem_type import (
    COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS as COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS,
)
from tf_spec_compat.model.problem_type import ProblemType as ProblemType

__all__ = ["COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS", "ProblemType"]
