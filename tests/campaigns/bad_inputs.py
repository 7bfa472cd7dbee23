"""Calls contrib's functions with one argument wrong, and compares what they say with TF 1.15.5.

    PY37 -m tests.campaigns.bad_inputs --write theirs.json
    python -m tests.campaigns.bad_inputs --against theirs.json [--only PATTERN ...]

`PY37` is a Python 3.7 with TensorFlow 1.15.5; see CONTRIBUTING.md. Each argument of each target
gets each of the bad values in turn. What this prints is to be judged, as not all of it is a fault:
errors of another type or with other words, what only one side takes, and errors that Python itself
raised in this package, which say nothing to a user.
"""

import argparse
import collections
import fnmatch
import json
import os
import signal
import sys
import tempfile
import traceback
import warnings

import numpy as np

from tests.oracle.legacy import tf
from tests.oracle.words import agree, said

from . import bad_input_columns, bad_input_estimators, bad_input_functions

BAD = (
    ("None", lambda: None),
    ("5", lambda: 5),
    ("-1", lambda: -1),
    ("0", lambda: 0),
    ("2.5", lambda: 2.5),
    ("empty string", lambda: ""),
    ("string", lambda: "zz"),
    ("bytes", lambda: b"zz"),
    ("empty list", list),
    ("list", lambda: [1, "zz"]),
    ("list of None", lambda: [None]),
    ("empty dict", dict),
    ("dict", lambda: {"zz": 1}),
    ("tuple", lambda: (1, 2)),
    ("object", object),
    ("class", lambda: dict),
    ("function", lambda: lambda: None),
    ("empty array", lambda: np.zeros([0, 2], np.float32)),
    ("array", lambda: np.ones([3, 2], np.float32)),
    ("scalar array", lambda: np.float32(1)),
    ("string tensor", lambda: tf.constant(["zz"])),
    ("scalar tensor", lambda: tf.constant(1.0)),
)
SECONDS = 4


class Endless(BaseException):
    """A call that did not come to its end."""


def ring(*_):
    raise Endless()


def outcome(call, arguments):
    """What came of a call: [] or the classes and words of the error, and who is to blame."""
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 1)  # Again, where a callback swallowed it.
    try:
        call(**arguments)
    except Endless:
        return {"raised": ["Endless"]}
    except Exception as error:  # noqa: BLE001 - the error is what is compared
        signal.setitimer(signal.ITIMER_REAL, 0)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return {
            "raised": said(error) or ["BaseException"],
            "where": f"{frame.filename}:{frame.lineno}",
            "words": str(error)[:300],
            "line": frame.line,
        }
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {"raised": []}


def outcomes(patterns):
    """Gives name of a call -> what came of it."""
    found = {}
    targets = [
        target
        for module in (bad_input_columns, bad_input_functions, bad_input_estimators)
        for target in module.targets()
    ]
    for target, make, arguments in targets:
        # A copy of the arguments for each call; `**` makes one.
        for argument in ["", *arguments()]:
            for label, value in BAD if argument else (("good", None),):
                name = f"{target} {argument}={label}"
                if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns):
                    found[name] = _tried(make, arguments, argument, value)
                    print(name, found[name]["raised"][:1], file=sys.stderr, flush=True)
    return found


def _tried(make, arguments, argument, value):
    with tempfile.TemporaryDirectory() as folder, tf.Graph().as_default():
        before = os.getcwd()
        os.chdir(folder)
        try:
            given = arguments()
            if argument:
                given[argument] = value()
            return outcome(make(folder), given)
        finally:
            os.chdir(before)


def kind(theirs, ours):
    """Says how two outcomes differ, or None."""
    if not theirs["raised"] and not ours["raised"]:
        return None
    if not theirs["raised"]:
        return "only refused here"
    if not ours["raised"]:
        return "only refused by 1.15.5"
    if theirs["raised"][0].partition(":")[0] not in [e.partition(":")[0] for e in ours["raised"]]:
        return "another type"
    if not agree(theirs["raised"][0], ours["raised"]):
        return "other words"
    if "tf_spec_compat" in ours.get("where", "") and not ours["line"].startswith("raise"):
        return "unclear"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", help="the file for what came of it")
    parser.add_argument("--against", help="such a file of TensorFlow 1.15.5")
    parser.add_argument("--only", nargs="*", default=["*"], help="patterns of names")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    tf.logging.set_verbosity(tf.logging.FATAL)
    ours = outcomes(options.only)
    if options.write:
        with open(options.write, "w") as file:
            json.dump(ours, file, indent=0, sort_keys=True)
    if not options.against:
        print(len(ours), "calls,", sum(bool(each["raised"]) for each in ours.values()), "refused")
        return 0
    with open(options.against) as file:
        theirs = json.load(file)
    counts = collections.Counter()
    for name in sorted(set(ours) & set(theirs)):
        how = kind(theirs[name], ours[name])
        counts[how or "agree"] += 1
        if how:
            print(f"{how}: {name}")
            for side, each in (("1.15.5", theirs[name]), ("here", ours[name])):
                text = each["raised"][0] if each["raised"] else "fine"
                words = each.get("words", "").partition("\n")[0][:200]
                print(f"    {side}: {text} | {words}")
    print(len(ours), "calls:", dict(counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
