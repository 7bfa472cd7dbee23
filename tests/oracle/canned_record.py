"""Writes what TF 1.15.5 does in the canned estimators' cases to `golden/canned.json`, one a line.

Like `record`, this needs TF 1.15.5: `python3.7 -m tests.oracle.canned_record [case ...]`.
"""

import json
import sys

from . import life_cycle_record
from .canned_cases import CASES
from .compare import trim
from .harness import observe
from .legacy import tf

GOLDEN = life_cycle_record.GOLDEN.replace("life_cycle", "canned")


def main(names):
    """Records the cases called `names`, or all of them."""
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Record under TF 1.15.5, not %s." % tf.__version__)
    tf.logging.set_verbosity(tf.logging.FATAL)
    golden = {}
    if names:
        with open(GOLDEN) as before:
            golden = json.load(before)
    for name in names or sorted(CASES):
        golden[name] = life_cycle_record.first_classes(trim(observe(CASES[name])))
        print(name)
    lines = [
        "%s: %s"
        % (json.dumps(name), json.dumps(golden[name], sort_keys=True, separators=(",", ":")))
        for name in sorted(golden)
    ]
    with open(GOLDEN, "w") as after:
        after.write("{\n%s\n}\n" % ",\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
