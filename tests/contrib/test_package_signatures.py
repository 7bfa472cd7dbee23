"""The packages around learn have contrib's names, with its arguments, their order and defaults."""

import inspect

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import recorded
from tests.oracle.package_deep import deep
from tf_spec_compat import names

RECORDED = recorded("signatures")
HIDDEN = ["*args", "**kwargs"]  # what a metaclass in TensorFlow 2 shows

# Whose arguments differ -> why that is the same.
SAME = {"data.make_batched_features_dataset": "reader=None stands for TFRecordDataset"}


@pytest.fixture(scope="module")
def observed():
    """The names and arguments here."""
    return package_cases.observe("signatures")


def constructor(package, name):
    """The arguments of a class whose metaclass hides them."""
    parameters = inspect.signature(getattr(deep(package), name).__init__).parameters.values()
    return [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in parameters][1:]


@pytest.mark.parametrize("package", sorted(RECORDED))
def test_signatures(package, observed):
    """Names are here or have advice of their own; TensorFlow 2 adds arguments behind contrib's."""
    problems = []
    for name, expected in RECORDED[package].items():
        path = f"{package}.{name}"
        advice = names.gone(f"tensorflow.contrib.{path}") is not None
        if (name in observed[package]) == advice:
            problems.append(f"{path} is {'here, its advice is stale' if advice else 'missing'}")
        if name not in observed[package]:
            continue
        found = observed[package][name]
        if found == HIDDEN:
            found = constructor(package, name)
        added = found[len(expected) :]
        agrees = found[: len(expected)] == expected and all("=" in argument for argument in added)
        if agrees == (path in SAME):
            problems.append(f"{path}: {expected} in TF 1.15.5, here {found}")
    assert not problems, "\n".join(problems)
