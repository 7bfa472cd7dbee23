"""What feature columns ask of TensorFlow and that has no public name.

`tf.compat.v1.feature_column.input_layer` and its like, and so the canned estimators, take columns
of their own first generation only: `CategoricalColumn` and `DenseColumn`. TensorFlow keeps these
classes, the tables of its columns with vocabularies, and the class of partitioned variables without
public names.
"""

from __future__ import annotations

from tensorflow.python.feature_column.feature_column import (
    _CategoricalColumn as CategoricalColumn,
)
from tensorflow.python.feature_column.feature_column import _DenseColumn as DenseColumn
from tensorflow.python.ops.lookup_ops import index_table_from_file, index_table_from_tensor
from tensorflow.python.ops.variables import PartitionedVariable

__all__ = [
    "CategoricalColumn",
    "DenseColumn",
    "PartitionedVariable",
    "index_table_from_file",
    "index_table_from_tensor",
]
