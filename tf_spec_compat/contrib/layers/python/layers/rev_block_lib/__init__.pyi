# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.rev_block_lib import *
from tf_spec_compat.contrib.layers.rev_block_lib import __getattr__ as __getattr__
