"""The public names of packages, and their arguments with names, order and plain defaults."""

import json
import os

from tests.oracle.group import FACTS
from tests.oracle.legacy import module
from tests.oracle.signatures import signatures

PACKAGES = (
    "crf",
    "data",
    "feature_column",
    "framework",
    "lookup",
    "opt",
    "predictor",
    "testing",
    "training",
    "util",
)


def observe():
    """Gives package -> name -> arguments."""
    return {package: signatures(module(package)) for package in PACKAGES}


def record_files():
    """Records everything."""
    facts = observe()
    lines = ["%s: %s" % (json.dumps(name), json.dumps(facts[name])) for name in sorted(facts)]
    with open(os.path.join(FACTS, "contrib_packages_api.json"), "w") as file:
        file.write("{\n%s\n}\n" % ",\n".join(lines))
