# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tensorboard.plugins import projector as projector

__all__ = ["projector"]
