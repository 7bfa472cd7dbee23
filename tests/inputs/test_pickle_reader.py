"""Pickles that were made to do harm are refused, and those of every release are read."""

import pickle
import random
import struct
import time

import numpy as np
import pytest

from tests.campaigns.hostile_pickles import good, mutated
from tf_spec_compat.contrib.learn.preprocessing import VocabularyProcessor
from tf_spec_compat.inputs.preprocessing import pickle_reader

PREPROCESSING = b"tensorflow.contrib.learn.python.learn.preprocessing"


def text(value):
    return b"X" + struct.pack("<I", len(value)) + value


def name(module, attribute):
    return b"c" + module + b"\n" + attribute + b"\n"


def read(data):
    def find(path):
        raise pickle.UnpicklingError(f"it names {path}")

    return pickle_reader.Reader(find, {}).read(data)


@pytest.fixture
def restore(tmp_path):
    path = tmp_path / "vocabulary"

    def restored(data):
        path.write_bytes(data)
        return VocabularyProcessor.restore(str(path))

    return restored


def crafted_type():
    """A NumPy type with a field of objects that says it has none: NumPy would follow addresses."""
    dtype = name(b"numpy", b"dtype")
    of_objects = dtype + b"(" + text(b"O") + b"\x89\x88tR"
    fields = text(b"f") + b"\x85}" + text(b"f") + of_objects + b"K\0\x86s"
    state = b"(K\x03" + text(b"|") + b"N" + fields + b"K\x08K\x01K\0tb"
    return dtype + b"(" + text(b"V8") + b"\x89\x88tR" + state


def processor_with(flag):
    """A processor whose vocabulary has `flag`, in opcodes, where its flag should be."""
    vocabulary = name(PREPROCESSING + b".categorical_vocabulary", b"CategoricalVocabulary")
    words = vocabulary + b")\x81}(" + text(b"_support_reverse") + flag + b"ub"
    tokenizer = name(PREPROCESSING + b".text", b"tokenizer")
    fields = text(b"vocabulary_") + words + text(b"_tokenizer") + tokenizer
    return (
        b"\x80\x03"
        + name(PREPROCESSING + b".text", b"VocabularyProcessor")
        + b")\x81}("
        + (fields + b"ub.")
    )


def test_addresses_are_not_followed(restore):
    """A crafted NumPy type, which makes NumPy take bytes for pointers, is no type of a number."""
    scalar = name(b"numpy.core.multiarray", b"scalar")
    address = b"B" + struct.pack("<I", 8) + struct.pack("<Q", 0x414141414140)
    with pytest.raises(pickle.UnpicklingError, match="a NumPy type other than a number's"):
        restore(processor_with(scalar + crafted_type() + address + b"\x86R"))


def test_bombs_end(restore):
    """A tuple of tuples that would take for ever to be hashed is no key."""
    levels = b"".join(b"0(" + (b"h%c" % i) * 10 + b"tq%c" % (i + 1) for i in range(30))
    bomb = b"\x80\x02(" + text(b"lol") * 10 + b"tq\0" + levels + b"}h\x1eNs."
    start = time.process_time()
    with pytest.raises(pickle.UnpicklingError, match="a key that is no string or number"):
        restore(bomb)
    assert time.process_time() - start < 2  # Without the check it takes longer than the universe.


def test_one_list_many_times(restore):
    """A list that many fields refer to would be checked and copied many times over."""
    data = good()
    many = b"".join(text(b"f%d" % i) + b"h\xfe" for i in range(200))
    added = b"}(" + text(b"_mapping") + b"]q\xfe(" + b"K\1" * 500 + b"e" + many + b"ub."
    with pytest.raises(pickle.UnpicklingError, match=r"many times over|has the fields"):
        restore(data[:-1] + added)


@pytest.mark.parametrize(
    "value",
    [
        *(np.dtype(code).type(3) for code in "bhilqBHILQefd?"),
        np.float64(-0.1),
        np.array(7, ">i4")[()],
        np.str_("word"),
        np.bytes_(b"word"),
    ],
    ids=repr,
)
@pytest.mark.parametrize("protocol", [3, 4, 5])
def test_numbers_of_numpy_are_pythons(value, protocol):
    """A NumPy scalar is read as the Python number or string that it is."""
    data = pickle.dumps(value, protocol=protocol)
    found = read(data)
    assert found == value.item()
    assert type(found) is type(value.item())


@pytest.mark.parametrize("protocol", range(6))
def test_plain_values(protocol):
    """Containers, strings and numbers of each protocol are read."""
    value = {
        "a": [1, -(2**40), 2**70, 0.5, None, True, False],
        "ä": {"b": [], 3: {}},
        "t": "x" * 300,
    }
    assert read(pickle.dumps(value, protocol=protocol)) == value


def test_strings_of_python_2():
    """Python 2 wrote text as bytes in quotes, with escapes."""
    assert read(b"S'caf\\xc3\\xa9'\np0\n.") == "café"
    assert read(b"U\x05caf\xc3\xa9.") == "café"
    with pytest.raises(pickle.UnpicklingError, match="without its quotes"):
        read(b"Scaf\n.")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pickle.dumps(print), "it names builtins.print"),
        (pickle.dumps({1, 2}), "it has the operation EMPTY_SET"),
        (b"(ios\nsystem\n.", "it has the operation INST"),
        (b"P1\n.", "it has the operation PERSID"),
        (b"\x82\x01.", "it has the operation EXT1"),
        (b"K\x01", "it has no end"),
        (b"\xff.", "it has the unknown operation"),
        (b"K\x01(K\x02e.", "it fills what is no list"),
        (b"cbuiltins\nint\n)\x81.", "it makes an object of another kind"),
        (b"cbuiltins\nint\n)R.", "it calls int"),
        (b"K\x01}b.", "it gives a state to what has none"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused(data, words):
    """What else a pickle can do is refused, and named."""
    with pytest.raises(pickle.UnpicklingError, match=words.replace(".", r"\.")):
        read(data)


def test_mutated_files(restore):
    """A damaged or altered file is refused or read, never anything else."""
    source = random.Random(0)
    outcomes = {True: 0, False: 0}
    for _ in range(600):
        try:
            found = restore(mutated(good(), source))
        except pickle.UnpicklingError:
            outcomes[False] += 1
        else:
            assert type(found) is VocabularyProcessor
            outcomes[True] += 1
    assert min(outcomes.values()) > 10
