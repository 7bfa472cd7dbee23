"""contrib.layers has TF 1.15's names, with their arguments, orders and defaults."""

import importlib
import inspect
import json
from pathlib import Path

import pytest

from tests.oracle.cases.names.layers import describe
from tests.oracle.differences import DIFFERENCES, rows
from tf_spec_compat.contrib import layers

FACTS = json.loads(
    (Path(__file__).parents[1] / "facts" / "contrib_layers_api.json").read_text("utf-8")
)
MODULE_FACTS = [(module, name) for module in FACTS["modules"] for name in FACTS["modules"][module]]


def _difference(fact, found):
    """Says how a name differs from TF 1.15.5's, or gives an empty string."""
    here = describe(found)
    if isinstance(fact, dict):
        if not inspect.isclass(found):
            return f"no class but {here}"
        missing = [member for member in fact["members"] if not hasattr(found, member)]
        other = here["arguments"] != fact["arguments"] and fact["arguments"]
        return f"without {missing}, {here['arguments']}" if missing or other else ""
    if fact.startswith("("):
        return "" if here == fact else f"{here}, not {fact}"
    return "" if "<" in fact or here == fact else f"{here}, not {fact}"


def _check(place, name, fact, owner):
    expected = rows("names/layers", f"{place}.{name}")
    found = getattr(owner, name, None)
    difference = "missing" if found is None else _difference(fact, found)
    if expected:
        assert difference, f"{name} no longer differs"
    else:
        assert not difference, f"{name}: {difference}"


@pytest.mark.parametrize("name", sorted(FACTS["public"]))
def test_public_name_is_that_of_contrib(name):
    """A name of tf.contrib.layers is here, and takes what it took."""
    _check("public", name, FACTS["public"][name], layers)


@pytest.mark.parametrize(("module", "name"), MODULE_FACTS)
def test_name_of_a_module_is_that_of_contrib(module, name):
    """A name of a deep module, private ones included, is here, and takes what it took."""
    owner = importlib.import_module(f"tf_spec_compat.contrib.layers.{module}")
    _check(module, name, FACTS["modules"][module][name], owner)


def test_no_name_is_invented():
    """Every name that the package lists is one of contrib's, or a deep module of it."""
    listed = {name for name in layers.__all__ if not inspect.ismodule(getattr(layers, name))}
    assert listed <= set(FACTS["public"])


@pytest.mark.parametrize("row", [row for row in DIFFERENCES if row[:2] == ("names", "layers")])
def test_differences_are_about_names(row):
    """Each deliberate difference is about a name that there is."""
    places = [("public", name) for name in FACTS["public"]] + MODULE_FACTS
    assert any(row in rows("names/layers", ".".join(place)) for place in places)
