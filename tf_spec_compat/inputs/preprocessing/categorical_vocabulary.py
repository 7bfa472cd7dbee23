"""A vocabulary: categories to ids and back (`...preprocessing.categorical_vocabulary`)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import Any

from tf_spec_compat._tf.deprecations import deprecated

__all__ = ["CategoricalVocabulary"]


class CategoricalVocabulary:
    """Gives each category an id, from 1 in the order in which they come; 0 is the unknown one.

    Categories are strings, numbers, or anything else that a dict takes as a key.
    """

    @deprecated(None, "Please use tensorflow/transform or tf.data.")
    def __init__(self, unknown_token: str = "<UNK>", support_reverse: bool = True) -> None:
        """Makes a vocabulary of nothing but the unknown token.

        Args:
          unknown_token: What `reverse(0)` gives.
          support_reverse: Whether to keep what `reverse` needs.
        """
        self._unknown_token = unknown_token
        self._mapping: dict[Any, int] = {unknown_token: 0}
        self._support_reverse = support_reverse
        if support_reverse:
            self._reverse_mapping: list[Any] = [unknown_token]
        self._freq: dict[Any, int] = defaultdict(int)
        self._freeze = False

    def __len__(self) -> int:
        """The number of ids, that of the unknown token included."""
        return len(self._mapping)

    def freeze(self, freeze: bool = True) -> None:
        """Stops giving ids to new categories, or starts again."""
        self._freeze = freeze

    def get(self, category: Any) -> int:
        """Returns the id of a category. A new one gets the next id, or 0 if frozen."""
        if self._freeze:
            return self._mapping.get(category, 0)
        new = len(self._mapping)
        found = self._mapping.setdefault(category, new)
        if self._support_reverse and len(self._mapping) > new:
            self._reverse_mapping.append(category)
        return found

    def add(self, category: Any, count: int = 1) -> None:
        """Counts `category`, `count` times; the unknown token is not counted.

        A new category can be added after `trim`, which ended in a `KeyError` in contrib.
        """
        if self.get(category) > 0:
            self._freq[category] = self._freq.get(category, 0) + count

    def trim(self, min_frequency: int, max_frequency: int = -1) -> None:
        """Keeps what was counted more than `min_frequency` times, with new ids by falling count.

        With `max_frequency`, TF 1.15 kept the counts of the wrong categories; the ids are the same.

        Args:
          min_frequency: The greatest count that is dropped.
          max_frequency: The least count that is too great and dropped, if more than 0.
        """
        # The same count: not strings, then strings, each in their order.
        order = sorted(self._freq, key=lambda c: (isinstance(c, str), c is not None, c))
        counted = Counter({category: self._freq[category] for category in order}).most_common()
        too_many = max_frequency if max_frequency > 0 else math.inf
        self._freq = {c: count for c, count in counted if min_frequency < count < too_many}
        kept = [self._unknown_token, *self._freq]
        self._mapping = {category: class_id for class_id, category in enumerate(kept)}
        if self._support_reverse:
            self._reverse_mapping = kept

    def reverse(self, class_id: int) -> Any:
        """Returns the category with the id.

        Raises:
          ValueError: The vocabulary was made with `support_reverse=False`.
          IndexError: There is no such id.
        """
        if not self._support_reverse:
            raise ValueError(
                "This vocabulary wasn't initialized with support_reverse to support reverse() "
                "function; make it with CategoricalVocabulary(support_reverse=True)."
            )
        try:
            return self._reverse_mapping[class_id]
        except IndexError:
            raise IndexError(
                f"No category has the id {class_id}; the vocabulary has the ids from 0 to "
                f"{len(self) - 1}."
            ) from None
