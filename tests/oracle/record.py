"""Records what TF 1.15.5 does: golden figures, checkpoints, names, the output of examples.

    python -m tests.oracle.record                            all of it
    python -m tests.oracle.record heads                      a room
    python -m tests.oracle.record heads/svm names/learn      groups of it
    python -m tests.oracle.record heads/svm --python PY37    by this Python, which has TF 1.15.5

Only this needs TF 1.15.5, and so Python 3.7; the tests read the committed files. To have one:

    python3.7 -m venv .venv-oracle
    .venv-oracle/bin/pip install tensorflow==1.15.5 'protobuf<3.21' 'numpy<1.19' 'pandas<1'

A case that agrees with its record, but for the last digits of floats, keeps it as it is. So does
one that the `recordable(name)` of its module does not want recorded here.
"""

import argparse
import json
import os
import subprocess
import sys

from . import compare
from .groups import GROUPS


def record(group):
    """Writes the golden file of a group; returns the numbers of its cases and of changed ones."""
    module, cases = group.load(), group.cases()
    if hasattr(module, "record_files"):
        module.record_files()
    if not cases:
        return 0, 0
    before = group.golden() if os.path.exists(group.path) else {}
    after = {}
    recordable = getattr(module, "recordable", lambda name: True)
    for name in cases:
        if not recordable(name):
            print("%s: cannot record %r here" % (group.key, name))
            after[name] = before[name]
            continue
        after[name] = compare.first_words(group.observe(name))
        if name in before and compare.same(before[name], after[name], name, group.tolerance):
            after[name] = before[name]
    folder = os.path.dirname(group.path)
    if not os.path.isdir(folder):
        os.makedirs(folder)
    lines = ["%s: %s" % (json.dumps(name), compact(after[name])) for name in sorted(after)]
    with open(group.path, "w") as file:
        file.write("{\n%s\n}\n" % ",\n".join(lines))
    return len(after), sum(before.get(name) != after[name] for name in after)


def compact(value):
    """Gives the text of JSON data, on one line."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def chosen(keys):
    """Gives the groups that are meant by rooms, groups and folders of groups; all by none."""
    found = []
    for key in keys or sorted({key.partition("/")[0] for key in GROUPS}):
        meant = [name for name in sorted(GROUPS) if name == key or name.startswith(key + "/")]
        if not meant:
            raise SystemExit("No group is called %s; there are %s." % (key, ", ".join(GROUPS)))
        found += meant
    return found


def main(arguments):
    """Records what the arguments say."""
    parser = argparse.ArgumentParser(prog="tests.oracle.record")
    parser.add_argument("groups", nargs="*", metavar="ROOM[/GROUP]")
    parser.add_argument("--python", help="a Python 3.7 with TensorFlow 1.15.5")
    options = parser.parse_args(arguments)
    if options.python:
        command = [options.python, "-m", "tests.oracle.record", *options.groups]
        raise SystemExit(subprocess.call(command))
    import tensorflow as tf

    if tf.__version__ != "1.15.5":
        raise SystemExit(
            "Golden figures are TF 1.15.5's, and this is TensorFlow %s; pass --python with a "
            "Python 3.7 that has TF 1.15.5." % tf.__version__
        )
    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.FATAL)
    for key in chosen(options.groups):
        print("%s: %d cases, %d changed" % (key, *record(GROUPS[key])))
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
