"""Tables of categories as tables of ids (`...preprocessing.categorical`)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat.inputs.data_feeder import setup_processor_data_feeder
from tf_spec_compat.inputs.preprocessing import categorical_vocabulary

__all__ = ["CategoricalProcessor", "categorical_vocabulary", "setup_processor_data_feeder"]

_Vocabulary = categorical_vocabulary.CategoricalVocabulary


class CategoricalProcessor:
    """Maps the columns of a table of categories to ids, by a vocabulary each or one for all.

    A float NaN stands for no category: it is not counted, and its id is 0.
    """

    @deprecated(None, "Please use tensorflow/transform or tf.data for sequence processing.")
    def __init__(
        self,
        min_frequency: int = 0,
        share: bool = False,
        vocabularies: Sequence[_Vocabulary] | None = None,
    ) -> None:
        """Sets the vocabularies.

        Args:
          min_frequency: The greatest count at which a category is dropped by `fit`; 0 drops none.
          share: Whether one vocabulary is for all columns.
          vocabularies: One for each column; made by `fit` by default.
        """
        self.min_frequency = min_frequency
        self.share = share
        self.vocabularies_ = vocabularies

    def freeze(self, freeze: bool = True) -> None:
        """Stops giving ids to new categories, or starts again.

        Raises:
          TypeError: There are no vocabularies yet.
        """
        for vocabulary in self._fitted():
            vocabulary.freeze(freeze)

    def fit(self, x: Any, unused_y: Any = None) -> CategoricalProcessor:
        """Learns the categories, and freezes them.

        Args:
          x: Rows of categories: an array, a pandas DataFrame, or an iterable of iterables.
          unused_y: For the looks of scikit-learn.

        Returns:
          The processor itself.
        """
        del unused_y
        for row in setup_processor_data_feeder(x):
            if self.vocabularies_ is None:
                one = _Vocabulary() if self.share else None
                self.vocabularies_ = [one or _Vocabulary() for _ in row]
            for vocabulary, category in self._columns(row):
                if not _is_nan(category):
                    vocabulary.add(category)
        if self.min_frequency > 0:
            for vocabulary in self._fitted():
                vocabulary.trim(self.min_frequency)
        self.freeze()
        return self

    def fit_transform(self, x: Any, unused_y: Any = None) -> Iterator[Any]:
        """Fits, and returns what `transform` does."""
        self.fit(x, unused_y)
        return self.transform(x)

    def transform(self, x: Any) -> Iterator[Any]:
        """Yields the ids of each row, int64 `[columns]`.

        Raises:
          TypeError: There are no vocabularies yet.
          IndexError: A row has more columns than there are vocabularies.
        """
        self.freeze()
        for row in setup_processor_data_feeder(x):
            ids = [
                0 if _is_nan(category) else v.get(category) for v, category in self._columns(row)
            ]
            yield np.array(ids, dtype=np.int64)

    def _fitted(self) -> Sequence[_Vocabulary]:
        if self.vocabularies_ is None:
            raise TypeError(
                "CategoricalProcessor has no vocabularies; call fit() with at least one row first."
            )
        return self.vocabularies_

    def _columns(self, row: Iterable[Any]) -> Iterator[tuple[_Vocabulary, Any]]:
        vocabularies = self._fitted()
        for column, category in enumerate(row):
            if column >= len(vocabularies):
                raise IndexError(
                    f"Row {row!r} has more columns than the {len(vocabularies)} that were fitted."
                )
            yield vocabularies[column], category


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)
