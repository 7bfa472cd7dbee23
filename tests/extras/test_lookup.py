"""The tables of `contrib.lookup` are TF 1.15.5's."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tf_spec_compat.contrib import lookup

RECORDED = recorded("lookup")


@pytest.fixture(scope="module")
def observed():
    """What the tables do here in each case."""
    return package_cases.observe("lookup")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Values, names, dtypes, shapes, and the types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)


def test_wrong_arguments_are_named(graph):
    """The error says what was given and what to do."""
    for make in (lookup.index_table_from_tensor, lookup.index_to_string_table_from_tensor):
        with pytest.raises(ValueError, match="mapping must be specified: a vector of the words"):
            make(None)


def test_deep_module():
    """`lookup_ops` has the package's objects."""
    assert lookup.lookup_ops.HashTable is lookup.HashTable
    assert set(lookup.lookup_ops.__all__) == set(lookup.__all__) - {"lookup_ops"}
