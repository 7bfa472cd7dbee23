"""`tensorflow.contrib.framework.python.framework.checkpoint_utils`: reading checkpoints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import checkpoints, tf, tf1

__all__ = ["init_from_checkpoint", "list_variables", "load_checkpoint", "load_variable"]


def load_checkpoint(filepattern: str) -> Any:
    """Returns a `tf.train.CheckpointReader`.

    Args:
      filepattern: A checkpoint's prefix, or a directory, for its latest checkpoint.

    Raises:
      ValueError: The directory has no checkpoint.
      tf.errors.NotFoundError: There is no checkpoint of that prefix.
    """
    if tf.io.gfile.isdir(filepattern):
        latest = tf.train.latest_checkpoint(filepattern)
        if latest is None:
            raise ValueError(
                f"Couldn't find 'checkpoint' file or checkpoints in given directory {filepattern}"
            )
        filepattern = latest
    elif not tf1.train.checkpoint_exists(filepattern):
        raise tf.errors.NotFoundError(
            None, None, f"Failed to find any matching files for {filepattern}"
        )
    return checkpoints.load_checkpoint(filepattern)


def load_variable(checkpoint_dir: str, name: str) -> Any:
    """Returns the value of a variable in a checkpoint, an array.

    Args:
      checkpoint_dir: As for `load_checkpoint`.
      name: The variable's name, with or without `:0`.

    Raises:
      tf.errors.NotFoundError: The checkpoint has no such variable. What `load_checkpoint` raises.
    """
    name = name[:-2] if name.endswith(":0") else name
    reader = load_checkpoint(checkpoint_dir)
    if not reader.has_tensor(name):
        # TF <= 2.12's reader and later ones disagree about the type of this error.
        raise tf.errors.NotFoundError(
            None, None, f"Key {name} not found in checkpoint {checkpoint_dir}"
        )
    with checkpoints.reading(checkpoint_dir, name):
        return reader.get_tensor(name)


def list_variables(checkpoint_dir: str) -> list[tuple[str, list[int]]]:
    """Returns name and shape of each variable in a checkpoint, by name.

    Raises what `load_checkpoint` raises.
    """
    return sorted(load_checkpoint(checkpoint_dir).get_variable_to_shape_map().items())


def init_from_checkpoint(checkpoint_dir: str, assignment_map: Mapping[str, Any]) -> None:
    """Makes the initializers of variables restore them from a checkpoint.

    Args:
      checkpoint_dir: As for `load_checkpoint`.
      assignment_map: What to read -> what to set: a name -> a variable, its name or the list of
        its parts, or `scope/` -> `other_scope/`. It is left as it is.

    Raises:
      ValueError: The checkpoint lacks a variable or has it in another shape, a scope has no slash.
    """
    tf1.train.init_from_checkpoint(checkpoint_dir, dict(assignment_map))
