"""The packages around learn have contrib's names, with its arguments, their order and defaults."""

import inspect
import json
from pathlib import Path

import pytest

from tests.oracle.cases.names import packages
from tests.oracle.differences import rows
from tests.oracle.legacy import module
from tf_spec_compat import names

FACTS = Path(__file__).parents[1] / "facts" / "contrib_packages_api.json"
RECORDED = json.loads(FACTS.read_text("utf-8"))
# Here as names of the package, and gone as its modules of the same name.
MODULES = ("data.get_single_element", "data.unique", "factorization.gmm")
HIDDEN = ["*args", "**kwargs"]  # what a metaclass in TensorFlow 2 shows


@pytest.fixture(scope="module")
def observed():
    """The names and arguments here."""
    return packages.observe()


def constructor(package, name):
    """The arguments of a class whose metaclass hides them."""
    parameters = inspect.signature(getattr(module(package), name).__init__).parameters.values()
    return [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in parameters][1:]


@pytest.mark.parametrize("package", sorted(RECORDED))
def test_signatures(package, observed):
    """Names are here or have advice of their own; TensorFlow 2 adds arguments behind contrib's."""
    problems = []
    for name, expected in RECORDED[package].items():
        path = f"{package}.{name}"
        advice = path not in MODULES and names.gone(f"tensorflow.contrib.{path}") is not None
        if (name in observed[package]) == advice:
            problems.append(f"{path} is {'here, its advice is stale' if advice else 'missing'}")
        if name not in observed[package]:
            continue
        found = observed[package][name]
        if found == HIDDEN:
            found = constructor(package, name)
        added = found[len(expected) :]
        agrees = found[: len(expected)] == expected and all("=" in argument for argument in added)
        if agrees == bool(rows("names/packages", path)):
            problems.append(f"{path}: {expected} in TF 1.15.5, here {found}")
    assert not problems, "\n".join(problems)
