"""`tensorflow.contrib.training.python.training.hparam_pb2`: the message of `HParams.to_proto`."""

from __future__ import annotations

from tf_spec_compat._tf.messages import make_messages

__all__ = ["HParamDef"]

_MESSAGES = {
    "HParamDef": "map<string, HParamDef.HParamType> hparam = 1",
    "HParamDef.BytesList": "repeated bytes value = 1",
    "HParamDef.FloatList": "repeated float value = 1",
    "HParamDef.Int64List": "repeated int64 value = 1",
    "HParamDef.BoolList": "repeated bool value = 1",
    "HParamDef.HParamType": """
        oneof kind int64 int64_value = 1
        oneof kind float float_value = 2
        oneof kind bytes bytes_value = 3
        oneof kind bool bool_value = 7
        oneof kind HParamDef.Int64List int64_list = 4
        oneof kind HParamDef.FloatList float_list = 5
        oneof kind HParamDef.BytesList bytes_list = 6
        oneof kind HParamDef.BoolList bool_list = 8
    """,
}

HParamDef = make_messages(
    "tensorflow/contrib/training/python/training/hparam.proto", "tensorflow", _MESSAGES
)["HParamDef"]
