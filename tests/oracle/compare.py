"""Tells how a live record differs from the golden one."""

import json
import math
import os
import re

_TYPED = re.compile(r"^(sparse )?([a-z]+\d*)(\?|\[[-\d,]*\])$")
_RELATIVE, _ABSOLUTE = 1e-5, 1e-6


def load_golden(group):
    """Gives the recorded cases of a group."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
    with open(os.path.join(folder, group + ".json")) as golden:
        return json.load(golden)


def trim(record):
    """Gives the record without what says nothing; golden files hold it in this form."""
    quiet = ("errors", "collections", "specs", "touched")
    return {k: v for k, v in record.items() if v is not None and (v or k not in quiet)}


def differences(golden, live):
    """Gives `(path, golden, live)` for each disagreement; `live` is what `observe` returned."""
    found = []
    live = trim(live)
    raised, expected = live.get("errors", {}), golden.get("errors", {})
    for stage in sorted(set(raised) | set(expected)):
        if expected.get(stage) not in raised.get(stage, [None]):
            path = "errors/" + stage
            found.append((path, expected.get(stage, "no error"), raised.get(stage, "no error")))
    if any(path in ("errors/construct", "errors/create") for path, _, _ in found):
        return found  # There is nothing else to compare.
    for key in sorted((set(golden) | set(live)) - {"errors"}):
        _walk(key, golden.get(key), live.get(key), found)
    return found


def _walk(path, golden, live, found):
    if isinstance(golden, dict) and isinstance(live, dict):
        for key in sorted(set(golden) | set(live)):
            if key not in golden or key not in live:
                absent = "absent"
                found.append(
                    ("%s/%s" % (path, key), golden.get(key, absent), live.get(key, absent))
                )
            else:
                _walk("%s/%s" % (path, key), golden[key], live[key], found)
    elif isinstance(golden, list) and isinstance(live, list) and len(golden) == len(live):
        for index, (one, other) in enumerate(zip(golden, live)):
            _walk("%s/%d" % (path, index), one, other, found)
    elif not _agree(golden, live):
        found.append((path, golden, live))


def _agree(golden, live):
    if _is_number(golden) and _is_number(live):
        return math.isclose(golden, live, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
    if isinstance(golden, str) and isinstance(live, str):
        return golden == live or _typed_agree(_TYPED.match(golden), _TYPED.match(live))
    return golden == live


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _typed_agree(golden, live):
    """TF2 infers some static shapes that 1.15 did not: agreement, while the reverse is not."""
    if not golden or not live or golden.group(1, 2) != live.group(1, 2):
        return False
    if golden.group(3) == "?":
        return True
    ours = live.group(3).strip("[]").split(",")
    theirs = golden.group(3).strip("[]").split(",")
    return len(ours) == len(theirs) and all(g in (o, "-1") for g, o in zip(theirs, ours))
