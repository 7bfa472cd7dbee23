"""The public names of packages, and their arguments with names, order and plain defaults."""

from tests.oracle.package_deep import deep, signatures

PACKAGES = (
    "data",
    "feature_column",
    "framework",
    "lookup",
    "predictor",
    "testing",
    "training",
    "util",
)


def cases():
    for package in PACKAGES:
        yield package, lambda package=package: signatures(deep(package))
