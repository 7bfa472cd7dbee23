"""Writes what TF 1.15.5 does in the cases of contrib.layers to `golden/layers.json`, one a line.

Like `record`, this needs TF 1.15.5: `python3.7 -m tests.oracle.layers_record [case ...]`.
"""

import json
import os
import sys

from .compare import trim
from .harness import observe
from .layers_cases import CASES
from .legacy import tf
from .life_cycle_record import first_classes

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden", "layers.json")


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
        record = first_classes(trim(observe(CASES[name])))
        if "errors" in record:
            record["errors"] = {k: v[0] for k, v in record["errors"].items()}
        golden[name] = record
    lines = [
        "%s: %s"
        % (json.dumps(name), json.dumps(golden[name], sort_keys=True, separators=(",", ":")))
        for name in sorted(golden)
    ]
    with open(GOLDEN, "w") as after:
        after.write("{\n%s\n}\n" % ",\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
