"""One model on several devices or machines, by a `tf.distribute.Strategy`.

As under `tf.estimator.Estimator`, a strategy has the model_fn called for each of its replicas, all
in one TF1 graph. Its optimizers sum the gradients of all replicas, and its variables have a copy on
each device.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, tf, tf1
from tf_spec_compat._tf.private import UninitializedVariable, combine_distributed_scaffold
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.types import Features, Labels

__all__ = ["Replicas", "replicas_of"]

_STRATEGIES = (
    tf.distribute.MirroredStrategy,
    tf.distribute.MultiWorkerMirroredStrategy,
    tf.distribute.OneDeviceStrategy,
    tf.distribute.experimental.MultiWorkerMirroredStrategy,
    tf1.distribute.MirroredStrategy,
    tf1.distribute.OneDeviceStrategy,
    tf1.distribute.experimental.MultiWorkerMirroredStrategy,
)


class Replicas:
    """What a model does on each device, and its variables there.

    Attributes:
      count: How many replicas this process runs; each is fed with a batch of its own.
      processes: How many processes train together.
      is_chief: Whether this process is the one that writes checkpoints and summaries.
    """

    def __init__(self, strategy: Any = None) -> None:
        """Takes the strategy; None is for one device, and none.

        Raises:
          UnsupportedError: If it does not mirror variables.
        """
        if strategy is not None and not isinstance(strategy, _STRATEGIES):
            raise UnsupportedError(
                "native.Model trains by tf.distribute.MirroredStrategy, "
                "MultiWorkerMirroredStrategy and OneDeviceStrategy, which mirror variables; got "
                f"{type(strategy).__name__}."
            )
        self._strategy: Any = strategy
        self.count, self.processes, self.is_chief = 1, 1, True
        if strategy is not None:
            self.count = len(strategy.extended.worker_devices)
            self.processes = strategy.num_replicas_in_sync // self.count
            self.is_chief = strategy.extended.should_checkpoint

    def input_context(self) -> Any:
        """Returns the `tf.distribute.InputContext` of what an input_fn makes here."""
        if self.processes == 1:
            return tf.distribute.InputContext(num_replicas_in_sync=self.count)
        return self._strategy.extended._make_input_context()

    @contextlib.contextmanager
    def scope(self) -> Iterator[None]:
        """Lets variables be the strategy's, and optimizers scale losses as under Estimator."""
        if self._strategy is None:
            yield
            return
        with self._strategy.scope(), self._strategy._scale_loss_for_estimator_enabled():
            yield

    def build(
        self, build: Callable[[Features, Labels], EstimatorSpec], given: Sequence[Any]
    ) -> EstimatorSpec:
        """Calls a model_fn for each replica of this process, in the default graph and the scope.

        Args:
          build: Makes an `EstimatorSpec` of features and labels.
          given: The `(features, labels)` of each replica of this process.

        Returns:
          What trains all of them. Its loss is the one that Estimator reports under a strategy: the
          mean of the replicas' losses if their optimizer takes them for means, else their sum.
          Hooks are those of the first replica.
        """
        if self._strategy is None:
            return build(*given[0])
        specs: list[EstimatorSpec] = []
        left = iter(given)  # Replicas begin in their order, and wait for each other in between.

        def replica() -> Any:
            spec = build(*next(left))
            specs.append(spec)
            return spec.loss, spec.scaffold

        losses, scaffolds = self._strategy.extended.call_for_each_replica(replica)
        how = tf.distribute.ReduceOp.SUM
        if getattr(tf1.get_default_graph(), "_is_loss_scaled_by_optimizer", False):
            how = tf1.distribute.get_loss_reduction()
        return specs[0]._replace(
            loss=self._strategy.reduce(how, losses, axis=None),
            train_op=tf.group(*(spec.train_op for spec in specs)),
            scaffold=combine_distributed_scaffold(scaffolds, self._strategy),
        )

    def copies(self, variable: Any) -> tuple[Any, ...]:
        """Returns the copies of a variable in this process; itself if it has none."""
        if self._strategy is None:
            return (variable,)
        copies: tuple[Any, ...] = self._strategy.experimental_local_results(variable)
        return copies

    def eager_variable(self, like: Any) -> Any:
        """Returns an eager variable without a value in the place of a graph's."""
        first = self.copies(like)[0]
        options = {
            "trainable": like.trainable,
            "name": f"{first.op.name}/",  # as it is, in whatever name scope it is made
            "shape": first.shape,
            "dtype": first.dtype.base_dtype,
        }
        if self._strategy is None:
            return UninitializedVariable(**options)

        def create(next_creator: Any, **given: Any) -> Any:
            return UninitializedVariable(**{**options, "name": given["name"]})

        options["synchronization"] = like.synchronization
        options["aggregation"] = like.aggregation
        with tf.variable_creator_scope(create), self._strategy.scope():
            return tf.Variable(None, **options)

    def mirror(self, variables: Iterable[Any]) -> None:
        """Gives all copies of variables the value of the first."""
        for each in variables:
            first, *others = self.copies(each)
            for other in others:
                other.assign(first)

    def settle(self, variables: Iterable[Any]) -> None:
        """Gives variables that replicas update by themselves the value that they have together.

        Such are moving averages of batch normalization. A checkpoint has this value, too, so that
        Estimator goes on with it.
        """
        if self._strategy is None:
            return
        with self._strategy.scope():
            for each in variables:
                if each.synchronization == tf.VariableSynchronization.ON_READ:
                    each.assign(each.read_value())

    def agreed(self, seconds: float) -> float:
        """Returns the mean of what the processes measured, so that they decide alike."""
        if self.processes == 1:
            return seconds
        value = tf.constant(seconds, tf.float32)
        with self._strategy.scope():
            here = self._strategy.run(lambda: tf.identity(value))
            return float(self._strategy.reduce(tf.distribute.ReduceOp.MEAN, here, axis=None))

    @contextlib.contextmanager
    def folder(self, folder: str | None) -> Iterator[str | None]:
        """Gives the folder to write to: for all but the chief one that is removed afterwards.

        What is written has parts of all processes, so that all of them have to write; and nobody
        goes on before all have written.
        """
        if self.is_chief or not folder:
            yield folder
        else:
            with tempfile.TemporaryDirectory() as own:
                yield own
        self.agreed(0.0)

    def parts(self, given: Any) -> list[Any]:
        """Returns what the replicas of this process get of a structure of tensors.

        Args:
          given: Values of a `Dataset` that the strategy distributes; or tensors, which are split
            along their first dimension, the batch, as evenly as possible.

        Raises:
          InvalidArgumentError: If a batch has fewer examples than there are replicas.
        """
        if self._strategy is None:
            return [given]
        flat = [self._parts(each) for each in tf.nest.flatten(given)]
        return [
            tf.nest.pack_sequence_as(given, [each[index] for each in flat])
            for index in range(self.count)
        ]

    def _parts(self, given: Any) -> Sequence[Any]:
        if isinstance(given, tf.distribute.DistributedValues):
            results: Sequence[Any] = self._strategy.experimental_local_results(given)
            return results
        if isinstance(given, tf.SparseTensor):
            parts: Sequence[Any] = tf.sparse.split(given, num_split=self.count, axis=0)
            return parts
        if self.count == 1:
            return [given]
        size = tf.shape(given)[0]
        enough = tf.debugging.assert_greater_equal(
            size, self.count, f"A batch needs an example for each of the {self.count} replicas."
        )
        with tf.control_dependencies([] if enough is None else [enough]):
            ends = [size * index // self.count for index in range(self.count + 1)]
        return [given[begin:end] for begin, end in zip(ends, ends[1:])]


def replicas_of(config: Any) -> Replicas:
    """Returns what a `RunConfig` asks for; without a strategy in it, that of the scope around.

    Raises:
      UnsupportedError: If the strategy is none that mirrors variables, or there is a cluster and no
        strategy for it.
    """
    strategy = config.train_distribute
    if strategy is None and tf.distribute.has_strategy():
        strategy = tf.distribute.get_strategy()
    replicas = Replicas(strategy)
    if config.num_worker_replicas > 1 and replicas.processes == 1:
        raise UnsupportedError(
            f"config has a cluster of {config.num_worker_replicas} workers, and no strategy to "
            "train on them; native.Model has no parameter servers. Pass RunConfig(train_distribute="
            "tf.distribute.MultiWorkerMirroredStrategy()) with a TF_CONFIG of workers only, or "
            "stay with Estimator."
        )
    return replicas
