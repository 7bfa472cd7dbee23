"""`contrib.data` beyond what the oracle's cases compare."""

import importlib

import pytest
import tensorflow as tf

from tf_spec_compat import names
from tf_spec_compat.contrib import data


@pytest.mark.parametrize("name", sorted(data.__all__))
def test_every_name_is_there(name):
    """Each name that the package lists resolves."""
    assert getattr(data, name) is not None


def test_the_oldest_names(graph):
    """Programs of TF 1.3 find `Dataset` and its readers in `contrib.data`."""
    dataset = data.Dataset.from_tensor_slices([1, 2])
    assert dataset.make_one_shot_iterator().get_next().shape == []
    assert data.TextLineDataset is tf.compat.v1.data.TextLineDataset


def test_deep_modules():
    """The modules below `python.ops` have the same objects."""
    path = names.ours("tensorflow.contrib.data.python.ops.batching")
    assert importlib.import_module(path).unbatch is data.unbatch


def test_wrong_arguments_are_named():
    """The errors say what was given."""
    with pytest.raises(ValueError, match="got 1 and 2"):
        data.sliding_window_batch(3, 1, 2)
    with pytest.raises(TypeError, match=r"object, got \[1\]"):
        data.reduce_dataset([1], None)
