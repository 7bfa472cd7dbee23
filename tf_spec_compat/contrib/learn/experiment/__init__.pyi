# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn import monitors as monitors
from tf_spec_compat.experiment.experiment import Experiment as Experiment

__all__ = ["Experiment"]
