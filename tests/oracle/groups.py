"""All groups of cases: `GROUPS["heads/svm"]`, from the tables of the rooms in `cases/ROOM`.

As a program, observes a group in a process of its own, and writes what it gives to a file:
`python -m tests.oracle.groups extras/slim FILE`.
"""

import importlib
import json
import os
import sys

from .group import HERE


def _groups():
    groups = {}
    for room in sorted(os.listdir(os.path.join(HERE, "cases"))):
        if not room.startswith("_"):
            table = importlib.import_module("tests.oracle.cases." + room).GROUPS
            for name, group in table.items():
                group.key = "%s/%s" % (room, name)
                groups[group.key] = group
    return groups


GROUPS = _groups()


def main(key, path):
    """Observes the cases of a group that need a process of their own."""
    from .legacy import tf

    group = GROUPS[key]
    if group.tf1_behavior:
        tf.disable_v2_behavior()
    names = [name for name in group.cases() if group.tf1_behavior or group.needs_keras2(name)]
    with open(path, "w") as file:
        json.dump({name: group.observe(name) for name in names}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
