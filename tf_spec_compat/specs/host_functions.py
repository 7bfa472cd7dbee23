"""What a `TPUEstimatorSpec` has run on the host: functions of tensors, and the scaffold.

On a TPU the model is compiled; what its host does with it is given as a function and the tensors
that are sent over, `(function, tensors)`. Such a function may not reach for the model's tensors by
itself.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import HostFunction, Metrics, Scaffold

__all__ = [
    "BuiltMetrics",
    "HostCallHook",
    "ReadyScaffold",
    "call_on_host",
    "check_host_function",
    "check_scaffold_fn",
    "graph_elements",
    "without_calls",
]


class HostCallHook(tf1.train.SessionRunHook):
    """Runs a `host_call` in every step, where model and host are the same machine."""

    def __init__(self, host_call: HostFunction) -> None:
        self.host_call = host_call
        self._fetches = call_on_host(host_call)

    def before_run(self, run_context: Any) -> Any:
        """Adds what the call returned to what is run."""
        return None if self._fetches is None else tf1.train.SessionRunArgs(self._fetches)


class BuiltMetrics:
    """A `metric_fn` without tensors for metrics that the graph has already: not for a TPU."""

    def __init__(self, eval_metric_ops: Metrics) -> None:
        self._metrics = dict(eval_metric_ops)

    def __call__(self) -> dict[str, Any]:
        """Returns the metrics."""
        return dict(self._metrics)


class ReadyScaffold:
    """A `scaffold_fn` for a scaffold that there is already."""

    def __init__(self, scaffold: Scaffold) -> None:
        self.scaffold = scaffold

    def __call__(self) -> Scaffold:
        """Returns the scaffold."""
        return self.scaffold


def without_calls(hooks: Iterable[Any]) -> Iterator[Any]:
    """Leaves out the hooks that stand for a host call."""
    return (hook for hook in hooks if not isinstance(hook, HostCallHook))


def call_on_host(pair: HostFunction) -> Any:
    """Calls the function of a `(function, tensors)` on its tensors."""
    function, tensors = pair
    return function(**tensors) if isinstance(tensors, Mapping) else function(*tensors)


def check_host_function(name: str, pair: HostFunction) -> None:
    """Checks what `TPUEstimatorSpec` does not check of a `(function, tensors)`.

    Raises:
      TypeError: If something is no tensor, or the function does not take tensors of these names.
      ValueError: If a tensor is a scalar: those of the shards are concatenated along their first
        dimension, the batch.
    """
    function, tensors = pair
    keyed: Iterable[tuple[Any, Any]]
    keyed = tensors.items() if isinstance(tensors, Mapping) else enumerate(tensors)
    for key, tensor in keyed:
        if not tf.is_tensor(tensor):
            raise TypeError(
                f"{name}[1][{key!r}] must be a Tensor, got {tensor!r} of {type(tensor)}; what is "
                "no tensor can be bound to the function by functools.partial."
            )
        if tensor.shape.rank == 0:
            raise ValueError(
                f"{name}[1][{key!r}] must be batch-major, of rank 1 at least, but {tensor!r} is a "
                "scalar; pass tf.reshape(tensor, [1])."
            )
    if isinstance(tensors, Mapping):
        try:
            inspect.signature(function).bind(**tensors)
        except TypeError as error:
            raise TypeError(
                f"{name}[0] is called with the tensors by name, {sorted(tensors)}, but "
                f"{function!r} does not take these: {error}."
            ) from error


def check_scaffold_fn(scaffold_fn: Any) -> None:
    """Checks that a `scaffold_fn` has no tensor of the default graph at hand.

    Looked at are the variables of its closure, its defaults and bound arguments, the globals and
    the attributes of objects that its code names, and the same of functions among them. Variables
    are no tensors: those live on the host, and a saver needs them.

    Raises:
      TypeError: If it cannot be called without arguments.
      ValueError: If it captures a tensor or operation.
    """
    if not callable(scaffold_fn):
        raise TypeError(f"scaffold_fn must be a function without arguments, got {scaffold_fn!r}.")
    try:
        inspect.signature(scaffold_fn).bind()
    except TypeError as error:
        raise TypeError(
            f"scaffold_fn is called without arguments, but {scaffold_fn!r} needs some: {error}."
        ) from error
    if isinstance(scaffold_fn, ReadyScaffold):
        return
    graph = tf1.get_default_graph()
    for where, element in graph_elements(scaffold_fn):
        if element.graph is graph:
            raise ValueError(
                f"scaffold_fn must not capture tensors of the model, but {where} of "
                f"{scaffold_fn!r} is {element!r}: it runs on the host, where that is not; "
                "build what it needs inside of it."
            )


_NAMESPACES = (types.ModuleType, type)
_CONTAINERS = (list, tuple, set, frozenset)


def graph_elements(value: Any) -> Iterator[tuple[str, Any]]:
    """Yields the tensors and operations within reach of a function, and where they were found."""
    seen: set[int] = set()

    def search(value: Any, where: str, names: frozenset[str]) -> Iterator[tuple[str, Any]]:
        if id(value) in seen or isinstance(value, (*_NAMESPACES, str, bytes, tf.Graph)):
            return
        if isinstance(value, (tf.Tensor, tf.Operation)):
            if not hasattr(value, "numpy"):  # Not an eager tensor, which is a value.
                yield where, value
            return
        if isinstance(value, tf.Variable):
            return
        if not isinstance(value, types.MethodType):
            seen.add(id(value))
        for inner, found, its_names in _within(value, names):
            yield from search(found, f"{inner} of {where}" if where else inner, its_names)

    yield from search(value, "", frozenset())


def _within(value: Any, names: frozenset[str]) -> Iterator[tuple[str, Any, frozenset[str]]]:
    """Yields what a value holds: where, the thing, and the names that code uses on it."""
    if isinstance(value, functools.partial):
        yield "the function", value.func, names
        for index, argument in enumerate(value.args):
            yield f"argument {index}", argument, names
        for name, argument in value.keywords.items():
            yield f"argument {name!r}", argument, names
    elif isinstance(value, types.MethodType):
        used = _names(value.__func__.__code__) if hasattr(value.__func__, "__code__") else names
        yield "the function", value.__func__, names
        attributes = getattr(value.__self__, "__dict__", {})
        for name in sorted(used & set(attributes)):
            yield f"attribute {name!r} of self", attributes[name], used
    elif isinstance(value, types.FunctionType):
        code = value.__code__
        used = _names(code)
        for name, cell in zip(code.co_freevars, value.__closure__ or ()):
            try:
                yield f"the variable {name!r}", cell.cell_contents, used
            except ValueError:  # Not assigned yet.
                continue
        for index, default in enumerate(value.__defaults__ or ()):
            yield f"default {index}", default, used
        for name, default in (value.__kwdefaults__ or {}).items():
            yield f"the default of {name!r}", default, used
        for name in sorted(used & set(value.__globals__)):
            found = value.__globals__[name]
            # Functions of other modules know nothing of this model.
            if getattr(found, "__globals__", value.__globals__) is value.__globals__:
                yield f"the global {name!r}", found, used
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield f"item {key!r}", item, names
    elif isinstance(value, _CONTAINERS):
        for item in value:
            yield "an item", item, names
    elif isinstance(value, (tf.SparseTensor, tf.IndexedSlices, tf.RaggedTensor)):
        yield "a component", tf.nest.flatten(value, expand_composites=True), names
    else:
        attributes = getattr(value, "__dict__", {})
        call = inspect.getattr_static(type(value), "__call__", None)
        if isinstance(call, types.FunctionType):
            names = names | _names(call.__code__)
        for name in sorted(names & set(attributes)):
            yield f"attribute {name!r}", attributes[name], names


def _names(code: types.CodeType) -> frozenset[str]:
    """Names of globals and attributes in a function's code, and in that of functions inside."""
    inner = [
        _names(constant) for constant in code.co_consts if isinstance(constant, types.CodeType)
    ]
    return frozenset(code.co_names).union(*inner)
