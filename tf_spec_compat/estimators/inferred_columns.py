"""Feature columns by the looks of the features."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.columns.real_valued import infer_real_valued_columns
from tf_spec_compat.estimators import input_source
from tf_spec_compat.training.types import Arrays

__all__ = ["infer_real_valued_columns_from_input", "infer_real_valued_columns_from_input_fn"]


def infer_real_valued_columns_from_input_fn(input_fn: Callable[[], Any]) -> Any:
    """Returns a real-valued feature column for each dense numeric feature.

    Deprecated, as in contrib; use `tf.feature_column.numeric_column` for each feature.

    Args:
      input_fn: Without arguments; returns `(features, labels)`.

    Raises:
      ValueError: If a feature is sparse, or neither integer nor float, or of unknown shape.
    """
    with tf1.Graph().as_default():
        features, _ = input_fn()
        return infer_real_valued_columns(features)


def infer_real_valued_columns_from_input(x: Arrays) -> Any:
    """Does so for features that are arrays, a dict of them, or an iterator of examples.

    Deprecated, as in contrib; use `tf.feature_column.numeric_column` for each feature.

    Raises:
      ValueError: As `infer_real_valued_columns_from_input_fn`, or if `x` is None.
    """
    input_source.check_arguments(x, None, None, None, None)
    source = input_source.source_of(x, None, None, shuffle=False, epochs=None)
    return infer_real_valued_columns_from_input_fn(source.input_fn)
