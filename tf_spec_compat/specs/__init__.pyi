# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.heads.core_heads import as_contrib_head as as_contrib_head
from tf_spec_compat.heads.core_heads import as_estimator_head as as_estimator_head
from tf_spec_compat.model.export_outputs import to_export_outputs as to_export_outputs
from tf_spec_compat.model.export_outputs import to_output_alternatives as to_output_alternatives
from tf_spec_compat.model.export_outputs import to_signature_defs as to_signature_defs
from tf_spec_compat.specs.estimator_spec import to_estimator_spec as to_estimator_spec
from tf_spec_compat.specs.estimator_spec import to_model_fn_ops as to_model_fn_ops
from tf_spec_compat.specs.model_fn import model_fn_for_estimator as model_fn_for_estimator
from tf_spec_compat.specs.model_fn import model_fn_for_tpu_estimator as model_fn_for_tpu_estimator
from tf_spec_compat.specs.tpu_estimator_spec import to_tpu_estimator_spec as to_tpu_estimator_spec

__all__ = [
    "as_contrib_head",
    "as_estimator_head",
    "model_fn_for_estimator",
    "model_fn_for_tpu_estimator",
    "to_estimator_spec",
    "to_export_outputs",
    "to_model_fn_ops",
    "to_output_alternatives",
    "to_signature_defs",
    "to_tpu_estimator_spec",
]
