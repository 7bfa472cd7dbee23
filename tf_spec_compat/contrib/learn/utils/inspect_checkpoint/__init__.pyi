# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.experiment.inspect_checkpoint import FLAGS as FLAGS
from tf_spec_compat.experiment.inspect_checkpoint import main as main
from tf_spec_compat.experiment.inspect_checkpoint import (
    print_tensors_in_checkpoint_file as print_tensors_in_checkpoint_file,
)

__all__ = ["FLAGS", "main", "print_tensors_in_checkpoint_file"]
