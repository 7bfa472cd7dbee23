"""`tensorflow.contrib.learn.datasets.mnist`: MNIST's four files as arrays and batches."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.inputs.datasets.csv_files import Datasets
from tf_spec_compat.inputs.datasets.download import MissingDataError, maybe_download
from tf_spec_compat.inputs.datasets.idx_format import extract_images, extract_labels

__all__ = ["DEFAULT_SOURCE_URL", "DataSet", "load_mnist", "read_data_sets"]

DEFAULT_SOURCE_URL = "https://storage.googleapis.com/cvdf-datasets/mnist/"

_TRAIN = ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")
_TEST = ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")


class DataSet:
    """Images and labels, in batches without end.

    As with contrib, it seeds and uses NumPy's global generator, and `images` and `labels` follow
    the order of the running epoch.
    """

    def __init__(
        self,
        images: Any,
        labels: Any,
        fake_data: bool = False,
        one_hot: bool = False,
        dtype: Any = tf.float32,
        reshape: bool = True,
        seed: int | None = None,
    ) -> None:
        """Makes the data set.

        Args:
          images: Array `[n, rows, columns, depth]`.
          labels: Array `[n]` or `[n, classes]`.
          fake_data: Only serve `next_batch(fake_data=True)`; the arrays are not looked at.
          one_hot: Fake labels are rows of zeros with a one.
          dtype: `tf.uint8` leaves the images as they are; `tf.float32` divides them by 255.
          reshape: Make the images `[n, rows * columns]`; then their depth must be 1.
          seed: Seed of the shuffling; without one it is TensorFlow's graph-level seed, if set.

        Raises:
          TypeError: `dtype` is neither of the two.
          AssertionError: There are not as many labels as images, or the depth is not 1.
          IndexError: The images to reshape do not have four dimensions.
        """
        graph_seed, op_seed = tf1.get_seed(seed)
        np.random.seed(graph_seed if seed is None else op_seed)
        dtype = tf.dtypes.as_dtype(dtype).base_dtype
        if dtype not in (tf.uint8, tf.float32):
            raise TypeError(f"Invalid image dtype {dtype!r}, expected uint8 or float32")
        self.one_hot = one_hot
        self._num_examples = 10000
        if not fake_data:
            images, labels = _checked(images, labels, reshape)
            self._num_examples = len(images)
            if dtype == tf.float32:
                images = np.multiply(images.astype(np.float32), 1.0 / 255.0)
        self._images = images
        self._labels = labels
        self._epochs_completed = 0
        self._index_in_epoch = 0

    @property
    def images(self) -> Any:
        """The images, in the order of the running epoch."""
        return self._images

    @property
    def labels(self) -> Any:
        """The labels, in the order of the running epoch."""
        return self._labels

    @property
    def num_examples(self) -> int:
        """Number of images; 10000 with fake data."""
        return self._num_examples

    @property
    def epochs_completed(self) -> int:
        """How often the batches have gone past the end."""
        return self._epochs_completed

    def next_batch(
        self, batch_size: int, fake_data: bool = False, shuffle: bool = True
    ) -> tuple[Any, Any]:
        """Takes the next images and labels; past the end it goes on with the next epoch.

        Args:
          batch_size: How many. More than there are gives as many epochs as it takes, where contrib
            gave batches of another size and lost its place.
          fake_data: Give lists of white 28x28 images of class 0.
          shuffle: Shuffle before each epoch.

        Returns:
          Images and labels.
        """
        if fake_data:
            label: Any = [1] + [0] * 9 if self.one_hot else 0
            return [[1] * 784 for _ in range(batch_size)], [label for _ in range(batch_size)]
        if shuffle and self._epochs_completed == 0 and self._index_in_epoch == 0:
            self._shuffle()
        images, labels = [], []
        missing = batch_size
        while True:
            start = self._index_in_epoch
            self._index_in_epoch = min(start + missing, self._num_examples)
            images.append(self._images[start : self._index_in_epoch])
            labels.append(self._labels[start : self._index_in_epoch])
            missing -= self._index_in_epoch - start
            if missing <= 0:
                break
            self._epochs_completed += 1
            self._index_in_epoch = 0
            if not self._num_examples:
                break
            if shuffle:
                self._shuffle()
        if len(images) == 1:
            return images[0], labels[0]
        return np.concatenate(images), np.concatenate(labels)

    def _shuffle(self) -> None:
        order = np.random.permutation(self._num_examples)
        self._images = self._images[order]
        self._labels = self._labels[order]


def _checked(images: Any, labels: Any, reshape: bool) -> tuple[Any, Any]:
    if images.shape[0] != labels.shape[0]:
        raise AssertionError(
            f"images.shape: {images.shape} labels.shape: {labels.shape}; there must be one label "
            "for each image."
        )
    if reshape:
        wanted = "to be reshaped, images must be [n, rows, columns, 1], but their shape is"
        if images.ndim < 4:
            raise IndexError(f"{wanted} {images.shape}; pass reshape=False.")
        if images.shape[3] != 1:
            raise AssertionError(f"{wanted} {images.shape}; pass reshape=False.")
        images = images.reshape(images.shape[0], images.shape[1] * images.shape[2])
    return images, labels


def read_data_sets(
    train_dir: str,
    fake_data: bool = False,
    one_hot: bool = False,
    dtype: Any = tf.float32,
    reshape: bool = True,
    validation_size: int = 5000,
    seed: int | None = None,
    source_url: str = DEFAULT_SOURCE_URL,
) -> Datasets:
    """Reads MNIST's four gzipped files.

    Args:
      train_dir: The folder with the files, under the names of their publisher.
      fake_data: Read nothing; the data sets serve `next_batch(fake_data=True)` alone.
      one_hot: Labels are float64 rows of zeros with a one.
      dtype: `tf.float32` (0 to 1) or `tf.uint8` (0 to 255) images.
      reshape: Images are `[n, rows * columns]` rather than `[n, rows, columns, 1]`.
      validation_size: How many of the training images, from the first on, are for validation.
      seed: Seed of the shuffling.
      source_url: Where to fetch files that are missing. Unlike contrib this downloads nothing from
        the default one.

    Returns:
      `Datasets` of three `DataSet`s.

    Raises:
      MissingDataError: Files are missing; a `URLError`.
      ValueError: `validation_size` is negative or more than the training images.
    """
    options: dict[str, Any] = {"dtype": dtype, "reshape": reshape, "seed": seed}
    if fake_data:
        options.update(fake_data=True, one_hot=one_hot)
        return Datasets(*(DataSet([], [], **options) for _ in range(3)))
    paths = _local_files(train_dir, source_url or DEFAULT_SOURCE_URL)
    arrays = []
    for path in paths:
        with tf.io.gfile.GFile(path, "rb") as file:
            is_images = "images" in os.path.basename(path)
            arrays.append(extract_images(file) if is_images else extract_labels(file, one_hot))
    images, labels, test_images, test_labels = arrays
    if not 0 <= validation_size <= len(images):
        raise ValueError(
            f"Validation size should be between 0 and {len(images)}. Received: {validation_size}."
        )
    return Datasets(
        train=DataSet(images[validation_size:], labels[validation_size:], **options),
        validation=DataSet(images[:validation_size], labels[:validation_size], **options),
        test=DataSet(test_images, test_labels, **options),
    )


def _local_files(train_dir: str, source_url: str) -> list[str]:
    names = [*_TRAIN, *_TEST]
    if source_url != DEFAULT_SOURCE_URL:
        return [maybe_download(name, train_dir, source_url + name) for name in names]
    paths = [os.path.join(train_dir, name) for name in names]
    missing = [name for name, path in zip(names, paths) if not tf.io.gfile.exists(path)]
    if missing:
        raise MissingDataError(
            f"MNIST is not downloaded from here, and {', '.join(missing)} "
            f"{'is' if len(missing) == 1 else 'are'} not in {os.path.abspath(train_dir)}; fetch "
            f"{'it' if len(missing) == 1 else 'them'} from {DEFAULT_SOURCE_URL} into that folder."
        )
    return paths


def load_mnist(train_dir: str = "MNIST-data") -> Datasets:
    """Reads MNIST from `train_dir` with the defaults of `read_data_sets`."""
    return read_data_sets(train_dir)
