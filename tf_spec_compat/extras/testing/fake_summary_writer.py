"""`tensorflow.contrib.testing.python.framework.fake_summary_writer`: a writer without files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import private, tf1

__all__ = ["FakeSummaryWriter"]

# ruff: noqa: PT009 - the test case is the caller's


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
