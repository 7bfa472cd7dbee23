# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.nn import sampled_sparse_softmax_loss as sampled_sparse_softmax_loss

__all__ = ["sampled_sparse_softmax_loss"]
