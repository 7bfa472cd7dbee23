"""Vocabularies and processors agree with TF 1.15.5's, and read what it saved."""

import collections
import os
import pickle
import pickletools
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from tests.oracle.cases.inputs.preprocessing import DOCUMENTS, VOCABULARIES, half, saved, state
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import preprocessing

# The files that are refused are written by `save`, which warns of it.
pytestmark = pytest.mark.filterwarnings("ignore:VocabularyProcessor.save:UserWarning")


@pytest.mark.parametrize("name", sorted(os.listdir(VOCABULARIES)))
def test_restores_what_tf_1_15_saved(name):
    """A saved processor is what it was, and goes on where it was."""
    restored = preprocessing.VocabularyProcessor.restore(os.path.join(VOCABULARIES, name))
    made = dict(saved(preprocessing))
    fresh = made.get(name.partition(".")[0], made["plain"])
    assert type(restored) is preprocessing.VocabularyProcessor
    assert type(restored.vocabulary_) is preprocessing.CategoricalVocabulary
    assert state(restored.vocabulary_) == state(fresh.vocabulary_)
    assert restored.max_document_length == fresh.max_document_length
    assert restored.min_frequency == fresh.min_frequency
    rows = [row.tolist() for row in restored.transform(DOCUMENTS)]
    assert rows == [row.tolist() for row in fresh.transform(DOCUMENTS)]


@pytest.mark.parametrize("name", [name for name, _ in saved(preprocessing)])
def test_saves_as_tf_1_15_did(name, tmp_path):
    """A file that is saved here has the names that TF 1.15 wrote, and is restored here too."""
    processor = dict(saved(preprocessing))[name]
    path = str(tmp_path / "processor")
    processor.save(path)
    restored = preprocessing.VocabularyProcessor.restore(path)
    assert state(restored.vocabulary_) == state(processor.vocabulary_)

    def names(file):
        operations = pickletools.genops(Path(file).read_bytes())
        return {argument for opcode, argument, _ in operations if opcode.name == "GLOBAL"}

    theirs = names(os.path.join(VOCABULARIES, name + ".pickle"))
    assert {
        found.replace("__builtin__ ", "builtins ").replace(" long", " int") for found in names(path)
    } == theirs


def test_a_new_word_after_trimming():
    """A restored and unfrozen vocabulary counts new words; in TF 1.15 this was a KeyError."""
    path = os.path.join(VOCABULARIES, "trimmed.pickle")
    restored = preprocessing.VocabularyProcessor.restore(path)
    restored.vocabulary_.freeze(False)
    restored.fit(["entirely new new"])
    assert restored.vocabulary_._freq["new"] == 2


def test_words_that_look_like_the_pickle(tmp_path):
    """Words are never taken for names in the file."""
    word = "ctf_spec_compat.contrib.learn.preprocessing.text\nVocabularyProcessor\n"
    processor = preprocessing.VocabularyProcessor(2)
    processor.vocabulary_.add(word)
    path = str(tmp_path / "processor")
    processor.save(path)
    restored = preprocessing.VocabularyProcessor.restore(path)
    assert restored.vocabulary_.reverse(1) == word


class Evil:
    """Leaves a mark when it is read."""

    def __init__(self, function, *arguments):
        self.reduced = (function, arguments)

    def __reduce__(self):
        return self.reduced


def plain():
    """The pickle of a processor."""
    return Path(VOCABULARIES, "plain.pickle").read_bytes()


def test_runs_nothing_in_a_file(tmp_path):
    """A pickle that calls a function is refused before it is called, wherever that is."""
    mark = tmp_path / "mark"
    for function, argument in ((os.mkdir, str(mark)), (eval, f"__import__('os').mkdir({mark!r})")):
        bad = preprocessing.VocabularyProcessor(2)
        bad.vocabulary_._mapping = Evil(function, argument)
        path = tmp_path / "bad"
        bad.save(str(path))
        with pytest.raises(pickle.UnpicklingError, match="trust"):
            preprocessing.VocabularyProcessor.restore(str(path))
        path.write_bytes(pickle.dumps(Evil(function, argument)))
        with pytest.raises(pickle.UnpicklingError, match=f"names .*{function.__name__}"):
            preprocessing.VocabularyProcessor.restore(str(path))
    assert not mark.exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda p: setattr(p, "_tokenizer", half), "names .*half"),
        (lambda p: setattr(p, "_tokenizer", None), "tokenizer"),
        (lambda p: setattr(p, "_tokenizer", preprocessing.VocabularyProcessor), "tokenizer"),
        (lambda p: setattr(p, "vocabulary_", {"a": 1}), "vocabulary"),
        (lambda p: setattr(p, "max_document_length", "5"), "max_document_length is a str"),
        (lambda p: setattr(p, "more", 1), "fields"),
        (lambda p: delattr(p, "min_frequency"), "fields"),
        (lambda p: setattr(p.vocabulary_, "_mapping", {"a": [1]}), "_mapping holds"),
        (lambda p: setattr(p.vocabulary_, "_reverse_mapping", [int]), "_reverse_mapping holds"),
        (lambda p: setattr(p.vocabulary_, "_freq", []), "_freq is a list"),
        (lambda p: setattr(p.vocabulary_, "_freq", collections.OrderedDict()), "OrderedDict"),
        (lambda p: setattr(p.vocabulary_, "get", int), "fields"),
    ],
)
def test_refuses_what_a_processor_does_not_have(change, message, tmp_path):
    """Only fields of a processor with plain values are read; the error names what else there is."""
    processor = preprocessing.VocabularyProcessor(2)
    change(processor)
    path = str(tmp_path / "processor")
    processor.save(path)
    with pytest.raises(pickle.UnpicklingError, match=message):
        preprocessing.VocabularyProcessor.restore(path)


def test_cannot_change_a_class(tmp_path):
    """A file that sets attributes of the class or the tokenizer leaves them as they were."""
    for name in (
        b"ctensorflow.contrib.learn.python.learn.preprocessing.text\nVocabularyProcessor\n",
        b"ctensorflow.contrib.learn.python.learn.preprocessing.text\ntokenizer\n",
        b"ccollections\ndefaultdict\n",
        b"cnumpy\ndtype\n",
    ):
        path = tmp_path / "processor"
        # (None, {"fit": 1}) as the state of the object that is named.
        path.write_bytes(b"\x80\x02" + name + b"N}X\x03\x00\x00\x00fitK\x01s\x86b.")
        with pytest.raises(pickle.UnpicklingError):
            preprocessing.VocabularyProcessor.restore(str(path))
    assert callable(preprocessing.VocabularyProcessor.fit)
    assert not hasattr(preprocessing.tokenizer, "fit")


def test_damaged_files(tmp_path):
    """Wherever a file is cut off, and whatever else it is, the error says that it is not one."""
    path = tmp_path / "processor"
    whole = plain()
    contents = [whole[:length] for length in range(0, len(whole), 7)]
    contents += [b"hello", b"\x00" * 20, pickle.dumps([1]), pickle.dumps({}), b"(lp0\n.", b"."]
    contents += [whole.replace(b"int\n", b"str\n"), pickle.dumps(int), pickle.dumps(1)]
    for content in contents:
        path.write_bytes(content)
        with pytest.raises(pickle.UnpicklingError, match="cannot be restored"):
            preprocessing.VocabularyProcessor.restore(str(path))


def test_missing_files(tmp_path):
    """Files that cannot be read or written end in TensorFlow's errors, which name them."""
    with pytest.raises(tf.errors.NotFoundError, match="nowhere"):
        preprocessing.VocabularyProcessor.restore(str(tmp_path / "nowhere"))
    with pytest.raises(tf.errors.NotFoundError, match="nowhere"):
        preprocessing.VocabularyProcessor(2).save(str(tmp_path / "nowhere" / "file"))
    with pytest.raises((pickle.PicklingError, AttributeError)):
        preprocessing.VocabularyProcessor(2, tokenizer_fn=lambda x: x).save(str(tmp_path / "f"))


def test_pickle_itself():
    """Processors pickle and copy by Python's own means as well."""
    processor = dict(saved(preprocessing))["plain"]
    again = pickle.loads(pickle.dumps(processor))
    assert state(again.vocabulary_) == state(processor.vocabulary_)


def test_messages():
    """Errors say what to do."""
    with pytest.raises(ValueError, match="support_reverse=True"):
        preprocessing.CategoricalVocabulary(support_reverse=False).reverse(0)
    with pytest.raises(IndexError, match="ids from 0 to 0"):
        preprocessing.CategoricalVocabulary().reverse(5)
    with pytest.raises(TypeError, match="fit"):
        preprocessing.CategoricalProcessor().freeze()
    with pytest.raises(IndexError, match="more columns than the 2"):
        next(preprocessing.CategoricalProcessor().fit(["ab"]).transform(["abc"]))


def test_none_among_numbers():
    """A category None can be trimmed with numbers; in TF 1.15 this was a TypeError."""
    processor = preprocessing.CategoricalProcessor(min_frequency=1)
    rows = list(processor.fit_transform([[None], [1], [None], [1], ["a"]]))
    assert np.concatenate(rows).tolist() == [1, 2, 1, 2, 0]


def test_dataframes():
    """The rows of a pandas DataFrame are its rows, not the names of its columns."""
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"a": ["x", "y"], "b": ["z", "z"]})
    rows = preprocessing.CategoricalProcessor().fit_transform(table)
    assert [row.tolist() for row in rows] == [[1, 1], [2, 1]]


def test_names():
    """contrib.learn has the package."""
    assert learn.preprocessing is preprocessing
    assert preprocessing.text.CategoricalVocabulary is preprocessing.CategoricalVocabulary
    vocabularies = preprocessing.categorical.categorical_vocabulary
    assert vocabularies.CategoricalVocabulary is preprocessing.CategoricalVocabulary
    assert callable(preprocessing.setup_processor_data_feeder)


def test_import_reads_no_estimator():
    """Importing the package does not import tensorflow-estimator."""
    code = (
        "import sys; from tf_spec_compat.contrib.learn import preprocessing as p; p.text;"
        "sys.exit('tensorflow_estimator' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
