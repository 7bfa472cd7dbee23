"""The two Estimators, contrib's and core's, and what each of them takes.

Written for Python 3.6 and TensorFlow 1.13, and without anything of this package: `verify` runs a
copy of it in the Python that has TensorFlow 1.
"""

from typing import Any, Callable

__all__ = ["CONTRIB", "CORE", "Estimators"]

CONTRIB, CORE = "contrib", "core"


class Estimators:
    """Makes Estimators of either kind, to be compared step by step.

    Attributes:
      tf: TensorFlow's version 1 API.
    """

    def __init__(self, tf: Any, core: Any, learn: "Callable[[], Any]") -> None:
        """Takes the APIs.

        Args:
          tf: TensorFlow's version 1 API.
          core: The namespace `tf.estimator`.
          learn: Returns an object with contrib's `Estimator`, `RunConfig` and `InputFnOps`.
        """
        self.tf, self._core, self._learn = tf, core, learn

    def kind_of(self, estimator: Any) -> str:
        """Returns the kind of an Estimator."""
        return CONTRIB if hasattr(estimator, "fit") else CORE

    def make(self, kind: str, model_fn: "Callable[..., Any]", params: Any, config: Any) -> Any:
        """Returns an Estimator."""
        home = self._learn() if kind == CONTRIB else self._core
        return home.Estimator(model_fn=model_fn, params=params, config=config)

    def config(self, kind: str, model_dir: str, seed: int, given: Any = None) -> Any:
        """Returns a `RunConfig` under which runs can be compared.

        Args:
          kind: For which Estimator.
          model_dir: Where the model goes.
          seed: The graph's seed.
          given: The user's, of which a copy is changed; None makes a new one.
        """
        options: dict[str, Any] = {
            "model_dir": model_dir,
            "tf_random_seed": seed,
            "save_summary_steps": 1,
            "keep_checkpoint_max": 100,
            # In one thread, sums have one order.
            "session_config": self.tf.ConfigProto(
                inter_op_parallelism_threads=1, intra_op_parallelism_threads=1
            ),
        }
        if given is not None:
            if given.session_config is not None:
                del options["session_config"]
            return given.replace(save_checkpoints_steps=10**9, **options)
        if kind == CONTRIB:
            options["save_checkpoints_secs"] = None
        home = self._learn() if kind == CONTRIB else self._core
        return home.RunConfig(save_checkpoints_steps=10**9, **options)

    def receiver(self, kind: str, features: Any, inputs: "dict[str, Any]") -> Any:
        """Returns features and placeholders as an export of this kind wants them."""
        if kind == CONTRIB:
            return self._learn().InputFnOps(features, None, inputs)
        export = self._core.export
        if isinstance(features, dict):
            return export.ServingInputReceiver(features, inputs)
        return export.TensorServingInputReceiver(features, inputs)

    def serving_input_fn(self, kind: str, given: "Callable[[], Any]") -> "Callable[[], Any]":
        """Returns a serving input_fn, contrib's or core's, as one for an export of this kind."""

        def serving_input_fn() -> Any:
            result = given()
            if hasattr(result, "default_inputs"):
                return self.receiver(kind, result.features, result.default_inputs)
            return self.receiver(kind, result.features, result.receiver_tensors)

        return serving_input_fn
