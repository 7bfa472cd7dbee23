"""`tensorflow.contrib.predictor.saved_model_predictor`: from an exported model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.estimators.predictor.predictor import Predictor
from tf_spec_compat.model.export_outputs import DEFAULT_SERVING_KEY
from tf_spec_compat.training.types import Graph, SessionConfig

__all__ = ["DEFAULT_TAGS", "SavedModelPredictor"]

DEFAULT_TAGS = "serve"


class SavedModelPredictor(Predictor):
    """A signature of a SavedModel, or tensors of it."""

    def __init__(
        self,
        export_dir: str,
        signature_def_key: str | None = None,
        signature_def: Any = None,
        input_names: Mapping[str, str] | None = None,
        output_names: Mapping[str, str] | None = None,
        tags: str | None = None,
        graph: Graph = None,
        config: SessionConfig | None = None,
    ) -> None:
        """Loads the model.

        Args:
          export_dir: Where it is.
          signature_def_key: Which of its signatures to use; that of serving by default.
          signature_def: A signature of one's own, in its place.
          input_names: Name -> the name of a tensor to feed; with `output_names`, in its place.
          output_names: Name -> the name of a tensor to fetch.
          tags: The model's tags, separated by commas; "serve" by default.
          graph: Where to load it; a new graph by default.
          config: A `ConfigProto` for the session.

        Raises:
          ValueError: More than one of the three, or only one of the two names; no such signature.
            (contrib made a predictor of nothing of an unknown key.)
          OSError, RuntimeError: There is no model, or none of those tags.
        """
        if (input_names is None) != (output_names is None):
            raise ValueError(
                "input_names and output_names must both be specified or both be unspecified. "
                f"Got input_names={input_names!r}, output_names={output_names!r}."
            )
        given = [signature_def_key, signature_def, input_names]
        if sum(item is not None for item in given) > 1:
            raise ValueError(
                "You must specify at most one of signature_def_key OR signature_def OR"
                f"(input_names AND output_names). Got {signature_def_key!r}, {signature_def!r}, "
                f"{input_names!r}."
            )
        self._graph = graph or tf1.Graph()
        with self._graph.as_default():
            self._session = tf1.Session(config=config)
            model = tf1.saved_model.load(
                self._session, (tags or DEFAULT_TAGS).split(","), export_dir
            )
        if input_names is None or output_names is None:
            signature = signature_def or _signature(model, signature_def_key)
            input_names = {name: info.name for name, info in signature.inputs.items()}
            output_names = {name: info.name for name, info in signature.outputs.items()}
        tensor = self._graph.get_tensor_by_name
        self._feed_tensors = {name: tensor(path) for name, path in input_names.items()}
        self._fetch_tensors = {name: tensor(path) for name, path in output_names.items()}


def _signature(model: Any, key: str | None) -> Any:
    key = key or DEFAULT_SERVING_KEY
    if key not in model.signature_def:
        raise ValueError(
            f"The model has no signature {key!r}; give signature_def_key, one of "
            f"{sorted(model.signature_def)}."
        )
    return model.signature_def[key]
