"""Tells how the record of a case differs from the golden one."""

import math
import re
from fnmatch import fnmatchcase

from .words import agree

_TYPED = re.compile(r"^(sparse )?([a-z]+\d*)(\?|\[[-\d,]*\])$")

_LENGTH = 150  # Of the words of an error that are kept.

# Pattern of `case/path` -> relative and absolute tolerance of floats; the first that fits counts.
TOLERANCE = (("*", (1e-5, 1e-6)),)
EXACT = (("*", (0.0, 0.0)),)


def differences(golden, live, name="", tolerance=TOLERANCE):
    """Gives `(path, golden, live)` for each disagreement of a record with what `observe` gave.

    An error agrees if golden's class is among its classes, and golden's words begin its message.
    """
    walk = _Walk(name, tolerance)
    if not (isinstance(golden, dict) and isinstance(live, dict)) or "error" in {**golden, **live}:
        walk.values("result", golden, live)
        return walk.found
    raised, expected = live.get("errors", {}), golden.get("errors", {})
    for stage in sorted(set(raised) | set(expected)):
        one, other = expected.get(stage), raised.get(stage)
        if not (one and other and agree(one, other)):
            found = (one or "no error", other or "no error")
            walk.found.append(("errors/" + stage, *found))
    if any(path in ("errors/construct", "errors/create") for path, _, _ in walk.found):
        return walk.found  # There is nothing else to compare.
    for key in sorted((set(golden) | set(live)) - {"errors"}):
        walk.values(key, golden.get(key), live.get(key))
    return walk.found


def first_words(record):
    """Leaves of each error its class and words; golden files hold records in this form."""
    if isinstance(record, list):
        return [first_words(value) for value in record]
    if not isinstance(record, dict):
        return record
    shorter = {}
    for key, value in record.items():
        if key in ("raised", "error") and isinstance(value, list):
            value = value[0][:_LENGTH]
        elif key == "errors" and isinstance(value, dict):
            value = {stage: names[0][:_LENGTH] for stage, names in value.items()}
        shorter[key] = first_words(value)
    return shorter


def same(golden, record, name, tolerance):
    """Tells whether a record is the golden one but for the last digits of its floats."""

    def walk(path, one, other):
        if isinstance(one, dict) and isinstance(other, dict):
            return set(one) == set(other) and all(
                walk("%s/%s" % (path, k), one[k], other[k]) for k in one
            )
        if isinstance(one, list) and isinstance(other, list):
            return len(one) == len(other) and all(
                walk("%s/%d" % (path, i), *pair) for i, pair in enumerate(zip(one, other))
            )
        return one == other or _close(one, other, path, tolerance)

    return walk(name, golden, record)


class _Walk(object):
    def __init__(self, name, tolerance):
        self.found = []
        self._name = name
        self._tolerance = tolerance

    def values(self, path, golden, live):
        if isinstance(golden, dict) and isinstance(live, dict):
            self._dicts(path, golden, live)
        elif isinstance(golden, list) and isinstance(live, list) and len(golden) == len(live):
            for index, (one, other) in enumerate(zip(golden, live)):
                self.values("%s/%d" % (path, index), one, other)
        elif not self._agree(path, golden, live):
            self.found.append((path, golden, live))

    def _dicts(self, path, golden, live):
        for key in sorted(set(golden) | set(live)):
            below = "%s/%s" % (path, key)
            if key in golden and key in live:
                self.values(below, golden[key], live[key])
            else:
                self.found.append((below, golden.get(key, "absent"), live.get(key, "absent")))

    def _agree(self, path, golden, live):
        key = path.rsplit("/", 1)[-1]
        if key in ("raised", "error") and isinstance(live, list):
            return agree(golden, live)
        if isinstance(golden, str) and isinstance(live, str):
            return golden == live or _typed_agree(_TYPED.match(golden), _TYPED.match(live))
        return golden == live or _close(golden, live, "%s/%s" % (self._name, path), self._tolerance)


def _close(one, other, path, tolerance):
    numbers = all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in (one, other))
    if not numbers or not (isinstance(one, float) or isinstance(other, float)):
        return False
    if math.isnan(one) and math.isnan(other):
        return True
    relative, absolute = next(t for pattern, t in tolerance if fnmatchcase(path, pattern))
    return math.isclose(one, other, rel_tol=relative, abs_tol=absolute)


def _typed_agree(golden, live):
    """TF2 infers some static shapes that 1.15 did not: agreement, while the reverse is not."""
    if not golden or not live or golden.group(1, 2) != live.group(1, 2):
        return False
    if golden.group(3) == "?":
        return True
    ours = live.group(3).strip("[]").split(",")
    theirs = golden.group(3).strip("[]").split(",")
    return len(ours) == len(theirs) and all(g in (o, "-1") for g, o in zip(theirs, ours))
