"""`tf.contrib.resampler`, values and gradients."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

_DATA = np.arange(48, dtype=np.float32).reshape(2, 3, 4, 2)
_WARP = np.array(
    [
        [[0, 0], [3, 2], [0.5, 0.5], [-0.5, 0], [3.5, 2.5]],
        [[-1, -1], [4, 3], [1.25, 1.75], [5, 5], [-2, 1]],
    ],
    np.float32,
)


def _gradients():
    data, warp = tf.constant(_DATA), tf.constant(_WARP[:, 2:3])
    result = tf.square(contrib.resampler.resampler(data, warp))
    return run(tf.gradients(result, [data, warp]))


CASES = {
    "points": lambda: run(contrib.resampler.resampler(_DATA, _WARP)),
    "a grid": lambda: run(contrib.resampler.resampler(_DATA, _WARP.reshape(2, 5, 1, 2))),
    "gradients": _gradients,
    "whole numbers": lambda: contrib.resampler.resampler(_DATA.astype(np.int32), _WARP),
}
