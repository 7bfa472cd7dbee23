# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.framework.checkpoint_reader import (
    init_from_checkpoint as init_from_checkpoint,
)
from tf_spec_compat.extras.framework.checkpoint_reader import list_variables as list_variables
from tf_spec_compat.extras.framework.checkpoint_reader import load_checkpoint as load_checkpoint
from tf_spec_compat.extras.framework.checkpoint_reader import load_variable as load_variable

__all__ = ["init_from_checkpoint", "list_variables", "load_checkpoint", "load_variable"]
