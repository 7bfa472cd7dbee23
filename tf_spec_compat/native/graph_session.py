"""A session that has none: it runs what it is asked for by functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import (
    IndexedSlicesValue,
    SessionInterface,
    eager_mode,
)
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.native.graph_functions import GraphFunctions

__all__ = ["GraphSession"]


class GraphSession(SessionInterface):
    """What savers, scaffolds and hooks are given for a session.

    `run` takes and gives what that of a `tf.compat.v1.Session` does; eager variables hold the
    state.
    """

    def __init__(self, functions: GraphFunctions) -> None:
        """Takes the functions of a graph."""
        self.functions = functions

    @property
    def graph(self) -> Any:
        """The graph."""
        return self.functions.graph

    @property
    def graph_def(self) -> Any:
        """The graph as a `GraphDef`."""
        return self.graph.as_graph_def()

    @property
    def sess_str(self) -> str:
        """The process that it runs in: this one."""
        return ""

    def run(
        self, fetches: Any, feed_dict: Any = None, options: Any = None, run_metadata: Any = None
    ) -> Any:
        """Computes `fetches`.

        Args:
          fetches: Tensors, sparse ones and `IndexedSlices` too, operations, variables or names of
            them, in any structure.
          feed_dict: Tensor or name -> value.
          options: None, or `RunOptions` that ask for nothing.
          run_metadata: Stays as it is; there are none.

        Returns:
          Arrays in the same structure, None for operations.

        Raises:
          UnsupportedError: If `options` ask for a trace.
        """
        if options is not None and options.trace_level:
            raise UnsupportedError(
                "Traces of session.run (RunOptions, RunMetadata) are those of a session, and "
                "native.Model has none; profile it by tf.profiler.experimental.start and stop."
            )
        feeds: dict[Any, Any] = {}
        for key, value in (feed_dict or {}).items():
            values_of_parts = value if _is_sparse(key) else [value]
            if isinstance(value, tf.SparseTensor):
                values_of_parts = _parts(value)
            feeds.update(zip(self._elements(key).values(), values_of_parts))
        wanted: dict[str, Any] = {}
        _map(lambda fetch: wanted.update(self._elements(fetch)), fetches)
        tensors = [name for name, each in wanted.items() if isinstance(each, tf.Tensor)]
        with eager_mode():  # The default graph may be that of the model.
            run = self.functions.function(list(wanted.values()), feeds)
            given = [tf.convert_to_tensor(value, tensor.dtype) for tensor, value in feeds.items()]
            values = {name: value.numpy() for name, value in zip(tensors, run(*given))}

        def value_of(fetch: Any) -> Any:
            found = [values.get(name) for name in self._elements(fetch)]
            if isinstance(fetch, tf.IndexedSlices):
                return IndexedSlicesValue(*[*found, None][:3])
            return tf1.SparseTensorValue(*found) if _is_sparse(fetch) else found[0]

        return _map(value_of, fetches)

    def make_callable(
        self, fetches: Any, feed_list: Any = None, accept_options: bool = False
    ) -> Callable[..., Any]:
        """Returns a function of values for `feed_list` that runs `fetches`; see `run`.

        Raises:
          UnsupportedError: If it is to take options, too.
        """
        if accept_options:
            raise UnsupportedError(
                "A callable of native.Model takes no RunOptions; leave out accept_options."
            )
        return lambda *values: self.run(fetches, dict(zip(feed_list or (), values)))

    def as_default(self) -> Any:
        """Returns a context in which `eval` and `run` of tensors and operations use this."""
        return tf1.Session.as_default(self)

    def close(self) -> None:
        """Does nothing: the state is that of the model."""

    def _elements(self, fetch: Any) -> dict[str, Any]:
        elements = [self._element(part) for part in _parts(fetch)]
        return {element.name: element for element in elements}

    def _element(self, thing: Any) -> Any:
        return self.graph.as_graph_element(thing, allow_tensor=True, allow_operation=True)


def _parts(thing: Any) -> list[Any]:
    """Returns the tensors that something is made of."""
    if _is_sparse(thing):
        return [thing.indices, thing.values, thing.dense_shape]
    if isinstance(thing, tf.IndexedSlices):
        shape = [] if thing.dense_shape is None else [thing.dense_shape]
        return [thing.values, thing.indices, *shape]
    return [thing]


def _is_sparse(fetch: Any) -> bool:
    return isinstance(fetch, (tf.SparseTensor, tf1.SparseTensorValue))


def _map(function: Callable[[Any], Any], fetches: Any) -> Any:
    """Calls a function with each of `fetches`; unlike `tf.nest`, dicts may have any keys."""
    if isinstance(fetches, Mapping):
        return {key: _map(function, each) for key, each in fetches.items()}
    if isinstance(fetches, tuple) and hasattr(fetches, "_fields") and not _is_sparse(fetches):
        return type(fetches)(*(_map(function, each) for each in fetches))
    if isinstance(fetches, (list, tuple)) and not _is_sparse(fetches):
        return type(fetches)(_map(function, each) for each in fetches)
    return function(fetches)
