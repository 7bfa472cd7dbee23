"""The tables of `contrib.lookup` beyond what the oracle's cases compare."""

import pytest

from tf_spec_compat.contrib import lookup


def test_wrong_arguments_are_named(graph):
    """The error says what was given and what to do."""
    for make in (lookup.index_table_from_tensor, lookup.index_to_string_table_from_tensor):
        with pytest.raises(ValueError, match=r"mapping must be specified.*a vector of the words"):
            make(None)


def test_deep_module():
    """`lookup_ops` has the package's objects."""
    assert lookup.lookup_ops.HashTable is lookup.HashTable
    assert set(lookup.lookup_ops.__all__) == set(lookup.__all__) - {"lookup_ops"}
