# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.cluster_resolver.cluster_resolver import *
