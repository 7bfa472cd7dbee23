"""`tensorflow.contrib.tensorboard.plugins.projector`: which embeddings TensorBoard shows."""

from __future__ import annotations

import os
from typing import Any

from google.protobuf import text_format

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.messages import make_messages

__all__ = ["EmbeddingInfo", "ProjectorConfig", "SpriteMetadata", "visualize_embeddings"]

_MESSAGES = {
    "SpriteMetadata": """
        string image_path = 1
        repeated uint32 single_image_dim = 2
    """,
    "EmbeddingInfo": """
        string tensor_name = 1
        string metadata_path = 2
        string bookmarks_path = 3
        repeated uint32 tensor_shape = 4
        SpriteMetadata sprite = 5
        string tensor_path = 6
    """,
    "ProjectorConfig": """
        string model_checkpoint_path = 1
        repeated EmbeddingInfo embeddings = 2
        string model_checkpoint_dir = 3
    """,
}

_CLASSES = make_messages(
    "tensorflow/contrib/tensorboard/plugins/projector/projector_config.proto",
    "tensorflow",
    _MESSAGES,
)
EmbeddingInfo = _CLASSES["EmbeddingInfo"]
ProjectorConfig = _CLASSES["ProjectorConfig"]
SpriteMetadata = _CLASSES["SpriteMetadata"]


def visualize_embeddings(summary_writer: Any, config: Any) -> None:
    """Writes the projector's configuration into the folder of a summary writer.

    Args:
      summary_writer: A `tf.compat.v1.summary.FileWriter`.
      config: A `ProjectorConfig`, the package tensorboard's own included.

    Raises:
      AttributeError: One of them is not of that kind. (contrib too.)
    """
    if not hasattr(summary_writer, "get_logdir"):
        raise AttributeError(
            f"summary_writer must be a FileWriter with get_logdir, got {summary_writer!r}; for a "
            "folder use tf.compat.v1.summary.FileWriter(folder)."
        )
    if not hasattr(config, "DESCRIPTOR"):
        raise AttributeError(f"config must be a ProjectorConfig, got {config!r}.")
    path = os.path.join(os.fsdecode(summary_writer.get_logdir()), "projector_config.pbtxt")
    with tf.io.gfile.GFile(path, "w") as file:
        file.write(text_format.MessageToString(config))
