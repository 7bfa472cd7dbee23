"""Writes what TF 1.15.5 does in every case to `golden/<group>.json`, one case a line.

Only this needs TF 1.15.5, and so Python 3.7; the tests read the committed files. From the root of
the repository:

    python3.7 -m venv .venv-oracle
    .venv-oracle/bin/pip install tensorflow==1.15.5 'protobuf<3.21' 'numpy<1.19'
    .venv-oracle/bin/python -m tests.oracle.record           # or with names of groups: only those
"""

import json
import os
import sys

from .cases import CASES
from .compare import trim
from .harness import observe
from .legacy import tf

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")


def record(group):
    """Observes the cases of one group and writes its golden file."""
    lines = []
    for name, case in sorted(CASES[group].items()):
        facts = observe(case)
        # The class that TF 1.15.5 raised; what it derives from does not matter.
        facts["errors"] = {stage: names[0] for stage, names in facts["errors"].items()}
        dumped = json.dumps(trim(facts), sort_keys=True, separators=(",", ":"))
        lines.append("%s: %s" % (json.dumps(name), dumped))
    with open(os.path.join(GOLDEN, group + ".json"), "w") as golden:
        golden.write("{\n%s\n}\n" % ",\n".join(lines))
    return len(lines)


def main(groups):
    """Records `groups`, or all of them."""
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Record under TF 1.15.5, not %s." % tf.__version__)
    if not os.path.isdir(GOLDEN):
        os.makedirs(GOLDEN)
    for group in groups or sorted(CASES):
        print("%s: %d cases" % (group, record(group)))


if __name__ == "__main__":
    main(sys.argv[1:])
