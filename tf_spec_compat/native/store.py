"""The state of a model: its variables, the graphs made of its model_fn, and their checkpoints."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import checkpoint_management
from tf_spec_compat._tf.runtime import unoptimized_functions
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.native.inputs import Input, check_same
from tf_spec_compat.native.mode_graph import ModeGraph
from tf_spec_compat.native.replicas import Replicas
from tf_spec_compat.native.training import Trainer

__all__ = ["ModelStore"]

_GLOBAL_STEP = tf1.GraphKeys.GLOBAL_STEP
_NO_EAGER = (
    "native.Model needs eager mode, and here it is off; remove "
    "tf.compat.v1.disable_eager_execution() and disable_v2_behavior(), and leave any tf.Graph; "
    "under the TF1 view, take install(tf1_view=..., eager=True) or run --eager. Or use the "
    "model_fn with tf.estimator.Estimator."
)


class ModelStore:
    """Builds graphs of a model_fn, and gives them variables that have values.

    Attributes:
      build: A function of features, labels and mode; returns `ModelFnOps` or an `EstimatorSpec`.
      params: What an input_fn with such an argument is given.
      config: The `RunConfig`.
      folder: Where checkpoints are; None for nowhere.
      values: Name -> eager global variable.
      checkpoint: What the values were read from, or written to last; None for nothing.
      module: Has the values for attributes, so that whoever has it tracks them.
      replicas: Those that it is trained in.
      lock: To be held while any of this is used.
    """

    def __init__(
        self,
        build: Callable[..., Any],
        params: Any,
        config: Any,
        folder: str | None,
        replicas: Replicas,
    ) -> None:
        """Takes how a model is built, where its checkpoints are, and on what it is trained."""
        self.replicas = replicas
        self.build, self.params, self.config, self.folder = build, params, config, folder
        self.values: dict[str, Any] = {}
        self.module = tf.Module()
        self.checkpoint: str | None = None
        self._is_ahead, self._step_then = False, 0
        self._swaps = False
        self.lock = threading.RLock()
        self._kept: dict[str, list[ModeGraph]] = {}

    @property
    def is_ahead(self) -> bool:
        """Whether the values were trained since, or set; steps in `tf.function`s tell nobody."""
        return self._is_ahead or self.global_step != self._step_then

    @is_ahead.setter
    def is_ahead(self, value: bool) -> None:
        self._is_ahead = value
        if not value:
            self._step_then = self.global_step

    @property
    def global_step(self) -> int:
        """How many steps the model was trained; 0 if it was not built."""
        step = self.values.get(_GLOBAL_STEP)
        return 0 if step is None else int(step.numpy())

    def graphs(self, mode: str) -> list[ModeGraph]:
        """Returns the list of graphs that are kept for a mode."""
        return self._kept.setdefault(mode, [])

    def graph(self, mode: str, input_: Input, keep: bool = True) -> ModeGraph:
        """Returns a graph for some input: a known one if there is one.

        Args:
          mode: One of `ModeKeys`.
          input_: What it is fed with.
          keep: Whether it may be one that was kept, and is kept.

        Raises:
          RuntimeError: Outside eager mode.
          ValueError: If the input is not like that of the graphs that are kept.
        """
        if not tf.executing_eagerly():
            raise RuntimeError(_NO_EAGER)
        self._forget_if_stale()
        known = self.graphs(mode)
        if input_.specs is not None:
            if known:
                check_same(known[0].input.specs, input_.specs, mode != ModeKeys.INFER)
            for graph in known:
                # Whose its variables are was settled when it was opened.
                is_of_now = not graph.is_open or (graph.read is not None) == self._is_own(graph)
                if keep and graph.input.specs == input_.specs and is_of_now:
                    return graph
        if known:
            input_.check = lambda specs: check_same(
                known[0].input.specs, specs, mode != ModeKeys.INFER
            )
        graph = ModeGraph(mode, input_, self.build, self.params, self.config, self.replicas)
        is_fed = input_.specs is not None and input_.dataset_variant is None
        if keep and is_fed:
            known.append(graph)
        return graph

    def unopened(self, graph: ModeGraph) -> ModeGraph:
        """Returns a graph for hooks, which may add to it: one like it if it is open already."""
        if not graph.is_open:
            return graph
        return self.graph(graph.mode, Input(graph.input.specs), keep=False)

    def latest(self) -> str | None:
        """Returns the latest checkpoint in the folder, or None."""
        path = checkpoint_management.latest_checkpoint(self.folder) if self.folder else None
        return None if path is None else str(path)

    def _forget_if_stale(self) -> None:
        """Lets variables be read anew if somebody else has written a checkpoint since."""
        latest = self.latest()
        if latest is None or latest == self.checkpoint or self.is_ahead or not self.values:
            return
        tf1.logging.info("%s is new; variables are read from there.", latest)
        self._kept = {}
        self.values = {}
        self.checkpoint, self.is_ahead = None, False

    def open(self, graph: ModeGraph, checkpoint_path: str | None = None) -> None:
        """Gives a graph variables that have values, and resets the local ones.

        Variables are the model's; for a checkpoint that is asked for, or where the model_fn says
        how its variables are restored, they are the graph's alone.

        Args:
          graph: The graph.
          checkpoint_path: The checkpoint; None takes the model as it is.

        Raises:
          ValueError: If the model was not trained, or a variable is not the same in all modes.
        """
        self.settle(graph.mode)
        if graph.is_open:
            self.refresh(graph)
            if graph.spec.scaffold is not None:
                graph.initialize_local()
            else:
                graph.session.run(graph.reset_op)
            return
        with silenced_deprecations(), unoptimized_functions():
            if checkpoint_path or self._is_own(graph):
                path = checkpoint_path or self.written()
                graph.bind({})
                graph.restore(path)
                graph.read = path
            else:
                self._share(graph)
            graph.initialize_local()
        graph.is_open = True

    def _is_own(self, graph: ModeGraph) -> bool:
        """Says whether a graph's variables are its own, and not the model's."""
        return graph.mode != ModeKeys.TRAIN and (graph.has_own_saver or self._swaps)

    def refresh(self, graph: ModeGraph) -> None:
        """Gives an open graph whose variables are its own the values that the model has by now."""
        if graph.read is not None and (self.is_ahead or graph.read != self.latest()):
            with silenced_deprecations(), unoptimized_functions():
                graph.read = self.written()
                graph.restore(graph.read)

    def settle(self, mode: str) -> None:
        """Lets the replicas agree on what each averaged by itself, before a mode that reads it."""
        # Several processes do so at the end of `fit`: here, others may be elsewhere.
        if mode != ModeKeys.TRAIN and self.is_ahead and self.replicas.processes == 1:
            self.replicas.settle(self.values.values())

    def _share(self, graph: ModeGraph) -> None:
        known = dict(self.values)
        is_empty = not known
        new = graph.bind(known)
        is_training = graph.mode == ModeKeys.TRAIN
        path = self.latest() if is_empty else None
        if not is_empty and new and is_training and not self.is_ahead:
            path = self.checkpoint  # It has what only training has.
        if path:
            graph.restore(path)
            self.replicas.mirror(known[name] for name in graph.variables)
        elif is_training:
            if new:
                graph.initialize(new)
        elif is_empty:
            raise _not_trained(self.folder)
        elif new:
            raise ValueError(
                f"The model built to {graph.mode} has variables that the trained one has not: "
                f"{', '.join(sorted(new))}. Every mode has to build the same ones."
            )
        self.values = known
        if is_training:  # What a checkpoint has in the places of variables is what to evaluate.
            self._swaps = graph.swaps and self.folder is not None
        if path:
            self.is_ahead = False
        self.module.values = dict(known)
        self.checkpoint = path or self.checkpoint

    def written(self) -> str:
        """Returns a checkpoint of the model as it is."""
        if self.is_ahead and self.folder and self.graphs(ModeKeys.TRAIN):
            return self.save()
        path = self.latest()
        if path is None:
            raise _not_trained(self.folder)
        return path

    def save(self) -> str:
        """Writes a checkpoint; returns its path.

        Raises:
          ValueError: If there is no folder, or the model was not trained here.
        """
        graphs = [graph for graph in self.graphs(ModeKeys.TRAIN) if graph.is_open]
        if not self.folder or not graphs:
            raise ValueError(
                f"There is nothing to save, or nowhere: model_dir is {self.folder!r}, and the "
                f"global step {self.global_step}. Give a model_dir, and train by train_step first."
            )
        with self.replicas.folder(self.folder) as folder:
            trainer = Trainer(graphs[-1], self.values[_GLOBAL_STEP], self.config, folder, None)
            path = trainer.save(self.global_step)
        self.checkpoint = path if self.replicas.is_chief else self.latest() or path
        self.is_ahead = False
        return self.checkpoint


def _not_trained(folder: str | None) -> ValueError:
    return ValueError(
        f"Could not find trained model in model_dir: {folder}; call fit or train_step first, or "
        "give the model_dir of a trained one."
    )
