"""TensorFlow's nests, under the names of TF 1.15."""

from __future__ import annotations

from typing import Any

from tensorflow.python.util import nest

__all__: list[str] = []

# Breakpoint: 2.13 dropped the old names of these two.
_RENAMED = {"is_sequence": "is_nested", "is_sequence_or_composite": "is_nested_or_composite"}


def __getattr__(name: str) -> Any:
    return getattr(nest, name if hasattr(nest, name) else _RENAMED.get(name, name))
