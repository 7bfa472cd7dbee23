"""Folders of exports: how they are named and which of them are kept.

TensorFlow and tensorflow-estimator have contrib's functions for this, and keep them private.
"""

from __future__ import annotations

from tensorflow.python.saved_model.model_utils.export_utils import (
    MAX_DIRECTORY_CREATION_ATTEMPTS,
    get_temp_export_dir,
    get_timestamped_export_dir,
)

from tf_spec_compat._tf import bridge  # noqa: F401 - makes tensorflow-estimator importable

from tensorflow_estimator.python.estimator import gc  # isort: skip

__all__ = [
    "MAX_DIRECTORY_CREATION_ATTEMPTS",
    "Path",
    "get_paths",
    "get_temp_export_dir",
    "get_timestamped_export_dir",
    "largest_export_versions",
    "mod_export_version",
    "negation",
    "one_of_every_n_export_versions",
    "union",
]

Path = gc.Path
get_paths = gc._get_paths
largest_export_versions = gc._largest_export_versions
mod_export_version = gc._mod_export_version
negation = gc._negation
one_of_every_n_export_versions = gc._one_of_every_n_export_versions
union = gc._union
