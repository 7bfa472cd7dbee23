"""`tensorflow.contrib.predictor.predictor`: what all predictors can do."""

from __future__ import annotations

import abc
from collections.abc import Mapping
from typing import Any

__all__ = ["Predictor"]


class Predictor(abc.ABC):
    """A session with a model in it. Derive from it and set the four private attributes."""

    _graph: Any
    _session: Any
    _feed_tensors: Mapping[str, Any]
    _fetch_tensors: Mapping[str, Any]

    @property
    def graph(self) -> Any:
        """The model's graph."""
        return self._graph

    @property
    def session(self) -> Any:
        """The session that has the model's variables."""
        return self._session

    @property
    def feed_tensors(self) -> Mapping[str, Any]:
        """Name -> the tensor that is fed."""
        return self._feed_tensors

    @property
    def fetch_tensors(self) -> Mapping[str, Any]:
        """Name -> the tensor that is fetched."""
        return self._fetch_tensors

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__} with feed tensors {self._feed_tensors} "
            f"and fetch_tensors {self._fetch_tensors}"
        )

    def __call__(self, input_dict: Mapping[str, Any]) -> dict[str, Any]:
        """Returns what the model gives for some inputs.

        Args:
          input_dict: Name -> array, for each of `feed_tensors`.

        Returns:
          Name -> array, for each of `fetch_tensors`.

        Raises:
          ValueError: A name is not one of `feed_tensors`.
          tf.errors.InvalidArgumentError: One that the model needs is missing.
        """
        unexpected = set(input_dict.keys()) - set(self._feed_tensors)
        if unexpected:
            raise ValueError(
                f"Got unexpected keys in input_dict: {unexpected}\n"
                f"expected: {set(self._feed_tensors)}"
            )
        feed = {self._feed_tensors[name]: value for name, value in input_dict.items()}
        return self._session.run(dict(self._fetch_tensors), feed_dict=feed)
