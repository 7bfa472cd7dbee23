"""`tensorflow.contrib.factorization.python.ops.gmm_ops`: mixtures of Gaussians, fitted by EM.

A step is one of expectation maximization (Dempster, Laird, Rubin 1977): the probability of each
cluster given an example, and with these as weights the share, mean and covariance of each cluster.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["DIAG_COVARIANCE", "FULL_COVARIANCE", "MEPS", "GmmAlgorithm", "gmm"]

FULL_COVARIANCE = "full"
DIAG_COVARIANCE = "diag"
MEPS = np.finfo(float).eps  # what counts of examples have more than 0

# Added to variances, both where they are kept and where they are used, so that none is 0.
_MIN_VARIANCE = 1e-3


class GmmAlgorithm:
    """Variables and ops of a mixture; `gmm` makes one and returns what it needs of it.

    The variables, with `k` clusters and `d` dimensions, are `alphas` `[k]`, the shares of the
    clusters; `clusters` `[k, 1, d]`, their means; `clusters_covs`, their covariances, `[k, d, d]`
    or `[k, d]`, the diagonals; and `initialized`.
    """

    CLUSTERS_WEIGHT = "alphas"
    CLUSTERS_VARIABLE = "clusters"
    CLUSTERS_COVS_VARIABLE = "clusters_covs"

    def __init__(
        self,
        data: Sequence[Tensor],
        num_classes: int,
        initial_means: Any = None,
        params: str = "wmc",
        covariance_type: str = FULL_COVARIANCE,
        random_seed: int = 0,
    ) -> None:
        """Builds the graph.

        Args:
          data: Examples, one or several float32 tensors of shape `[batch_size, d]`.
          num_classes: How many clusters.
          initial_means: `[num_classes, d]`, or `"random"` or None to take examples.
          params: What a step changes: `w` for the shares, `m` means, `c` covariances.
          covariance_type: `"full"` or `"diag"`.
          random_seed: For the choice of examples.

        Raises:
          TypeError: `initial_means` is another string.
          ValueError: `covariance_type` is unknown, or examples have not two dimensions.
        """
        if covariance_type not in (FULL_COVARIANCE, DIAG_COVARIANCE):
            raise ValueError(
                f"programmer error: Invalid covariance type: {covariance_type}; pass "
                f"{FULL_COVARIANCE!r} or {DIAG_COVARIANCE!r}."
            )
        for shard in data:
            if shard.shape.rank not in (None, 2):
                raise ValueError(
                    "slice index 1 of dimension 0 out of bounds: examples have the shape "
                    f"{shard.shape}; give them two dimensions, [batch_size, width]."
                )
        self._params = params
        self._full = covariance_type == FULL_COVARIANCE
        self._size = num_classes
        examples = tf.concat([*data], 0)
        self._make_variables(examples, num_classes, initial_means, random_seed)
        log_probs = [self._log_probs(shard) for shard in data]
        self._scores = tf.concat(
            [tf.reduce_logsumexp(probs, axis=1, keepdims=True) for probs in log_probs], 0
        )
        # As in contrib, it is that of all examples and clusters together, not a mean of the scores.
        self._log_likelihood = tf.reduce_logsumexp(tf.concat(log_probs, 0))
        self._assignments = [tf.argmax(probs, 1) for probs in log_probs]
        self._train_op = self._maximize(examples, tf.nn.softmax(tf.concat(log_probs, 0), axis=1))

    def _make_variables(self, examples: Tensor, size: int, means: Any, seed: int) -> None:
        if means is None or (isinstance(means, str) and means == "random"):
            # Which examples these are differs from contrib.
            chosen = tf.random.shuffle(tf.range(tf.shape(examples)[0]), seed=seed)[:size]
            means = tf.gather(examples, chosen)
        elif isinstance(means, str):
            raise TypeError(
                f"Expected float32, got {means!r} of type 'str' instead. Pass 'random', or means "
                "of the shape [num_classes, width]."
            )
        means = tf.expand_dims(tf.cast(means, tf.float32), 1)
        count = tf.cast(tf.shape(examples)[0], tf.float32)
        centered = examples - tf.reduce_mean(examples, 0)
        if self._full:
            covariance = tf.matmul(centered, centered, transpose_a=True) / (count - 1)
            covariance += _MIN_VARIANCE * tf.eye(tf.shape(examples)[1])
        else:
            covariance = tf.reduce_sum(centered**2, 0) / (count - 1) + _MIN_VARIANCE
        covariances = tf.stack([covariance] * size)
        self._means = _variable(self.CLUSTERS_VARIABLE)
        self._covs = _variable(self.CLUSTERS_COVS_VARIABLE)
        self._alphas = tf1.Variable(
            tf.fill([size], 1.0 / size), name=self.CLUSTERS_WEIGHT, validate_shape=False
        )
        self._initialized = tf1.Variable(False, dtype=tf.bool, name="initialized")
        assigned = [
            tf1.assign(self._means, means, validate_shape=False),
            tf1.assign(self._covs, covariances, validate_shape=False),
        ]
        with tf.control_dependencies(assigned):
            self._init_op = tf.group(tf1.assign(self._initialized, True))

    def _log_probs(self, examples: Tensor) -> Tensor:
        """Returns the log of share times density, `[batch_size, num_classes]`."""
        means, covs = self._shaped(examples)
        centered = tf.expand_dims(examples, 0) - means  # [num_classes, batch_size, width]
        width = tf.shape(examples)[1]
        if self._full:
            root = tf.linalg.cholesky(covs + _MIN_VARIANCE * tf.eye(width))
            solved = tf.linalg.triangular_solve(root, tf.transpose(centered, [0, 2, 1]))
            distances = tf.reduce_sum(solved**2, 1)
            log_det = 2.0 * tf.reduce_sum(tf.math.log(tf.linalg.diag_part(root)), 1)
        else:
            variances = covs + _MIN_VARIANCE
            distances = tf.reduce_sum(centered**2 / tf.expand_dims(variances, 1), 2)
            log_det = tf.reduce_sum(tf.math.log(variances), 1)
        constant = tf.cast(width, tf.float32) * math.log(2 * math.pi)
        log_density = -0.5 * (distances + tf.expand_dims(log_det, 1) + constant)
        return tf.transpose(log_density) + tf.math.log(tf.ensure_shape(self._alphas, [self._size]))

    def _shaped(self, examples: Tensor) -> tuple[Tensor, Tensor]:
        """Returns means and covariances with the shapes that the variables do not know."""
        width = examples.shape[-1]
        shape = [self._size, width, width] if self._full else [self._size, width]
        means = tf.ensure_shape(self._means, [self._size, 1, width])
        return means, tf.ensure_shape(self._covs, shape)

    def _maximize(self, examples: Tensor, weights: Tensor) -> Any:
        """Returns the op of a step, given the probabilities of clusters for examples."""
        counts = tf.reduce_sum(weights, 0)
        total = tf.cast(tf.shape(examples)[0], tf.float32)
        counts_safe = tf.expand_dims(counts + MEPS, 1)
        means = tf.matmul(weights, examples, transpose_a=True) / counts_safe
        updates = []
        if "m" in self._params:
            updates.append((self._means, tf.expand_dims(means, 1)))
        else:
            means = tf.squeeze(self._shaped(examples)[0], [1])
        if "c" in self._params:
            # The means of squares, less the squares of means.
            if self._full:
                weighted = tf.einsum("nk,ni,nj->kij", weights, examples, examples)
                covs = weighted / tf.expand_dims(counts_safe, 2)
                covs -= tf.einsum("ki,kj->kij", means, means)
                covs += _MIN_VARIANCE * tf.eye(tf.shape(examples)[1])
            else:
                covs = tf.matmul(weights, examples**2, transpose_a=True) / counts_safe
                covs += _MIN_VARIANCE - means**2
            updates.append((self._covs, covs))
        if "w" in self._params:
            updates.append((self._alphas, counts / total))
        # All are read before one of them is written.
        with tf.control_dependencies([value for _, value in updates]):
            return tf.group(
                *[
                    tf1.assign(variable, tf.identity(value), validate_shape=False)
                    for variable, value in updates
                ]
            )

    def training_ops(self) -> Any:
        """Returns the op of one step."""
        return self._train_op

    def init_ops(self) -> Any:
        """Returns the op that sets means and covariances to those of the start."""
        return self._init_op

    def is_initialized(self) -> Any:
        """Returns the variable that says whether `init_ops` has been run."""
        return self._initialized

    def alphas(self) -> Any:
        """Returns the variable of the shares of clusters."""
        return self._alphas

    def clusters(self) -> Any:
        """Returns the variable of the means."""
        return self._means

    def covariances(self) -> Any:
        """Returns the variable of the covariances."""
        return self._covs

    def assignments(self) -> list[Tensor]:
        """Returns the likeliest clusters, int64 `[batch_size]`, for each tensor of examples."""
        return self._assignments

    def scores(self) -> Tensor:
        """Returns the logs of the examples' densities, float32 `[batch_size, 1]`."""
        return self._scores

    def log_likelihood_op(self) -> Tensor:
        """Returns the log of the sum of all densities, a float32."""
        return self._log_likelihood


def _variable(name: str) -> Any:
    """Returns a variable that gets its shape with its first value."""
    nothing = tf1.placeholder_with_default(tf.constant([], tf.float32), None)
    return tf1.Variable(nothing, name=name, validate_shape=False)


def gmm(
    inp: Any,
    initial_clusters: Any,
    num_clusters: int,
    random_seed: int,
    covariance_type: str = FULL_COVARIANCE,
    params: str = "wmc",
) -> tuple[Any, ...]:
    """Builds a mixture of Gaussians.

        _, scores, assignments, train_op, init_op, _ = gmm(points, "random", 3, random_seed=1)

    Args:
      inp: Examples, a float32 tensor of shape `[batch_size, width]`, or a list of them.
      initial_clusters: The first means, `[num_clusters, width]`, or `"random"` to take examples.
      num_clusters: How many clusters.
      random_seed: For the choice of examples.
      covariance_type: `"full"` or `"diag"`.
      params: What a step changes: `w` for the shares of clusters, `m` means, `c` covariances.

    Returns:
      The log of the sum of all densities; those of examples, `[batch_size, 1]`; a list with the
      list of the likeliest clusters; the op of a step; the op that sets the first values; and the
      variable that says whether it has been run.

    Raises:
      TypeError: `initial_clusters` is another string.
      ValueError: `covariance_type` is unknown, or examples have not two dimensions.
    """
    data = [*inp] if isinstance(inp, (list, tuple)) else [inp]
    made = GmmAlgorithm(
        [tf.convert_to_tensor(shard) for shard in data],
        num_clusters,
        initial_clusters,
        params,
        covariance_type,
        random_seed,
    )
    return (
        made.log_likelihood_op(),
        made.scores(),
        [made.assignments()],
        made.training_ops(),
        made.init_ops(),
        made.is_initialized(),
    )
