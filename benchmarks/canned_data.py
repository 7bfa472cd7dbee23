"""Rows of numbers and words for the canned estimators. Runs under TensorFlow 1.15 too."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow.compat.v1 as tf1

CLASSES = 3
NUMBERS = 16
BUCKETS = 1000
HIDDEN = [64, 32]
_BATCH = 64
_ROWS = 4096


def dataset() -> Any:
    """Numbers, a word a row, and labels, as an endless shuffled `Dataset`: an input_fn."""
    random = np.random.RandomState(1)
    numbers = random.randn(_ROWS, NUMBERS).astype(np.float32)
    words = np.array([b"w%d" % n for n in random.randint(5 * BUCKETS, size=_ROWS)])
    labels = random.randint(CLASSES, size=[_ROWS, 1])
    examples = tf1.data.Dataset.from_tensor_slices(
        ({"numbers": numbers, "words": words[:, None]}, labels)
    )
    return examples.shuffle(_ROWS, seed=1).repeat().batch(_BATCH)


def tensors() -> Any:
    """The same as tensors, with the words in a `SparseTensor` as contrib's columns want them."""
    features, labels = tf1.data.make_one_shot_iterator(dataset()).get_next()
    return dict(features, words=_sparse(features["words"])), labels


def sparse_dataset() -> Any:
    """The same as a `Dataset`."""
    return dataset().map(lambda x, y: (dict(x, words=_sparse(x["words"])), y))


def _sparse(words: Any) -> Any:
    indices = tf1.where(tf1.not_equal(words, ""))
    return tf1.SparseTensor(
        indices, tf1.gather_nd(words, indices), tf1.shape(words, out_type=tf1.int64)
    )
