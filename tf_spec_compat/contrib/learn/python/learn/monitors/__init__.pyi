# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.monitors import *
from tf_spec_compat.contrib.learn.monitors import _as_graph_element as _as_graph_element
from tf_spec_compat.contrib.learn.monitors import _extract_output as _extract_output
