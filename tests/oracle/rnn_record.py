"""Writes what TF 1.15.5 does in the cases of RNN estimators to `golden/rnn.json`, one a line.

Like `record`, this needs TF 1.15.5: `python3.7 -m tests.oracle.rnn_record [case ...]`.
"""

import os
import sys

from . import life_cycle_record as recorder
from .rnn_cases import CASES


def first_classes(value):
    """Leaves of each error what was raised, in the stages of a model function too."""
    if isinstance(value, dict) and isinstance(value.get("errors"), dict):
        errors = {stage: names[0] for stage, names in value["errors"].items()}
        value = dict(value, errors=errors)
    return shorter(value)


shorter = recorder.first_classes

if __name__ == "__main__":
    recorder.first_classes = first_classes
    recorder.CASES = CASES
    recorder.GOLDEN = os.path.join(os.path.dirname(recorder.GOLDEN), "rnn.json")
    recorder.main(sys.argv[1:])
