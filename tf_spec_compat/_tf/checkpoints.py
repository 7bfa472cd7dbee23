"""Reading checkpoints, with errors that tell damage apart.

TensorFlow 2's reader says `IndexError` or a bare `OpError` where that of TF 1.15 raised
`OutOfRangeError`, `DataLossError` or `NotFoundError`. Restoring still does, and is asked.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["check_shapes", "list_variables", "load_checkpoint", "load_variable", "reading"]


def load_checkpoint(path: str) -> Any:
    """Returns a `tf.train.CheckpointReader`; see `list_variables`."""
    with reading(path):
        return tf1.train.load_checkpoint(path)


def load_variable(path: str, name: str) -> Any:
    """Returns the value of a variable in a checkpoint, an array; see `list_variables`."""
    with reading(path, name):
        return tf1.train.load_variable(path, name)


def list_variables(path: str) -> list[tuple[str, list[int]]]:
    """Returns name and shape of each variable in a checkpoint, by name.

    Args:
      path: The checkpoint's prefix, or a folder, for its latest checkpoint.

    Raises:
      ValueError: The folder has no checkpoint.
      tf.errors.OpError: As `reading` raises it.
    """
    with reading(path):
        return tf1.train.list_variables(path)


def check_shapes(prefix: str) -> None:
    """Checks that the default graph's variables have the shapes that a checkpoint has.

    Restoring assigns a resource variable a value of any shape, in silence; TF 1.15's variables, if
    not of that kind, refused. What cannot be read is left to restoring, which says why.

    Args:
      prefix: The checkpoint.

    Raises:
      tf.errors.InvalidArgumentError: A variable has another shape.
    """
    saved: dict[str, list[int]] = {}
    with contextlib.suppress(tf.errors.OpError, IndexError, TypeError, ValueError):
        saved = tf1.train.load_checkpoint(prefix).get_variable_to_shape_map()
    for variable in tf1.global_variables():
        name = variable.op.name
        if name in saved and not variable.shape.is_compatible_with(saved[name]):
            raise tf.errors.InvalidArgumentError(
                None,
                None,
                "Restoring from checkpoint failed. This is most likely due to a mismatch between "
                f"the current graph and the graph from the checkpoint: {name} is {variable.shape} "
                f"in the graph and {tuple(saved[name])} in {prefix}. Build the model as it was, or "
                "take another model_dir.",
            )


@contextlib.contextmanager
def reading(path: str, name: str | None = None) -> Iterator[None]:
    """Gives errors of TensorFlow's reader the types that they had in TF 1.15.

    Args:
      path: The checkpoint's prefix, or a folder, for its latest checkpoint.
      name: The variable that is read, if it is a single one.

    Raises:
      tf.errors.DataLossError: A file of the checkpoint is damaged.
      tf.errors.NotFoundError: One is missing, or there is no variable of that name.
      tf.errors.OutOfRangeError: One ends too early.
      tf.errors.OpError: Anything else that restoring the variable raises.
    """
    try:
        yield
    except (tf.errors.OpError, IndexError) as error:
        prefix = tf1.train.latest_checkpoint(path) if tf.io.gfile.isdir(path) else path
        found = _error_of_restoring(prefix, name or "")
        if found is None or isinstance(error, type(found)):
            raise
        raise type(found)(
            None,
            None,
            f"{error} The checkpoint {prefix} cannot be read; put back its files, or name an "
            "earlier one in the file checkpoint beside it.",
        ) from error


def _error_of_restoring(prefix: str, name: str) -> Any:
    dtype = tf.float32
    with contextlib.suppress(tf.errors.OpError, IndexError):
        dtype = tf1.train.load_checkpoint(prefix).get_variable_to_dtype_map().get(name, dtype)
    with tf1.Graph().as_default(), tf1.Session() as session:
        value = tf.raw_ops.RestoreV2(
            prefix=prefix, tensor_names=[name], shape_and_slices=[""], dtypes=[dtype]
        )
        try:
            session.run(value)
        except tf.errors.OpError as error:
            return error
    return None
