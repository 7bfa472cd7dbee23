"""The one table of deliberate differences."""

import pytest

from tests.oracle.differences import KEYS
from tf_spec_compat.migrate import contrib
from tf_spec_compat.names.differences import differences, differing


def test_each_difference_is_shown():
    """Each row is one that cases of the oracle show, and has a sentence."""
    assert set(differences()) == KEYS
    assert all(row.reason.endswith(".") for row in differences().values())


@pytest.mark.parametrize("name", differing())
def test_each_name_is_here(name):
    """The names are contrib's own, of things that are here, by their shortest paths."""
    found = contrib.find(name)
    assert found.is_here
    assert found.name == name
    assert found.length == name.count(".") + 1
