# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.losses.metric_learning import *
from tf_spec_compat.contrib.losses.metric_learning import metric_loss_ops as metric_loss_ops

__all__ = [
    "cluster_loss",
    "contrastive_loss",
    "lifted_struct_loss",
    "npairs_loss",
    "npairs_loss_multilabel",
    "triplet_semihard_loss",
]
