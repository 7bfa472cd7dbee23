# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.projector import EmbeddingInfo as EmbeddingInfo
from tf_spec_compat.extras.projector import ProjectorConfig as ProjectorConfig
from tf_spec_compat.extras.projector import SpriteMetadata as SpriteMetadata

__all__ = ["EmbeddingInfo", "ProjectorConfig", "SpriteMetadata"]
