"""The imports of the experiment cases that differ between TF 1.15.5 and this package."""

from .legacy import estimator, tf

try:
    from tensorflow.contrib.learn.python.learn import export_strategy
    from tensorflow.contrib.learn.python.learn.utils import gc, input_fn_utils
    from tensorflow.contrib.learn.python.learn.utils import saved_model_export_utils as export_utils
except ImportError:
    from tf_spec_compat.contrib.learn import export_strategy
    from tf_spec_compat.contrib.learn.utils import gc, input_fn_utils
    from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as export_utils

__all__ = [
    "estimator",
    "export_strategy",
    "export_utils",
    "gc",
    "input_fn_utils",
    "tf",
]
