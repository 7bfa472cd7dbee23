# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.resample import resample_at_rate as resample_at_rate
from tf_spec_compat.extras.training.resample import weighted_resample as weighted_resample

__all__ = ["resample_at_rate", "weighted_resample"]
