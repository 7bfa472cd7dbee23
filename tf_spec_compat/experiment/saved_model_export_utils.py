"""What contrib's exports are made with (`...learn.utils.saved_model_export_utils`).

*   Signatures: `get_input_alternatives`, `get_output_alternatives`, `build_all_signature_defs`.
*   Folders: `get_timestamped_export_dir` and `get_temp_export_dir`, which are TensorFlow's own and
    return bytes, `get_most_recent_export`, `garbage_collect_exports`.
*   Strategies: `make_export_strategy` and what builds on it.
"""

from __future__ import annotations

from tf_spec_compat._tf.private import (
    MAX_DIRECTORY_CREATION_ATTEMPTS,
    get_temp_export_dir,
    get_timestamped_export_dir,
)
from tf_spec_compat.experiment.best_model import BestModelSelector
from tf_spec_compat.experiment.export_dirs import garbage_collect_exports, get_most_recent_export
from tf_spec_compat.experiment.strategies import (
    extend_export_strategy,
    make_best_model_export_strategy,
    make_export_strategy,
    make_parsing_export_strategy,
)
from tf_spec_compat.specs.signatures import (
    DEFAULT_INPUT_ALTERNATIVE_KEY,
    FEATURES_INPUT_ALTERNATIVE_KEY,
    build_all_signature_defs,
    build_standardized_signature_def,
    get_input_alternatives,
    get_output_alternatives,
)

__all__ = [
    "DEFAULT_INPUT_ALTERNATIVE_KEY",
    "FEATURES_INPUT_ALTERNATIVE_KEY",
    "MAX_DIRECTORY_CREATION_ATTEMPTS",
    "BestModelSelector",
    "build_all_signature_defs",
    "build_standardized_signature_def",
    "extend_export_strategy",
    "garbage_collect_exports",
    "get_input_alternatives",
    "get_most_recent_export",
    "get_output_alternatives",
    "get_temp_export_dir",
    "get_timestamped_export_dir",
    "make_best_model_export_strategy",
    "make_export_strategy",
    "make_parsing_export_strategy",
]
