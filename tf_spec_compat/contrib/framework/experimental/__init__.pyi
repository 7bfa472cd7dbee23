# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.framework.experimental import experimental as experimental

__all__ = ["experimental"]
