# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import Path as Path
from tf_spec_compat._tf.private import get_paths as get_paths
from tf_spec_compat._tf.private import largest_export_versions as largest_export_versions
from tf_spec_compat._tf.private import mod_export_version as mod_export_version
from tf_spec_compat._tf.private import negation as negation
from tf_spec_compat._tf.private import (
    one_of_every_n_export_versions as one_of_every_n_export_versions,
)
from tf_spec_compat._tf.private import union as union

__all__ = [
    "Path",
    "get_paths",
    "largest_export_versions",
    "mod_export_version",
    "negation",
    "one_of_every_n_export_versions",
    "union",
]
