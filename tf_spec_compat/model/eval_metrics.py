"""Metrics that know what they are a function of, as a TPU wants them.

A metric in a graph is a `(value, update op)` pair, and does not tell what it was built of. On a TPU
that is not enough: there `eval_metrics` are a function and its tensors, which is called on the host
once the tensors of all shards are there. So heads build their metrics by `EvalMetrics`, and the
graph remembers which pairs it gave, whichever `eval_metric_ops` they end up in. The pairs are plain
tuples, which `Session.run` and `nest` can take apart and put together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.types import HostFunction, Metrics, Tensor, Tensors

__all__ = ["EvalMetrics", "MetricFn", "to_eval_metrics", "without_loss"]

# A collection of the graph; those without a string for a name are left out of its `MetaGraphDef`.
_ORIGINS: Any = ("tf_spec_compat", "eval_metrics")


class EvalMetrics:
    """A function that builds metrics of batch-major tensors, and its tensors.

    Args:
      function: Takes the tensors, by position or by name, and returns metric name -> `(value,
        update op)`.
      tensors: A list of tensors, or a dict of them by the names of the function's arguments.
      name: What tells these tensors from another head's when both are passed on together.
      excluded: Names of metrics that are not for `Estimator`.
      is_pair: Whether function and tensors are somebody's `eval_metrics`, as they were given.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        tensors: Tensors,
        name: str | None = None,
        excluded: tuple[str, ...] = (),
        is_pair: bool = False,
    ) -> None:
        self.function, self.tensors, self.name = function, tensors, name
        self.excluded, self.is_pair = excluded, is_pair
        self._built: dict[str, Any] | None = None
        self._batch_major: dict[str, Tensor] | None = None
        self._names: tuple[list[str], ...] = ()
        self._ids: tuple[list[int], ...] = ()
        self._pairs: dict[bool, HostFunction] = {}

    def build(self, values: Sequence[Tensor] | None = None) -> dict[str, Any]:
        """Returns the metrics of `values`; those of the own tensors are built only once."""
        own = [*self.batch_major().values()]
        if values is not None and any(a is not b for a, b in zip(values, own)):
            return self._call(values)
        if self._built is None:
            return self.adopt(self._call([*self._by_name().values()]))
        return dict(self._built)

    def adopt(self, metrics: Metrics) -> dict[str, Any]:
        """Marks the metrics as what the function builds of the own tensors."""
        self._built = {key: tuple(pair) for key, pair in metrics.items()}
        for key, pair in self._built.items():
            _origins(pair)[id(pair)] = pair, self, key
        kept = {key: pair for key, pair in self._built.items() if key not in self.excluded}
        self._names = [*self._built], [*kept]
        self._ids = [*map(id, self._built.values())], [*map(id, kept.values())]
        return dict(self._built)

    def pair_for(self, metrics: Metrics, as_list: bool) -> HostFunction | None:
        """Returns `(function, tensors)` if `metrics` are all that it builds, else `None`."""
        if [*map(id, metrics.values())] not in self._ids or [*metrics] not in self._names:
            return None
        if as_list not in self._pairs:
            whole = MetricFn([(self, None)]).pair(as_list)
            self._pairs[as_list] = (self.function, self.tensors) if self.is_pair else whole
        return self._pairs[as_list]

    def batch_major(self) -> dict[str, Tensor]:
        """Name -> tensor, each of rank 1 at least: a scalar is the same for each example."""
        if self._batch_major is None:
            named = self._by_name()
            scalars = [name for name, tensor in named.items() if _rank(tensor) == 0]
            if scalars:
                size = next(tf.shape(tensor)[0] for tensor in named.values() if _rank(tensor))
                named.update({name: tf.fill([size, 1], named[name]) for name in scalars})
            self._batch_major = named
        return self._batch_major

    def _by_name(self) -> dict[str, Tensor]:
        if isinstance(self.tensors, Mapping):
            return dict(self.tensors)
        return {str(index): tensor for index, tensor in enumerate(self.tensors)}

    def _call(self, values: Sequence[Tensor]) -> dict[str, Any]:
        if isinstance(self.tensors, Mapping):
            return self.function(**dict(zip(self.tensors, values)))
        return self.function(*values)


def _origins(pair: Any) -> dict[int, tuple[Any, EvalMetrics, str]]:
    """Returns what the graph of a pair knows: id of a pair -> it, and what it was built by."""
    graphs = (getattr(item, "graph", None) for item in pair)
    graph = next((graph for graph in graphs if graph is not None), tf1.get_default_graph())
    known: list[dict[int, Any]] = graph.get_collection_ref(_ORIGINS)
    if not known:
        known.append({})
    return known[0]


def _origin(pair: Any) -> tuple[EvalMetrics | None, str]:
    """Returns what a pair was built by, and its name there; None if that is not known."""
    if type(pair) is not tuple:
        return None, ""
    _, source, key = _origins(pair).get(id(pair), (pair, None, ""))
    return source, key


def _rank(tensor: Tensor) -> int | None:
    return tensor.shape.rank if tf.is_tensor(tensor) else None


class MetricFn:
    """A `metric_fn` of one or several `EvalMetrics`; takes its tensors by position or by name.

    Args:
      parts: Each of them with the metrics that are wanted of it, `{name: its key there}`; `None`
        for all of them.
    """

    def __init__(self, parts: Sequence[tuple[EvalMetrics, Mapping[str, str] | None]]) -> None:
        self._parts = list(parts)
        self._tensors: dict[str, Tensor] = {}
        for source, _ in self._parts:
            for name, tensor in source.batch_major().items():
                self._tensors[self._unused(name, source.name)] = tensor

    def _unused(self, name: str, prefix: str | None) -> str:
        """The tensor's own name where it is of the only part; else marked by the part's."""
        if len(self._parts) > 1:
            name = f"{prefix}_{name}"
        count = sum(other == name or other.startswith(f"{name}__") for other in self._tensors)
        return f"{name}__{count}" if count else name

    def pair(self, as_list: bool = False) -> HostFunction:
        """Returns `(metric_fn, tensors)`, the tensors as a list or as a dict."""
        return self, [*self._tensors.values()] if as_list else dict(self._tensors)

    def __call__(self, *args: Tensor, **kwargs: Tensor) -> dict[str, Any]:
        """Returns metric name -> `(value, update op)`.

        Args:
          *args: The tensors in the order of `pair`.
          **kwargs: Or by the names they have there.

        Raises:
          TypeError: If they are not exactly those.
        """
        given = {**dict(zip(self._tensors, args)), **kwargs}
        if set(given) != set(self._tensors) or len(args) + len(kwargs) != len(self._tensors):
            raise TypeError(
                f"These metrics are a function of {[*self._tensors]}, got {len(args)} tensors by "
                f"position and {sorted(kwargs)} by name."
            )
        values = iter([given[name] for name in self._tensors])
        metrics: dict[str, Any] = {}
        for source, wanted in self._parts:
            built = source.build([next(values) for _ in source.tensors])
            if wanted is None:
                wanted = {key: key for key in built if key not in source.excluded}
            metrics.update({name: built[key] for name, key in wanted.items()})
        return metrics


def without_loss(eval_metric_ops: Metrics) -> dict[str, Any]:
    """The metrics but `loss`, which an estimator has of its own."""
    return {key: eval_metric_ops[key] for key in eval_metric_ops if key != MetricKey.LOSS}


def to_eval_metrics(
    eval_metric_ops: Metrics, as_list: bool
) -> tuple[HostFunction | None, list[str]]:
    """Returns the `(metric_fn, tensors)` of metrics, and the names of those not known by theirs."""
    source, _ = _origin(next(iter(eval_metric_ops.values())))
    if source is not None:  # As a rule all are of one, and all that it builds.
        pair = source.pair_for(eval_metric_ops, as_list)
        if pair is not None:
            return pair, []
    wanted: dict[int, tuple[EvalMetrics, dict[str, str]]] = {}
    unknown = []
    for name, metric in without_loss(eval_metric_ops).items():
        source, key = _origin(metric)
        if source is None:
            unknown.append(name)
        else:
            wanted.setdefault(id(source), (source, {}))[1][name] = key
    if unknown or not wanted:
        return None, unknown
    return MetricFn([*wanted.values()]).pair(as_list), []
