"""Documents as rows of ids (`...preprocessing.text`)."""

from __future__ import annotations

import itertools
import pickle
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat.inputs.preprocessing import pickles
from tf_spec_compat.inputs.preprocessing.categorical_vocabulary import CategoricalVocabulary

__all__ = ["TOKENIZER_RE", "ByteProcessor", "VocabularyProcessor", "tokenizer"]

_INSTEAD = "Please use tensorflow/transform or tf.data."

# What a word is: capitals on their own, a capitalized word within camel case, or anything of
# letters, digits, apostrophes and dashes.
TOKENIZER_RE = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z][a-z]+(?=[A-Z])|[\'\w\-]+", re.UNICODE)


@deprecated(None, _INSTEAD)
def tokenizer(iterator: Iterable[str]) -> Iterator[list[str]]:
    """Yields the list of words of each string."""
    yield from map(TOKENIZER_RE.findall, iterator)


def _rows(
    documents: Iterable[Any], length: int, dtype: Any, numbers: Callable[[Any, int], Any]
) -> Iterator[Any]:
    """Yields the numbers of each document, at most `length` of them, filled up with 0."""
    for document in documents:
        row = np.zeros(length, dtype)
        found = numbers(document, len(row))
        row[: len(found)] = found
        yield row


def _bytes(document: Any, length: int) -> Any:
    data = document.encode("utf-8") if isinstance(document, str) else document
    return np.frombuffer(memoryview(data), dtype=np.uint8)[:length]


class ByteProcessor:
    """Maps documents to their UTF-8 bytes. In TF 1.15 a function that returned such an object."""

    @deprecated(None, _INSTEAD)
    def __init__(self, max_document_length: int) -> None:
        """Sets the number of bytes that each document is cut, or filled up with 0, to."""
        self.max_document_length = max_document_length

    def fit(self, x: Any) -> ByteProcessor:
        """Does nothing: bytes need no vocabulary. Returns the processor itself."""
        del x
        return self

    def fit_transform(self, x: Iterable[Any]) -> Iterator[Any]:
        """Returns what `transform` does."""
        return self.transform(x)

    def transform(self, x: Iterable[Any]) -> Iterator[Any]:
        """Yields the bytes of each string or bytes object, uint8 `[max_document_length]`."""
        return _rows(x, self.max_document_length, np.uint8, _bytes)

    @staticmethod
    def reverse(x: Iterable[Any]) -> Iterator[str]:
        """Yields the string of each array of bytes, or an empty one where they are no UTF-8."""
        for document in x:
            data = np.asarray(document).astype(np.int8).tobytes().rstrip(b"\0")
            try:
                yield data.decode("utf-8")
            except UnicodeDecodeError:
                yield ""


class VocabularyProcessor:
    """Maps documents to the ids of their words.

    Deprecated, as in contrib; use tensorflow/transform or `tf.data`. Behaviour: TF 1.15.5.

    Example:
      >>> processor = learn.preprocessing.VocabularyProcessor(max_document_length=3)
      >>> for ids in processor.fit_transform(["a fine day", "a day"]):
      ...     print(ids)
      [1 2 3]
      [1 3 0]
    """

    @deprecated(None, _INSTEAD)
    def __init__(
        self,
        max_document_length: int,
        min_frequency: int = 0,
        vocabulary: CategoricalVocabulary | None = None,
        tokenizer_fn: Callable[[Iterable[Any]], Iterable[Iterable[Any]]] | None = None,
    ) -> None:
        """Sets how documents are read.

        Args:
          max_document_length: The number of words that each document is cut, or filled up with
            0, to.
          min_frequency: The greatest count at which a word is dropped by `fit`; 0 drops none.
          vocabulary: The vocabulary; a new one by default.
          tokenizer_fn: Takes the documents, yields the words of each; `tokenizer` by default.
        """
        self.max_document_length = max_document_length
        self.min_frequency = min_frequency
        self.vocabulary_ = vocabulary or CategoricalVocabulary()
        self._tokenizer = tokenizer_fn or tokenizer

    def fit(self, raw_documents: Iterable[Any], unused_y: Any = None) -> VocabularyProcessor:
        """Learns the words of the documents, and freezes the vocabulary.

        Args:
          raw_documents: Strings, or what `tokenizer_fn` takes.
          unused_y: For the looks of scikit-learn.

        Returns:
          The processor itself.
        """
        del unused_y
        for word in itertools.chain.from_iterable(self._tokenizer(raw_documents)):
            self.vocabulary_.add(word)
        if self.min_frequency > 0:
            self.vocabulary_.trim(self.min_frequency)
        self.vocabulary_.freeze()
        return self

    def fit_transform(self, raw_documents: Iterable[Any], unused_y: Any = None) -> Iterator[Any]:
        """Fits, and returns what `transform` does."""
        self.fit(raw_documents, unused_y)
        return self.transform(raw_documents)

    def transform(self, raw_documents: Iterable[Any]) -> Iterator[Any]:
        """Yields the ids of each document, int64 `[max_document_length]`.

        A vocabulary that is not frozen learns new words.
        """
        documents = self._tokenizer(raw_documents)
        yield from _rows(documents, self.max_document_length, np.int64, self._ids)

    def _ids(self, words: Iterable[Any], length: int) -> list[int]:
        return [self.vocabulary_.get(word) for word in itertools.islice(words, length)]

    def reverse(self, documents: Iterable[Iterable[int]]) -> Iterator[str]:
        """Yields the words of each row of ids, with spaces between them."""
        for document in documents:
            yield " ".join(map(self.vocabulary_.reverse, document))

    def save(self, filename: str) -> None:
        """Writes the processor, in the form that TF 1.15 wrote and reads.

        Warns where `restore` needs to be told more than the file's name, or cannot read it.

        Raises:
          pickle.PicklingError: Something in it cannot be pickled, such as a lambda.
        """
        data = pickles.dumps(self)
        with tf.io.gfile.GFile(filename, "wb") as file:
            file.write(data)
        try:
            _loads(data, filename, type(self), ())
        except pickle.UnpicklingError as error:
            warnings.warn(f"{type(self).__name__}.save: {error}", stacklevel=2)

    @classmethod
    def restore(
        cls, filename: str, trusted: Iterable[Callable[..., Any]] = ()
    ) -> VocabularyProcessor:
        """Reads what `save` wrote, here or in TF 1.15.

        The file is a pickle, but nothing in it is run: only a `VocabularyProcessor` with a
        `CategoricalVocabulary` of plain values is read. contrib's would run whatever the file said.
        A subclass also reads objects of its own, with plain values in further fields and a
        tokenizer that the module of the subclass defines:

            MyProcessor.restore(filename)
            VocabularyProcessor.restore(filename, trusted=[my_tokenizer])

        Args:
          filename: The file.
          trusted: Functions that may be its tokenizer, beside the default one; not in contrib.

        Raises:
          pickle.UnpicklingError: It is something else.
          tf.errors.NotFoundError: There is no such file.
        """
        with tf.io.gfile.GFile(filename, "rb") as file:
            return _loads(file.read(), filename, cls, trusted)


def _loads(
    data: bytes, filename: str, cls: type[VocabularyProcessor], trusted: Iterable[Any]
) -> VocabularyProcessor:
    own = None if cls is VocabularyProcessor else cls
    restored: VocabularyProcessor = pickles.loads(
        data, filename, VocabularyProcessor, CategoricalVocabulary, tokenizer, own, trusted
    )
    return restored
