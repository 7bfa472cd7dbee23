"""The old world as data: where every name of `tensorflow.contrib` went. TensorFlow is not imported.

Three sets cover TF 1.15's contrib: the packages that are here (`PACKAGES`, with a `table` each),
packages that are gone, with advice (`REMOVED`), and what is gone of the packages that are here
(`Table.gone`). Besides, what moved inside TensorFlow itself (`moved`).
"""

from __future__ import annotations

from tf_spec_compat.names.advice import advice, gone
from tf_spec_compat.names.modules import below, exists, place
from tf_spec_compat.names.moved import (
    ESTIMATOR,
    MOVED,
    SHOWN_VERSION,
    VIEW_ATTRIBUTES,
    internals,
    moved,
)
from tf_spec_compat.names.paths import LEGACY, OURS, SHOWN, is_namespace, legacy, ours
from tf_spec_compat.names.removed import REMOVED
from tf_spec_compat.names.tables import FOREIGN, PACKAGES, Table, rows, table

__all__ = [
    "ESTIMATOR",
    "FOREIGN",
    "LEGACY",
    "MOVED",
    "OURS",
    "PACKAGES",
    "REMOVED",
    "SHOWN",
    "SHOWN_VERSION",
    "VIEW_ATTRIBUTES",
    "Table",
    "advice",
    "below",
    "exists",
    "gone",
    "internals",
    "is_namespace",
    "legacy",
    "moved",
    "ours",
    "place",
    "rows",
    "table",
]
