"""`tensorflow.contrib.session_bundle.constants`: the names of files and collections."""

from __future__ import annotations

__all__ = [
    "ASSETS_DIRECTORY",
    "ASSETS_KEY",
    "CLASSIFICATION_SIGNATURE",
    "EXPORT_BASE_NAME",
    "EXPORT_SUFFIX_NAME",
    "GENERIC_SIGNATURE",
    "GRAPH_KEY",
    "INIT_OP_KEY",
    "META_GRAPH_DEF_FILENAME",
    "REGRESSION_SIGNATURE",
    "SIGNATURES_KEY",
    "VARIABLES_FILENAME",
    "VARIABLES_FILENAME_PATTERN",
    "VARIABLES_FILENAME_PATTERN_V2",
    "VARIABLES_INDEX_FILENAME_V2",
    "VERSION_FORMAT_SPECIFIER",
]

ASSETS_DIRECTORY = "assets"
ASSETS_KEY = "serving_assets"
CLASSIFICATION_SIGNATURE = "classification_signature"
EXPORT_BASE_NAME = "export"
EXPORT_SUFFIX_NAME = "meta"
GENERIC_SIGNATURE = "generic_signature"
GRAPH_KEY = "serving_graph"
INIT_OP_KEY = "serving_init_op"
META_GRAPH_DEF_FILENAME = "export.meta"
REGRESSION_SIGNATURE = "regression_signature"
SIGNATURES_KEY = "serving_signatures"
VARIABLES_FILENAME = "export"
VARIABLES_FILENAME_PATTERN = "export-?????-of-?????"
VARIABLES_FILENAME_PATTERN_V2 = "export.data-?????-of-?????"
VARIABLES_INDEX_FILENAME_V2 = "export.index"
VERSION_FORMAT_SPECIFIER = "%08d"
