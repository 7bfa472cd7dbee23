"""The real `tf.estimator.Estimator`, without those of its habits that contrib's did not have.

It lets no subclass override what is not meant for that, and says itself how to do so all the same.
Each method below that overrides one of its own answers one habit.
"""

from __future__ import annotations

import contextlib
import copy
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tf_spec_compat._tf import checkpoints, estimator, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.cached_runs import cached_runs_hooks
from tf_spec_compat.errors import UnsupportedError

__all__ = ["CoreEstimator", "filter_devices"]

_STANDS_STILL = (
    "Sessions stand still under a strategy of several replicas (train_distribute is {strategy} of "
    "{count}) while eager mode is on. Pass the same model_fn and config to "
    "tf_spec_compat.native.Model, which needs no session; or call "
    "tf.compat.v1.disable_eager_execution() before the strategy is made."
)

_LOSS = "loss"


class CoreEstimator(estimator.Estimator):
    """Trains, evaluates, predicts and exports by a model_fn that is given for each call.

    As for `tf.estimator.Estimator`, the model_fn returns an `EstimatorSpec`. Its metrics are all
    there are, `loss` among them or not, and so are its summaries.
    """

    def __init__(self, model_dir: str | None, config: Any) -> None:
        """Takes the folder and the configuration, but no model.

        Raises:
          UnsupportedError: If a session would stand still under the strategy to train by.
        """
        _check_strategy(config.train_distribute)
        with silenced_deprecations():
            super().__init__(_no_model, model_dir=model_dir, config=config)
        self._restored: str | None = None

    def with_model_fn(
        self, model_fn: Callable[..., Any], checkpoint_path: str | None = None
    ) -> CoreEstimator:
        """Returns this estimator with a model, for one call.

        Args:
          model_fn: Returns an `EstimatorSpec`.
          checkpoint_path: What the call restores; None is the latest checkpoint, if there is one.
        """
        other = copy.copy(self)
        other._model_fn, other._restored = model_fn, checkpoint_path
        return other

    def _assert_members_are_not_overridden(self) -> None:
        """Would refuse what follows."""

    def predictions(
        self,
        input_fn: Callable[..., Any],
        keys: Sequence[str] | None,
        hooks: Iterable[Any],
        checkpoint_path: str,
    ) -> Iterator[Any]:
        """Predicts batch by batch as `predict` does, whose graph would stay the default one.

        `predict` is a generator inside `with` blocks: while it waits, and for good if it is not
        read to its end, its finished graph is everybody's default graph. What is returned here
        enters its graph for each batch, and closes its session when it ends, is closed, or is
        dropped after its first batch.

        Args:
          input_fn: Returns features, or features and labels, or a `Dataset`.
          keys: Which of the predictions to give; None gives all.
          hooks: `SessionRunHook`s.
          checkpoint_path: The checkpoint.

        Returns:
          A generator of what the model predicts, an array or a dict of them for each batch.
        """
        mode = estimator.ModeKeys.PREDICT
        with tf1.Graph().as_default() as graph, graph.device(self._device_fn):
            tf1.set_random_seed(self._config.tf_random_seed)
            self._create_and_assert_global_step(graph)
            features, input_hooks = self._get_features_from_input_fn(input_fn, mode)
            spec = self._call_model_fn(features, None, mode, self.config)
            fetches = self._extract_keys(spec.predictions, keys)
            session = tf1.train.MonitoredSession(
                session_creator=tf1.train.ChiefSessionCreator(
                    checkpoint_filename_with_path=checkpoint_path,
                    master=self._config.master,
                    scaffold=spec.scaffold,
                    config=self._session_config,
                ),
                hooks=[
                    *cached_runs_hooks(),
                    *input_hooks,
                    *hooks,
                    *(spec.prediction_hooks or ()),
                ],
            )
        return _batches(graph, session, fetches)

    def _call_model_fn(self, features: Any, labels: Any, mode: str, config: Any) -> Any:
        """Would go on to restore variables from values of other shapes."""
        spec = super()._call_model_fn(features, labels, mode, config)
        prefix = self._restored or tf1.train.latest_checkpoint(self._model_dir)
        if prefix and not (spec.scaffold and spec.scaffold.saver):  # One that the model has.
            checkpoints.check_shapes(prefix)
        return spec

    def export_savedmodel(self, *args: Any, **kwargs: Any) -> Any:
        """Would say ValueError of what the checkpoint lacks, not what restoring says."""
        try:
            return super().export_savedmodel(*args, **kwargs)
        except ValueError as error:
            if isinstance(error.__context__, tf.errors.NotFoundError):
                raise error.__context__ from error
            raise

    def _validate_features_in_predict_input(self, result: Any) -> None:
        """Would warn that predictions of input without queues never end; contrib's do."""

    def _train_with_estimator_spec(
        self,
        estimator_spec: Any,
        worker_hooks: list[Any],
        hooks: Any,
        global_step_tensor: Any,
        saving_listeners: Any,
    ) -> Any:
        """Would add a summary `loss` to a model that has none; it is removed before it is used."""
        worker_hooks[:0] = cached_runs_hooks()
        worker_hooks.append(_LossSummaryRemover(estimator_spec.loss))
        return super()._train_with_estimator_spec(
            estimator_spec, worker_hooks, hooks, global_step_tensor, saving_listeners
        )

    def _call_model_fn_eval(self, input_fn: Callable[..., Any], config: Any) -> tuple[Any, ...]:
        """Would add a mean of the loss as the metric `loss`, and refuse a model that has one."""
        features, labels, input_hooks = self._get_features_and_labels_from_input_fn(
            input_fn, estimator.ModeKeys.EVAL
        )
        spec = self._call_model_fn(features, labels, estimator.ModeKeys.EVAL, config)
        metrics = [(name, spec.eval_metric_ops[name]) for name in sorted(spec.eval_metric_ops)]
        values = {name: value for name, (value, _) in metrics}
        update_op = tf.group(*[update for _, (_, update) in metrics]) if metrics else None
        hooks = [*cached_runs_hooks(), *input_hooks]
        return spec.scaffold, spec.evaluation_hooks, hooks, update_op, values

    def _call_model_fn_eval_distributed(
        self, input_fn: Callable[..., Any], config: Any
    ) -> tuple[Any, ...]:
        """Does as it likes under a distribution strategy: that one's mean is over all replicas."""
        model_fn = functools.partial(_without_loss, self._model_fn)
        other = self.with_model_fn(model_fn, self._restored)
        evaluated: tuple[Any, ...] = super(CoreEstimator, other)._call_model_fn_eval_distributed(
            input_fn, config
        )
        return evaluated


def _check_strategy(strategy: Any) -> None:
    if strategy is None or not tf1.executing_eagerly_outside_functions():
        return
    count = strategy.num_replicas_in_sync
    if count > 1:
        name = type(strategy).__name__
        raise UnsupportedError(_STANDS_STILL.format(strategy=name, count=count))


def _batches(graph: Any, session: Any, fetches: Any) -> Iterator[Any]:
    """Runs a monitored session until its input ends."""

    def leave(*error: Any) -> Any:
        with graph.as_default():  # the graph that closing makes unfinalized is the default one
            return session.__exit__(*error)

    with contextlib.ExitStack() as stack:
        stack.push(leave)
        while not session.should_stop():
            with graph.as_default():
                batch = session.run(fetches)
            yield batch


def filter_devices(core: Any, filters: Iterable[str]) -> None:
    """Lets the sessions of a core `Estimator` see some tasks only, unless it says which itself."""
    options = tf1.ConfigProto()
    options.CopyFrom(core._session_config)
    if not options.device_filters:
        options.device_filters.extend(filters)
        core._session_config = options


def _no_model(features: Any, labels: Any, mode: str) -> Any:
    raise RuntimeError("This estimator has no model of its own; call with_model_fn() first.")


def _without_loss(model_fn: Callable[..., Any], features: Any, labels: Any, mode: str) -> Any:
    spec = model_fn(features=features, labels=labels, mode=mode)
    metrics = {name: metric for name, metric in spec.eval_metric_ops.items() if name != _LOSS}
    fields = {**spec._asdict(), "eval_metric_ops": metrics}
    return spec._make(fields.values())


class _LossSummaryRemover(tf1.train.SessionRunHook):
    """Removes a summary of the loss that is added after this hook was made."""

    def __init__(self, loss: Any) -> None:
        self._loss = loss
        self._known = {id(summary) for summary in tf1.get_collection(tf1.GraphKeys.SUMMARIES)}

    def begin(self) -> None:
        summaries = tf1.get_default_graph().get_collection_ref(tf1.GraphKeys.SUMMARIES)
        for index, summary in enumerate(summaries):
            if id(summary) not in self._known and self._is_of_the_loss(summary):
                del summaries[index]
                return

    def _is_of_the_loss(self, summary: Any) -> bool:
        operation = getattr(summary, "op", None)
        return (
            operation is not None
            and operation.type == "ScalarSummary"
            and operation.inputs[1] is self._loss
        )
