"""`BaseEstimator`: the life of a model, whatever it is made of."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any, TypeVar

from tf_spec_compat._tf import checkpoints, estimator, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.core_estimator import CoreEstimator
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import checkpoint_management
from tf_spec_compat.estimators import input_source, prediction_batches, session_bundle, sklearn_api
from tf_spec_compat.estimators.evaluable import Evaluable
from tf_spec_compat.estimators.model_builder import ModelBuilder
from tf_spec_compat.estimators.tensor_signature import create_example_parser_from_signatures
from tf_spec_compat.estimators.trainable import Trainable
from tf_spec_compat.training.monitors.hooks import replace_monitors_with_hooks
from tf_spec_compat.training.run_config import RunConfig
from tf_spec_compat.training.types import Arrays, Config, EvalMetrics, FeedFn, InputFn, Monitors

__all__ = ["BaseEstimator", "core_of"]

_Self = TypeVar("_Self", bound="BaseEstimator")


class BaseEstimator(sklearn_api.BaseEstimator, ModelBuilder, Evaluable, Trainable):
    """Trains, evaluates and predicts with a model that subclasses build.

    Deprecated, as in contrib; use `tf.estimator.Estimator`, with a `model_fn` that
    `tf_spec_compat.model_fn_for_estimator` returns.

    Subclasses define `_get_train_ops(features, labels)`, `_get_predict_ops(features)` and, to be
    evaluated, `_get_eval_ops(features, labels, metrics)`; each returns `ModelFnOps`.

    Sessions, the training loop and checkpoints are those of the real `tf.estimator.Estimator`. So,
    unlike contrib's, an `input_fn` may return a `tf.data.Dataset`.
    """

    _Config = RunConfig

    def __init__(self, model_dir: str | None = None, config: Config = None) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_dir: The folder for checkpoints and summaries. None takes that of `config`, or else
            a temporary one.
          config: A contrib or core `RunConfig`; None is `RunConfig()`.

        Raises:
          AttributeError: If `config` is something else.
          ValueError: If `model_dir` is not the one in `config`.
          UnsupportedError: If `config` has a strategy of several replicas to train by, and eager
            mode is on.
        """
        if config is None:
            config = self._Config()
            tf1.logging.info("Using default config.")
        if not isinstance(config, estimator.RunConfig):
            raise AttributeError(
                f"config must be a RunConfig, of contrib.learn or tf.estimator, got {config!r}."
            )
        ModelBuilder.__init__(self)
        self._core = CoreEstimator(model_dir, config)
        self._config = self._core.config
        self._model_dir = self._core.model_dir

    @property
    def config(self) -> Any:
        """A copy of the configuration."""
        return copy.deepcopy(self._config)

    @property
    def model_dir(self) -> str:
        """The folder for checkpoints and summaries."""
        return self._model_dir

    def fit(
        self: _Self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        steps: int | None = None,
        batch_size: int | None = None,
        monitors: Monitors | None = None,
        max_steps: int | None = None,
    ) -> _Self:
        """Trains, from the latest checkpoint on if there is one.

        Args:
          x: Features as an array of shape `[examples, ...]`, a dict of them, or an iterator of
            examples; not together with `input_fn`.
          y: Labels, likewise.
          input_fn: Without arguments; returns `(features, labels)` as tensors or dicts of tensors,
            or a `Dataset` of such pairs.
          steps: How many steps to train. None trains until the input ends.
          batch_size: How many examples of `x` make a step; None takes all of them at once.
          monitors: Monitors and `SessionRunHook`s.
          max_steps: The global step to stop at; nothing happens if the model is there already.

        Returns:
          self.

        Raises:
          ValueError: If there is both or neither of `x` and `input_fn`, or both `steps` and
            `max_steps`.
        """
        if steps is not None and max_steps is not None:
            raise ValueError(
                f"Can not provide both steps and max_steps, got {steps!r} and {max_steps!r}; steps "
                "count from where the model stands, max_steps from its beginning."
            )
        input_source.check_arguments(x, y, input_fn, None, batch_size)
        source = input_source.source_of(
            x, y, input_fn, batch_size=batch_size, shuffle=True, epochs=None
        )
        if max_steps is not None and self._has_reached(max_steps):
            return self
        hooks = [*source.hooks, *replace_monitors_with_hooks(monitors, self)]
        with silenced_deprecations():
            if steps is not None or max_steps is not None:
                hooks.append(tf1.train.StopAtStepHook(steps, max_steps))
            self._core.with_model_fn(self._build_spec).train(source.input_fn, hooks=hooks)
        return self

    def _has_reached(self, max_steps: int) -> bool:
        latest = checkpoint_management.latest_checkpoint(self._model_dir)
        if latest is None:
            return False
        try:
            step = int(checkpoints.load_variable(latest, tf1.GraphKeys.GLOBAL_STEP))
        except tf.errors.OpError:
            return False  # Training restores it too, and says what is wrong with it.
        if step < max_steps:
            return False
        tf1.logging.info(
            "Skipping training: max_steps %d are reached, the model is at step %d.", max_steps, step
        )
        return True

    def partial_fit(
        self: _Self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        steps: int | None = 1,
        batch_size: int | None = None,
        monitors: Monitors | None = None,
    ) -> _Self:
        """Trains a little more; `fit` with one step by default."""
        tf1.logging.warning(
            "partial_fit goes on from the latest checkpoint, as fit does; call fit instead."
        )
        return self.fit(x, y, input_fn, steps, batch_size, monitors)

    def evaluate(
        self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        feed_fn: FeedFn | None = None,
        batch_size: int | None = None,
        steps: int | None = None,
        metrics: EvalMetrics | None = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Monitors | None = None,
        log_progress: bool = True,
    ) -> dict[str, Any]:
        """Evaluates a checkpoint, and writes the metrics as summaries.

        Args:
          x: As for `fit`; each example is used once.
          y: Labels, likewise.
          input_fn: As for `fit`.
          feed_fn: Returns the `feed_dict` of a step; goes with `input_fn`.
          batch_size: How many examples of `x` make a batch; None takes all of them at once.
          steps: How many batches; None and 0 take all there are.
          metrics: Metrics beside the model's own, or in their place: name -> `MetricSpec`, or name
            or `(name, prediction key)` -> a function of predictions and labels.
          name: The summaries go to `model_dir/eval_NAME`, without a name to `model_dir/eval`.
          checkpoint_path: The checkpoint; None takes the latest.
          hooks: `SessionRunHook`s.
          log_progress: Whether to log how far the evaluation is, where there are `steps`.

        Returns:
          Metric name -> value, with the `global_step` of the checkpoint.

        Raises:
          NotFittedError: If there is no checkpoint.
          ValueError: If there is both or neither of `x` and `input_fn`, `metrics` are no dict, or
            `checkpoint_path` is no checkpoint.
        """
        input_source.check_arguments(x, y, input_fn, feed_fn, batch_size)
        if metrics is not None and not isinstance(metrics, dict):
            raise ValueError(f"Metrics argument should be None or dict. Got {metrics!r}.")
        if checkpoint_path is None:
            checkpoint_path = self._checkpoint()
        source = input_source.source_of(x, y, input_fn, feed_fn, batch_size)
        hooks = [*(hooks or ()), *source.hooks]
        steps = max(steps, 1) if steps else None
        if steps and not log_progress:
            hooks.append(input_source.StopAfter(steps))
            steps = None
        core = self._core.with_model_fn(
            functools.partial(self._build_spec, metrics=metrics), checkpoint_path
        )
        with silenced_deprecations():
            results: dict[str, Any] = core.evaluate(
                source.input_fn, steps, hooks, checkpoint_path, name
            )
        return results

    def predict(
        self,
        x: Arrays = None,
        input_fn: InputFn | None = None,
        batch_size: int | None = None,
        outputs: list[str] | None = None,
        as_iterable: bool = True,
        iterate_batches: bool = False,
    ) -> Any:
        """Predicts with the latest checkpoint.

        Input ends with its queues or its `Dataset`. Of tensors that depend on neither, one batch is
        predicted.

        Args:
          x: As for `fit`; each example is used once.
          input_fn: Without arguments; returns features, or `(features, labels)`, whose labels are
            not looked at, or a `Dataset` of either.
          batch_size: How many examples of `x` make a batch; None takes all of them at once.
          outputs: Which of the predictions to give; None and `[]` give all of them.
          as_iterable: Whether to give a generator. Otherwise arrays: all predictions for `x`, those
            of one batch for an `input_fn`.
          iterate_batches: Whether the generator gives whole batches, not single examples.

        Returns:
          Predictions of the type that the model has: arrays or dicts of them.

        Raises:
          NotFittedError: If there is no checkpoint.
          ValueError: If there is both or neither of `x` and `input_fn`, or none of `outputs` exist.
        """
        input_source.check_arguments(x, None, input_fn, None, batch_size)
        checkpoint_path = self._checkpoint()
        source = input_source.source_of(x, None, input_fn, batch_size=batch_size, labelled=False)
        with silenced_deprecations():
            generator = self._core.with_model_fn(self._build_spec, checkpoint_path).predictions(
                source.input_fn, outputs or None, source.hooks, checkpoint_path
            )
            batches = prediction_batches.started(generator, lambda: source.is_constant)
        if not as_iterable:
            # As contrib: of an input_fn, which may never end, one batch; of x, all of it.
            return prediction_batches.concatenated(batches, only_one=input_fn is not None)
        return batches if iterate_batches else prediction_batches.examples(batches)

    def get_variable_names(self) -> list[str]:
        """Returns the names of all variables in the latest checkpoint; `ValueError` if none."""
        return [name for name, _ in checkpoints.list_variables(self._model_dir)]

    def get_variable_value(self, name: str) -> Any:
        """Returns the value of a variable in the latest checkpoint; `ValueError` if none."""
        return checkpoints.load_variable(self._model_dir, name)

    def _get_feature_ops_from_example(self, examples_batch: Any) -> Any:
        """Parses examples into the features that this object was trained or evaluated with.

        Raises:
          ValueError: It was not.
        """
        if self._features_info is None:
            raise ValueError(
                "Features information missing, was fit() ever called? Call it, or pass an input_fn."
            )
        return create_example_parser_from_signatures(self._features_info, examples_batch)

    @deprecated("2017-03-25", "Please use Estimator.export_savedmodel() instead.")
    def export(
        self,
        export_dir: str,
        input_fn: Callable[..., Any] | None = session_bundle.default_input_fn,
        input_feature_key: str | None = None,
        use_deprecated_input_fn: bool = True,
        signature_fn: Callable[..., Any] | None = None,
        prediction_key: str | None = None,
        default_batch_size: int = 1,
        exports_to_keep: int | None = None,
        checkpoint_path: str | None = None,
    ) -> bytes:
        """Exports a checkpoint as a session bundle, which TensorFlow Serving reads no more.

        Args:
          export_dir: The folder in which a new one, named after the global step, is made.
          input_fn: With `use_deprecated_input_fn`, called with the estimator and a string tensor of
            serialized examples, and returns features; by default what the model was trained with
            is parsed. Otherwise without arguments; returns `(features, labels)`.
          input_feature_key: The key of the serialized examples among those features.
          use_deprecated_input_fn: See `input_fn`.
          signature_fn: Called with examples, features and predictions; returns `(default
            signature, {name: signature})`. See `utils.export.generic_signature_fn`.
          prediction_key: Which of the predictions to export.
          default_batch_size: The size of the tensor of serialized examples; None leaves it open.
          exports_to_keep: How many exports to keep; None keeps all.
          checkpoint_path: The checkpoint; None takes the latest.

        Returns:
          The new folder.

        Raises:
          KeyError: There is no such feature or prediction.
          RuntimeError: There is an export of this global step already.
          ValueError: There is no checkpoint, or no tensor of examples for the signature.
        """
        return session_bundle.export_bundle(
            self,
            export_dir,
            signature_fn,
            input_fn or session_bundle.default_input_fn,
            default_batch_size,
            exports_to_keep,
            input_feature_key,
            use_deprecated_input_fn,
            prediction_key,
            checkpoint_path,
        )

    def _checkpoint(self) -> str:
        """Returns the latest checkpoint."""
        path = checkpoint_management.latest_checkpoint(self._model_dir)
        if path is None:
            raise sklearn_api.NotFittedError(
                f"Couldn't find trained model at {self._model_dir}; call fit first."
            )
        return str(path)


def core_of(estimator_: Any) -> Any:
    """Returns the `tf.estimator.Estimator` that runs an estimator; others as they are."""
    return estimator_._core if isinstance(estimator_, BaseEstimator) else estimator_
