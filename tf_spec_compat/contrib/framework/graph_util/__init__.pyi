# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.framework.graph_util import fuse_op as fuse_op
from tf_spec_compat.extras.framework.graph_util import get_placeholders as get_placeholders

__all__ = ["fuse_op", "get_placeholders"]
