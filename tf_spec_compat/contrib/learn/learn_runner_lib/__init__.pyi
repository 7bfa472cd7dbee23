# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.experiment.learn_runner import run as run
from tf_spec_compat.experiment.learn_runner import tune as tune

__all__ = ["run", "tune"]
