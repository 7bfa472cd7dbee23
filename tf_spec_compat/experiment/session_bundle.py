"""contrib's export in the session-bundle format (`...learn.utils.export`), which is gone.

The format went with TensorFlow 2: nothing can write or load it any more. All functions are here,
and say to export a SavedModel.
"""

from __future__ import annotations

from typing import Any, NoReturn

from tf_spec_compat.errors import UnsupportedError

__all__ = [
    "classification_signature_fn",
    "classification_signature_fn_with_prob",
    "export_estimator",
    "generic_signature_fn",
    "logistic_regression_signature_fn",
    "regression_signature_fn",
]


def _refuse(what: str) -> NoReturn:
    raise UnsupportedError(
        f"{what} is of the session-bundle format, which left with TensorFlow 2; export a "
        "SavedModel instead: estimator.export_savedmodel(export_dir_base, serving_input_fn), with "
        "tf.contrib.learn.build_parsing_serving_input_fn(feature_spec) for serialized tf.Examples. "
        "Its signatures follow from the output_alternatives of the ModelFnOps."
    )


def _default_input_fn(*unused: Any) -> NoReturn:
    """Stands for an `input_fn` that was not given, as in contrib."""
    _refuse("the default input_fn of export_estimator")


def export_estimator(
    estimator: Any,
    export_dir: str,
    signature_fn: Any = None,
    input_fn: Any = _default_input_fn,
    default_batch_size: int | None = 1,
    exports_to_keep: int | None = None,
) -> NoReturn:
    """Raises `UnsupportedError`, a `RuntimeError`: use `export_savedmodel`."""
    _refuse(f"export_estimator(..., {export_dir!r})")


def classification_signature_fn(examples: Any, unused_features: Any, predictions: Any) -> NoReturn:
    """Raises `UnsupportedError`: a SavedModel has this signature for string `classes`."""
    _refuse("classification_signature_fn")


def classification_signature_fn_with_prob(
    examples: Any, unused_features: Any, predictions: Any
) -> NoReturn:
    """Raises `UnsupportedError`: a SavedModel has this signature for `probabilities`."""
    _refuse("classification_signature_fn_with_prob")


def generic_signature_fn(examples: Any, unused_features: Any, predictions: Any) -> NoReturn:
    """Raises `UnsupportedError`: a SavedModel has a predict signature instead."""
    _refuse("generic_signature_fn")


def logistic_regression_signature_fn(
    examples: Any, unused_features: Any, predictions: Any
) -> NoReturn:
    """Raises `UnsupportedError`: a SavedModel has a classify signature instead."""
    _refuse("logistic_regression_signature_fn")


def regression_signature_fn(examples: Any, unused_features: Any, predictions: Any) -> NoReturn:
    """Raises `UnsupportedError`: a SavedModel has this signature for `LINEAR_REGRESSION`."""
    _refuse("regression_signature_fn")
