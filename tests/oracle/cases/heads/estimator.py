"""Each head in a real Estimator: trained, evaluated, asked, exported, and the export served."""

import itertools
import os
import shutil
import tempfile

import numpy as np

from tests.oracle.facts import plain, signature_facts
from tests.oracle.legacy import estimator, head, tf

from . import inputs as data
from .multi import LABELS, WIDTHS, member


class EstimatorCase(object):
    """A linear model under `make()`, run by `tf.estimator.Estimator`.

    `key` is the default head, `raw` serves from tensors instead of examples, and without `serve`
    the spec gets no output alternatives.
    """

    def __init__(self, make, width, labels, key=None, raw=False, serve=True):
        self._make = make
        self._width = width
        self._labels = labels
        self._key = key
        self._raw = raw
        self._serve = serve

    def _model_fn(self, features, labels, mode):
        ops = self._make().create_model_fn_ops(
            features=features,
            mode=mode,
            labels=labels,
            train_op_fn=data.sgd,
            logits=data.linear(features["x"], self._width),
        )
        if not self._serve:
            ops = ops._replace(output_alternatives=None)
        return ops.estimator_spec(self._key)

    def _input_fn(self, labelled=True):
        features = {"x": tf.constant(data.X)}
        if not labelled:
            return features
        if isinstance(self._labels, dict):
            return features, {k: tf.constant(v) for k, v in self._labels.items()}
        return features, tf.constant(self._labels)

    def _receiver(self):
        if self._raw:
            x = tf.placeholder(tf.float32, [None, 2])
            return estimator.export.ServingInputReceiver({"x": x}, {"x": x})
        spec = {"x": tf.FixedLenFeature([2], tf.float32)}
        return estimator.export.build_parsing_serving_input_receiver_fn(spec)()

    def facts(self):
        """Runs the life of a model in a folder of its own."""
        folder = tempfile.mkdtemp()
        try:
            return self._facts(folder)
        finally:
            shutil.rmtree(folder)

    def _facts(self, folder):
        config = estimator.RunConfig(model_dir=folder, tf_random_seed=1)
        model = estimator.Estimator(self._model_fn, config=config)
        model.train(self._input_fn, steps=3)
        predicted = model.predict(lambda: self._input_fn(False), yield_single_examples=True)
        record = {
            "evaluated": plain(model.evaluate(self._input_fn, steps=2)),
            "predicted": [
                {str(k): plain(v) for k, v in row.items()} for row in itertools.islice(predicted, 4)
            ],
            "variables": {
                n: plain(model.get_variable_value(n)) for n in model.get_variable_names()
            },
            "tags": _tags(folder),
            "eval_tags": _tags(os.path.join(folder, "eval")),
        }
        predicted.close()
        if not self._serve:
            return record
        path = model.export_saved_model(os.path.join(folder, "export"), self._receiver)
        record["signatures"], record["served"] = _serve(path, self._raw)
        return record


def _tags(folder):
    """The summary tags in the event files of `folder`."""
    tags = set()
    for name in os.listdir(folder):
        if "tfevents" in name:
            for event in tf.train.summary_iterator(os.path.join(folder, name)):
                tags.update(value.tag for value in event.summary.value)
    return sorted(tags)


def _example(row):
    feature = tf.train.Feature(float_list=tf.train.FloatList(value=row))
    example = tf.train.Example(features=tf.train.Features(feature={"x": feature}))
    return example.SerializeToString()


def _serve(path, raw):
    """Loads a SavedModel, and calls each of its signatures with the data."""
    fed = data.X if raw else np.array([_example(row) for row in data.X], object)
    served = {}
    with tf.Graph().as_default(), tf.Session() as session:
        loaded = tf.saved_model.load(session, [tf.saved_model.SERVING], path)
        for name, signature in loaded.signature_def.items():
            (info,) = signature.inputs.values()
            fetches = {k: v.name for k, v in signature.outputs.items()}
            served[name] = plain(session.run(fetches, {info.name: fed}))
        return {k: signature_facts(v) for k, v in loaded.signature_def.items()}, served


def _single(factory, *args, **kwargs):
    return lambda: factory(*args, **kwargs)


def _multi():
    return head.multi_head([member(kind) for kind in "rcb"], loss_weights=[1.0, 2.0, 0.5])


COUNTS = data.column(data.COUNTS)
TARGETS = data.column(data.TARGETS)
BINARY = data.column(data.BINARY)
CLASSES = data.column(data.CLASSES)
SEVERAL = {kind: LABELS[kind] for kind in "rcb"}
WIDTH = sum(WIDTHS[kind] for kind in "rcb")

CASES = {
    "estimator": {
        "regression": EstimatorCase(_single(head.regression_head), 1, TARGETS),
        "regression_raw": EstimatorCase(_single(head.regression_head), 1, TARGETS, raw=True),
        "regression_wide": EstimatorCase(
            _single(head.regression_head, label_dimension=2, head_name="x"), 2, data.TARGETS_2
        ),
        "poisson": EstimatorCase(_single(head.poisson_regression_head), 1, COUNTS),
        "binary": EstimatorCase(_single(head.multi_class_head, 2), 1, BINARY),
        "binary_named": EstimatorCase(
            _single(
                head.multi_class_head,
                2,
                head_name="x",
                thresholds=[0.25, 0.75],
                label_name="target",
            ),
            1,
            {"target": BINARY},
        ),
        "binary_raw": EstimatorCase(_single(head.multi_class_head, 2), 1, BINARY, raw=True),
        "classes": EstimatorCase(_single(head.multi_class_head, 3), 3, CLASSES),
        "classes_keys": EstimatorCase(
            _single(head.multi_class_head, 3, label_keys=data.KEYS, metric_class_ids=[1]),
            3,
            data.strings(CLASSES),
        ),
        "multi_label": EstimatorCase(_single(head.multi_label_head, 3), 3, data.INDICATORS),
        "svm": EstimatorCase(_single(head.binary_svm_head), 1, BINARY),
        "svm_not_served": EstimatorCase(_single(head.binary_svm_head), 1, BINARY, serve=False),
        "several": EstimatorCase(_multi, WIDTH, SEVERAL, key="c"),
        "several_other": EstimatorCase(_multi, WIDTH, SEVERAL, key="r"),
        "several_raw": EstimatorCase(_multi, WIDTH, SEVERAL, key="b", raw=True),
        "several_no_key": EstimatorCase(_multi, WIDTH, SEVERAL),
    }
}
