# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.hook.handle import Handle as Handle
from tf_spec_compat.hook.handle import install as install
from tf_spec_compat.hook.handle import load_ipython_extension as load_ipython_extension
from tf_spec_compat.hook.handle import unload_ipython_extension as unload_ipython_extension

__all__ = ["Handle", "install", "load_ipython_extension", "unload_ipython_extension"]
