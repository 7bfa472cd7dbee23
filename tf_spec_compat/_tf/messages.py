"""Protocol buffer messages that only `tf.contrib` defined, made from a table of their fields.

They live in a pool of their own: the process's default pool stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

__all__ = ["make_messages"]

_Field = descriptor_pb2.FieldDescriptorProto
_SCALARS = {
    "bool": _Field.TYPE_BOOL,
    "bytes": _Field.TYPE_BYTES,
    "float": _Field.TYPE_FLOAT,
    "int64": _Field.TYPE_INT64,
    "string": _Field.TYPE_STRING,
    "uint32": _Field.TYPE_UINT32,
}


def make_messages(file: str, package: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """Returns a class for each top-level message.

    Args:
      file: The name of the `.proto` file, for messages that say where they come from.
      package: The package that the messages are in.
      fields: Message, `Outer.Inner` for a nested one after its outer one, to its fields, one a
        line as a `.proto` file writes them, without semicolons: `repeated int64 value = 1`.
        `map<string, T> name = 1` is a map; a `oneof NAME` prefix puts a field into that group.
    """
    proto = descriptor_pb2.FileDescriptorProto(name=file, package=package, syntax="proto3")
    messages: dict[str, Any] = {}
    for name, text in fields.items():
        outer, _, short = name.rpartition(".")
        siblings = messages[outer].nested_type if outer else proto.message_type
        message = messages[name] = siblings.add(name=short)
        for line in filter(None, map(str.strip, text.splitlines())):
            _add_field(message, f".{package}.{name}", package, line)
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(proto.SerializeToString())
    # Breakpoint: protobuf 4.22 added GetMessageClass, and 5 removed GetPrototype.
    if hasattr(message_factory, "GetMessageClass"):
        make = message_factory.GetMessageClass
    else:
        make = message_factory.MessageFactory(pool).GetPrototype
    return {
        name: make(pool.FindMessageTypeByName(f"{package}.{name}"))
        for name in fields
        if "." not in name
    }


def _add_field(message: Any, path: str, package: str, line: str) -> None:
    declared, _, number = line.rpartition(" = ")
    *words, kind, name = declared.replace(", ", ",").split()
    field = message.field.add(name=name, number=int(number))
    field.label = _Field.LABEL_REPEATED if "repeated" in words else _Field.LABEL_OPTIONAL
    if words[:1] == ["oneof"]:
        groups = [group.name for group in message.oneof_decl]
        if words[1] not in groups:
            message.oneof_decl.add(name=words[1])
            groups.append(words[1])
        field.oneof_index = groups.index(words[1])
    if kind.startswith("map<"):
        entry = message.nested_type.add(name=f"{name.title().replace('_', '')}Entry")
        entry.options.map_entry = True
        for index, part in enumerate(kind[4:-1].split(","), start=1):
            part_field = entry.field.add(name=("key", "value")[index - 1], number=index)
            part_field.label = _Field.LABEL_OPTIONAL
            _set_type(part_field, package, part)
        field.label, field.type = _Field.LABEL_REPEATED, _Field.TYPE_MESSAGE
        field.type_name = f"{path}.{entry.name}"
    else:
        _set_type(field, package, kind)


def _set_type(field: Any, package: str, kind: str) -> None:
    if kind in _SCALARS:
        field.type = _SCALARS[kind]
    else:
        field.type, field.type_name = _Field.TYPE_MESSAGE, f".{package}.{kind}"
