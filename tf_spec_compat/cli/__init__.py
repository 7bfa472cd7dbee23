"""The command line: one file a command."""

from __future__ import annotations

__all__: list[str] = []
