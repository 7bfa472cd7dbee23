# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.run_config import *
from tf_spec_compat.contrib.learn.estimators.run_config import (
    _DEFAULT_UID_WHITE_LIST as _DEFAULT_UID_WHITE_LIST,
)
