"""All cases: `CASES[group][name]` is a `Case`."""

from . import cases_heads

CASES = dict(cases_heads.CASES)
