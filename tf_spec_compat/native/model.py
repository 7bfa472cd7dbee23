"""`Model`: a model_fn, trained and used without a session."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.estimators.prediction_batches import examples
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, ModelFn, Tensor
from tf_spec_compat.native import use
from tf_spec_compat.native.config import config_and_folder, for_one_device
from tf_spec_compat.native.export import export_model
from tf_spec_compat.native.fitting import check_steps, fit, has_reached
from tf_spec_compat.native.inputs import Input, flat_of, input_of, specs_of
from tf_spec_compat.native.loops import operation_of
from tf_spec_compat.native.mode_graph import ModeGraph
from tf_spec_compat.native.replicas import replicas_of
from tf_spec_compat.native.store import ModelStore
from tf_spec_compat.specs.model_fn import call_model_fn, plan_call
from tf_spec_compat.training.monitors.hooks import replace_monitors_with_hooks
from tf_spec_compat.training.types import Config

__all__ = ["Model"]

_Self = TypeVar("_Self", bound="Model")
_Method = TypeVar("_Method", bound=Callable[..., Any])
_GLOBAL_STEP = tf1.GraphKeys.GLOBAL_STEP


def _unconverted(method: _Method) -> _Method:
    """Lets a `tf.function` call a method as it is: AutoGraph has nothing to convert in here."""
    unconverted: _Method = tf.autograph.experimental.do_not_convert(method)
    return unconverted


class Model(tf.Module):
    """A legacy model_fn as a `tf.Module`: trains, evaluates, predicts, exports; no session.

    The model_fn is called in a TF1 graph of its own, as by `tf.estimator.Estimator`; what is
    computed runs in `tf.function`s on eager variables. So it needs eager mode on, and lives in any
    program of TensorFlow 2.

    Checkpoints are those of `tf.estimator.Estimator`, by the names of variables: either reads the
    other's. Threads may share a model: `fit`, `evaluate` and `export` take turns.

    Example:
      >>> def model_fn(features, labels, mode):
      ...     logits = layers.linear(features["x"], 1, weights_initializer=tf.zeros_initializer())
      ...     return learn.regression_head().create_model_fn_ops(
      ...         features, mode, labels, logits=logits, train_op_fn=lambda loss:
      ...         layers.optimize_loss(loss, tf.train.get_global_step(), 0.5, "SGD"))
      >>> features, labels = {"x": tf.constant([[1.0], [-1.0]])}, tf.constant([3.0, -3.0])
      >>> dataset = tf.data.Dataset.from_tensors((features, labels)).repeat(20)
      >>> model = tf_spec_compat.native.Model(model_fn, model_dir="model").fit(dataset)
      >>> sorted(model.evaluate(dataset)), round(float(model.train_step(features, labels)), 4)
      (['global_step', 'loss'], 0.0)
    """

    def __init__(
        self,
        model_fn: ModelFn,
        *,
        params: Any = None,
        config: Config = None,
        model_dir: str | None = None,
    ) -> None:
        """Takes the model_fn, which is called when features are there.

        Args:
          model_fn: A function of features, labels and any of `mode`, `params`, `config` and
            `model_dir`. It returns `ModelFnOps`, an `EstimatorSpec`, or `(predictions, loss,
            train_op)`.
          params: Whatever `model_fn` wants as `params`.
          config: A `RunConfig`, of `tf.estimator` or contrib: seed, summaries, checkpoints, logs,
            and the strategy to train by; without one that of `strategy.scope()`.
          model_dir: The folder for checkpoints and summaries; None takes that of `config`, and
            writes none if there is none.

        Raises:
          TypeError: If `model_fn` is no function, or needs a further argument.
          ValueError: If `model_dir` is not the one in `config`.
          UnsupportedError: If `config` has a strategy that mirrors no variables, or a cluster and
            no strategy.
        """
        super().__init__()
        if not callable(model_fn):
            raise TypeError(f"model_fn must be a function, got {model_fn!r}.")
        plan = plan_call(model_fn)
        config, folder = config_and_folder(config, model_dir)
        replicas = replicas_of(config)

        def build(features: Features, labels: Labels, mode: str) -> Any:
            given = {"features": features, "labels": labels, "mode": mode, "params": params}
            given.update(config=config, model_dir=folder)
            return call_model_fn(model_fn, plan, given)

        self._store = ModelStore(build, params, config, folder, replicas)
        self._state = self._store.module  # is tracked
        self._for_monitors: Callable[[], Any] = lambda: Estimator(
            model_fn, folder, for_one_device(config), params
        )

    @property
    def model_dir(self) -> str | None:
        """The folder for checkpoints and summaries, or None."""
        return self._store.folder

    @property
    def config(self) -> Any:
        """The configuration."""
        return self._store.config

    @property
    def variables(self) -> tuple[Any, ...]:
        """The global variables, under their TF1 names; there once the model was built or read."""
        return tuple(self._store.values.values())

    @property
    def trainable_variables(self) -> tuple[Any, ...]:
        """Those of `variables` that are trained."""
        return tuple(each for each in self._store.values.values() if each.trainable)

    @property
    def global_step(self) -> int:
        """How many steps the model was trained; 0 if it was not built."""
        return self._store.global_step

    @_unconverted
    def train_step(self, features: Features, labels: Labels = None) -> Tensor:
        """Trains one batch, eagerly or in a `tf.function`.

        The first call builds the model, and reads the latest checkpoint of `model_dir`.

        Args:
          features: A tensor or a structure of them, `[batch, ...]`; several replicas split it, or
            are given values that their strategy distributes.
          labels: Likewise, or None.

        Returns:
          The loss, a scalar.

        Raises:
          ValueError: If the structure, a dtype or a shape but for the batch is another one than
            before.
        """
        parts = self._store.replicas.parts((features, labels))
        graph = self._step_graph(ModeKeys.TRAIN, *parts[0])
        spec = graph.spec
        run = graph.function([spec.loss, operation_of(spec.train_op)])
        self._store.is_ahead = True
        return run(*(each for part in parts for each in flat_of(*part)))[0]

    @_unconverted
    def eval_step(self, features: Features, labels: Labels = None) -> Tensor:
        """Updates the metrics by one batch, eagerly or in a `tf.function`; returns its loss.

        `metrics` gives their values, `reset_metrics` makes them begin anew. As for `train_step`.
        """
        graph = self._step_graph(ModeKeys.EVAL, features, labels)
        return use.eval_loop_of(graph).step(*flat_of(features, labels))[0]

    @_unconverted
    def predict_step(self, features: Features) -> Any:
        """Returns the predictions for one batch, a tensor or a dict of them; as `train_step`."""
        graph = self._step_graph(ModeKeys.INFER, features, None)
        predictions = graph.spec.predictions
        flat = tf.nest.flatten(predictions, expand_composites=True)
        values = graph.function(flat)(*flat_of(features, None))
        return tf.nest.pack_sequence_as(predictions, values, expand_composites=True)

    def metrics(self) -> dict[str, Any]:
        """Returns the values of the metrics that `eval_step` updated since they were reset.

        In a `tf.function` they are tensors.
        """
        with self._store.lock:
            return {
                name: value
                for graph in self._open_graphs(ModeKeys.EVAL)
                for name, value in use.metrics_of(graph).items()
            }

    def reset_metrics(self) -> None:
        """Gives metrics their initial values."""
        with self._store.lock:
            for graph in self._open_graphs(ModeKeys.EVAL):
                graph.session.run(graph.reset_op)

    def fit(
        self: _Self,
        data: Any,
        steps: int | None = None,
        max_steps: int | None = None,
        *,
        hooks: Iterable[Any] | None = None,
        steps_per_call: int | None = None,
    ) -> _Self:
        """Trains, from the latest checkpoint on if there is one that is not this model's.

        Logs the loss and steps per second, and writes summaries and checkpoints to `model_dir`, as
        the `config` says.

        Args:
          data: A `Dataset` of `(features, labels)`, or an input_fn: a function, of any of `mode`,
            `params` and `config`, that returns one or the tensors.
          steps: How many steps to train. None trains until the input ends.
          max_steps: The global step to stop at; nothing happens if the model is there already.
          hooks: Monitors and `SessionRunHook`s. Those that stop training cost nothing; with others
            each step is a call of its own.
          steps_per_call: How many steps to run in a call from Python. None takes as many as need
            a fraction of a second.

        Returns:
          self.

        Raises:
          NanLossDuringTrainingError: If the loss is no number.
          RuntimeError: Outside eager mode.
          TypeError: If `data` are neither, or the model_fn returns none of what it may.
          UnsupportedError: If there are queues, or hooks that need a session's own parts.
          ValueError: If there are both `steps` and `max_steps`, or they are not positive, or the
            data are not like those before.
        """
        check_steps(steps=steps, max_steps=max_steps, steps_per_call=steps_per_call)
        with self._store.lock:
            if max_steps is None or not has_reached(self._store, max_steps):
                graph, dataset = self._graph(ModeKeys.TRAIN, data)
                given = replace_monitors_with_hooks(hooks, self._for_monitors()) if hooks else []
                fit(self._store, graph, dataset, given, steps, max_steps, steps_per_call)
        return self

    def evaluate(
        self,
        data: Any,
        steps: int | None = None,
        *,
        checkpoint_path: str | None = None,
        name: str | None = None,
        hooks: Iterable[Any] | None = None,
    ) -> dict[str, Any]:
        """Evaluates the model, and writes the metrics as summaries to `model_dir`.

        Args:
          data: As for `fit`.
          steps: How many batches; None takes all there are.
          checkpoint_path: The checkpoint; None takes the model as it is.
          name: The summaries go to `model_dir/eval_NAME`, without a name to `model_dir/eval`.
          hooks: `SessionRunHook`s, beside the model's; with any, each batch is a call of its own.

        Returns:
          Metric name -> value, with the `loss` and the `global_step`.

        Raises:
          ValueError: If the model was not trained, or the input never ends and there are no
            `steps`; and as `fit`.
        """
        check_steps(steps=steps)
        with self._store.lock:
            graph, dataset = self._graph(ModeKeys.EVAL, data, keep=not checkpoint_path)
            if steps is None and not graph.input.ends:
                raise ValueError(
                    "The input never ends: the input_fn returned tensors that come from no "
                    "Dataset. Pass steps, or return a tf.data.Dataset."
                )
            graph, given = use.with_hooks(self._store, graph, hooks)
            use.update_metrics(self._store, graph, checkpoint_path, dataset, steps, given)
            results = use.metrics_of(graph)
            step = int(graph.session.run(graph.global_step))
            results[_GLOBAL_STEP] = step
            if self.model_dir and self._store.replicas.is_chief:
                folder = os.path.join(self.model_dir, f"eval_{name}" if name else "eval")
                use.write(graph, results, step, checkpoint_path or self._store.checkpoint, folder)
            return results

    def predict(
        self,
        data: Any,
        predict_keys: Iterable[str] | None = None,
        *,
        checkpoint_path: str | None = None,
        yield_single_examples: bool = True,
        hooks: Iterable[Any] | None = None,
    ) -> Iterator[Any]:
        """Predicts. Input that comes from no `Dataset` is one batch.

        Args:
          data: As for `fit`; labels are not looked at.
          predict_keys: Which of the predictions to give; None gives all.
          checkpoint_path: The checkpoint; None takes the model as it is.
          yield_single_examples: Whether to give each example by itself, else whole batches.
          hooks: As for `evaluate`.

        Returns:
          An iterator of predictions of the type that the model has: arrays or dicts of them.

        Raises:
          ValueError: If the model was not trained, or has none of `predict_keys`; and as `fit`.
        """
        with self._store.lock:
            graph, dataset = self._graph(ModeKeys.INFER, data, keep=not checkpoint_path)
            batches = use.batches_of(
                self._store, graph, checkpoint_path, dataset, predict_keys, hooks
            )
        return examples(batches) if yield_single_examples else batches

    def export(
        self,
        export_dir_base: str,
        serving_input: Any,
        default_output_alternative_key: str | None = None,
        assets_extra: dict[str, str] | None = None,
        checkpoint_path: str | None = None,
    ) -> str:
        """Exports the model as a SavedModel of TensorFlow 2, with the signatures of its estimator.

        Those of `ModelFnOps` are contrib's: `default_input_alternative:HEAD` and
        `serving_default`; those of an `EstimatorSpec` are `tf.estimator`'s.

        Args:
          export_dir_base: The folder in which a new one, named after the time, is made.
          serving_input: A serving input_fn, which returns `InputFnOps` or a
            `ServingInputReceiver`; or an example of a batch of features, to be fed as they are.
          default_output_alternative_key: The head to serve by default, needed if there are several.
          assets_extra: Path in the export's `assets.extra` -> file to copy there.
          checkpoint_path: The checkpoint; None takes the model as it is.

        Returns:
          The new folder.

        Raises:
          ValueError: If the model was not trained, has several heads and no default among them, or
            nothing to serve.
        """
        store = self._store
        with store.lock:
            return export_model(
                store.build,
                store.params,
                store.config,
                store.replicas,
                lambda graph: store.open(graph, checkpoint_path),
                export_dir_base,
                serving_input,
                default_output_alternative_key,
                assets_extra,
            )

    def save(self) -> str:
        """Writes a checkpoint to `model_dir`, after a loop of `train_step`s; returns its path.

        Raises:
          ValueError: If there is no `model_dir`, or the model was not trained here.
        """
        with self._store.lock:
            return self._store.save()

    def as_keras(self) -> Any:
        """Returns this model as a `tf.keras.Model`, whose `fit`, `evaluate` and `predict` work.

            keras_model = model.as_keras()
            keras_model.fit(dataset, epochs=3, validation_data=test_dataset, callbacks=[...])

        It needs no `compile`. Steps, variables and metrics are those of this model. Keras is the
        one that TensorFlow has: Keras 3 from 2.16 on, else Keras 2.

        Raises:
          UnsupportedError: In the scope of a `tf.distribute.Strategy`.
        """
        from tf_spec_compat.native.keras_model import KerasModel

        return KerasModel(self)

    def _step_graph(self, mode: str, features: Features, labels: Labels) -> ModeGraph:
        with self._store.lock, tf.init_scope():
            graph = self._store.graph(mode, Input(specs_of(features, labels)))
            if graph.is_open:
                self._store.settle(mode)
                self._store.refresh(graph)
            else:
                self._store.open(graph)
            return graph

    def _graph(self, mode: str, data: Any, keep: bool = True) -> tuple[ModeGraph, Any]:
        input_, dataset = input_of(data)
        return self._store.graph(mode, input_, keep), dataset

    def _open_graphs(self, mode: str) -> list[ModeGraph]:
        return [graph for graph in self._store.graphs(mode) if graph.is_open]

    def monitored_by(self, estimator_: Any) -> None:
        """Lets monitors get their evaluations from an estimator in the same folder."""
        self._for_monitors = lambda: estimator_
