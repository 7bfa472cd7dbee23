"""`tensorflow.contrib.tensorboard`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="the package tensorboard has its plugins",
    modules={
        "": {"contrib": "plugins"},
        "plugins": {"contrib": "projector=plugins.projector"},
        "plugins.projector": {
            "extras.projector": "EmbeddingInfo ProjectorConfig SpriteMetadata visualize_embeddings",
            "contrib": "projector_config_pb2=plugins.projector.projector_config_pb2",
        },
        "plugins.projector.projector_config_pb2": {
            "extras.projector": "EmbeddingInfo ProjectorConfig SpriteMetadata",
        },
    },
)
