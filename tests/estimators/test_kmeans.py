"""K-means: what goes beyond the comparison with TF 1.15.5 (the oracle's cases)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import tf
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators import kmeans

Input = Callable[[], tuple[Any, None]]


@pytest.fixture(scope="module")
def measures() -> Any:
    """The irises' measures, float32."""
    return learn.datasets.load_dataset("iris").data.astype(np.float32)


@pytest.fixture
def input_fn(measures: Any) -> Input:
    """The irises, all at once."""
    return lambda: (tf.constant(measures), None)


def test_irises_fall_into_three_groups(measures: Any, input_fn: Input, tmp_path: Path) -> None:
    """On all of iris, k-means finds the centers that it is known for, and stops by itself."""
    model = learn.KMeansClustering(
        3,
        model_dir=str(tmp_path),
        initial_clusters=measures[[0, 50, 100]],
        use_mini_batch=False,
        relative_tolerance=1e-6,
    )
    model.fit(input_fn=input_fn, steps=100)
    assert 3 < model.get_variable_value("global_step") < 100
    assert model.score(input_fn=input_fn, steps=1) == pytest.approx(78.94, abs=0.1)
    found = np.array(list(model.predict_cluster_idx(input_fn=input_fn)))
    assert np.bincount(found).tolist() in ([50, 62, 38], [50, 61, 39])
    assert model.transform(input_fn=input_fn).argmin(1).tolist() == found.tolist()
    assert model.clusters().shape == (3, 4)


def test_training_goes_on_with_other_data(measures: Any, tmp_path: Path) -> None:
    """A second object trains on from the checkpoint, and does not choose new centers."""
    first = learn.KMeansClustering(2, str(tmp_path), random_seed=3)
    first.fit(input_fn=lambda: (tf.constant(measures[:50]), None), steps=1)
    again = learn.KMeansClustering(2, str(tmp_path), initial_clusters=measures[:2] * 100)
    again.fit(input_fn=lambda: (tf.constant(measures[:50]), None), steps=1)
    assert again.clusters().max() < 10
    assert again.get_variable_value("Variable").sum() == 102


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"initial_clusters": "nowhere"}, "Unsupported initialization algorithm .nowhere."),
        ({"distance_metric": "taxi"}, "Unsupported distance metric .taxi."),
    ],
)
def test_unknown_names_are_told(
    arguments: dict[str, Any], message: str, input_fn: Input, tmp_path: Path
) -> None:
    """An unknown way to begin or to measure is named in the error."""
    model = learn.KMeansClustering(2, str(tmp_path), **arguments)
    with pytest.raises(ValueError, match=message):
        model.fit(input_fn=input_fn, steps=1)


def test_labels_and_missing_features_are_told(measures: Any, tmp_path: Path) -> None:
    """Labels and an empty dict of features get errors that say what to do."""
    with pytest.raises(IndexError, match="at least one feature"):
        learn.KMeansClustering(2, str(tmp_path)).fit(input_fn=lambda: ({}, None), steps=1)
    with pytest.raises(AssertionError, match="return None for them"):
        learn.KMeansClustering(2, str(tmp_path)).fit(
            input_fn=lambda: (tf.constant(measures), tf.constant(measures)), steps=1
        )


def test_features_are_not_touched() -> None:
    """A dict of features keeps what the caller put into it."""
    with tf.Graph().as_default():
        features = {"b": tf.zeros([2, 1]), "a": tf.ones([2, 2])}
        before = dict(features)
        assert kmeans._parse_tensor_or_dict(features).shape == (2, 3)
        assert list(features) == ["b", "a"]
        assert all(features[key] is before[key] for key in before)
