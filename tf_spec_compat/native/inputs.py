"""Where features and labels come from: a `Dataset`, an input_fn, or the caller of a step."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import audible_deprecations, tf, tf1
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.native.replicas import Replicas

__all__ = ["Input", "check_same", "flat_of", "input_of", "specs_of"]

_NAME = "IteratorGetNext"  # As in the graphs of tf.estimator.Estimator.
_ENDING = ("IteratorGetNext", "ResourceCountUpTo")  # Of iterators, and of limit_epochs.
_QUEUES = (
    "The input_fn uses queues ({names}), which need a session's threads to fill them, and "
    "native.Model has none; return a tf.data.Dataset: tf.data.Dataset.from_tensor_slices(...) for "
    "arrays, tf.data.TextLineDataset or TFRecordDataset for files, with .repeat(), .shuffle() and "
    ".batch()."
)


class Input:
    """Features and labels of a model that is being built.

    Attributes:
      specs: The structure of `TypeSpec`s that is fed, None where nothing is: an input_fn gave
        tensors of the graph itself.
      feeds: The placeholders of the graph that are fed, in the order of flat `specs`; those of one
        replica behind those of another.
      features: Of the graph.
      labels: Likewise, or None.
      dataset_variant: The `Dataset` that the input_fn gave, as a tensor of the graph, or None.
      check: Is called with the `specs` that a `Dataset` of the input_fn has, before it is used.
    """

    def __init__(self, specs: Any = None, input_fn: Callable[..., Any] | None = None) -> None:
        """Takes what is fed, or the function that makes the input in the graph."""
        self.specs = specs
        self._input_fn = input_fn
        self.feeds: list[Tensor] = []
        self.features: Features = None
        self.labels: Labels = None
        self.dataset_variant: Tensor | None = None
        self.check: Callable[[Any], None] | None = None

    def build(self, mode: str, params: Any, config: Any, replicas: Replicas) -> list[Any]:
        """Makes features and labels in the default graph.

        Returns:
          `(features, labels)` of each replica; `features` and `labels` are those of the first.

        Raises:
          TypeError: If the input_fn returns nothing.
          UnsupportedError: If it uses queues.
        """
        if self._input_fn is not None:
            result = self._call(mode, params, config, replicas)
            if not isinstance(result, tf.compat.v2.data.Dataset):
                if replicas.count > 1:
                    raise ValueError(
                        "The input_fn has to return a tf.data.Dataset, of which each of the "
                        f"{replicas.count} replicas gets batches of its own; it returned "
                        f"{result!r}."
                    )
                self.features, self.labels = _pair(result)
                return [(self.features, self.labels)]
            self.specs = result.element_spec
            if self.check is not None:
                self.check(self.specs)
            self.dataset_variant = tf.data.experimental.to_variant(result)
        given = [self._fed() for _ in range(replicas.count)]
        self.features, self.labels = given[0]
        return given

    def _fed(self) -> tuple[Features, Labels]:
        feeds = [
            tf1.placeholder(spec.dtype, spec.shape, name=_NAME)
            for spec in tf.nest.flatten(self.specs, expand_composites=True)
        ]
        self.feeds += feeds
        return _pair(tf.nest.pack_sequence_as(self.specs, feeds, expand_composites=True))

    def _call(self, mode: str, params: Any, config: Any, replicas: Replicas) -> Any:
        given = {
            "mode": mode,
            "params": params,
            "config": config,
            "input_context": replicas.input_context(),
        }
        assert self._input_fn is not None
        taken = inspect.signature(self._input_fn).parameters
        with audible_deprecations():
            result = self._input_fn(**{name: given[name] for name in given if name in taken})
        runners = tf1.get_collection(tf1.GraphKeys.QUEUE_RUNNERS)
        if runners:
            raise UnsupportedError(_QUEUES.format(names=", ".join(each.name for each in runners)))
        if result is None:
            raise TypeError(
                f"input_fn must return a tf.data.Dataset, (features, labels) or features; "
                f"{self._input_fn!r} returned None."
            )
        return result

    @property
    def ends(self) -> bool:
        """Whether the input may end: it comes from a `Dataset`, an iterator or `limit_epochs`."""
        tensors = tf.nest.flatten((self.features, self.labels), expand_composites=True)
        todo = [each.op for each in tensors if isinstance(each, tf.Tensor)]
        done = set()
        while todo:
            operation = todo.pop()
            if operation.type.startswith(_ENDING):
                return True
            if operation.name not in done:
                done.add(operation.name)
                todo += [*(each.op for each in operation.inputs), *operation.control_inputs]
        return bool(self.feeds)


def _pair(given: Any) -> tuple[Features, Labels]:
    if isinstance(given, (tuple, list)) and not hasattr(given, "_fields"):
        if len(given) == 2:
            return given[0], given[1]
        raise ValueError(
            f"Input must be (features, labels) or features, got {len(given)} parts: {given!r}."
        )
    return given, None


def input_of(data: Any) -> tuple[Input, Any]:
    """Returns the input that `data` are, and their `Dataset` if there is one already.

    Args:
      data: A `Dataset` of features or of pairs of features and labels, or an input_fn: a function,
        of any of `mode`, `params` and `config`, that returns one, or tensors.

    Raises:
      TypeError: If it is something else.
    """
    if isinstance(data, tf.compat.v2.data.Dataset):
        return Input(data.element_spec), data
    if callable(data):
        return Input(input_fn=data), None
    raise TypeError(
        f"Expected a tf.data.Dataset or an input_fn, got {data!r} of {type(data)}; make one by "
        "tf.data.Dataset.from_tensor_slices((features, labels)).batch(size)."
    )


def specs_of(features: Features, labels: Labels) -> Any:
    """Returns what is fed for tensors that a step is called with; batches may have any size."""
    given = features if labels is None else (features, labels)
    return tf.nest.map_structure(_spec_of, given)


def flat_of(features: Features, labels: Labels) -> list[Tensor]:
    """Returns the tensors that a step is called with, in the order of the feeds."""
    given = features if labels is None else (features, labels)
    flat: list[Tensor] = tf.nest.flatten(given, expand_composites=True)
    return flat


def _spec_of(value: Any) -> Any:
    spec = tf.type_spec_from_value(value)
    if isinstance(spec, tf.TensorSpec) and spec.shape.rank:
        return tf.TensorSpec([None, *spec.shape[1:]], spec.dtype)
    if isinstance(spec, tf.SparseTensorSpec) and spec.shape.rank:
        return tf.SparseTensorSpec([None, *spec.shape[1:]], spec.dtype)
    return spec


def check_same(known: Any, given: Any, has_labels: bool) -> None:
    """Checks that input has the structure, dtypes and shapes of earlier input.

    Args:
      known: The `TypeSpec`s of a model that was built.
      given: Those of the input now.
      has_labels: Whether labels are looked at.

    Raises:
      ValueError: If they differ by more than the size of a batch.
    """
    whats = ("Features", "Labels") if has_labels else ("Features",)
    for what, before, now in zip(whats, _pair(known), _pair(given)):
        differences = _differences(before, now)
        if differences:
            raise ValueError(
                f"{what} are incompatible with given information. Given {what.lower()}: {now}, "
                f"required signatures: {before}, those that the model was built with; "
                f"{differences}. Make all batches alike, or use another Model."
            )


def _differences(before: Any, now: Any) -> str:
    if isinstance(before, Mapping) and isinstance(now, Mapping) and set(before) != set(now):
        missing, more = sorted(set(before) - set(now)), sorted(set(now) - set(before))
        return f"missing are {missing}, unknown are {more}"
    if (before is None) != (now is None):
        return "they are missing" if now is None else "there were none before"
    try:
        tf.nest.assert_same_structure(before, now, expand_composites=False)
    except (TypeError, ValueError):
        return "the structure is another one"
    for one, other in zip(tf.nest.flatten(before), tf.nest.flatten(now)):
        shapes: list[Any] = [getattr(spec, "shape", None) for spec in (one, other)]
        if getattr(one, "dtype", None) != getattr(other, "dtype", None):
            return f"{other} has another dtype than {one}"
        ranked = all(shape is not None and shape.rank for shape in shapes)
        if ranked and not shapes[0][1:].is_compatible_with(shapes[1][1:]):
            return f"{other} has another shape than {one}"
    return ""
