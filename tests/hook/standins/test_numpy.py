"""NumPy's old names; the values are those of NumPy 1.18 with TensorFlow 1.15.5."""

import io

import numpy as np
import pytest

from tf_spec_compat.hook.standins import arrays
from tf_spec_compat.hook.standins import numpy as old


@pytest.mark.parametrize(
    ("arrays_of", "scalars", "result"),
    [
        ([np.float32], [np.int64, np.float64], np.float32),
        ([np.float32], [np.complex64], np.complex64),
        ([], [np.int64, np.float32], np.float64),
        ([np.int32, np.int64], [], np.int64),
        ([np.int32], [np.float16], np.float16),
    ],
)
def test_find_common_type(arrays_of, scalars, result):
    """A scalar counts if its kind is above those of the arrays."""
    assert old.find_common_type(arrays_of, scalars) == result


def test_types():
    """Types are found by themselves, their names and arrays of them."""
    assert old.cast["int32"]([2.5]).tolist() == [2]
    assert old.nbytes[np.int64] == 8
    assert old.sctypes["float"][:3] == [np.float16, np.float32, np.float64]
    assert old.maximum_sctype(np.int32) is np.int64
    assert old.sctype2char("int64") == np.dtype(np.int64).char
    assert old.obj2sctype(float) is np.float64
    assert old.obj2sctype(np.zeros(1, np.int8)) is np.int8
    assert old.obj2sctype("no type", 7) == 7
    assert old.issctype(np.int32)
    assert not old.issctype(3)
    assert old.issubsctype(np.float32, np.floating)
    assert old.issubclass_(int, object)
    assert not old.issubclass_(3, object)
    with pytest.raises(ValueError, match="unrecognized type"):
        old.sctype2char("no type")


def test_arrays():
    """Old functions of arrays give what they gave."""
    assert old.msort([[3, 1], [2, 4]]).tolist() == [[2, 1], [3, 4]]
    assert old.in1d([[1, 2]], [2]).tolist() == [False, True]
    assert old.asfarray([1, 2], dtype="int32").dtype == np.float64
    assert old.asfarray(np.float32([1]), np.float32).dtype == np.float32
    assert (old.alen([[1, 2]]), old.alen(3)) == (1, 1)
    assert old.asscalar(np.ones(1)) == 1.0
    assert old.fastCopyAndTranspose([[1, 2]]).tolist() == [[1], [2]]
    assert old.newbyteorder(np.array([1], "<i4"))[0] == 2**24
    assert (old.NINF, str(old.NZERO), old.PZERO) == (-np.inf, "-0.0", 0.0)


def test_disp():
    """A message is written with its line's end, or without."""
    stream = io.StringIO()
    old.disp("a", stream)
    old.disp("b", stream, linefeed=False)
    assert stream.getvalue() == "a\nb"


def test_itemset():
    """One element is set by its flat index, its indices or none."""
    array = np.zeros((2, 2))
    old.itemset(array, 1, 5)
    old.itemset(array, (1, 1), 7)
    old.itemset(array, 0, 0, 9)
    assert array.tolist() == [[9, 5], [0, 7]]
    one = np.zeros(())
    old.itemset(one, 3)
    assert one == 3


@pytest.mark.parametrize("convert", [arrays.array, arrays.asarray, arrays.asanyarray])
def test_ragged_rows(convert):
    """Rows of different lengths give an array of objects; with a type they are an error."""
    assert convert([[1], [1, 2]]).tolist() == [[1], [1, 2]]
    assert convert([[1], [1, 2]]).dtype == object
    assert convert([[1, 2], 3]).shape == (2,)
    assert convert([[[1, 2]], [[1]]]).shape == (2, 1)
    assert convert([[1, 2], [3, 4]]).dtype == np.int64
    with pytest.raises(ValueError, match="setting an array element with a sequence"):
        convert([[1], [1, 2]], dtype=np.float32)
    with pytest.raises(ValueError, match="could not broadcast input array"):
        convert([np.zeros((2, 3)), np.zeros((2, 4))])


def test_copy_if_needed():
    """`copy=False` copies where it has to, and only there."""
    array = np.ones(2)
    assert arrays.array(array, copy=False) is array
    assert arrays.array([1.0, 2.0], copy=False).tolist() == [1, 2]


def test_fromstring():
    """Bytes and text give arrays that can be written to."""
    found = arrays.fromstring(b"\x01\x02", dtype=np.uint8)
    found[0] = 7
    assert found.tolist() == [7, 2]
    assert arrays.fromstring("1 2", sep=" ").tolist() == [1, 2]
    assert arrays.fromstring(b"\x01\x02\x03", np.uint8, 2).tolist() == [1, 2]
    assert arrays.fromstring(b"", np.uint8).shape == (0,)


def test_histogram():
    """`normed` is `density`."""
    found, _ = arrays.histogram([1, 2, 3], 2, normed=True)
    np.testing.assert_allclose(found, [1 / 3, 2 / 3])
    assert arrays.histogram([1, 2, 3], 2)[0].tolist() == [1, 2]


class Harmful:
    def __reduce__(self):
        return print, ("this must not be printed",)


def test_load(tmp_path, capsys):
    """Arrays of plain objects are read, those that could run code only when that is asked for."""
    path = tmp_path / "a.npy"
    np.save(path, np.array([[1], "b", {"c": np.arange(3)}, None, (1.5, 2j)], dtype=object))
    found = arrays.load(path)
    assert found[0] == [1]
    assert found[2]["c"].tolist() == [0, 1, 2]
    np.savez(tmp_path / "a.npz", a=found, b=np.arange(2))
    with arrays.load(tmp_path / "a.npz") as file:
        assert file["a"][1] == "b"
        assert file["b"].tolist() == [0, 1]
    np.save(path, np.arange(3))
    assert arrays.load(str(path)).tolist() == [0, 1, 2]
    np.save(path, np.array([Harmful(), 1], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle=False"):
        arrays.load(path)
    np.savez(tmp_path / "a.npz", a=found, b=np.array([Harmful(), 1], dtype=object))
    with arrays.load(tmp_path / "a.npz") as file:  # noqa: SIM117 - Python 3.9
        with pytest.raises(ValueError, match="allow_pickle=False"):
            file["b"]
    assert capsys.readouterr().out == ""
    arrays.load(path, allow_pickle=True)
    assert "this must not" in capsys.readouterr().out
    with pytest.raises(FileNotFoundError):
        arrays.load(tmp_path / "missing.npy")
