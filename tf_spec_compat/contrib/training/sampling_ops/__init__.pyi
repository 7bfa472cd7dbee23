# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.sampling_ops import rejection_sample as rejection_sample
from tf_spec_compat.extras.training.sampling_ops import stratified_sample as stratified_sample

__all__ = ["rejection_sample", "stratified_sample"]
