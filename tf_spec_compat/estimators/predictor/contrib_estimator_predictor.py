"""`tensorflow.contrib.predictor.contrib_estimator_predictor`: from a `contrib.learn.Estimator`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import checkpoint_management, monitored_session
from tf_spec_compat.estimators.predictor.predictor import Predictor
from tf_spec_compat.specs.signatures import (
    DEFAULT_INPUT_ALTERNATIVE_KEY,
    get_input_alternatives,
    get_output_alternatives,
)
from tf_spec_compat.training.types import Graph, SessionConfig

__all__ = ["ContribEstimatorPredictor"]


class ContribEstimatorPredictor(Predictor):
    """An estimator with what it would be served with, from its latest checkpoint."""

    def __init__(
        self,
        estimator: Any,
        prediction_input_fn: Callable[[], Any],
        input_alternative_key: str | None = None,
        output_alternative_key: str | None = None,
        graph: Graph = None,
        config: SessionConfig | None = None,
    ) -> None:
        """Builds the model in INFER mode.

        Args:
          estimator: A `contrib.learn.Estimator`.
          prediction_input_fn: Gives `InputFnOps`.
          input_alternative_key: Which of their inputs to feed; the default ones without it.
          output_alternative_key: Which head to fetch; the only one without it.
          graph: Where to build it; a new graph by default.
          config: A `ConfigProto` for the session.

        Raises:
          ValueError: There is no such head, or there are several and none is given.
        """
        self._graph = graph or tf1.Graph()
        with self._graph.as_default():
            tf1.train.create_global_step(self._graph)
            input_ops = prediction_input_fn()
            ops = estimator._get_predict_ops(input_ops.features)
            creator = tf1.train.ChiefSessionCreator(
                config=config, checkpoint_filename_with_path=_checkpoint(estimator)
            )
            self._session = monitored_session.MonitoredSession(session_creator=creator)
        inputs, _ = get_input_alternatives(input_ops)
        key = input_alternative_key or DEFAULT_INPUT_ALTERNATIVE_KEY
        self._feed_tensors = inputs[key]
        outputs, default_key = get_output_alternatives(ops, output_alternative_key)
        self._fetch_tensors = outputs[default_key][1]


def _checkpoint(estimator: Any) -> Any:
    return checkpoint_management.latest_checkpoint(estimator.model_dir)
