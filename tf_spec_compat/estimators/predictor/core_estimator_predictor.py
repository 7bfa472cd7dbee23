"""`tensorflow.contrib.predictor.core_estimator_predictor`: from a `tf.estimator.Estimator`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import estimator as tf_estimator
from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import monitored_session
from tf_spec_compat.estimators.predictor.predictor import Predictor
from tf_spec_compat.model.export_outputs import DEFAULT_SERVING_KEY
from tf_spec_compat.training.types import Graph, SessionConfig

__all__ = ["CoreEstimatorPredictor"]


class CoreEstimatorPredictor(Predictor):
    """An estimator with what it would be served with, from its latest checkpoint."""

    def __init__(
        self,
        estimator: Any,
        serving_input_receiver_fn: Callable[[], Any],
        output_key: str | None = None,
        graph: Graph = None,
        config: SessionConfig | None = None,
    ) -> None:
        """Builds the model in PREDICT mode.

        Args:
          estimator: A `tf.estimator.Estimator`.
          serving_input_receiver_fn: Gives a `ServingInputReceiver`.
          output_key: One of the `export_outputs`; that of serving by default.
          graph: Where to build it; a new graph by default.
          config: A `ConfigProto` for the session.

        Raises:
          KeyError: `output_key` is none of the outputs.
        """
        self._graph = graph or tf1.Graph()
        with self._graph.as_default():
            tf1.train.create_global_step(self._graph)
            receiver = serving_input_receiver_fn()
            spec = estimator._call_model_fn(
                receiver.features, None, tf_estimator.ModeKeys.PREDICT, estimator.config
            )
            creator = tf1.train.ChiefSessionCreator(
                config=config, checkpoint_dir=estimator.model_dir, scaffold=spec.scaffold
            )
            self._session = monitored_session.MonitoredSession(session_creator=creator)
        outputs = spec.export_outputs
        key = output_key or DEFAULT_SERVING_KEY
        if key not in outputs:
            raise KeyError(f"output_key must be one of {outputs.keys()}; got {key}")
        signature = outputs[key].as_signature_def(receiver.receiver_tensors)
        tensor = self._graph.get_tensor_by_name
        self._feed_tensors = {k: tensor(info.name) for k, info in signature.inputs.items()}
        self._fetch_tensors = {k: tensor(info.name) for k, info in signature.outputs.items()}
