"""Modules that protoc wrote before its release 3.19 (`*_pb2.py`), which protobuf 4 refuses.

Such a module makes every descriptor by itself, and has its whole file as bytes besides. The view
makes it of these bytes, with the statements that a newer protoc writes.
"""

from __future__ import annotations

import ast

__all__ = ["concerns", "rewrite"]

_BUILD = """
from google.protobuf import descriptor_pool as _descriptor_pool
from google.protobuf.internal import builder as _builder
DESCRIPTOR = _descriptor_pool.Default().AddSerializedFile(BYTES)
_builder.BuildMessageAndEnumDescriptors(DESCRIPTOR, globals())
_builder.BuildTopDescriptorsAndMessages(DESCRIPTOR, __name__, globals())
"""


def concerns(source: bytes | bytearray) -> bool:
    """Says whether a source may be such a module."""
    return b"serialized_pb" in source and b"descriptor.FileDescriptor(" in source


def rewrite(tree: ast.Module) -> None:
    """Makes the module of its bytes, if protoc before 3.19 wrote it; else leaves it alone.

    What it imports stays, and what is neither a descriptor nor a message: services, for example.
    """
    for place, node in enumerate(tree.body):
        data = _serialized(node)
        if data is not None:
            kept = [other for other in tree.body[place + 1 :] if not _is_generated(other)]
            tree.body[place:] = [*_build(data, node), *kept]
            break


def _serialized(node: ast.stmt) -> ast.expr | None:
    """The bytes in `DESCRIPTOR = _descriptor.FileDescriptor(...)`; None of other statements."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return None
    if ast.unparse(node.value.func).split(".")[-2:] != ["_descriptor", "FileDescriptor"]:
        return None
    data = next((word.value for word in node.value.keywords if word.arg == "serialized_pb"), None)
    if isinstance(data, ast.Constant) and isinstance(data.value, str):  # protoc 2's, for Python 2
        return ast.Constant(data.value.encode("latin1"))
    return data


def _build(data: ast.expr, like: ast.stmt) -> list[ast.stmt]:
    body = ast.parse(_BUILD).body
    call = body[2].value  # type: ignore[attr-defined]
    call.args = [data]
    for statement in body:
        for node in ast.walk(statement):
            ast.copy_location(node, like)
    return body


def _is_generated(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef):  # protoc 2's and 3.0's messages
        return "_message.Message" in ", ".join(map(ast.unparse, node.bases))
    is_plain = isinstance(node, (ast.Assign, ast.Expr))
    return is_plain and "service_reflection." not in ast.unparse(node)
