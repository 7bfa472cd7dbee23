# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.encoders import bow_encoder as bow_encoder
from tf_spec_compat.columns.encoders import embed_sequence as embed_sequence

__all__ = ["bow_encoder", "embed_sequence"]
