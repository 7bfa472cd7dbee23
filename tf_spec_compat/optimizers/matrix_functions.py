"""Roots of symmetric matrices by Newton's iterations; Higham, "Functions of Matrices", 2008."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["matrix_inverse_pth_root", "matrix_square_root"]


def matrix_square_root(
    mat_a: TensorLike, mat_a_size: int, iter_count: int = 100, ridge_epsilon: float = 1e-4
) -> Tensor:
    """Returns the square root of a positive semidefinite matrix, `[n, n]`.

    Args:
      mat_a: The matrix, `[n, n]`.
      mat_a_size: `n`.
      iter_count: How many iterates to take, the first of which is the matrix itself.
      ridge_epsilon: Added to the diagonal.
    """
    unit = tf.eye(mat_a_size)
    mat_a = tf.convert_to_tensor(mat_a) + ridge_epsilon * unit
    norm = tf.norm(mat_a)

    def step(y: Any, z: Any) -> tuple[Any, Any]:
        half = (3 * unit - z @ y) / 2
        return y @ half, half @ z

    y, _ = _iterate(step, lambda y, z: z @ y, max(iter_count - 1, 0), -1.0, (mat_a / norm, unit))
    return y * tf.sqrt(norm)


def matrix_inverse_pth_root(
    mat_g: TensorLike,
    mat_g_size: int,
    alpha: float,
    iter_count: int = 100,
    epsilon: float = 1e-6,
    ridge_epsilon: float = 1e-6,
) -> Tensor:
    """Returns `mat_g ** alpha`, `[n, n]`, of a positive semidefinite matrix.

    Args:
      mat_g: The matrix, `[n, n]`.
      mat_g_size: `n`.
      alpha: The exponent, -1/p of an integer p.
      iter_count: How many iterations to make at most.
      epsilon: How far from a unit matrix to stop.
      ridge_epsilon: Added to the diagonal.
    """
    power = round(-1.0 / alpha)
    unit = tf.eye(mat_g_size)
    mat_g = tf.convert_to_tensor(mat_g) + ridge_epsilon * unit
    scale = (1 + power) / (2 * tf.norm(mat_g))

    def step(m: Any, root: Any) -> tuple[Any, Any]:
        factor = ((power + 1) * unit - m) / power
        product = factor
        for _ in range(power - 1):
            product = product @ factor
        return product @ m, root @ factor

    _, root = _iterate(
        step, lambda m, _: m, iter_count, epsilon, (mat_g * scale, unit * scale ** (1 / power))
    )
    return root


def _iterate(
    step: Callable[..., Any], near_unit: Any, count: int, epsilon: float, start: Any
) -> Any:
    """Takes steps until a matrix is as near to a unit matrix as `epsilon`."""
    size = start[0].shape[0]

    def go_on(*matrices: Any) -> Any:
        return tf.reduce_max(tf.abs(near_unit(*matrices) - tf.eye(size))) > epsilon

    return tf.while_loop(go_on, step, start, maximum_iterations=count)
