"""Writes what TF 1.15.5 does in the cases of feature columns to `golden/columns.json`.

Like `record`, this needs TF 1.15.5: `python3.7 -m tests.oracle.columns_record`.
"""

import json
import os

from .columns_cases import CASES
from .legacy import tf

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden", "columns.json")


def main():
    """Records the cases, one a line."""
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Record under TF 1.15.5, not %s." % tf.__version__)
    tf.logging.set_verbosity(tf.logging.FATAL)
    lines = []
    for name in sorted(CASES):
        made = json.dumps(CASES[name](), sort_keys=True, separators=(",", ":"))
        lines.append("%s: %s" % (json.dumps(name), made))
    with open(GOLDEN, "w") as after:
        after.write("{\n%s\n}\n" % ",\n".join(lines))


if __name__ == "__main__":
    main()
