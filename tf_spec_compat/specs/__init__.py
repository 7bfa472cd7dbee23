"""The specs, the roads between them, and what they serve."""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        # Roads of heads, which stand above; release 0.1 had them here too.
        "as_contrib_head": "tf_spec_compat.heads.core_heads",
        "as_estimator_head": "tf_spec_compat.heads.core_heads",
        "model_fn_for_estimator": ".model_fn",
        "model_fn_for_tpu_estimator": ".model_fn",
        "to_estimator_spec": ".estimator_spec",
        "to_export_outputs": "tf_spec_compat.model.export_outputs",
        "to_model_fn_ops": ".estimator_spec",
        "to_output_alternatives": "tf_spec_compat.model.export_outputs",
        "to_signature_defs": "tf_spec_compat.model.export_outputs",
        "to_tpu_estimator_spec": ".tpu_estimator_spec",
    },
)
