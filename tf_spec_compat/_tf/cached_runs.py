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
import operator
import os
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["VARIABLE", "CachedRunsHook", "cached_runs_hooks"]

VARIABLE = "TF_SPEC_COMPAT_CACHED_RUNS"

_OFF = "0"
_MOST = 16  # Structures that a session keeps; training has two or three.
_DICTS = (dict, collections.OrderedDict)
_LEAVES = (tf.Tensor, tf.Operation, tf.Variable, str)
_HANDLES = ("GetSessionHandle", "GetSessionHandleV2")  # Of tensors that stay in the session.
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
    """A session that keeps what it makes of fetches, until it is closed."""

    def begin_caching(self) -> None:
        self._plans: dict[tuple[Any, ...], _Plan] | None = {}
        self._original_run = tf1.Session.run

    def run(
        self, fetches: Any, feed_dict: Any = None, options: Any = None, run_metadata: Any = None
    ) -> Any:
        """Does what `tf.compat.v1.Session.run` does."""
        plans = self._plans
        if (
            plans is None
            or feed_dict
            or (options is not None and options != _NO_OPTIONS)
            or (run_metadata is not None and run_metadata != _NO_METADATA)
            or tf1.Session.run is not self._original_run  # A profiler's, for a while.
        ):
            return super().run(fetches, feed_dict, options, run_metadata)
        plan = self._plan_of(fetches, plans)
        if plan is None:
            return super().run(fetches, feed_dict, options, run_metadata)
        # `_do_call` says of errors what `run` says of them.
        call = self._call_tf_sessionrun
        return plan.results(self._do_call(call, None, {}, plan.tensors, plan.operations, None))

    def _plan_of(self, fetches: Any, plans: dict[tuple[Any, ...], _Plan]) -> _Plan | None:
        """Returns how to run fetches; None leaves them to `Session.run`, and what is wrong."""
        structure: list[Any] = []
        _describe((fetches,), structure)
        key = tuple(structure)
        plan = plans.get(key)
        if plan is None:
            try:
                plan = _Plan(self.graph, fetches)
            except (_NotPlannedError, KeyError, TypeError, ValueError):  # Of names that are none.
                return None
            self._extend_graph()
            if len(plans) >= _MOST:
                plans.clear()
            plans[key] = plan
        return plan

    def close(self) -> None:
        self._plans = None
        super().close()


class _NotPlannedError(Exception):
    """There are fetches that `Session.run` has ways of its own for."""


class _Plan:
    """What the runtime gives for a structure of fetches, and how that becomes their results.

    Attributes:
      tensors: Those to fetch, each once, as the runtime takes them.
      operations: Those to run, likewise.
    """

    def __init__(self, graph: Any, fetches: Any) -> None:
        self._graph = graph
        self._leaves: list[Any] = []  # Kept alive, for their ids are in the key.
        self._places: dict[int, int] = {}  # Among values, by the id of what gives it.
        self.tensors: list[Any] = []
        self.operations: list[Any] = []
        self._make = self._maker(fetches)
        if not self._leaves:
            raise _NotPlannedError

    def results(self, values: list[Any]) -> Any:
        """Returns the results, given the values of the tensors."""
        values.append(None)  # What operations give.
        return self._make(values)

    def _maker(self, fetches: Any) -> Callable[[list[Any]], Any]:
        """Returns what finds the result of fetches among values."""
        kind = type(fetches)
        if kind in _DICTS:
            names, makers = list(fetches), [self._maker(value) for value in fetches.values()]
            return lambda values: kind(zip(names, [make(values) for make in makers]))
        if not isinstance(fetches, (list, tuple)):
            return operator.itemgetter(self._place(fetches))
        makers = [self._maker(value) for value in fetches]
        if kind is list:
            return lambda values: [make(values) for make in makers]
        if kind is tuple:
            return lambda values: tuple([make(values) for make in makers])
        if hasattr(kind, "_fields"):
            return lambda values: kind(*[make(values) for make in makers])
        raise _NotPlannedError

    def _place(self, leaf: Any) -> int:
        """Returns the index among values."""
        if not isinstance(leaf, _LEAVES):
            raise _NotPlannedError
        self._leaves.append(leaf)
        element = self._graph.as_graph_element(leaf, allow_tensor=True, allow_operation=True)
        is_operation = isinstance(element, tf.Operation)
        made_by = element if is_operation else element.op
        if not self._graph.is_fetchable(made_by) or made_by.type in _HANDLES:
            raise _NotPlannedError
        place = self._places.get(id(element))
        if place is None:
            self._leaves.append(element)
            if is_operation:
                place = -1
                self.operations.append(element._c_op)
            else:
                place = len(self.tensors)
                self.tensors.append(element._as_tf_output())
            self._places[id(element)] = place
        return place


def _describe(fetches: Any, structure: list[Any]) -> None:
    """Appends what tells a structure of fetches from all others, as long as its leaves live."""
    structure.append(type(fetches))
    structure.append(len(fetches))
    if isinstance(fetches, dict):
        structure += fetches
        structure += map(type, fetches)  # 1, 1.0 and True are the same key.
        fetches = fetches.values()
    for value in fetches:
        if isinstance(value, (dict, list, tuple)):
            _describe(value, structure)
        else:
            structure.append(value if type(value) is str else id(value))


def _is_original(run: Any) -> bool:
    """Whether a function is of TensorFlow's module, not one that wraps it."""
    return getattr(run, "__globals__", {}).get("__name__") == tf1.Session.__module__


def _wants_metadata(session: Any) -> bool:
    """Whether runs without options have metadata."""
    config = session._config
    return bool(
        config.graph_options.build_cost_model or config.experimental.HasField("session_metadata")
    )
