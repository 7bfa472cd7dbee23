"""Takes a model through its life, and records what it does.

The real Estimators do the work, contrib's or core's. A hook reads the loss of each step; the rest
is read from checkpoints, event files, and what `evaluate` and `predict` return.

Written for Python 3.6 and TensorFlow 1.13, and without anything of this package but what is copied
along with it: `verify` runs a copy of it in the Python that has TensorFlow 1.
"""

import functools
import inspect
import os
from collections.abc import Iterator
from typing import Any, Callable

import numpy as np

from tf_spec_compat.testing.estimators import CONTRIB, Estimators
from tf_spec_compat.testing.feed import Feed
from tf_spec_compat.testing.records import as_array

__all__ = ["Recorder", "renamed"]

# Written by the training loop itself, and a matter of time.
_TIMING = "global_step/sec"


def renamed(name: str, rename: "dict[str, str]") -> str:
    """Returns what a variable is called on the other side.

    Args:
      name: Its name.
      rename: Old name -> new name, of variables and of scopes; the longest that fits counts.
    """
    for old in sorted(rename, key=len, reverse=True):
        if name == old or name.startswith(old.rstrip("/") + "/"):
            return rename[old].rstrip("/") + name[len(old.rstrip("/")) :]
    return name


class Recorder:
    """Trains, evaluates, predicts with and exports one model.

    Attributes:
      estimator: What does so.
      returned: The name of what the model_fn returned, such as "ModelFnOps"; once it has.
    """

    def __init__(
        self,
        apis: Estimators,
        kind: str,
        model_fn: "Callable[..., Any]",
        params: Any,
        config: Any,
    ) -> None:
        """Makes the Estimator.

        Args:
          apis: The Estimators there are.
          kind: Which of them to use.
          model_fn: What builds the model, as an Estimator of that kind takes it.
          params: For the model_fn.
          config: A `RunConfig` with `model_dir` and `tf_random_seed`, of the kind's package.
        """
        self.returned = ""
        self._apis, self._kind = apis, kind
        self._tf = apis.tf
        self._model_fn = model_fn
        self._loss = None  # type: Any
        self._has_exports = True
        self._draws = {}  # type: dict[str, list[str]]
        self.estimator = apis.make(kind, self.model_fn, params, config)

    def record(
        self,
        train: Feed,
        steps: int,
        evaluate: Feed,
        initial: "str | None" = None,
        rename: "dict[str, str] | None" = None,
    ) -> "dict[str, Any]":
        """Trains, evaluates and predicts.

        Args:
          train: What to train with.
          steps: How many steps.
          evaluate: What to evaluate with, all of its batches; the first of them is predicted.
          initial: A checkpoint whose values the variables have before the first step, as far as it
            has them; None leaves the model's own.
          rename: Name or scope of a variable in that checkpoint -> in this model.

        Returns:
          What happened, as `records.save` takes it.
        """
        tf = self._tf
        watch = _watch(tf, lambda: self._loss, initial, rename or {})
        if self._kind == CONTRIB:
            self.estimator.fit(input_fn=train.input_fn(), steps=steps, monitors=[watch])
        else:
            self.estimator.train(train.input_fn(), hooks=[watch], steps=steps)
        folder = self.estimator.model_dir
        trained = tf.train.load_checkpoint(tf.train.latest_checkpoint(folder))
        names = sorted(trained.get_variable_to_shape_map())
        metrics = self.estimator.evaluate(input_fn=evaluate.input_fn(), steps=len(evaluate.batches))
        predicted = self.estimator.predict(input_fn=evaluate.input_fn(1))
        return {
            "tensorflow": tf.VERSION if hasattr(tf, "VERSION") else tf.version.VERSION,
            "estimator": self._kind,
            "returned": self.returned,
            "losses": watch.losses,
            "global_step": int(trained.get_tensor("global_step")),
            "initial": os.path.join(folder, "model.ckpt-0"),
            "not_initialized": watch.missing,
            "starts": watch.starts,
            "variables": {name: as_array(trained.get_tensor(name)) for name in names},
            "summaries": _summaries(tf, folder),
            "metrics": {name: as_array(value) for name, value in metrics.items()},
            "predictions": _stacked(predicted),
            "draws": self._draws,
        }

    def export(
        self,
        base: str,
        serving_input_fn: "Callable[[], Any] | None",
        feed: Feed,
        default_key: "str | None",
    ) -> "str | None":
        """Exports the model, after `record`.

        Args:
          base: The folder to export to.
          serving_input_fn: Contrib's or core's; None takes placeholders like the features of
            `feed`.
          feed: See there.
          default_key: Which of several heads contrib's export serves by default.

        Returns:
          The new folder; None if the model has nothing to export, or there is no
          `serving_input_fn` and a feature is not dense.
        """
        if not self._has_exports:
            return None
        if serving_input_fn is not None:
            receiver_fn = self._apis.serving_input_fn(self._kind, serving_input_fn)
        else:
            make = functools.partial(self._apis.receiver, self._kind)
            found = feed.serving_input_fn(make)
            if found is None:
                return None
            receiver_fn = found
        if self._kind == CONTRIB:
            options = {"default_output_alternative_key": default_key}
            path = self.estimator.export_savedmodel(base, receiver_fn, **options)
        else:
            path = self.estimator.export_saved_model(base, receiver_fn)
        return str(self._tf.compat.as_str_any(path))

    def model_fn(
        self, features: Any, labels: Any, mode: str, params: Any = None, config: Any = None
    ) -> Any:
        """Is the model_fn, watched, with arguments that both Estimators know."""
        given = {"mode": mode, "params": params, "config": config}
        given["model_dir"] = getattr(config, "model_dir", None)
        result = _called(self._model_fn, features, labels, given)
        self._look_at(result, mode)
        # Core's Estimator takes no TPUEstimatorSpec.
        is_tpu = hasattr(result, "as_estimator_spec")
        return result.as_estimator_spec() if is_tpu else result

    def _look_at(self, result: Any, mode: str) -> None:
        has_fields = hasattr(result, "_fields") or not isinstance(result, (tuple, list))
        self._loss = getattr(result, "loss", None) if has_fields else result[1]
        self.returned = self.returned or type(result).__name__
        if mode == "infer" and hasattr(result, "export_outputs"):
            self._has_exports = bool(result.export_outputs)
        self._draws[mode] = _fix_draws(self._tf)


def _called(
    model_fn: "Callable[..., Any]", features: Any, labels: Any, given: "dict[str, Any]"
) -> Any:
    """Calls a model_fn as contrib did, data first; by name where other arguments come first."""
    bound = getattr(model_fn, "keywords", {})
    names = [name for name in inspect.signature(model_fn).parameters if name not in bound]
    if names and names[0] in given:
        given = dict(given, features=features, labels=labels)
        return model_fn(**{name: given[name] for name in names if name in given})
    data = [features, labels][: sum(name not in given for name in names[:2])]
    return model_fn(*data, **{name: given[name] for name in names if name in given})


def _fix_draws(tf: Any) -> "list[str]":
    """Gives the random ops of the default graph seeds that depend on their order alone.

    TensorFlow makes an op's seed of the number of ops before it, so that one op more, anywhere,
    would change every draw. What only initial values are made of is left alone.

    Returns:
      The type and shape of each op.
    """
    graph = tf.get_default_graph()
    pending = [each.initializer for each in tf.global_variables() + tf.local_variables()]
    initial = set()
    while pending:
        operation = pending.pop()
        if operation not in initial:
            initial.add(operation)
            pending += [tensor.op for tensor in operation.inputs]
    found = []  # type: list[str]
    for operation in graph.get_operations():
        attributes = operation.node_def.attr
        if "seed" in attributes and "seed2" in attributes and operation not in initial:
            for name, value in (("seed", 20150701), ("seed2", len(found) + 1)):
                operation._set_attr(name, tf.AttrValue(i=value))
            # As a list: how a shape is written changed with TensorFlow 2.
            shape = operation.outputs[0].shape if operation.outputs else None
            shape = shape.as_list() if shape is not None and shape.ndims is not None else ""
            found.append(f"{operation.type} {shape}")
    return found


def _watch(
    tf: Any, loss: "Callable[[], Any]", initial: "str | None", rename: "dict[str, str]"
) -> Any:
    """Returns a hook that sets the initial values, and notes the loss of each step."""

    def settings() -> "Iterator[tuple[str, Any]]":
        """Scalars that are not learned: a learning rate, the powers of Adam."""
        learned = [variable.op.name for variable in tf.trainable_variables()]
        for variable in tf.global_variables():
            if variable.shape.ndims == 0 and variable.op.name not in learned:
                yield variable.op.name, variable

    class Watch(tf.train.SessionRunHook):
        def __init__(self) -> None:
            self.losses = []  # type: list[float]
            self.missing = []  # type: list[str]
            self.starts = {}  # type: dict[str, Any]

        def after_create_session(self, session: Any, coord: Any) -> None:
            self.starts = {name: as_array(session.run(value)) for name, value in settings()}
            if initial is None:
                return
            reader = tf.train.load_checkpoint(initial)
            there = {renamed(name, rename): name for name in reader.get_variable_to_shape_map()}
            for variable in tf.global_variables():
                part = getattr(variable, "_save_slice_info", None)
                name = part.full_name if part else variable.op.name
                if name not in there:
                    self.missing.append(name)
                    continue
                value = reader.get_tensor(there[name])
                if part:
                    ends = zip(part.var_offset, part.var_shape)
                    value = value[tuple(slice(at, at + size) for at, size in ends)]
                if variable.shape.is_compatible_with(value.shape):
                    session.run(variable.initializer, {variable.initializer.inputs[1]: value})
                else:
                    self.missing.append(name)

        def before_run(self, run_context: Any) -> Any:
            return tf.train.SessionRunArgs(loss())

        def after_run(self, run_context: Any, run_values: Any) -> None:
            self.losses.append(float(np.mean(run_values.results)))

    return Watch()


def _summaries(tf: Any, folder: str) -> "dict[str, list[Any]]":
    """Returns the summaries in the event files of a folder: tag -> list of (step, value)."""
    found: dict[str, list[Any]] = {}
    for name in sorted(os.listdir(folder)):
        if not name.startswith("events.out"):
            continue
        for event in tf.train.summary_iterator(os.path.join(folder, name)):
            for value in event.summary.value:
                if value.tag != _TIMING:
                    found.setdefault(value.tag, []).append([event.step, _summary(tf, value)])
    return found


def _summary(tf: Any, value: Any) -> Any:
    """Returns the numbers of a summary; of images and sounds how large they are."""
    kind = value.WhichOneof("value")
    if kind == "simple_value":
        return as_array(value.simple_value)
    if kind == "histo":
        histogram = value.histo
        ends = [histogram.min, histogram.max, histogram.num, histogram.sum, histogram.sum_squares]
        return as_array(ends)
    if kind == "image":
        return as_array([value.image.height, value.image.width, value.image.colorspace])
    if kind == "audio":
        return as_array([value.audio.sample_rate, value.audio.length_frames])
    if kind == "tensor":
        return as_array(tf.make_ndarray(value.tensor))
    return as_array(np.zeros(0))


def _stacked(predicted: Any) -> "dict[str, Any]":
    """Returns the predictions of some examples as arrays; a single one is called "predictions"."""
    columns = {}  # type: dict[str, list[Any]]
    for example in predicted:
        named = example if isinstance(example, dict) else {"predictions": example}
        for name, value in named.items():
            columns.setdefault(str(name), []).append(value)
    return {name: as_array(np.stack(values)) for name, values in columns.items()}
