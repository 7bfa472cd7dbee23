"""`...plugins.projector.projector_config_pb2`: what TensorBoard's projector shows."""

from __future__ import annotations

from tf_spec_compat._tf.messages import make_messages

__all__ = ["EmbeddingInfo", "ProjectorConfig", "SpriteMetadata"]

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
