# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.losses.metric_learning import metric_loss_ops as metric_loss_ops

__all__ = [
    "cluster_loss",
    "contrastive_loss",
    "lifted_struct_loss",
    "npairs_loss",
    "npairs_loss_multilabel",
    "triplet_semihard_loss",
]

cluster_loss: Any
contrastive_loss: Any
lifted_struct_loss: Any
npairs_loss: Any
npairs_loss_multilabel: Any
triplet_semihard_loss: Any
