"""The cases of the further estimators: k-means, and what runs beside the canned ones."""

from . import further_debug, further_kmeans, further_sdca, further_svm

CASES = dict(further_kmeans.CASES)
CASES.update(further_debug.CASES)
CASES.update(further_sdca.CASES)
CASES.update(further_svm.CASES)
