"""Methods of Keras' models that are gone."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["predict_classes", "predict_proba"]


def predict_classes(model: Any, x: Any, batch_size: int | None = 32, verbose: int = 0) -> Any:
    """Returns the class that a `Sequential` model finds likeliest for each of its inputs.

    Args:
      model: The model.
      x: What its `predict` takes.
      batch_size: How many at once.
      verbose: Whether to show how far it is.

    Returns:
      An int64 array of `[inputs]`; of a model with one output, int32 `[inputs, 1]`: whether that
      is above 0.5.
    """
    likely = predict_proba(model, x, batch_size, verbose)
    if likely.shape[-1] > 1:
        return likely.argmax(axis=-1)
    return (likely > 0.5).astype(np.int32)


def predict_proba(model: Any, x: Any, batch_size: int | None = 32, verbose: int = 0) -> Any:
    """Returns what `predict` of a `Sequential` model does, of which it was another name."""
    return model.predict(x, batch_size=batch_size, verbose=verbose)
