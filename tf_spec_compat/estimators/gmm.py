"""`GMM` (`tensorflow.contrib.factorization`): a mixture of Gaussians as an estimator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import InitializeClustersHook
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.extras.factorization.gmm_ops import GmmAlgorithm, gmm
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.training.types import Config, InputFn

__all__ = ["GMM"]


class GMM(Estimator):
    """Fits a mixture of `num_clusters` Gaussians by expectation maximization.

        mixture = GMM(3, covariance_type="diag")
        mixture.fit(input_fn=lambda: (points, None), steps=20)
        mixture.clusters(), mixture.covariances(), mixture.weights()

    Features are a float32 tensor of shape `[batch_size, width]`, or a dict of them that are put
    side by side in the order of their names; there are no labels. A step fits its batch.
    """

    SCORES = "scores"
    LOG_LIKELIHOOD = "loss"
    ASSIGNMENTS = "assignments"

    def __init__(
        self,
        num_clusters: int,
        model_dir: str | None = None,
        random_seed: int = 0,
        params: str = "wmc",
        initial_clusters: Any = "random",
        covariance_type: str = "full",
        config: Config = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          num_clusters: How many clusters.
          model_dir: The folder for checkpoints and summaries; None takes that of `config`, or else
            a temporary one.
          random_seed: For the choice of the first means.
          params: What a step changes: `w` for the shares of clusters, `m` means, `c` covariances.
          initial_clusters: The first means, `[num_clusters, width]`, or `"random"` to take
            examples.
          covariance_type: `"full"` or `"diag"`.
          config: A `RunConfig`.
        """
        super().__init__(
            model_fn=_gmm_model_fn,
            params={
                "num_clusters": num_clusters,
                "random_seed": random_seed,
                "params": params,
                "initial_clusters": initial_clusters,
                "covariance_type": covariance_type,
            },
            model_dir=model_dir,
            config=config,
        )

    def predict_assignments(
        self, input_fn: InputFn | None = None, batch_size: int | None = None, outputs: Any = None
    ) -> Iterator[Any]:
        """Yields the number of the likeliest cluster for each example.

        Raises:
          NotFittedError: At the first of them, if there is no checkpoint.
        """
        for prediction in self.predict(input_fn=input_fn, batch_size=batch_size, outputs=outputs):
            yield prediction[GMM.ASSIGNMENTS]

    def score(
        self,
        input_fn: InputFn | None = None,
        batch_size: int | None = None,
        steps: int | None = None,
    ) -> Any:
        """Returns the log of the sum of all densities of a batch, a float32.

        As in contrib, it is that of the batch after `steps`, so the input must not end before.

        Raises:
          NotFittedError: If there is no checkpoint.
        """
        results = self.evaluate(input_fn=input_fn, batch_size=batch_size, steps=steps)
        return np.logaddexp.reduce(results[GMM.SCORES][:, 0])

    def weights(self) -> Any:
        """Returns the shares of the clusters, an array `[num_clusters]`."""
        return self.get_variable_value(GmmAlgorithm.CLUSTERS_WEIGHT)

    def clusters(self) -> Any:
        """Returns the means, an array `[num_clusters, width]`."""
        return self.get_variable_value(GmmAlgorithm.CLUSTERS_VARIABLE).squeeze(1)

    def covariances(self) -> Any:
        """Returns the covariances, an array `[num_clusters, width, width]`.

        With diagonals only, it is `[num_clusters, width]`.
        """
        return self.get_variable_value(GmmAlgorithm.CLUSTERS_COVS_VARIABLE)


def _gmm_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config
) -> ModelFnOps:
    """Builds the model; it is the same in every mode.

    Raises:
      AssertionError: If there are labels.
    """
    if labels is not None:
        raise AssertionError(f"a mixture has no labels, got {labels!r}; return None for them.")
    if isinstance(features, dict):
        features = tf.concat([features[key] for key in sorted(features)], 1)
    loss, scores, assignments, train_op, init_op, initialized = gmm(features, **params)
    step = tf1.assign_add(tf1.train.get_global_step(), 1)
    with tf.control_dependencies([train_op, step]):
        train_op = tf.identity(loss, name="control_dependency")
    return ModelFnOps(
        mode=mode,
        predictions={GMM.ASSIGNMENTS: assignments[0][0]},
        eval_metric_ops={GMM.SCORES: scores, GMM.LOG_LIKELIHOOD: _streaming_sum(loss)},
        loss=loss,
        train_op=train_op,
        training_hooks=[InitializeClustersHook(init_op, initialized, config.is_chief)],
    )


def _streaming_sum(value: Any) -> tuple[Any, Any]:
    """Returns the sum of a scalar over batches, and what adds a batch."""
    collections = [tf1.GraphKeys.LOCAL_VARIABLES, tf1.GraphKeys.METRIC_VARIABLES]
    total = tf1.Variable(0.0, trainable=False, collections=collections, name="total")
    return tf.identity(total), tf1.assign_add(total, value)
