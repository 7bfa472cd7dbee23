"""`tensorflow.contrib.losses`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_LOSS_OPS = (
    "absolute_difference add_loss compute_weighted_loss cosine_distance get_losses "
    "get_regularization_losses get_total_loss hinge_loss log_loss mean_pairwise_squared_error "
    "mean_squared_error sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy"
)

TABLE = Table(
    hint="tf.compat.v1.losses has its losses",
    modules={
        "": {
            "tf_slim.losses.loss_ops": _LOSS_OPS,
            "contrib": "metric_learning",
        },
        "loss_ops": {"tf_slim.losses.loss_ops": _LOSS_OPS},
        "metric_learning": {
            "tf_slim.losses.metric_learning": (
                "cluster_loss contrastive_loss lifted_struct_loss npairs_loss "
                "npairs_loss_multilabel triplet_semihard_loss"
            ),
        },
        "metric_learning.metric_loss_ops": {
            "tf_slim.losses.metric_learning": (
                "HAS_SKLEARN cluster_loss compute_augmented_facility_locations "
                "compute_augmented_facility_locations_pam compute_clustering_score "
                "compute_facility_energy compute_gt_cluster_score contrastive_loss "
                "get_cluster_assignment lifted_struct_loss masked_maximum masked_minimum "
                "npairs_loss npairs_loss_multilabel pairwise_distance triplet_semihard_loss "
                "update_1d_tensor update_all_medoids update_medoid_per_cluster"
            ),
        },
    },
    hidden={
        "loss_ops": {"tf_slim.losses.loss_ops": "*"},
        "metric_learning.metric_loss_ops": {"tf_slim.losses.metric_learning": "*"},
    },
)
