# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import (
    MAX_DIRECTORY_CREATION_ATTEMPTS as MAX_DIRECTORY_CREATION_ATTEMPTS,
)
from tf_spec_compat._tf.private import get_temp_export_dir as get_temp_export_dir
from tf_spec_compat._tf.private import get_timestamped_export_dir as get_timestamped_export_dir
from tf_spec_compat.contrib.learn import export_strategy as export_strategy
from tf_spec_compat.contrib.learn.utils import gc as gc
from tf_spec_compat.contrib.learn.utils import input_fn_utils as input_fn_utils
from tf_spec_compat.experiment.best_model import BestModelSelector as BestModelSelector
from tf_spec_compat.experiment.export_dirs import garbage_collect_exports as garbage_collect_exports
from tf_spec_compat.experiment.export_dirs import get_most_recent_export as get_most_recent_export
from tf_spec_compat.experiment.saved_model_strategies import (
    extend_export_strategy as extend_export_strategy,
)
from tf_spec_compat.experiment.saved_model_strategies import (
    make_best_model_export_strategy as make_best_model_export_strategy,
)
from tf_spec_compat.experiment.saved_model_strategies import (
    make_export_strategy as make_export_strategy,
)
from tf_spec_compat.experiment.saved_model_strategies import (
    make_parsing_export_strategy as make_parsing_export_strategy,
)
from tf_spec_compat.specs.signatures import (
    DEFAULT_INPUT_ALTERNATIVE_KEY as DEFAULT_INPUT_ALTERNATIVE_KEY,
)
from tf_spec_compat.specs.signatures import (
    FEATURES_INPUT_ALTERNATIVE_KEY as FEATURES_INPUT_ALTERNATIVE_KEY,
)
from tf_spec_compat.specs.signatures import build_all_signature_defs as build_all_signature_defs
from tf_spec_compat.specs.signatures import (
    build_standardized_signature_def as build_standardized_signature_def,
)
from tf_spec_compat.specs.signatures import get_input_alternatives as get_input_alternatives
from tf_spec_compat.specs.signatures import get_output_alternatives as get_output_alternatives

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
