# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "summarize_activation",
    "summarize_activations",
    "summarize_biases",
    "summarize_collection",
    "summarize_tensor",
    "summarize_tensors",
    "summarize_variables",
    "summarize_weights",
]

summarize_activation: Any
summarize_activations: Any
summarize_biases: Any
summarize_collection: Any
summarize_tensor: Any
summarize_tensors: Any
summarize_variables: Any
summarize_weights: Any

def __getattr__(name: str) -> Any: ...
