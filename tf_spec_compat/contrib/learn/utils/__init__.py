"""`tensorflow.contrib.learn.python.learn.utils`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_INPUT_FN_UTILS = ".input_fn_utils"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "InputFnOps": _INPUT_FN_UTILS,
        "build_default_serving_input_fn": _INPUT_FN_UTILS,
        "build_parsing_serving_input_fn": _INPUT_FN_UTILS,
        "export": ".export:",
        "export_estimator": ".export",
        "gc": ".gc:",
        "input_fn_utils": ".input_fn_utils:",
        "inspect_checkpoint": ".inspect_checkpoint:",
        "make_export_strategy": ".saved_model_export_utils",
        "saved_model_export_utils": ".saved_model_export_utils:",
    },
)
