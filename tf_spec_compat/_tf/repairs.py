"""What keeps a release of TensorFlow working beside newer packages, which it sets no bounds for."""

from __future__ import annotations

import inspect
import sys
from typing import Any

__all__ = ["repair_graph_files"]


def repair_graph_files() -> None:
    """Lets TensorFlow write `graph.pbtxt`, as every training does, with protobuf 7.

    TensorFlow until 2.20 passes an argument that changes nothing, `float_format=""`, and that
    protobuf 7 has no longer. Called again it changes nothing.
    """
    graph_io: Any = sys.modules.get("tensorflow.python.framework.graph_io")
    text_format = getattr(graph_io, "text_format", None)
    if text_format is None or isinstance(text_format, _TextFormat):
        return
    if "float_format" not in inspect.signature(text_format.MessageToString).parameters:
        graph_io.text_format = _TextFormat(text_format)


class _TextFormat:
    """The module `text_format`, as the module `graph_io` calls it."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def MessageToString(self, message: Any, float_format: str = "", **options: Any) -> str:
        text: str = self._module.MessageToString(message, **options)
        return text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)
