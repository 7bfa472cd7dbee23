"""What is left of TensorFlow 1 in a code base, and rewriting it; TensorFlow is not imported."""

from __future__ import annotations

__all__: list[str] = []
