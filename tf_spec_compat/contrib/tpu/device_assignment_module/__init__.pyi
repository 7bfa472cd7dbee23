# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import DeviceAssignment as DeviceAssignment
from tf_spec_compat._tf.private import device_assignment as device_assignment

__all__ = ["DeviceAssignment", "device_assignment"]
