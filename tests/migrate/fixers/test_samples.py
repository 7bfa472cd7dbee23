"""Every fixer turns its samples into what they say, and leaves the result alone."""

import ast

import pytest

from tf_spec_compat.migrate.fixing import FIXERS, rewrite

SAMPLES = [
    pytest.param(fixer, sample, id=f"{name}-{number}")
    for name, fixer in FIXERS.items()
    for number, sample in enumerate(fixer.samples)
]


@pytest.mark.parametrize(("fixer", "sample"), SAMPLES)
def test_sample(fixer, sample):
    """The sample becomes what it says, which is Python, and stays so."""
    found = rewrite(sample.before, [fixer], options=sample.options)
    assert found.text == sample.after
    assert found.applied == ((fixer.entry.name,) if sample.before != sample.after else ())
    ast.parse(found.text)
    assert rewrite(found.text, [fixer], options=sample.options).applied == ()


@pytest.mark.parametrize("name", FIXERS)
def test_has_samples(name):
    """There is a sample that the fixer changes, and its docstring says what changed when."""
    assert any(sample.before != sample.after for sample in FIXERS[name].samples)
