"""Where this package differs from TF 1.15.5 on purpose, and why.

Each row: (group, pattern of case names, pattern of paths in the record, reason). Patterns are those of
`fnmatch`. Every case that a row names must differ at such a path; `test_oracle` fails when it does not.
"""

DIFFERENCES = ()
