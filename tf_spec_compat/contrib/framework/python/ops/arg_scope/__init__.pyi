# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.framework.arg_scope_module import *
from tf_spec_compat.contrib.framework.arg_scope_module import __getattr__ as __getattr__
