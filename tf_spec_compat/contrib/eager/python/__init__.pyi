# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.eager.python import tfe as tfe

__all__ = []
