# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.proto import decode_proto_op as decode_proto_op
from tf_spec_compat.contrib.proto import encode_proto_op as encode_proto_op
from tf_spec_compat.contrib.proto import python as python

__all__ = ["decode_proto", "encode_proto"]

decode_proto: Any
encode_proto: Any
