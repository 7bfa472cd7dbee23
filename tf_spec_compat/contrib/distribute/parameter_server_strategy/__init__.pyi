# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.distribute import ParameterServerStrategy as ParameterServerStrategy

__all__ = ["CoreParameterServerStrategy", "ParameterServerStrategy"]

class CoreParameterServerStrategy(Any): ...
