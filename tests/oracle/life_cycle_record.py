"""Writes what TF 1.15.5 does in the life cycle's cases to `golden/life_cycle.json`, one a line.

Like `record`, this needs TF 1.15.5: `python3.7 -m tests.oracle.life_cycle_record [case ...]`.
"""

import json
import os
import sys

from .compare import trim
from .harness import observe
from .legacy import tf
from .life_cycle_cases import CASES

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden", "life_cycle.json")


def first_classes(value):
    """Leaves of an error what was raised; what it derives from does not matter."""
    if isinstance(value, dict):
        if list(value) == ["raised"]:
            return {"raised": value["raised"][0]}
        return {k: first_classes(v) for k, v in value.items()}
    return [first_classes(v) for v in value] if isinstance(value, list) else value


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
        golden[name] = first_classes(trim(observe(CASES[name])))
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
