"""Writes what TF 1.15.5 does in the experiment cases to `golden/experiment*.json`.

As `record` does for the other cases, and in the same environment:

    .venv-oracle/bin/python -m tests.oracle.experiment_record    # or with names of groups
"""

import json
import os
import sys

from .compare import trim
from .experiment_cases import CASES
from .harness import observe
from .legacy import tf

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")


def main(groups):
    """Records `groups`, or all of them."""
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Record under TF 1.15.5, not %s." % tf.__version__)
    for group in groups or sorted(CASES):
        lines = []
        for name, case in sorted(CASES[group].items()):
            facts = observe(case)
            facts["errors"] = {stage: names[0] for stage, names in facts["errors"].items()}
            dumped = json.dumps(trim(facts), sort_keys=True, separators=(",", ":"))
            lines.append("%s: %s" % (json.dumps(name), dumped))
        with open(os.path.join(GOLDEN, group + ".json"), "w") as golden:
            golden.write("{\n%s\n}\n" % ",\n".join(lines))
        print("%s: %d cases" % (group, len(lines)))


if __name__ == "__main__":
    main(sys.argv[1:])
