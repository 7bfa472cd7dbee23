# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.bucket_ops import bucket as bucket
from tf_spec_compat.extras.training.bucket_ops import (
    bucket_by_sequence_length as bucket_by_sequence_length,
)

__all__ = ["bucket", "bucket_by_sequence_length"]
