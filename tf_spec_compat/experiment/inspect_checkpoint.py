"""Prints what is in a checkpoint (`...learn.utils.inspect_checkpoint`).

python -m tf_spec_compat.experiment.inspect_checkpoint --file_name=MODEL_DIR
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["FLAGS", "main", "print_tensors_in_checkpoint_file"]

FLAGS: Any = None


def print_tensors_in_checkpoint_file(file_name: str, tensor_name: str | None) -> None:
    """Prints one tensor, or the name and shape of each.

    Behaviour: TF 1.15.5.

    What is not there is printed too, rather than raised, as in contrib.

    Args:
      file_name: A checkpoint, or the folder of checkpoints, of which it takes the latest.
      tensor_name: The name of a variable; empty for all of them.

    Example:
      >>> weights = tf.get_variable("weights", [2], initializer=tf.ones_initializer())
      >>> with tf.Session() as session:
      ...     session.run(weights.initializer)
      ...     path = tf.train.Saver().save(session, "model.ckpt")
      >>> print_tensors_in_checkpoint_file(path, "weights")
      tensor_name:  weights
      [1. 1.]
    """
    try:
        if tensor_name:
            _say(f"tensor_name:  {tensor_name}\n{tf.train.load_variable(file_name, tensor_name)}")
            return
        for name, shape in tf.train.list_variables(file_name):
            _say(f"{name}\t{shape}")
    except (tf.errors.OpError, ValueError) as error:
        _say(str(error))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(unused_argv: Any) -> None:
    """Does what `FLAGS` say; exits with status 1 if they name no file."""
    if not FLAGS.file_name:
        _say(
            "Usage: inspect_checkpoint --file_name=<checkpoint_file_name or directory> "
            "[--tensor_name=tensor_to_print]"
        )
        sys.exit(1)
    print_tensors_in_checkpoint_file(FLAGS.file_name, FLAGS.tensor_name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--file_name", default="", help="a checkpoint, or a folder of them")
    parser.add_argument("--tensor_name", default="", help="the tensor to print")
    FLAGS, unparsed = parser.parse_known_args()
    main([sys.argv[0], *unparsed])
