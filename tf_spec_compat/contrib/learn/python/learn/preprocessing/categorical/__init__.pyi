# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.preprocessing.categorical import *
from tf_spec_compat.contrib.learn.preprocessing.categorical import deprecated as deprecated

__all__ = ["CategoricalProcessor", "categorical_vocabulary", "setup_processor_data_feeder"]
