"""Data sets by name.

Iris and the Boston house prices come with the package. MNIST and DBpedia are read from files that
you provide; their loaders say which and where.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat.inputs.datasets import synthetic, text_datasets
from tf_spec_compat.inputs.datasets.csv_files import Dataset, Datasets, load_boston, load_iris

__all__ = ["DATASETS", "SYNTHETIC", "load_dataset", "make_dataset"]


def _load_mnist(train_dir: str = "MNIST-data") -> Datasets:
    """`mnist.load_mnist`."""
    from tf_spec_compat.inputs.datasets import mnist  # which imports TensorFlow

    return mnist.load_mnist(train_dir)


DATASETS: dict[str, Callable[..., Dataset | Datasets]] = {
    "boston": load_boston,
    "iris": load_iris,
    "mnist": _load_mnist,
    "dbpedia": text_datasets.load_dbpedia,
}

SYNTHETIC: dict[str, Callable[..., Dataset]] = {
    "circles": synthetic.circles,
    "spirals": synthetic.spirals,
}


def load_dataset(
    name: str, size: str = "small", test_with_fake_data: bool = False
) -> Dataset | Datasets:
    """Loads one of `DATASETS` by its name.

    Args:
      name: `"boston"`, `"iris"`, `"dbpedia"` or `"mnist"`; the last two need files of yours.
      size: For DBpedia alone: `"small"`, or anything else for the whole of it.
      test_with_fake_data: For DBpedia alone: take the few made-up rows that come with the package.

    Returns:
      A `Dataset`, or `Datasets` for DBpedia and MNIST.

    Raises:
      ValueError: There is no data set of this name.
    """
    if name not in DATASETS:
        known = ", ".join(sorted(DATASETS))
        raise ValueError(f"Name of dataset is not found: {name}; there are {known}.")
    if name == "dbpedia":
        return DATASETS[name](size, test_with_fake_data)
    return DATASETS[name]()


def make_dataset(
    name: str,
    n_samples: int = 100,
    noise: float | None = None,
    seed: int | None = 42,
    *args: Any,
    **kwargs: Any,
) -> Dataset:
    """Makes one of `SYNTHETIC` by its name.

    Args:
      name: `"circles"` or `"spirals"`.
      n_samples: Number of points.
      noise: Standard deviation of the noise on each coordinate; none by default.
      seed: Seed of `numpy.random`; `None` leaves it as it is.
      *args: Further arguments of the generator. contrib refused them here.
      **kwargs: The same, by name.

    Returns:
      A `Dataset` of float64 points `[n_samples, 2]` and int32 classes `[n_samples]`.

    Raises:
      ValueError: There is no generator of this name.
    """
    if name not in SYNTHETIC:
        raise ValueError(
            f"Synthetic dataset not found or not implemeted: {name}; there are "  # contrib's words
            f"{', '.join(sorted(SYNTHETIC))}."
        )
    return SYNTHETIC[name](n_samples, noise, seed, *args, **kwargs)
