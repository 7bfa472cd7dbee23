"""Every single head x every option x every mode."""

import itertools

import numpy as np

from tests.oracle.legacy import head, tf

from . import inputs as data
from .options import (
    BINARY_LOSSES,
    MODES,
    MORE_MODES,
    big,
    common,
    of_dtypes,
    single,
    with_losses,
)


def _regression():
    two = {"label_dimension": 2}
    one = dict(common(data.column(data.TARGETS)))
    one.update(of_dtypes(data.column(data.TARGETS), ("int32", "int64", "float64")))
    one["labels_flat"] = ({}, data.TARGETS, {})
    one["labels_flat_no_batch"] = ({}, data.TARGETS, {"batch": False})
    one["labels_flat_int"] = ({}, data.COUNTS.astype(np.int32), {})
    one["link"] = ({"link_fn": tf.exp}, one["plain"][1], {})
    one["link_name"] = (
        {"link_fn": lambda x: tf.square(x) + 1.0, "head_name": "x"},
        one["plain"][1],
        {},
    )
    one["link_bias_weights"] = (
        {"link_fn": tf.exp, "enable_centered_bias": True, "weight_column_name": "w"},
        one["plain"][1],
        {"features": {"w": data.WEIGHTS}},
    )
    wide = {}
    for name, (kwargs, labels, options) in common(data.TARGETS_2).items():
        wide["wide_" + name] = (dict(kwargs, **two), labels, options)
    wide["wide_weights_wide"] = (
        dict(two, weight_column_name="w"),
        data.TARGETS_2,
        {"features": {"w": np.abs(data.TARGETS_2)}},
    )
    wide["wide_link"] = (dict(two, link_fn=tf.exp), data.TARGETS_2, {})
    return [(head.regression_head, (), 1, one), (head.regression_head, (), 2, wide)]


def _poisson():
    counts = data.column(data.COUNTS)
    one = dict(common(counts))
    one.update(of_dtypes(counts, ("int32", "int64", "float64")))
    one["labels_flat"] = ({}, data.COUNTS, {})
    wide_counts = np.abs(data.TARGETS_2)
    wide = {
        "wide_" + name: (dict(kwargs, label_dimension=2), labels, options)
        for name, (kwargs, labels, options) in common(wide_counts).items()
        if name in ("plain", "no_batch", "name", "weights", "bias", "input", "label_name_all")
    }
    return [
        (head.poisson_regression_head, (), 1, one),
        (head.poisson_regression_head, (), 2, wide),
    ]


def _binary():
    labels = data.column(data.BINARY)
    weights = {"features": {"w": data.WEIGHTS}}
    options = dict(common(labels))
    options.update(of_dtypes(labels, ("int64", "float32", "bool")))
    options["labels_flat"] = ({}, data.BINARY, {})
    options["labels_flat_no_batch"] = ({}, data.BINARY, {"batch": False})
    options["labels_flat_weights"] = ({"weight_column_name": "w"}, data.BINARY, weights)
    options["big_logits"] = ({}, labels, big(1))
    options["thresholds"] = ({"thresholds": [0.25, 0.5, 0.9]}, labels, {})
    options["thresholds_name_weights"] = (
        {"thresholds": (0.3,), "head_name": "x", "weight_column_name": "w"},
        labels,
        weights,
    )
    options["thresholds_bias"] = ({"thresholds": [0.5], "enable_centered_bias": True}, labels, {})
    with_losses(options, labels, BINARY_LOSSES)
    return [(head.multi_class_head, (2,), 1, options)]


def _classes():
    labels = data.column(data.CLASSES)
    weights = {"features": {"w": data.WEIGHTS}}
    options = dict(common(labels))
    options.update(of_dtypes(labels, ("int64", "uint8")))
    options["labels_flat"] = ({}, data.CLASSES, {})
    options["labels_flat_no_batch"] = ({}, data.CLASSES, {"batch": False})
    options["labels_flat_weights"] = ({"weight_column_name": "w"}, data.CLASSES, weights)
    options["big_logits"] = ({}, labels, big(3))
    options["thresholds"] = ({"thresholds": [0.25, 0.5]}, labels, {})
    options["class_ids"] = ({"metric_class_ids": [0, 2]}, labels, {})
    options["class_ids_name_weights"] = (
        {"metric_class_ids": range(3), "head_name": "x", "weight_column_name": "w"},
        labels,
        weights,
    )
    options["class_ids_flat"] = ({"metric_class_ids": (1,)}, data.CLASSES, {})
    options["class_ids_bias"] = (
        {"metric_class_ids": (1,), "enable_centered_bias": True},
        labels,
        {},
    )
    options["keys"] = ({"label_keys": data.KEYS}, data.strings(labels), {})
    options["keys_flat"] = ({"label_keys": data.KEYS}, data.strings(data.CLASSES), {})
    options["keys_class_ids"] = (
        {
            "label_keys": list(data.KEYS),
            "metric_class_ids": [0, 1],
            "head_name": "x",
            "weight_column_name": "w",
        },
        data.strings(labels),
        weights,
    )
    options["keys_bias"] = (
        {"label_keys": data.KEYS, "enable_centered_bias": True},
        data.strings(labels),
        {},
    )
    with_losses(options, labels, (data.one_hot_loss, data.fixed_loss))
    return [(head.multi_class_head, (3,), 3, options)]


def _svm():
    labels = data.column(data.BINARY)
    options = dict(common(labels))
    options.update(of_dtypes(labels, ("int64", "float32")))
    options["labels_flat"] = ({}, data.BINARY, {})
    options["thresholds"] = ({"thresholds": [0.5]}, labels, {})
    options["big_logits"] = ({}, labels, big(1))
    return [(head.binary_svm_head, (), 1, options)]


def _multi_label():
    weights = {"features": {"w": data.WEIGHTS}}
    options = dict(common(data.INDICATORS))
    options.update(of_dtypes(data.INDICATORS, ("int32", "float32", "bool")))
    options["big_logits"] = ({}, data.INDICATORS, big(3))
    options["thresholds"] = ({"thresholds": [0.25, 0.5]}, data.INDICATORS, {})
    options["class_ids"] = ({"metric_class_ids": [0, 2]}, data.INDICATORS, {})
    options["class_ids_name_weights"] = (
        {"metric_class_ids": range(3), "head_name": "x", "weight_column_name": "w"},
        data.INDICATORS,
        weights,
    )
    options["sparse"] = ({}, data.sparse_classes(), {})
    options["sparse_int32"] = ({}, data.sparse_classes(np.int32), {})
    options["sparse_weights"] = (
        {"weight_column_name": "w", "metric_class_ids": [1], "head_name": "x"},
        data.sparse_classes(),
        weights,
    )
    options["sparse_bias"] = ({"enable_centered_bias": True}, data.sparse_classes(), {})
    options["sparse_label_name"] = (
        {"label_name": "target"},
        {"target": data.sparse_classes()},
        {},
    )
    with_losses(options, data.INDICATORS, BINARY_LOSSES)
    return [(head.multi_label_head, (3,), 3, options)]


GROUPS = {
    "regression": _regression,
    "poisson": _poisson,
    "binary": _binary,
    "classes": _classes,
    "svm": _svm,
    "multi_label": _multi_label,
}


def _named(rows):
    cases = {}
    for factory, args, width, options in rows:
        for (option, (kwargs, labels, extra)), mode in itertools.product(options.items(), MODES):
            if mode == "noop" and not kwargs.get("enable_centered_bias") and option != "plain":
                continue
            name = "%s-%s" % (option, mode)
            cases[name] = single(factory, args, kwargs, width, labels, MODES[mode], **extra)
        for option, mode in itertools.product(options, MORE_MODES):
            if option.endswith(("plain", "label_name_all", "keys")):
                kwargs, labels, extra = options[option]
                cases["%s-%s" % (option, mode)] = single(
                    factory, args, kwargs, width, labels, MORE_MODES[mode], **extra
                )
    return cases


CASES = {group: _named(rows()) for group, rows in GROUPS.items()}
