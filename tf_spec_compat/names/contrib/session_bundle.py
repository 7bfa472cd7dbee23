"""`tensorflow.contrib.session_bundle`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="tf.compat.v1.saved_model.Builder exports",
    modules={
        "": {"contrib": "constants exporter gc manifest_pb2"},
        "constants": {
            "extras.session_bundle": (
                "ASSETS_DIRECTORY ASSETS_KEY CLASSIFICATION_SIGNATURE EXPORT_BASE_NAME "
                "EXPORT_SUFFIX_NAME GENERIC_SIGNATURE GRAPH_KEY INIT_OP_KEY "
                "META_GRAPH_DEF_FILENAME REGRESSION_SIGNATURE SIGNATURES_KEY VARIABLES_FILENAME "
                "VARIABLES_FILENAME_PATTERN VARIABLES_FILENAME_PATTERN_V2 "
                "VARIABLES_INDEX_FILENAME_V2 VERSION_FORMAT_SPECIFIER"
            ),
        },
        "exporter": {
            "extras.session_bundle": (
                "classification_signature generic_signature regression_signature"
            ),
        },
        "gc": {
            "_tf.private": (
                "Path get_paths largest_export_versions mod_export_version negation "
                "one_of_every_n_export_versions union"
            ),
        },
        "manifest_pb2": {
            "extras.session_bundle": (
                "AssetFile ClassificationSignature GenericSignature RegressionSignature Signature "
                "Signatures TensorBinding"
            ),
        },
    },
    hidden={
        "exporter": {"contrib": "manifest_pb2"},
    },
    gone={
        "exporter.Exporter": (
            "use tf.compat.v1.saved_model.Builder: nothing reads session bundles any more"
        ),
    },
)
