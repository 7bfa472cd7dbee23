"""The cases of the further estimators: k-means, and what runs beside the canned ones."""

from . import further_debug, further_kmeans, further_sdca, further_steps, further_svm

CASES = {}
for module in (further_debug, further_kmeans, further_sdca, further_steps, further_svm):
    CASES.update(module.CASES)
