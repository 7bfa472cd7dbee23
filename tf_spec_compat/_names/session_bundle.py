"""`tensorflow.contrib.session_bundle`: its module of nothing but aliases."""

from __future__ import annotations

__all__ = ["ALIASES"]

ALIASES = {
    "tensorflow.contrib.session_bundle.gc": dict.fromkeys(
        (
            "Path",
            "get_paths",
            "largest_export_versions",
            "mod_export_version",
            "negation",
            "one_of_every_n_export_versions",
            "union",
        ),
        "tf_spec_compat.contrib.learn.utils.gc",
    ),
}
