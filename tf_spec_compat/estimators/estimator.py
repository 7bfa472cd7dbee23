"""`Estimator`: a model that a model_fn builds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, tf1
from tf_spec_compat.estimators.base_estimator import BaseEstimator
from tf_spec_compat.estimators.eval_metrics import custom_metrics
from tf_spec_compat.estimators.export import SERVE, GraphRewriteSpec, export_savedmodel
from tf_spec_compat.estimators.model_builder import from_spec
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.specs.model_fn import call_model_fn, parameters_of, plan_call
from tf_spec_compat.training.types import Config, EvalMetrics

__all__ = ["Estimator"]


def _identity_feature_engineering_fn(features: Features, labels: Labels) -> Any:
    return features, labels


class Estimator(BaseEstimator):
    """Trains, evaluates, predicts with and exports the model that a model_fn builds.

    Deprecated, as in contrib; use `tf.estimator.Estimator`, which takes what
    `tf_spec_compat.model_fn_for_estimator` makes of a model_fn. Behaviour: TF 1.15.5.

    Example:
      >>> def model_fn(features, labels, mode, params):
      ...     logits = layers.linear(features["x"], 1, weights_initializer=tf.zeros_initializer())
      ...     optimizer = tf.train.GradientDescentOptimizer(params["learning_rate"])
      ...     return learn.regression_head().create_model_fn_ops(
      ...         features, mode, labels, logits=logits,
      ...         train_op_fn=lambda loss: optimizer.minimize(loss, tf.train.get_global_step()))
      >>> estimator = learn.Estimator(model_fn, model_dir="model", params={"learning_rate": 0.5})
      >>> x, y = {"x": np.float32([[1], [-1]])}, np.float32([3, -3])
      >>> results = estimator.fit(x, y, steps=20).evaluate(x, y)
      >>> sorted(results), round(float(results["loss"]), 4)
      (['global_step', 'loss'], 0.0)
      >>> [round(float(each["scores"]), 2) for each in estimator.predict(x)]
      [3.0, -3.0]
      >>> estimator.get_variable_names()
      ['fully_connected/biases', 'fully_connected/weights', 'global_step']
    """

    def __init__(
        self,
        model_fn: Callable[..., Any] | None = None,
        model_dir: str | None = None,
        config: Config = None,
        params: Any = None,
        feature_engineering_fn: Callable[..., Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          model_fn: A function of features, labels and any of `mode`, `params`, `config` and
            `model_dir`. It returns `ModelFnOps` or `(predictions, loss, train_op)`; beyond contrib
            an `EstimatorSpec` too.
          model_dir: As for `BaseEstimator`.
          config: As for `BaseEstimator`.
          params: Whatever `model_fn` wants as `params`.
          feature_engineering_fn: Called with features and labels (None when predicting); what it
            returns is given to `model_fn` in their place.

        Raises:
          AttributeError: If `config` is no `RunConfig`.
          ValueError: If there are `params` and `model_fn` takes none, or `model_dir` is not the one
            in `config`.
        """
        super().__init__(model_dir=model_dir, config=config)
        self._feature_engineering_fn = feature_engineering_fn or _identity_feature_engineering_fn
        if callable(model_fn):
            takes_params = "params" in parameters_of(model_fn)
            if params is not None and not takes_params:
                raise ValueError(
                    f"Estimator's model_fn ({model_fn}) does not have a params argument, but "
                    f"params ({params}) were passed to the Estimator's constructor; add the "
                    "argument, or leave them out."
                )
            if params is None and takes_params:
                tf1.logging.warning(
                    "%r has an argument params, but no params were given to the Estimator.",
                    model_fn,
                )
        self._model_fn = model_fn
        self.params = params

    @property
    def feature_engineering_fn(self) -> Callable[..., Any]:
        """What features and labels go through before `model_fn`."""
        return self._feature_engineering_fn

    def _call_model_fn(
        self,
        features: Features,
        labels: Labels,
        mode: str,
        metrics: EvalMetrics | None = None,
        config: Config = None,
    ) -> Any:
        """Builds the model.

        Args:
          features: A tensor, or a dict of them.
          labels: Likewise, or None. As in contrib, they are placeholders that nothing feeds when
            the model predicts after this object trained or evaluated it.
          mode: One of `ModeKeys`.
          metrics: What `evaluate` was given.
          config: What the model_fn gets as `config`; None is the estimator's.

        Returns:
          `ModelFnOps`.

        Raises:
          TypeError: If the model_fn is no function, needs a further argument, or returns nothing of
            the kinds that it may.
          ValueError: If it returns a tuple of another length than three.
        """
        if not callable(self._model_fn):
            raise TypeError(f"model_fn must be a function, got {self._model_fn!r}.")
        features, labels = self._feature_engineering_fn(features, labels)
        given = {
            "features": features,
            "labels": labels,
            "mode": mode,
            "params": self.params,
            "config": config or self.config,
            "model_dir": self._model_dir,
        }
        ops = call_model_fn(self._model_fn, plan_call(self._model_fn), given)
        if isinstance(ops, EstimatorSpec):
            ops = from_spec(ops)
        if metrics:
            ops.eval_metric_ops.update(custom_metrics(metrics, features, labels, ops.predictions))
        return ops

    def _get_train_ops(self, features: Features, labels: Labels) -> Any:
        return self._call_model_fn(features, labels, ModeKeys.TRAIN)

    def _get_eval_ops(self, features: Features, labels: Labels, metrics: EvalMetrics | None) -> Any:
        ops = self._call_model_fn(features, labels, ModeKeys.EVAL, metrics)
        if MetricKey.LOSS not in ops.eval_metric_ops:
            ops.eval_metric_ops[MetricKey.LOSS] = tf1.metrics.mean(ops.loss)
        return ops

    def _get_predict_ops(self, features: Features) -> Any:
        return self._call_model_fn(features, self._label_placeholders(), ModeKeys.INFER)

    def export_savedmodel(
        self,
        export_dir_base: str,
        serving_input_fn: Callable[[], Any],
        default_output_alternative_key: str | None = None,
        assets_extra: dict[str, str] | None = None,
        as_text: bool = False,
        checkpoint_path: str | None = None,
        graph_rewrite_specs: Sequence[GraphRewriteSpec] = (GraphRewriteSpec((SERVE,), ()),),
        strip_default_attrs: bool = False,
    ) -> bytes:
        """Exports a checkpoint as a SavedModel that TensorFlow Serving can serve.

        Args:
          export_dir_base: The folder in which a new one, named after the time, is made.
          serving_input_fn: Without arguments; returns `InputFnOps`.
          default_output_alternative_key: The head to serve by default, needed if there are several.
          assets_extra: Path in the export's `assets.extra` -> file to copy there.
          as_text: Whether to write the graph as text.
          checkpoint_path: The checkpoint; None takes the latest.
          graph_rewrite_specs: The default alone; the transforms that contrib could apply are gone
            with TensorFlow 2.
          strip_default_attrs: Whether to leave out attributes that have their defaults.

        Returns:
          The new folder, as bytes.

        Raises:
          NotFittedError: If there is no checkpoint.
          ValueError: If there is no `serving_input_fn`, the model has several heads and no default
            among them, or nothing to serve.
          UnsupportedError: If there are other `graph_rewrite_specs`.
        """
        if serving_input_fn is None:
            raise ValueError(
                "serving_input_fn must be defined: a function that returns InputFnOps, such as "
                "build_parsing_serving_input_fn makes."
            )
        return export_savedmodel(
            self._core,
            lambda features: self._call_model_fn(features, None, ModeKeys.INFER),
            checkpoint_path or self._checkpoint(),
            export_dir_base,
            serving_input_fn,
            default_output_alternative_key,
            assets_extra,
            as_text,
            graph_rewrite_specs,
            strip_default_attrs,
        )
