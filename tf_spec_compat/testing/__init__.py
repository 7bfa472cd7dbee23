"""Proof that nothing changed: two models, two SavedModels, one program under two Pythons.

*   `compare_models`, `assert_same_model`: a legacy and a new model_fn, trained and compared.
*   `read_saved_model`, `diff_signatures`: what SavedModels offer, and what changes for clients.
*   `verify`: one program under TensorFlow 1 and under this package.
"""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "Change": ".signatures",
        "Comparison": ".report",
        "Difference": ".report",
        "Program": ".verification",
        "Report": ".report",
        "SavedModel": ".saved_model",
        "UnreadableModelError": ".saved_model",
        "VerificationError": ".verification",
        "assert_same_model": ".models",
        "compare_answers": ".serving",
        "compare_models": ".models",
        "diff_signatures": ".signatures",
        "read_examples": ".examples",
        "read_saved_model": ".saved_model",
        "verify": ".verification",
    },
)
