# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.framework.script_ops import py_func as py_func

__all__ = ["py_func"]
