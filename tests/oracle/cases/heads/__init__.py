"""Heads, and the `ModelFnOps` and specs that come of them."""

from tests.oracle.group import Group

_SINGLE = ("binary", "classes", "multi_label", "poisson", "regression", "svm")

GROUPS = {
    "alternatives": Group("alternatives", "alternatives"),
    "estimator": Group("estimator", "estimator"),
    "factories": Group("factories", "factories"),
    "ops": Group("ops", "ops"),
}
GROUPS.update((name, Group("single", name)) for name in _SINGLE)
GROUPS.update((name, Group("multi", name)) for name in ("loss_only", "multi", "multi_other"))
GROUPS.update(
    (name, Group("bad", name)) for name in ("bad_labels", "bad_logits", "bad_modes", "bad_weights")
)
