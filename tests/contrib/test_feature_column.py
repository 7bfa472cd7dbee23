"""The layer of `contrib.feature_column` has advice; the oracle compares its columns."""

from tf_spec_compat import names


def test_the_layer_has_advice():
    """What Keras 2 has is said to be there, by both paths."""
    for path in ("feature_column", "feature_column.python.feature_column.sequence_feature_column"):
        text = names.advice(f"tensorflow.contrib.{path}.sequence_input_layer")
        assert "SequenceFeatures" in text
