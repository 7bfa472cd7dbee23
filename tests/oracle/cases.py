"""All cases: `CASES[group][name]` is a `Case`."""

from . import (
    cases_alternatives,
    cases_bad,
    cases_estimator,
    cases_factories,
    cases_heads,
    cases_multi,
    cases_ops,
)

CASES = {}
for _module in (
    cases_heads,
    cases_multi,
    cases_bad,
    cases_factories,
    cases_ops,
    cases_alternatives,
    cases_estimator,
):
    CASES.update(_module.CASES)
