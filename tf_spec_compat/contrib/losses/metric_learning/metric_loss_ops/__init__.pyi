# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "HAS_SKLEARN",
    "cluster_loss",
    "compute_augmented_facility_locations",
    "compute_augmented_facility_locations_pam",
    "compute_clustering_score",
    "compute_facility_energy",
    "compute_gt_cluster_score",
    "contrastive_loss",
    "get_cluster_assignment",
    "lifted_struct_loss",
    "masked_maximum",
    "masked_minimum",
    "npairs_loss",
    "npairs_loss_multilabel",
    "pairwise_distance",
    "triplet_semihard_loss",
    "update_1d_tensor",
    "update_all_medoids",
    "update_medoid_per_cluster",
]

HAS_SKLEARN: Any
cluster_loss: Any
compute_augmented_facility_locations: Any
compute_augmented_facility_locations_pam: Any
compute_clustering_score: Any
compute_facility_energy: Any
compute_gt_cluster_score: Any
contrastive_loss: Any
get_cluster_assignment: Any
lifted_struct_loss: Any
masked_maximum: Any
masked_minimum: Any
npairs_loss: Any
npairs_loss_multilabel: Any
pairwise_distance: Any
triplet_semihard_loss: Any
update_1d_tensor: Any
update_all_medoids: Any
update_medoid_per_cluster: Any

def __getattr__(name: str) -> Any: ...
