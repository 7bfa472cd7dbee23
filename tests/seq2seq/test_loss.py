"""`SequenceLoss`, as an object, and the words of errors."""

import numpy as np
import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf
from tf_spec_compat.seq2seq.loss import SequenceLoss

LOGITS = np.sin(np.arange(12)).reshape(2, 3, 2).astype(np.float32)
TARGETS = np.array([[0, 1, 1], [1, 0, 0]])


def test_without_weights():
    """All steps count the same; contrib failed."""
    loss = SequenceLoss()(TARGETS, tf.constant(LOGITS))
    same = contrib.seq2seq.sequence_loss(LOGITS, TARGETS, np.ones([2, 3], np.float32))
    np.testing.assert_allclose(loss, same, rtol=1e-6)


@pytest.mark.parametrize("given", [0, 1, 2])
def test_ranks(given):
    """The error names the tensor and the shape that it has."""
    tensors = [LOGITS, TARGETS, np.ones([2, 3], np.float32)]
    tensors[given] = tensors[given][0]
    name = ("Logits", "Targets", "Weights")[given]
    with pytest.raises(ValueError, match=rf"{name} must be a .* tensor, the shape is \(3"):
        contrib.seq2seq.sequence_loss(*tensors)
