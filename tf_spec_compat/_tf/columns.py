"""The class that core functions ask of a column, for contrib's columns to derive from.

`tf.compat.v1.feature_column.input_layer` and its like, and so the canned estimators, take columns
of their own first generation only. TensorFlow keeps these classes, without public names.
"""

from __future__ import annotations

from tensorflow.python.feature_column.feature_column import _DenseColumn as DenseColumn

__all__ = ["DenseColumn"]
