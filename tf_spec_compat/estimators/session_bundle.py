"""Estimators as session bundles, and the bundles' signatures (`...learn.utils.export`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import (
    audible_deprecations,
    checkpoints,
    silenced_deprecations,
    tf,
    tf1,
)
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import largest_export_versions
from tf_spec_compat.extras import session_bundle
from tf_spec_compat.extras.exporter import Exporter
from tf_spec_compat.model.types import Features, Predictions, Tensor

__all__ = [
    "classification_signature_fn",
    "classification_signature_fn_with_prob",
    "default_input_fn",
    "export_bundle",
    "export_estimator",
    "generic_signature_fn",
    "logistic_regression_signature_fn",
    "regression_signature_fn",
]

_instead = deprecated("2017-03-25", "Please use Estimator.export_savedmodel() instead.")
_Signatures = tuple[Any, dict[str, Any]]


def _check_examples(examples: Any) -> None:
    if examples is None:
        raise ValueError(
            "examples cannot be None when using this signature fn. Pass input_feature_key, the key "
            "of the serialized examples among the features, or another signature_fn."
        )


@_instead
def generic_signature_fn(
    examples: Tensor | None, unused_features: Features, predictions: Predictions
) -> _Signatures:
    """Makes a generic signature: `inputs` and all predictions, or `outputs` if they are a tensor.

    Args:
      examples: String tensor `[batch]` of serialized examples.
      unused_features: The features.
      predictions: A tensor, or a dict of them.

    Returns:
      `(default signature, {})`.

    Raises:
      ValueError: There are no `examples`.
    """
    _check_examples(examples)
    outputs = predictions if isinstance(predictions, Mapping) else {"outputs": predictions}
    return session_bundle.generic_signature({"inputs": examples, **outputs}), {}


@_instead
def classification_signature_fn(
    examples: Tensor | None, unused_features: Features, predictions: Predictions
) -> _Signatures:
    """Makes a classification signature of `classes`; otherwise as `generic_signature_fn`.

    Raises:
      KeyError: The predictions are a dict without `classes`.
    """
    _check_examples(examples)
    if isinstance(predictions, Mapping):
        predictions = predictions["classes"]
    return session_bundle.classification_signature(examples, classes_tensor=predictions), {}


@_instead
def classification_signature_fn_with_prob(
    examples: Tensor | None, unused_features: Features, predictions: Predictions
) -> _Signatures:
    """Makes a classification signature of `probabilities`; otherwise as `generic_signature_fn`.

    Raises:
      KeyError: The predictions are a dict without `probabilities`.
    """
    _check_examples(examples)
    if isinstance(predictions, Mapping):
        predictions = predictions["probabilities"]
    return session_bundle.classification_signature(examples, scores_tensor=predictions), {}


@_instead
def regression_signature_fn(
    examples: Tensor | None, unused_features: Features, predictions: Tensor
) -> _Signatures:
    """Makes a regression signature of a tensor; otherwise as `generic_signature_fn`."""
    _check_examples(examples)
    return session_bundle.regression_signature(examples, predictions), {}


@_instead
def logistic_regression_signature_fn(
    examples: Tensor | None, unused_features: Features, predictions: Predictions
) -> _Signatures:
    """Makes a regression signature of the second of two `probabilities`, `[batch, 2]`.

    Raises:
      KeyError: The predictions are a dict without `probabilities`.
      ValueError: There is no second one.
    """
    _check_examples(examples)
    scores: Any = predictions
    if isinstance(predictions, Mapping):
        scores = predictions["probabilities"]
    shape = scores.get_shape()
    if shape.rank == 2 and shape[1] != 2:
        tf1.logging.fatal(
            "Expected predictions to have 2nd dimension: 2, but received predictions with 2nd "
            "dimension: %s and shape: %s. Did you mean to use regression_signature_fn or "
            "classification_signature_fn_with_prob instead?",
            shape[1],
            shape,
        )
    return session_bundle.regression_signature(examples, scores[:, 1]), {}


def default_input_fn(estimator: Any, examples: Tensor) -> Any:
    """Parses examples into what the estimator was trained with.

    Raises:
      ValueError: The estimator was not trained by this object.
    """
    return estimator._get_feature_ops_from_example(examples)


@deprecated("2016-09-23", "Please use Estimator.export_savedmodel() instead.")
def export_estimator(
    estimator: Any,
    export_dir: str,
    signature_fn: Callable[..., Any] | None = None,
    input_fn: Callable[..., Any] = default_input_fn,
    default_batch_size: int | None = 1,
    exports_to_keep: int | None = None,
) -> None:
    """Exports the latest checkpoint as a session bundle; see `BaseEstimator.export`.

    Args:
      estimator: A `contrib.learn` estimator.
      export_dir: The folder in which a new one, named after the global step, is made.
      signature_fn: See `generic_signature_fn`, which is the default one.
      input_fn: Called with the estimator and the tensor of serialized examples.
      default_batch_size: The size of that tensor; None leaves it open.
      exports_to_keep: How many exports to keep; None keeps all.
    """
    how = signature_fn, input_fn, default_batch_size, exports_to_keep
    export_bundle(estimator, export_dir, *how)


def export_bundle(
    estimator: Any,
    export_dir: str,
    signature_fn: Callable[..., Any] | None,
    input_fn: Callable[..., Any],
    default_batch_size: int | None,
    exports_to_keep: int | None,
    input_feature_key: str | None = None,
    use_deprecated_input_fn: bool = True,
    prediction_key: str | None = None,
    checkpoint_path: str | None = None,
) -> bytes:
    """Exports a session bundle; see `BaseEstimator.export` for the arguments and what is raised."""
    checkpoint_path = checkpoint_path or tf1.train.latest_checkpoint(estimator.model_dir)
    with tf1.Graph().as_default() as graph:
        step = tf1.train.create_global_step(graph)
        with audible_deprecations():
            if use_deprecated_input_fn:
                examples = tf1.placeholder(
                    tf.string, [default_batch_size], name="input_example_tensor"
                )
                features = input_fn(estimator, examples)
            else:
                features, _ = input_fn()
                examples = None
                if input_feature_key is not None:
                    examples = features.pop(input_feature_key)
        predictions = estimator.model_fn(features, None, "infer").predictions
        if prediction_key is not None:
            predictions = predictions[prediction_key]
        with audible_deprecations():
            make = signature_fn or generic_signature_fn
            default, named = make(examples, features, predictions)
        if checkpoint_path is None:
            raise ValueError(
                "Can't load save_path when it is None. There is no checkpoint in "
                f"{estimator.model_dir}; call fit first."
            )
        with silenced_deprecations(), tf1.Session() as session:
            savers = tf1.get_collection_ref(tf1.GraphKeys.SAVERS)
            if not savers:
                checkpoints.check_shapes(checkpoint_path)
                savers.append(tf1.train.Saver(sharded=False))
            initialized = tf.group(tf1.local_variables_initializer(), tf1.tables_initializer())
            session.run(initialized)
            savers[0].restore(session, checkpoint_path)
            exporter = Exporter(savers[0])
            exporter.init(
                init_op=initialized,
                default_graph_signature=default,
                named_graph_signatures=named,
                assets_collection=tf1.get_collection(tf1.GraphKeys.ASSET_FILEPATHS),
            )
            keep = largest_export_versions(exports_to_keep) if exports_to_keep else None
            return exporter.export(export_dir, step, session, keep)
