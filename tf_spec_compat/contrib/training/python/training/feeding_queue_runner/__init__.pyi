# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.training.feeding_queue_runner import *
