"""`tensorflow.contrib.layers.feature_column`: columns that say how a model takes in its features.

So far there are those of numbers.
"""

from __future__ import annotations

from tf_spec_compat.contrib.layers._columns.base import (
    _FeatureColumn as _FeatureColumn,
)
from tf_spec_compat.contrib.layers._columns.base import (
    create_feature_spec_for_parsing,
)
from tf_spec_compat.contrib.layers._columns.real_valued import (
    _RealValuedColumn as _RealValuedColumn,
)
from tf_spec_compat.contrib.layers._columns.real_valued import (
    real_valued_column,
)

__all__ = ["create_feature_spec_for_parsing", "real_valued_column"]
