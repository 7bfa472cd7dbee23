"""`tensorflow.contrib.testing`: what event files hold, and a summary writer without files."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from tf_spec_compat._tf import private, tf1

__all__ = [
    "FakeSummaryWriter",
    "assert_summary",
    "latest_event_file",
    "latest_events",
    "latest_summaries",
    "simple_values_from_events",
    "to_summary_proto",
]

# ruff: noqa: PT009 - the test case is the caller's


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


class FakeSummaryWriter:
    """Keeps what it is told to write. Between `install` and `uninstall`, TensorFlow uses it."""

    _replaced_summary_writer: Any = None

    @classmethod
    def install(cls) -> None:
        """Puts this class where TensorFlow's `FileWriterCache` makes its private.

        Raises:
          ValueError: It is there already.
        """
        if cls._replaced_summary_writer:
            raise ValueError("FakeSummaryWriter already installed. Call uninstall() first.")
        cls._replaced_summary_writer = private.writer.FileWriter
        private.writer.FileWriter = cls
        private.writer_cache.FileWriter = cls

    @classmethod
    def uninstall(cls) -> None:
        """Puts TensorFlow's own writer back; the cache forgets writers of this class.

        Raises:
          ValueError: It was not installed.
        """
        if not cls._replaced_summary_writer:
            raise ValueError("FakeSummaryWriter not installed. Call install() first.")
        private.writer.FileWriter = cls._replaced_summary_writer
        private.writer_cache.FileWriter = cls._replaced_summary_writer
        cls._replaced_summary_writer = None
        cache = private.writer_cache.FileWriterCache._cache
        for logdir in [key for key, writer in cache.items() if isinstance(writer, cls)]:
            del cache[logdir]

    def __init__(self, logdir: str, graph: Any = None) -> None:
        """Makes a writer of nothing; `logdir` is only remembered."""
        self._logdir = logdir
        self._graph = graph
        self._summaries: dict[Any, list[Any]] = {}
        self._added_graphs: list[Any] = []
        self._added_meta_graphs: list[Any] = []
        self._added_session_logs: list[Any] = []
        self._added_run_metadata: dict[str, Any] = {}

    @property
    def summaries(self) -> dict[Any, list[Any]]:
        """The step -> the summaries of that step."""
        return self._summaries

    def assert_summaries(
        self,
        test_case: Any,
        expected_logdir: str | None = None,
        expected_graph: Any = None,
        expected_summaries: Mapping[int, Mapping[str, float]] | None = None,
        expected_added_graphs: Any = None,
        expected_added_meta_graphs: Any = None,
        expected_session_logs: Any = None,
    ) -> None:
        """Checks what was written; what is None is not checked.

        Args:
          test_case: A `unittest.TestCase`, which makes the comparisons.
          expected_logdir: What the constructor was given.
          expected_graph: What the constructor was given.
          expected_summaries: Some of the steps -> the tags and values of each.
          expected_added_graphs: All graphs that were added.
          expected_added_meta_graphs: All meta graphs that were added.
          expected_session_logs: All session logs that were added.
        """
        if expected_logdir is not None:
            test_case.assertEqual(expected_logdir, self._logdir)
        if expected_graph is not None:
            test_case.assertTrue(expected_graph is self._graph)
        for step, expected in (expected_summaries or {}).items():
            test_case.assertTrue(
                step in self._summaries, f"Missing step {step} from {list(self._summaries)}."
            )
            actual = {
                value.tag: value.simple_value
                for summary in self._summaries[step]
                for value in summary.value
            }
            test_case.assertEqual(dict(expected), actual)
        if expected_added_graphs is not None:
            test_case.assertEqual(expected_added_graphs, self._added_graphs)
        if expected_added_meta_graphs is not None:
            test_case.assertEqual(expected_added_meta_graphs, self._added_meta_graphs)
        if expected_session_logs is not None:
            test_case.assertEqual(expected_session_logs, self._added_session_logs)

    def add_summary(self, summ: Any, current_global_step: Any) -> None:
        """Keeps a `Summary`, or the serialized form of one."""
        if isinstance(summ, bytes):
            summ = tf1.Summary.FromString(summ)
        self._summaries.setdefault(current_global_step, []).append(summ)

    def add_graph(self, graph: Any, global_step: Any = None, graph_def: Any = None) -> None:
        """Keeps a graph; raises `ValueError` for a `graph_def`."""
        if graph_def is not None:
            raise ValueError(f"Unexpected graph_def {graph_def}. Give graph.")
        self._added_graphs.append(graph)

    def add_meta_graph(self, meta_graph_def: Any, global_step: Any = None) -> None:
        """Keeps a `MetaGraphDef`."""
        self._added_meta_graphs.append(meta_graph_def)

    def add_session_log(self, session_log: Any, global_step: Any = None) -> None:
        """Keeps a `SessionLog`."""
        self._added_session_logs.append(session_log)

    def add_run_metadata(self, run_metadata: Any, tag: str, global_step: Any = None) -> None:
        """Keeps a `RunMetadata` under its tag."""
        self._added_run_metadata[tag] = run_metadata

    def flush(self) -> None:
        """Does nothing: there is no file."""

    def reopen(self) -> None:
        """Does nothing: there is no file."""

    def close(self) -> None:
        """Does nothing: there is no file."""
