"""A `VocabularyProcessor` of one's own is restored by its class, tokenizers by their names."""

import pickle

import pytest

from tf_spec_compat.contrib.learn.preprocessing import VocabularyProcessor


def chars(documents):
    """Splits documents into characters."""
    for document in documents:
        yield list(document)


class MyProcessor(VocabularyProcessor):
    """Has a tokenizer of this module."""

    def __init__(self, length):
        super().__init__(length, tokenizer_fn=chars)


def rows(processor):
    return [row.tolist() for row in processor.transform(["ab"])]


def test_a_subclass_is_restored_by_itself(tmp_path):
    """The class that is asked admits what its module defines, and no other class does."""
    path = str(tmp_path / "vocabulary")
    mine = MyProcessor(4).fit(["ab ba", "c"])
    mine.save(path)
    restored = MyProcessor.restore(path)
    assert (type(restored), rows(restored)) == (MyProcessor, [[1, 2, 0, 0]])
    with pytest.raises(pickle.UnpicklingError, match=r"it names .*MyProcessor"):
        VocabularyProcessor.restore(path)


def test_a_tokenizer_is_trusted(tmp_path):
    """A tokenizer needs to be named, which `save` warns of."""
    path = str(tmp_path / "vocabulary")
    processor = VocabularyProcessor(4, tokenizer_fn=chars).fit(["ab"])
    with pytest.warns(UserWarning, match=r"trusted=\[tokenizer\]"):
        processor.save(path)
    with pytest.raises(pickle.UnpicklingError, match=r"it names .*chars"):
        VocabularyProcessor.restore(path)
    assert rows(VocabularyProcessor.restore(path, trusted=[chars])) == [[1, 2, 0, 0]]


class Evil(MyProcessor):
    """Pickles as a call."""

    def __reduce__(self):
        return chars, (["x"],)


def test_functions_are_not_called(tmp_path):
    """A file cannot call what a module defines, even if its class is asked."""
    path = str(tmp_path / "vocabulary")
    with open(path, "wb") as file:
        pickle.dump(Evil(4), file)
    with pytest.raises(pickle.UnpicklingError, match=r"it calls tests\.\S+chars"):
        Evil.restore(path)
