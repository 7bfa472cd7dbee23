# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tensorboard.plugins.projector import (
    projector_config_pb2 as projector_config_pb2,
)
from tf_spec_compat.extras.projector import EmbeddingInfo as EmbeddingInfo
from tf_spec_compat.extras.projector import ProjectorConfig as ProjectorConfig
from tf_spec_compat.extras.projector import SpriteMetadata as SpriteMetadata
from tf_spec_compat.extras.projector import visualize_embeddings as visualize_embeddings

__all__ = [
    "EmbeddingInfo",
    "ProjectorConfig",
    "SpriteMetadata",
    "projector_config_pb2",
    "visualize_embeddings",
]
