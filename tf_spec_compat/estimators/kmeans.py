"""`KMeansClustering` (`...learn.estimators.kmeans`), on TensorFlow's own k-means graph."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import InitializeClustersHook, KMeans, LossRelativeChangeHook
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.training.types import Config, InputFn

__all__ = ["KMeansClustering"]


class KMeansClustering(Estimator):
    """Groups examples round `num_clusters` centers.

    Deprecated, as in contrib; use `tf.compat.v1.estimator.experimental.KMeans`. Behaviour: TF
    1.15.5.

    Features are a float32 tensor of shape `[batch_size, width]`, or a dict of them that are put
    side by side in the order of their names; there are no labels. The variables are `clusters`,
    `initialized`, with mini-batches a count `Variable`, and with more than one step an iteration
    `clusters_updated` and `update_in_steps`.

    Example:
      >>> points = np.float32([[0, 0], [0, 1], [5, 5], [5, 6]])
      >>> kmeans = learn.KMeansClustering(
      ...     2, initial_clusters=points[[0, 2]], use_mini_batch=False)
      >>> kmeans = kmeans.fit(input_fn=lambda: (tf.constant(points), None), steps=5)
      >>> print(kmeans.clusters().round(3))
      [[0.  0.5]
       [5.  5.5]]
    """

    SQUARED_EUCLIDEAN_DISTANCE = "squared_euclidean"
    COSINE_DISTANCE = "cosine"
    RANDOM_INIT = "random"
    KMEANS_PLUS_PLUS_INIT = "kmeans_plus_plus"
    SCORES = "scores"
    CLUSTER_IDX = "cluster_idx"
    CLUSTERS = "clusters"
    ALL_SCORES = "all_scores"
    LOSS_OP_NAME = "kmeans_loss"

    def __init__(
        self,
        num_clusters: int,
        model_dir: str | None = None,
        initial_clusters: Any = RANDOM_INIT,
        distance_metric: str = SQUARED_EUCLIDEAN_DISTANCE,
        random_seed: int = 0,
        use_mini_batch: bool = True,
        mini_batch_steps_per_iteration: int = 1,
        kmeans_plus_plus_num_retries: int = 2,
        relative_tolerance: float | None = None,
        config: Config = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          num_clusters: How many centers.
          model_dir: The folder for checkpoints and summaries; None takes that of `config`, or else
            a temporary one.
          initial_clusters: `RANDOM_INIT` or `KMEANS_PLUS_PLUS_INIT`, which choose among the first
            examples; the centers themselves, `[num_clusters, width]`; or a function of the examples
            and the number still wanted that returns so many centers.
          distance_metric: `SQUARED_EUCLIDEAN_DISTANCE`, or `COSINE_DISTANCE` for examples and
            centers of length 1.
          random_seed: For the choice of the first centers.
          use_mini_batch: Whether a step sees a part of the examples. Otherwise each step takes its
            batch for all there are.
          mini_batch_steps_per_iteration: After how many steps examples are compared with the
            centers that these steps made.
          kmeans_plus_plus_num_retries: How many candidates k-means++ draws for each center.
          relative_tolerance: Training ends when the loss changes by less than this share of itself;
            of use where a step sees all examples.
          config: A `RunConfig`.

        Raises:
          AttributeError: If `config` is no `RunConfig`.
          ValueError: If `model_dir` is not the one in `config`; during training, if
            `initial_clusters` or `distance_metric` is an unknown name, or examples have no two
            dimensions.
          AssertionError: During training, if there are labels.
        """
        params = {
            "num_clusters": num_clusters,
            "training_initial_clusters": initial_clusters,
            "distance_metric": distance_metric,
            "random_seed": random_seed,
            "use_mini_batch": use_mini_batch,
            "mini_batch_steps_per_iteration": mini_batch_steps_per_iteration,
            "kmeans_plus_plus_num_retries": kmeans_plus_plus_num_retries,
            "relative_tolerance": relative_tolerance,
        }
        super().__init__(
            model_fn=_kmeans_clustering_model_fn,
            params=params,
            model_dir=model_dir,
            config=config,
        )

    def predict_cluster_idx(self, input_fn: InputFn | None = None) -> Any:
        """Yields the number of the nearest center for each example.

        Raises:
          NotFittedError: At the first of them, if there is no checkpoint.
        """
        key = KMeansClustering.CLUSTER_IDX
        for prediction in self.predict(input_fn=input_fn, outputs=[key]):
            yield prediction[key]

    def score(self, input_fn: InputFn | None = None, steps: int | None = None) -> Any:
        """Returns the sum of the distances of examples from their nearest centers, a float32.

        As in contrib, it is that of one batch more than `steps`, so the input must not end before.

        Raises:
          NotFittedError: If there is no checkpoint.
        """
        results = self.evaluate(input_fn=input_fn, steps=steps)
        return results[KMeansClustering.SCORES]

    def transform(self, input_fn: InputFn | None = None, as_iterable: bool = False) -> Any:
        """Returns the distances of examples from all centers.

        Args:
          input_fn: As for `predict`.
          as_iterable: Whether to give a generator.

        Returns:
          Of one batch, an array `[batch_size, num_clusters]`; as an iterable, a dict for each
          example, with its distances as `ALL_SCORES`.

        Raises:
          NotFittedError: If there is no checkpoint.
        """
        key = KMeansClustering.ALL_SCORES
        results = self.predict(input_fn=input_fn, outputs=[key], as_iterable=as_iterable)
        return results if as_iterable else results[key]

    def clusters(self) -> Any:
        """Returns the centers, an array `[num_clusters, width]`.

        Raises:
          ValueError: If there is no checkpoint.
        """
        return self.get_variable_value(KMeansClustering.CLUSTERS)


def _parse_tensor_or_dict(features: Features) -> Any:
    """Puts the features of a dict side by side.

    Raises:
      IndexError: If there are none.
    """
    if not isinstance(features, dict):
        return features
    if not features:
        raise IndexError("features are an empty dict; k-means has need of at least one feature.")
    return tf1.concat([features[key] for key in sorted(features)], axis=1)


def _kmeans_clustering_model_fn(
    features: Features, labels: Labels, mode: str, params: dict[str, Any], config: Config
) -> ModelFnOps:
    """Builds the model; it is the same in every mode.

    Raises:
      AssertionError: If there are labels.
    """
    if labels is not None:
        raise AssertionError(
            f"{labels} are no labels of k-means, which has none; return None for them."
        )
    graph = KMeans(
        _parse_tensor_or_dict(features),
        params["num_clusters"],
        initial_clusters=params["training_initial_clusters"],
        distance_metric=params["distance_metric"],
        use_mini_batch=params["use_mini_batch"],
        mini_batch_steps_per_iteration=params["mini_batch_steps_per_iteration"],
        random_seed=params["random_seed"],
        kmeans_plus_plus_num_retries=params["kmeans_plus_plus_num_retries"],
    )
    with silenced_deprecations():
        all_scores, index, scores, initialized, init_op, train_op = graph.training_graph()
    loss = tf.reduce_sum(scores, name=KMeansClustering.LOSS_OP_NAME)
    tf1.summary.scalar("loss/raw", loss)
    step = tf1.assign_add(tf1.train.get_global_step(), 1)
    with tf.control_dependencies([train_op, step]):
        train_op = tf.identity(loss, name="control_dependency")
    hooks: list[Any] = [InitializeClustersHook(init_op, initialized, config.is_chief)]
    if params["relative_tolerance"] is not None:
        hooks.append(LossRelativeChangeHook(loss, params["relative_tolerance"]))
    return ModelFnOps(
        mode=mode,
        predictions={
            KMeansClustering.ALL_SCORES: all_scores[0],
            KMeansClustering.CLUSTER_IDX: index[0],
        },
        eval_metric_ops={KMeansClustering.SCORES: loss},
        loss=loss,
        train_op=train_op,
        training_hooks=hooks,
    )
