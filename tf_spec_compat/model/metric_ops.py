"""Metrics that know how they are made: a function, and the tensors it is a function of.

A metric in a graph is a `(value, update op)` pair, and tells nobody what of. On a TPU that is not
enough: there `eval_metrics` are a function and its tensors, which is called on the host once the
tensors of all shards are there. So the heads make their metrics by a `MetricSource`, and the pairs
remember it, whichever dict of metrics they end up in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Union

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.metric_key import MetricKey

__all__ = [
    "MetricFn",
    "MetricOps",
    "MetricSource",
    "deferred_metrics",
    "losses_left_alone",
    "metrics_of",
    "pair_of",
    "without_loss",
]

Tensors = Union[Sequence[Any], Mapping[str, Any]]


class MetricOps(tuple[Any, ...]):
    """`(value, update op)`, and where they come from."""

    source: MetricSource | None = None
    key: str = ""

    @classmethod
    def of(cls, pair: Any, source: MetricSource, key: str) -> MetricOps:
        """Returns `pair`, marked as the metric `key` of `source`."""
        marked = cls(pair)
        marked.source, marked.key = source, key
        return marked


class MetricSource:
    """A function that makes metrics of batch-major tensors, and its tensors.

    Args:
      function: Takes the tensors, by position or by name, and returns metric name -> `(value,
        update op)`.
      tensors: A list of tensors, or a dict of them by the names of the function's arguments.
      name: What tells these tensors from another source's when both are passed on together.
      without: Names of metrics that are not for `Estimator`.
      is_pair: Whether function and tensors are somebody's `eval_metrics`, as they were given.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        tensors: Tensors,
        name: str | None = None,
        without: tuple[str, ...] = (),
        is_pair: bool = False,
    ) -> None:
        self.function, self.tensors, self.name = function, tensors, name
        self.without, self.is_pair = without, is_pair
        self._made: dict[str, Any] | None = None
        self._batch_major: dict[str, Any] | None = None
        self._names: tuple[list[str], ...] = ()
        self._ids: tuple[list[int], ...] = ()
        self._pairs: dict[bool, tuple[Callable[..., Any], Any]] = {}

    def metrics(self, values: Sequence[Any] | None = None) -> dict[str, Any]:
        """Returns the metrics of `values`; those of the source's own tensors are made only once."""
        own = [*self.batch_major().values()]
        if values is not None and any(a is not b for a, b in zip(values, own)):
            return self._call(values)
        if self._made is None:
            return self.adopt(self._call([*self._by_name().values()]))
        return dict(self._made)

    def adopt(self, metrics: Mapping[str, Any]) -> dict[str, Any]:
        """Marks the metrics as what the function makes of the source's own tensors."""
        self._made = {key: MetricOps.of(pair, self, key) for key, pair in metrics.items()}
        kept = {key: pair for key, pair in self._made.items() if key not in self.without}
        self._names = [*self._made], [*kept]
        self._ids = [*map(id, self._made.values())], [*map(id, kept.values())]
        return dict(self._made)

    def pair_of(self, metrics: Mapping[str, Any], as_list: bool) -> Any:
        """Returns `(function, tensors)` if `metrics` are all those of this source, else `None`."""
        if [*map(id, metrics.values())] not in self._ids or [*metrics] not in self._names:
            return None
        if as_list not in self._pairs:
            whole = MetricFn([(self, None)]).pair(as_list)
            self._pairs[as_list] = (self.function, self.tensors) if self.is_pair else whole
        return self._pairs[as_list]

    def batch_major(self) -> dict[str, Any]:
        """Name -> tensor, each of rank 1 at least: a scalar is the same for each example."""
        if self._batch_major is None:
            named = self._by_name()
            scalars = [name for name, tensor in named.items() if _rank(tensor) == 0]
            if scalars:
                size = next(tf.shape(tensor)[0] for tensor in named.values() if _rank(tensor))
                named.update({name: tf.fill([size, 1], named[name]) for name in scalars})
            self._batch_major = named
        return self._batch_major

    def _by_name(self) -> dict[str, Any]:
        if isinstance(self.tensors, Mapping):
            return dict(self.tensors)
        return {str(index): tensor for index, tensor in enumerate(self.tensors)}

    def _call(self, values: Sequence[Any]) -> dict[str, Any]:
        if isinstance(self.tensors, Mapping):
            return self.function(**dict(zip(self.tensors, values)))
        return self.function(*values)


def _rank(tensor: Any) -> int | None:
    return tensor.shape.rank if tf.is_tensor(tensor) else None


class MetricFn:
    """A `metric_fn` of one or several sources; takes its tensors by position or by name.

    Args:
      parts: Each source with the metrics that are wanted of it, `{name: its key in the source}`;
        `None` for all of them.
    """

    def __init__(self, parts: Sequence[tuple[MetricSource, Mapping[str, str] | None]]) -> None:
        self._parts = list(parts)
        self._tensors: dict[str, Any] = {}
        for source, _ in self._parts:
            for name, tensor in source.batch_major().items():
                self._tensors[self._free(name, source.name)] = tensor

    def _free(self, name: str, prefix: str | None) -> str:
        """The tensor's own name where there is one source; else marked by the source's."""
        if len(self._parts) > 1:
            name = f"{prefix}_{name}"
        count = sum(other == name or other.startswith(f"{name}__") for other in self._tensors)
        return f"{name}__{count}" if count else name

    def pair(self, as_list: bool = False) -> tuple[MetricFn, Any]:
        """Returns `(metric_fn, tensors)`, the tensors as a list or as a dict."""
        return self, [*self._tensors.values()] if as_list else dict(self._tensors)

    def __call__(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
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
            made = source.metrics([next(values) for _ in source.tensors])
            if wanted is None:
                wanted = {key: key for key in made if key not in source.without}
            metrics.update({name: made[key] for name, key in wanted.items()})
        return metrics


_deferred: ContextVar[list[MetricSource] | None] = ContextVar("_deferred", default=None)


@contextmanager
def deferred_metrics() -> Iterator[list[MetricSource]]:
    """Inside the block heads make no metrics; their sources are collected instead."""
    sources: list[MetricSource] = []
    token = _deferred.set(sources)
    try:
        yield sources
    finally:
        _deferred.reset(token)


def metrics_of(source: MetricSource) -> dict[str, Any]:
    """Returns the metrics of a head, or none if they are for later."""
    sources = _deferred.get()
    if sources is None:
        return source.metrics()
    sources.append(source)
    return {}


def without_loss(eval_metric_ops: Mapping[str, Any]) -> dict[str, Any]:
    """The metrics but `loss`, which an estimator has of its own."""
    return {key: eval_metric_ops[key] for key in eval_metric_ops if key != MetricKey.LOSS}


def pair_of(
    eval_metric_ops: Mapping[str, Any], as_list: bool
) -> tuple[tuple[Callable[..., Any], Any] | None, list[str]]:
    """Returns the `(metric_fn, tensors)` of metrics, and the names of those without a source."""
    source = getattr(next(iter(eval_metric_ops.values())), "source", None)
    if isinstance(source, MetricSource):  # As a rule all are of one source, and all that it has.
        pair = source.pair_of(eval_metric_ops, as_list)
        if pair is not None:
            return pair, []
    wanted: dict[int, tuple[MetricSource, dict[str, str]]] = {}
    unknown = []
    for name, metric in without_loss(eval_metric_ops).items():
        source = metric.source if isinstance(metric, MetricOps) else None
        if source is None:
            unknown.append(name)
        else:
            wanted.setdefault(id(source), (source, {}))[1][name] = metric.key
    if unknown or not wanted:
        return None, unknown
    return MetricFn([*wanted.values()]).pair(as_list), []


@contextmanager
def losses_left_alone() -> Iterator[None]:
    """Takes losses that are added to their collection inside the block out of it again."""
    losses = tf1.get_collection_ref(tf1.GraphKeys.LOSSES)
    before = [*losses]
    try:
        yield
    finally:
        losses[:] = before
