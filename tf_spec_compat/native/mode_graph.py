"""The graph of a model in one mode."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, audible_deprecations, silenced_deprecations, tf, tf1
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.estimators.model_builder import to_spec
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.native.graph_functions import GraphFunctions
from tf_spec_compat.native.graph_session import GraphSession
from tf_spec_compat.native.inputs import Input
from tf_spec_compat.native.replicas import Replicas

__all__ = ["ModeGraph"]


class ModeGraph:
    """A model_fn's graph for training, evaluating or predicting, and the functions made of it.

    Attributes:
      mode: One of `ModeKeys`.
      input: The `Input`.
      spec: The `EstimatorSpec`.
      ops: What the model_fn returned: `ModelFnOps` or an `EstimatorSpec`.
      graph: The `tf.Graph`.
      scaffold: The spec's `Scaffold`, or a default one; finalized by `bind`, as the graph is.
      has_own_saver: Whether the model_fn says how variables are saved and restored.
      swaps: Whether its saver writes variables under each other's names, as averages of them.
      global_step: The variable.
      reset_op: Gives local variables, those of metrics among them, their initial values.
      variables: Name -> the global variable in the graph.
      session: Runs parts of the graph; there once `bind` was called.
      is_open: Whether all variables have values, too; for whoever gives them to say.
      read: The checkpoint that its own values are from; None where they are the model's. Likewise.
      loops: What repeats its steps, by name.
      replicas: How many there are in it, and what they have together.
    """

    def __init__(
        self,
        mode: str,
        input_: Input,
        build: Callable[..., Any],
        params: Any,
        config: Any,
        model_replicas: Replicas,
    ) -> None:
        """Builds the graph, as `tf.estimator.Estimator` would: in this order and with this seed.

        Args:
          mode: One of `ModeKeys`.
          input_: What the model is fed with.
          build: A function of features, labels and mode; returns `ModelFnOps` or an
            `EstimatorSpec`.
          params: What an input_fn with such an argument is given.
          config: The `RunConfig`.
          model_replicas: Those that the model is trained in; for other modes there is one.

        Raises:
          TypeError, ValueError: What the model_fn returned is none of what it may, or of another
            mode.
          UnsupportedError: The model has queues.
        """
        self.mode, self.input = mode, input_
        self.graph = tf.Graph()
        self._model_replicas = model_replicas
        self.replicas = model_replicas if mode == ModeKeys.TRAIN else Replicas()
        created: list[Any] = []
        create = functools.partial(_create, created)
        with self.graph.as_default(), silenced_deprecations():
            with tf1.variable_creator_scope(create), self.replicas.scope():
                tf1.set_random_seed(config.tf_random_seed)
                self.global_step = tf1.train.create_global_step()
                given = input_.build(mode, params, config, self.replicas)
                self.spec = self.replicas.build(functools.partial(self._build, build), given)
                scaffold = self.spec.scaffold
                self.has_own_saver = scaffold is not None and scaffold.saver is not None
                savers = tf1.get_collection(tf1.GraphKeys.SAVERS)
                if mode == ModeKeys.TRAIN:
                    self._finish_training(config, self.has_own_saver or bool(savers))
                self.has_own_saver |= bool(savers)
                self.swaps = _swaps(scaffold and scaffold.saver)
                self.reset_op = tf1.local_variables_initializer()
                self.scaffold = scaffold or tf1.train.Scaffold()
            copies = self.replicas.copies
            self.variables = {copies(each)[0].op.name: each for each in tf1.global_variables()}
        _check_queues(self.graph)
        of_globals = {each.op.name for one in self.variables.values() for each in copies(one)}
        self._local = {each.op.name: each for each in created if each.op.name not in of_globals}
        self.session: GraphSession
        self.is_open = False
        self.read: str | None = None
        self.loops: dict[str, Any] = {}

    def _build(self, build: Callable[..., Any], features: Features, labels: Labels) -> Any:
        """Calls the model_fn; returns the `EstimatorSpec` of what it returns."""
        with audible_deprecations():
            ops = build(features, None if self.mode == ModeKeys.INFER else labels, self.mode)
        _check_mode(ops, self.mode)
        self.ops = _with_loss(ops) if self.mode == ModeKeys.EVAL else ops
        return to_spec(self.ops)

    def _finish_training(self, config: Any, has_saver: bool) -> None:
        """Adds what `tf.estimator.Estimator` adds: a summary of the loss, and a saver."""
        summaries = tf1.get_collection(tf1.GraphKeys.SUMMARIES)
        if not any(each.op.name == "loss" for each in summaries):
            tf1.summary.scalar("loss", self.spec.loss)
        tf1.add_to_collection(tf1.GraphKeys.LOSSES, self.spec.loss)
        if not has_saver:
            tf1.add_to_collection(
                tf1.GraphKeys.SAVERS,
                tf1.train.Saver(
                    sharded=True,
                    max_to_keep=config.keep_checkpoint_max,
                    keep_checkpoint_every_n_hours=config.keep_checkpoint_every_n_hours,
                    defer_build=True,
                    save_relative_paths=True,
                ),
            )

    def bind(self, variables: dict[str, Any]) -> list[str]:
        """Puts eager variables in the places of the graph's, and makes those that are missing.

        Args:
          variables: Name -> eager global variable; grows by those that are new.

        Returns:
          The names of the new ones.

        Raises:
          ValueError: If a variable has another shape or dtype in this graph.
        """
        for name, here in self.variables.items():
            known = variables.get(name)
            if known is not None and (
                known.dtype != here.dtype.base_dtype
                or not known.shape.is_compatible_with(here.shape)
            ):
                raise ValueError(
                    f"Variable {name!r} has shape {here.shape} and dtype {here.dtype.name} when "
                    f"the model is built to {self.mode}, but {known.shape} and "
                    f"{known.dtype.name} so far; every mode has to build the same variables."
                )
        with self.graph.as_default(), silenced_deprecations(), self.replicas.scope():
            self.scaffold.finalize()
        new = [name for name in self.variables if name not in variables]
        for name in new:
            variables[name] = self._model_replicas.eager_variable(self.variables[name])
        bound = {name: _local(each) for name, each in self._local.items()}
        for name, here in self.variables.items():
            names = [each.op.name for each in self.replicas.copies(here)]
            bound.update(zip(names, self._model_replicas.copies(variables[name])))
        self.session = GraphSession(GraphFunctions(self.graph, bound))
        return new

    def initialize(self, names: list[str]) -> None:
        """Gives some global variables their initial values, as the seed and `init_fn` say."""
        if len(names) == len(self.variables):
            scaffold = self.scaffold
            if scaffold.init_op is not None:
                self.session.run(scaffold.init_op, scaffold.init_feed_dict)
            if scaffold.init_fn is not None:
                scaffold.init_fn(self.session)
        else:
            self.session.run([self.variables[name].initializer for name in names])

    def restore(self, path: str) -> None:
        """Gives global variables their values in a checkpoint, by the model's saver."""
        with self.graph.as_default():
            self.scaffold.saver.restore(self.session, path)

    def recover_checkpoints(self, folder: str) -> None:
        """Lets the saver know the checkpoints in a folder, so that it removes the oldest."""
        state = tf1.train.get_checkpoint_state(folder)
        if state is not None and not self.scaffold.saver.last_checkpoints:
            self.scaffold.saver.recover_last_checkpoints(state.all_model_checkpoint_paths)

    def initialize_local(self) -> None:
        """Gives local variables their initial values, and fills tables."""
        # A model_fn's own op does not know the metrics, some of which were added behind it.
        self.session.run(self.reset_op)
        if self.scaffold.local_init_op is not None:
            self.session.run(self.scaffold.local_init_op)

    def function(self, fetches: Any, feeds: Any = None) -> Callable[..., list[Any]]:
        """Returns a function of the input, or of `feeds`; see `GraphFunctions.function`."""
        given = self.input.feeds if feeds is None else feeds
        return self.session.functions.function(fetches, given)

    def batch(self, iterator: Any) -> list[Tensor]:
        """Returns what feeds one step, a batch for each replica; nothing of an iterator None.

        Raises:
          OutOfRangeError: If there are not enough of them.
        """
        if iterator is None:
            return []
        batches = [iterator.get_next() for _ in range(self.replicas.count)]
        flat: list[Tensor] = tf.nest.flatten(batches, expand_composites=True)
        return flat

    def dataset(self) -> Any:
        """Returns the `Dataset` that the input_fn returned, as an eager one; or None."""
        variant = self.input.dataset_variant
        if variant is None:
            return None
        if hasattr(variant, "numpy"):  # The input_fn did not make it, but knew one.
            value = variant
        else:
            (value,) = self.function([variant], [])()
        return tf.data.experimental.from_variant(value, self.input.specs)


def _create(created: list[Any], next_creator: Callable[..., Any], **kwargs: Any) -> Any:
    kwargs["use_resource"] = True
    variable = next_creator(**kwargs)
    created.append(variable)
    return variable


def _local(variable: Any) -> Any:
    with tf.device(variable.device):
        return Replicas().eager_variable(variable)


def _swaps(saver: Any) -> bool:
    """Says whether a saver, or None, gives a variable another name than its own."""
    named = getattr(saver, "_var_list", None)
    if not isinstance(named, dict):
        return False
    variables = [(name, each) for name, each in named.items() if isinstance(each, tf.Variable)]
    return any(name != each.op.name for name, each in variables)


def _check_mode(ops: Any, mode: str) -> None:
    if getattr(ops, "mode", mode) != mode:
        raise ValueError(
            f"model_fn was called with mode {mode!r} and returned {type(ops).__name__} of mode "
            f"{ops.mode!r}; pass the mode that it is given."
        )


def _with_loss(ops: Any) -> Any:
    """Adds the mean of the loss to the metrics, as every estimator does."""
    if isinstance(ops, EstimatorSpec) or ops.loss is None:
        return ops
    metrics = dict(ops.eval_metric_ops or {})
    if MetricKey.LOSS not in metrics:
        metrics[MetricKey.LOSS] = tf1.metrics.mean(ops.loss)
    return ops._replace(eval_metric_ops=metrics)


def _check_queues(graph: Any) -> None:
    runners = graph.get_collection(tf1.GraphKeys.QUEUE_RUNNERS)
    if runners:
        raise UnsupportedError(
            f"The model_fn uses queues ({', '.join(each.name for each in runners)}), which need a "
            "session's threads to fill them, and native.Model has none; read input in a "
            "tf.data.Dataset, or stay with Estimator for this model."
        )
