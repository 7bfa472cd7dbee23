"""What contrib's exports are made with (`...learn.utils.saved_model_export_utils`).

*   Signatures: `get_input_alternatives`, `get_output_alternatives`, `build_all_signature_defs`.
*   Folders: `get_timestamped_export_dir` and `get_temp_export_dir`, which are TensorFlow's own and
    return bytes, `get_most_recent_export`, `garbage_collect_exports`.
*   Strategies: `make_export_strategy` and what builds on it.
"""

from __future__ import annotations

from tf_spec_compat._tf.exports import (
    MAX_DIRECTORY_CREATION_ATTEMPTS,
    get_temp_export_dir,
    get_timestamped_export_dir,
)
from tf_spec_compat.contrib.learn import export_strategy
from tf_spec_compat.contrib.learn.utils import gc, input_fn_utils
from tf_spec_compat.contrib.learn.utils._best_model import BestModelSelector
from tf_spec_compat.contrib.learn.utils._export_dirs import (
    garbage_collect_exports,
    get_most_recent_export,
)
from tf_spec_compat.contrib.learn.utils._signatures import (
    DEFAULT_INPUT_ALTERNATIVE_KEY,
    FEATURES_INPUT_ALTERNATIVE_KEY,
    build_all_signature_defs,
    build_standardized_signature_def,
    get_input_alternatives,
    get_output_alternatives,
)
from tf_spec_compat.contrib.learn.utils._strategies import (
    extend_export_strategy,
    make_best_model_export_strategy,
    make_export_strategy,
    make_parsing_export_strategy,
)

__all__ = [
    "DEFAULT_INPUT_ALTERNATIVE_KEY",
    "FEATURES_INPUT_ALTERNATIVE_KEY",
    "MAX_DIRECTORY_CREATION_ATTEMPTS",
    "BestModelSelector",
    "build_all_signature_defs",
    "build_standardized_signature_def",
    "export_strategy",
    "extend_export_strategy",
    "garbage_collect_exports",
    "gc",
    "get_input_alternatives",
    "get_most_recent_export",
    "get_output_alternatives",
    "get_temp_export_dir",
    "get_timestamped_export_dir",
    "input_fn_utils",
    "make_best_model_export_strategy",
    "make_export_strategy",
    "make_parsing_export_strategy",
]
