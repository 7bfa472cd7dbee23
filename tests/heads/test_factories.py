"""What the factories of heads refuse."""

import pytest

from tf_spec_compat.contrib.learn.estimators import head as head_lib

BAD_OPTIONS = {
    "one class": (ValueError, "n_classes must be > 1.*1", "multi_class_head", {"n_classes": 1}),
    "no n_classes": (ValueError, "> 1.*None", "multi_class_head", {"n_classes": None}),
    "no labels": (ValueError, "> 1.*0", "multi_label_head", {"n_classes": 0}),
    "no dimension": (
        ValueError,
        "Invalid logits_dimension 0",
        "regression_head",
        {"label_dimension": 0},
    ),
    "ids of two classes": (
        ValueError,
        "metric_class_ids invalid.*0",
        "multi_class_head",
        {"n_classes": 2, "metric_class_ids": [0]},
    ),
    "id too large": (
        ValueError,
        "Class ID 3 not in",
        "multi_class_head",
        {"n_classes": 3, "metric_class_ids": [3]},
    ),
    "id too small": (
        ValueError,
        "Class ID -1 not in",
        "multi_label_head",
        {"n_classes": 3, "metric_class_ids": [-1]},
    ),
    "keys of two classes": (
        ValueError,
        "label_keys is not supported",
        "multi_class_head",
        {"n_classes": 2, "label_keys": ["a", "b"]},
    ),
    "too few keys": (
        ValueError,
        "2 keys",
        "multi_class_head",
        {"n_classes": 3, "label_keys": ["a", "b"]},
    ),
    "integer keys": (
        ValueError,
        "list of strings",
        "multi_class_head",
        {"n_classes": 3, "label_keys": [1, 2, 3]},
    ),
    "keys in one string": (
        ValueError,
        "list of strings",
        "multi_class_head",
        {"n_classes": 3, "label_keys": "abc"},
    ),
    "loss without logits": (
        ValueError,
        "logits not found",
        "multi_class_head",
        {"n_classes": 2, "loss_fn": lambda labels: 0},
    ),
    "loss without weights": (
        ValueError,
        "weights not found",
        "multi_label_head",
        {"n_classes": 2, "loss_fn": lambda labels, logits: 0},
    ),
    "loss that is no function": (
        AttributeError,
        "must be a function",
        "multi_class_head",
        {"n_classes": 3, "loss_fn": 5},
    ),
    "member without name": (
        ValueError,
        "must have names",
        "multi_head",
        {"heads": [head_lib.regression_head()]},
    ),
    "member that is no head": (AttributeError, "no head_name", "multi_head", {"heads": [object()]}),
    "too many loss weights": (
        ValueError,
        "1 heads and 2 loss_weights",
        "multi_head",
        {"heads": [head_lib.regression_head(head_name="a")], "loss_weights": [1.0, 2.0]},
    ),
}


@pytest.mark.parametrize("mistake", BAD_OPTIONS)
def test_bad_options_are_refused_when_the_head_is_made(mistake):
    """A head that could not work is refused by its factory, which says what was given."""
    error, words, factory, options = BAD_OPTIONS[mistake]
    with pytest.raises(error, match=words):
        getattr(head_lib, factory)(**options)
