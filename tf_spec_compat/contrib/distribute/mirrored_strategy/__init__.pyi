# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import all_local_devices as all_local_devices
from tf_spec_compat.extras.distribute import MirroredStrategy as MirroredStrategy

__all__ = ["CoreMirroredStrategy", "MirroredStrategy", "all_local_devices"]

class CoreMirroredStrategy(Any): ...
