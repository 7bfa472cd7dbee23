"""The sessions of an Estimator, without the work that each `run` of theirs does anew.

A monitored session merges what its caller and its hooks fetch, and gives that to `Session.run`
with empty options and room for metadata. At each step `run` then looks through the fetches, finds
their tensors, turns the options into bytes and gets the metadata, which are empty, from bytes. As
the fetches are the same but for a few steps (of summaries, of the log), a session can keep what it
has made of them: that is what `Session.make_callable` is for.

`CachedRunsHook` lets the session that it is told of do so. Nothing else of TensorFlow changes, and
hooks, errors and results are what they are without it.
"""

from __future__ import annotations

import collections
import os
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["VARIABLE", "CachedRunsHook", "cached_runs_hooks"]

VARIABLE = "TF_SPEC_COMPAT_CACHED_RUNS"

_OFF = "0"
_MOST = 16  # Structures that a session keeps; training has two or three.
_DICTS = (dict, collections.OrderedDict)
_LEAVES = (tf.Tensor, tf.Operation, tf.Variable, tf.SparseTensor, str)
_NO_OPTIONS, _NO_METADATA = tf1.RunOptions(), tf1.RunMetadata()


def cached_runs_hooks() -> list[CachedRunsHook]:
    """Returns the hook for a session to come, or none if the environment says so.

    Raises:
      ValueError: If the variable says something else than `0` or `1`.
    """
    given = os.environ.get(VARIABLE) or "1"
    if given not in ("1", _OFF):
        raise ValueError(f"The environment variable {VARIABLE} is {given!r}; set it to 0 or 1.")
    return [] if given == _OFF else [CachedRunsHook()]


class CachedRunsHook(tf1.train.SessionRunHook):
    """Lets the session of a `MonitoredSession` keep what it makes of fetches.

    A session of another class, one whose `run` somebody has replaced, and one whose configuration
    asks for metadata of each run stay as they are. Put it before other hooks: those that keep the
    session's `run` when it is created then keep the faster one.
    """

    def after_create_session(self, session: Any, coord: Any) -> None:
        """Is called anew for a session that takes the place of one that has failed."""
        if (
            type(session) is tf1.Session
            and "run" not in vars(session)
            and _is_original(tf1.Session.run)
            and not _wants_metadata(session)
        ):
            session.__class__ = _CachingSession
            session.begin_caching()


class _CachingSession(tf1.Session):
    """A session that keeps the callables of what it fetches, until it is closed."""

    def begin_caching(self) -> None:
        # By their structure, each with the fetches: ids in the structure are those of its leaves.
        self._callables: dict[tuple[Any, ...], tuple[Callable[[], Any], Any]] | None = {}
        self._original_run = tf1.Session.run

    def run(
        self, fetches: Any, feed_dict: Any = None, options: Any = None, run_metadata: Any = None
    ) -> Any:
        """Does what `tf.compat.v1.Session.run` does."""
        callables = self._callables
        if (
            callables is None
            or feed_dict
            or (options is not None and options != _NO_OPTIONS)
            or (run_metadata is not None and run_metadata != _NO_METADATA)
            or tf1.Session.run is not self._original_run  # A profiler's, for a while.
        ):
            return super().run(fetches, feed_dict, options, run_metadata)
        structure: list[Any] = []
        _describe(fetches, structure)
        key = tuple(structure)
        found = callables.get(key)
        if found is None:
            leaves: list[Any] = []
            copied = _copy(fetches, leaves)
            if not leaves or not all(isinstance(leaf, _LEAVES) for leaf in leaves):
                return super().run(fetches, feed_dict, options, run_metadata)
            if len(callables) >= _MOST:
                callables.clear()
            found = callables[key] = self.make_callable(copied), copied
        return self._do_call(found[0])  # It says of errors what `run` says.

    def close(self) -> None:
        self._callables = None  # They hold this session.
        super().close()


def _describe(fetches: Any, structure: list[Any]) -> None:
    """Appends what tells a structure of fetches from all others, as long as its leaves live."""
    if isinstance(fetches, dict):
        structure += (type(fetches), len(fetches))
        for name, value in fetches.items():
            structure.append(name)
            _describe(value, structure)
    elif isinstance(fetches, (list, tuple)):
        structure += (type(fetches), len(fetches))
        for value in fetches:
            _describe(value, structure)
    else:
        structure.append(fetches if type(fetches) is str else id(fetches))


def _copy(fetches: Any, leaves: list[Any]) -> Any:
    """Returns fetches that nobody else can change, and appends what is in them to `leaves`."""
    kind = type(fetches)
    if kind in _DICTS:
        return kind((name, _copy(value, leaves)) for name, value in fetches.items())
    if kind is list or kind is tuple:
        return kind(_copy(value, leaves) for value in fetches)
    if issubclass(kind, tuple) and hasattr(kind, "_make"):
        return kind._make(_copy(value, leaves) for value in fetches)
    leaves.append(fetches)
    return fetches


def _is_original(run: Any) -> bool:
    """Whether a function is of TensorFlow's module, not one that wraps it."""
    return getattr(run, "__globals__", {}).get("__name__") == tf1.Session.__module__


def _wants_metadata(session: Any) -> bool:
    """Whether runs without options have metadata."""
    config = session._config
    return bool(
        config.graph_options.build_cost_model or config.experimental.HasField("session_metadata")
    )
