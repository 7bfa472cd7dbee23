"""What TensorFlow's own queues of batches are made of, and the runner that feeds queues."""

from __future__ import annotations

from tensorflow.python.training.input import (
    _as_original_type as as_original_type,
)
from tensorflow.python.training.input import (
    _as_tensor_list as as_tensor_list,
)
from tensorflow.python.training.input import (
    _dtypes as dtypes,
)
from tensorflow.python.training.input import (
    _restore_sparse_tensors as restore_sparse_tensors,
)
from tensorflow.python.training.input import (
    _shapes as shapes_of,
)
from tensorflow.python.training.input import (
    _store_sparse_tensors as store_sparse_tensors,
)
from tensorflow.python.training.input import (
    _validate_keep_input as validate_keep_input,
)
from tensorflow.python.training.input import (
    _which_queue as queue_class,
)

__all__ = [
    "as_original_type",
    "as_tensor_list",
    "dtypes",
    "queue_class",
    "restore_sparse_tensors",
    "shapes_of",
    "store_sparse_tensors",
    "validate_keep_input",
]
