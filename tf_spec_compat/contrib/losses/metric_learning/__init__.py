"""`tensorflow.contrib.losses.python.metric_learning`: tf-slim's losses of distances."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_LOSSES = (
    "cluster_loss",
    "contrastive_loss",
    "lifted_struct_loss",
    "npairs_loss",
    "npairs_loss_multilabel",
    "triplet_semihard_loss",
)

__getattr__, __dir__, __all__ = attach(__name__, dict.fromkeys(_LOSSES, ".metric_loss_ops"))
