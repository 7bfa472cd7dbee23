"""`tensorflow.contrib.estimator.python.estimator.export`: what is a method of estimators now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["export_all_saved_models", "export_saved_model_for_mode"]


def export_saved_model_for_mode(
    estimator: Any,
    export_dir_base: str,
    input_receiver_fn: Callable[[], Any],
    assets_extra: Mapping[str, str] | None = None,
    as_text: bool = False,
    checkpoint_path: str | None = None,
    mode: str = "infer",
) -> bytes:
    """Exports one mode of an estimator as a SavedModel.

    Args:
      estimator: A `tf.estimator.Estimator`.
      export_dir_base: Folder, below which a folder named for the time is made.
      input_receiver_fn: Returns a `ServingInputReceiver`, or a `SupervisedInputReceiver` for
        training and evaluation.
      assets_extra: Path below `assets.extra` -> file to copy there.
      as_text: Whether to write the protocol buffer as text.
      checkpoint_path: What to export; the latest checkpoint by default.
      mode: One of `tf.estimator.ModeKeys`.

    Returns:
      The path of the export.

    Raises:
      ValueError: There is no checkpoint, or the model has no outputs to export.
    """
    return estimator.export_saved_model(
        export_dir_base,
        input_receiver_fn,
        assets_extra=assets_extra,
        as_text=as_text,
        checkpoint_path=checkpoint_path,
        experimental_mode=mode,
    )


def export_all_saved_models(
    estimator: Any,
    export_dir_base: str,
    input_receiver_fn_map: Mapping[str, Callable[[], Any]],
    assets_extra: Mapping[str, str] | None = None,
    as_text: bool = False,
    checkpoint_path: str | None = None,
) -> bytes:
    """Exports several modes of an estimator as one SavedModel.

    Args:
      estimator: A `tf.estimator.Estimator`.
      export_dir_base: Folder, below which a folder named for the time is made.
      input_receiver_fn_map: Mode -> function that returns its receiver.
      assets_extra: Path below `assets.extra` -> file to copy there.
      as_text: Whether to write the protocol buffer as text.
      checkpoint_path: What to export; the latest checkpoint by default.

    Returns:
      The path of the export.

    Raises:
      ValueError: There is no checkpoint, or a mode has no outputs to export.
    """
    return estimator.experimental_export_all_saved_models(
        export_dir_base,
        dict(input_receiver_fn_map),
        assets_extra=assets_extra,
        as_text=as_text,
        checkpoint_path=checkpoint_path,
    )
