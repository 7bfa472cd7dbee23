# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "add_histogram_summaries",
    "add_histogram_summary",
    "add_image_summaries",
    "add_image_summary",
    "add_scalar_summaries",
    "add_scalar_summary",
    "add_zero_fraction_summaries",
    "add_zero_fraction_summary",
]

add_histogram_summaries: Any
add_histogram_summary: Any
add_image_summaries: Any
add_image_summary: Any
add_scalar_summaries: Any
add_scalar_summary: Any
add_zero_fraction_summaries: Any
add_zero_fraction_summary: Any

def __getattr__(name: str) -> Any: ...
