# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.distribute import (
    CollectiveAllReduceStrategy as CollectiveAllReduceStrategy,
)

__all__ = ["CollectiveAllReduceStrategy"]
