"""What the files that are migrated together are."""

import pytest

from tf_spec_compat.migrate.program import Program


@pytest.mark.parametrize(
    ("path", "needs"),
    [
        ("tensorflow.layers.dense", True),
        ("tensorflow.compat.v1.layers.dense", True),
        ("tensorflow.nn.rnn_cell.LSTMCell", True),
        ("tensorflow.contrib.keras.layers.Dense", True),
        ("tensorflow.estimator.DNNClassifier", True),
        ("tensorflow.keras.layers.Dense", True),
        ("tensorflow.python.layers.core.Dense", True),
        ("tensorflow.estimator.Estimator", False),
        ("tensorflow.contrib.rnn.LSTMCell", False),
        ("tensorflow.contrib.layers.conv2d", False),
        ("tensorflow.train.Saver", False),
    ],
)
def test_needs_keras2(path, needs):
    """Keras 2 is needed where check says so, and where a program means Keras."""
    assert Program({"a.py": ""}, {"a.py": {"os.path", path}}).needs_keras2 is needs
