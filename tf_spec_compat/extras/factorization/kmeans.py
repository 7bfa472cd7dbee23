"""`tensorflow.contrib.factorization.python.ops.kmeans`: k-means for `tf.estimator`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from tf_spec_compat._tf import estimator as core

__all__ = ["KMeansClustering"]


class KMeansClustering(core.experimental.KMeans):
    """Groups examples round `num_clusters` centers.

    It is `tf.compat.v1.estimator.experimental.KMeans`, whose argument `seed` is `random_seed` here,
    and whose `transform` gives distances; those of `predict` and of exports are its own.

        model = KMeansClustering(3)
        model.train(lambda: tf.compat.v1.train.limit_epochs(points, 10))
        model.cluster_centers()
    """

    def __init__(
        self,
        num_clusters: int,
        model_dir: str | None = None,
        initial_clusters: Any = core.experimental.KMeans.RANDOM_INIT,
        distance_metric: str = core.experimental.KMeans.SQUARED_EUCLIDEAN_DISTANCE,
        random_seed: int = 0,
        use_mini_batch: bool = True,
        mini_batch_steps_per_iteration: int = 1,
        kmeans_plus_plus_num_retries: int = 2,
        relative_tolerance: float | None = None,
        config: Any = None,
        feature_columns: Collection[Any] | None = None,
    ) -> None:
        """Prepares for training in a folder, or for using what was trained there.

        Args:
          num_clusters: How many centers.
          model_dir: The folder for checkpoints and summaries; a temporary one by default.
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
          relative_tolerance: Training ends when the loss changes by less than this share of itself.
          config: A `tf.estimator.RunConfig`.
          feature_columns: What makes numbers of features, if those are a dict; by default they are
            put side by side in the order of their names.

        Raises:
          ValueError: `config` is no `RunConfig`; or `initial_clusters` or `distance_metric` is an
            unknown name.
        """
        super().__init__(
            num_clusters,
            model_dir=model_dir,
            initial_clusters=initial_clusters,
            distance_metric=distance_metric,
            seed=random_seed,
            use_mini_batch=use_mini_batch,
            mini_batch_steps_per_iteration=mini_batch_steps_per_iteration,
            kmeans_plus_plus_num_retries=kmeans_plus_plus_num_retries,
            relative_tolerance=relative_tolerance,
            config=config,
            feature_columns=feature_columns,
        )
        self._squares = distance_metric == self.SQUARED_EUCLIDEAN_DISTANCE

    def transform(self, input_fn: Callable[[], Any]) -> Iterator[Any]:
        """Yields the distances of each example from all centers, an array `[num_clusters]`.

        Euclidean distances are squared, as they were in contrib.
        """
        for distances in super().transform(input_fn):
            yield distances**2 if self._squares else distances
