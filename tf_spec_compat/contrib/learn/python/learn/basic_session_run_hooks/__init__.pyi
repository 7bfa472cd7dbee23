# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.basic_session_run_hooks import *
