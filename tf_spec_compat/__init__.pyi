# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat import contrib as contrib
from tf_spec_compat import errors as errors
from tf_spec_compat import native as native
from tf_spec_compat import testing as testing
from tf_spec_compat._tf import EstimatorSpec as EstimatorSpec
from tf_spec_compat._tf import TPUEstimatorSpec as TPUEstimatorSpec
from tf_spec_compat._tf import estimator as estimator
from tf_spec_compat._tf.keras import use_legacy_keras as use_legacy_keras
from tf_spec_compat.contrib import layers as layers
from tf_spec_compat.contrib import learn as learn
from tf_spec_compat.heads.core_heads import as_contrib_head as as_contrib_head
from tf_spec_compat.heads.core_heads import as_estimator_head as as_estimator_head
from tf_spec_compat.heads.factories import binary_svm_head as binary_svm_head
from tf_spec_compat.heads.factories import loss_only_head as loss_only_head
from tf_spec_compat.heads.factories import multi_class_head as multi_class_head
from tf_spec_compat.heads.factories import multi_head as multi_head
from tf_spec_compat.heads.factories import multi_label_head as multi_label_head
from tf_spec_compat.heads.factories import poisson_regression_head as poisson_regression_head
from tf_spec_compat.heads.factories import regression_head as regression_head
from tf_spec_compat.heads.head import Head as Head
from tf_spec_compat.hook import install as install
from tf_spec_compat.hook import load_ipython_extension as load_ipython_extension
from tf_spec_compat.hook import unload_ipython_extension as unload_ipython_extension
from tf_spec_compat.model.export_outputs import to_export_outputs as to_export_outputs
from tf_spec_compat.model.export_outputs import to_output_alternatives as to_output_alternatives
from tf_spec_compat.model.export_outputs import to_signature_defs as to_signature_defs
from tf_spec_compat.model.metric_spec import MetricSpec as MetricSpec
from tf_spec_compat.model.mode_keys import ModeKeys as ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps as ModelFnOps
from tf_spec_compat.model.prediction_key import PredictionKey as PredictionKey
from tf_spec_compat.model.problem_type import ProblemType as ProblemType
from tf_spec_compat.specs.estimator_spec import to_estimator_spec as to_estimator_spec
from tf_spec_compat.specs.estimator_spec import to_model_fn_ops as to_model_fn_ops
from tf_spec_compat.specs.model_fn import model_fn_for_estimator as model_fn_for_estimator
from tf_spec_compat.specs.model_fn import model_fn_for_tpu_estimator as model_fn_for_tpu_estimator
from tf_spec_compat.specs.tpu_estimator_spec import to_tpu_estimator_spec as to_tpu_estimator_spec

__all__ = [
    "EstimatorSpec",
    "Head",
    "MetricSpec",
    "ModeKeys",
    "ModelFnOps",
    "PredictionKey",
    "ProblemType",
    "TPUEstimatorSpec",
    "__version__",
    "as_contrib_head",
    "as_estimator_head",
    "binary_svm_head",
    "contrib",
    "errors",
    "estimator",
    "install",
    "layers",
    "learn",
    "load_ipython_extension",
    "loss_only_head",
    "model_fn_for_estimator",
    "model_fn_for_tpu_estimator",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "native",
    "poisson_regression_head",
    "regression_head",
    "testing",
    "to_estimator_spec",
    "to_export_outputs",
    "to_model_fn_ops",
    "to_output_alternatives",
    "to_signature_defs",
    "to_tpu_estimator_spec",
    "unload_ipython_extension",
    "use_legacy_keras",
]

__version__: str
