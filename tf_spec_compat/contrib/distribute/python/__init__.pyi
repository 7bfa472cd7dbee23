# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distribute.python import (
    collective_all_reduce_strategy as collective_all_reduce_strategy,
)
from tf_spec_compat.contrib.distribute.python import mirrored_strategy as mirrored_strategy
from tf_spec_compat.contrib.distribute.python import one_device_strategy as one_device_strategy
from tf_spec_compat.contrib.distribute.python import (
    parameter_server_strategy as parameter_server_strategy,
)
from tf_spec_compat.contrib.distribute.python import tpu_strategy as tpu_strategy

__all__ = []
