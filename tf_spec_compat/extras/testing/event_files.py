"""`tensorflow.contrib.testing.python.framework.util_test`: what event files hold."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf1

__all__ = [
    "assert_summary",
    "latest_event_file",
    "latest_events",
    "latest_summaries",
    "simple_values_from_events",
    "to_summary_proto",
]


def assert_summary(
    expected_tags: Iterable[str], expected_simple_values: Mapping[str, float], summary_proto: Any
) -> None:
    """Checks the tags of a `Summary`, and those of its values that are given, to two decimals.

    Raises:
      ValueError: It has other tags.
      AssertionError: It has other values.
    """
    found = {value.tag for value in summary_proto.value}
    if set(expected_tags) != found:
        raise ValueError(f"Expected tags {set(expected_tags)}, got {found}.")
    for value in summary_proto.value:
        if value.tag in expected_simple_values:
            np.testing.assert_almost_equal(
                actual=value.simple_value,
                desired=expected_simple_values[value.tag],
                decimal=2,
                err_msg=value.tag,
            )


def to_summary_proto(summary_str: bytes) -> Any:
    """Returns the `Summary` of its serialized form."""
    return tf1.Summary.FromString(summary_str)


def latest_event_file(base_dir: str) -> str | None:
    """Returns the path of the newest event file in a folder; None where there is none."""
    paths = glob.glob(os.path.join(base_dir, "events*"))
    return max(paths, key=os.path.getctime) if paths else None


def latest_events(base_dir: str) -> Iterator[Any]:
    """Returns an iterator over the events of the newest event file; none where there is no file."""
    path = latest_event_file(base_dir)
    return iter(()) if path is None else tf1.train.summary_iterator(path)


def latest_summaries(base_dir: str) -> list[Any]:
    """Returns the events of the newest event file that hold summaries."""
    return [event for event in latest_events(base_dir) if event.HasField("summary")]


def simple_values_from_events(events: Iterable[Any], tags: Collection[str]) -> dict[str, float]:
    """Returns the last value of each of some tags."""
    return {
        value.tag: value.simple_value
        for event in events
        if event.HasField("summary")
        for value in event.summary.value
        if value.tag in tags
    }
