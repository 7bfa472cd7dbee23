"""The specs, the roads between them, and what they serve."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "as_contrib_head": ".heads",
        "as_estimator_head": ".heads",
        "model_fn_for_estimator": ".adapt",
        "model_fn_for_tpu_estimator": ".adapt",
        "to_estimator_spec": ".convert",
        "to_export_outputs": ".export",
        "to_model_fn_ops": ".convert",
        "to_output_alternatives": ".export",
        "to_signature_defs": ".export",
        "to_tpu_estimator_spec": ".tpu",
    },
)
