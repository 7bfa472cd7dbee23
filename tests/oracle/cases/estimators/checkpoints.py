"""Checkpoints that contrib's estimators wrote under TF 1.15.5, and what comes of them.

They are in `golden/estimators/checkpoints`. A case evaluates one, predicts, and trains further. As
a program under TF 1.15.5 this does so with checkpoints that this package wrote, `FOLDER/NAME`, and
prints how their variables differ: `python -m tests.oracle.cases.estimators.checkpoints FOLDER`.
"""

import glob
import os
import shutil
import sys
import tempfile
import zipfile

from tests.oracle.compare import differences
from tests.oracle.facts import plain, rounded, typed
from tests.oracle.group import GOLDEN
from tests.oracle.groups import GROUPS
from tests.oracle.legacy import run_config, tf

from . import canned, canned_facts, kmeans, rnn_lives, svm, two_heads

FOLDER = os.path.join(GOLDEN, "estimators", "checkpoints")


def variables(folder):
    """Name -> dtype and shape of what is in the latest checkpoint; hash tables may grow."""
    reader = tf.train.load_checkpoint(folder)
    dtypes = reader.get_variable_to_dtype_map()
    shapes = reader.get_variable_to_shape_map()
    for name in shapes:
        shapes[name][:1] = shapes[name][:1] if "Table" not in name else [None]
    return {name: typed(dtypes[name], shapes[name]) for name in shapes}


class Checkpoint(object):
    """A model with a checkpoint of `steps` steps, which a case trains on to `more` steps.

    `packed` keeps the checkpoint as an archive: hash tables are 4 MB of zeros.
    """

    steps = 4
    packed = False

    def __init__(self, name):
        self.name = name
        self.path = os.path.join(FOLDER, name + (".zip" if self.packed else ""))

    def make(self, folder):
        """Gives the estimator in this folder, with or without a checkpoint in it."""
        raise NotImplementedError

    def train(self, folder, steps=None):
        """Trains a new estimator."""
        made = self.make(folder)
        return made.fit(input_fn=self.input_fn, steps=steps or self.steps)

    def restore(self, folder):
        """Copies TF 1.15.5's checkpoint into a folder."""
        if self.packed:
            with zipfile.ZipFile(self.path) as file:
                file.extractall(folder)
        else:
            for path in glob.glob(os.path.join(self.path, "*")):
                shutil.copy(path, folder)
        return folder

    def __call__(self):
        """Tells what comes of TF 1.15.5's checkpoint."""
        folder = tempfile.mkdtemp()
        try:
            return self.observe(self.restore(folder))
        finally:
            shutil.rmtree(folder)

    def same(self, folder):
        """Tells whether the weights in a folder are those that are committed."""
        before = self.restore(tempfile.mkdtemp())
        try:
            return variables(before) == variables(folder) and not differences(
                self.weights(before), self.weights(folder), self.name, self.tolerance
            )
        finally:
            shutil.rmtree(before)

    @property
    def tolerance(self):
        """Tells how near figures have to be."""
        return GROUPS["estimators/checkpoints"].tolerance

    def write(self, folder):
        """Puts the checkpoint in a folder in the place of the one that is committed."""
        found = sorted(glob.glob(os.path.join(folder, "model.ckpt-%d.[di]*" % self.steps)))
        paths = [os.path.join(folder, "checkpoint"), *found]
        if self.packed:
            with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as file:
                for path in paths:
                    file.write(path, os.path.basename(path))
            return
        shutil.rmtree(self.path, ignore_errors=True)
        os.makedirs(self.path)
        for path in paths:
            shutil.copy(path, self.path)


class TwoHeads(Checkpoint):
    """contrib's Estimator with a multi-head of string classes."""

    steps = 5
    make = staticmethod(two_heads.make)
    input_fn = staticmethod(two_heads.input_fn)

    def weights(self, folder):
        """Name -> value in the latest checkpoint."""
        reader = tf.train.load_checkpoint(folder)
        return {name: plain(reader.get_tensor(name)) for name in variables(folder)}

    def observe(self, folder):
        """Uses the checkpoint in a folder, and trains on."""
        record = {"variables": variables(folder), "before": self.weights(folder)}
        record.update(two_heads.used(self.make(folder), folder))
        record["after"] = self.weights(folder)
        return record


class Canned(Checkpoint):
    """A canned estimator on columns of all kinds."""

    more = 5
    names = "abcd"
    weights = staticmethod(canned_facts.weights)

    def __init__(self, name, build, labels):
        super(Canned, self).__init__(name)
        self._build = build
        self.input_fn = canned_facts.given(self.names, labels)

    def make(self, folder):
        """Gives the estimator."""
        return self._build(model_dir=folder, config=run_config.RunConfig(tf_random_seed=1))

    def observe(self, folder):
        """Uses the checkpoint in a folder, and trains on."""
        features_fn = lambda: canned_facts.features(self.names)  # noqa: E731
        made = self.make(folder)
        record = {"variables": variables(folder), "before": self.weights(folder)}
        record["evaluation"] = plain(made.evaluate(input_fn=self.input_fn, steps=1))
        record["classes"] = plain(made.predict_classes(input_fn=features_fn, as_iterable=False))
        record["probabilities"] = plain(made.predict_proba(input_fn=features_fn, as_iterable=False))
        made.fit(input_fn=self.input_fn, steps=self.more)
        record["after"] = self.weights(folder)
        record["evaluation_after"] = plain(made.evaluate(input_fn=self.input_fn, steps=1))
        return record


class Recurrent(Checkpoint):
    """A DynamicRnnEstimator."""

    steps = 3
    make = staticmethod(rnn_lives.make)

    def train(self, folder, steps=None):
        """Trains from fixed weights."""
        hooks = [rnn_lives.FixedWeights()]
        return self.make(folder).fit(
            input_fn=rnn_lives.input_fn, steps=steps or self.steps, monitors=hooks
        )

    def weights(self, folder):
        """Name -> value in the latest checkpoint."""
        return rnn_lives.weights(self.make(folder))

    def observe(self, folder):
        """Uses the checkpoint in a folder, and trains on."""
        return rnn_lives.from_checkpoint(folder)


class Rounded(Checkpoint):
    """A model of which not every run repeats all digits."""

    steps = 100
    more = 160
    packed = True

    def __init__(self, name, make, input_fn):
        super(Rounded, self).__init__(name)
        self.make = make
        self.input_fn = input_fn

    def weights(self, folder):
        """Name -> value of the weights in the latest checkpoint."""
        reader = tf.train.load_checkpoint(folder)
        return {
            name: rounded(plain(reader.get_tensor(name)), 3)
            for name in variables(folder)
            if "Table" not in name
        }

    def observe(self, folder):
        """Uses the checkpoint in a folder, and trains on."""
        made = self.make(folder)

        def used():
            return {
                "weights": self.weights(folder),
                "evaluation": rounded(plain(made.evaluate(input_fn=self.input_fn, steps=1)), 3),
                "predictions": rounded(plain(list(made.predict(input_fn=self.input_fn))), 3),
            }

        record = {"variables": variables(folder), "before": used()}
        made.fit(input_fn=self.input_fn, max_steps=self.more)
        record["after"] = used()
        return record


def _dnn(**kwargs):
    return canned.CLS([4, 3], canned.dense_columns(), n_classes=3, **kwargs)


def _linear(**kwargs):
    return canned.LCLS(canned.wide_columns(), **kwargs)


def _combined(**kwargs):
    return canned.CCLS(
        linear_feature_columns=[*canned.wide_columns()],
        dnn_feature_columns=[canned.b(), canned.embedding()],
        dnn_hidden_units=[3],
        n_classes=3,
        fix_global_step_increment_bug=True,
        **kwargs,
    )


def _kmeans(folder):
    clusters = [[0.0, 1.0], [1.0, 0.0]]
    return kmeans.KMeans(2, model_dir=folder, initial_clusters=clusters, use_mini_batch=False)


def _svm(folder):
    columns, config = svm.dense() + svm.sparse(), svm.config()
    return svm.SVM("id", columns, model_dir=folder, l2_regularization=1.0, config=config)


def _regression(folder):
    options = {"weight_column_name": "w", "model_dir": folder, "config": svm.config()}
    return svm.Regression("id", svm.sparse(), **options)


CASES = {
    case.name: case
    for case in (
        Canned("combined", _combined, canned_facts.CLASSES),
        Canned("dnn", _dnn, canned_facts.CLASSES),
        Canned("linear", _linear, canned_facts.BINARY),
        Recurrent("rnn"),
        Rounded("kmeans", _kmeans, kmeans.given()),
        Rounded("regression", _regression, svm.given(svm.TARGETS)),
        Rounded("svm", _svm, svm.given()),
        TwoHeads("two_heads"),
    )
}


def record_files():
    """Writes the checkpoints whose weights have changed."""
    for case in CASES.values():
        folder = tempfile.mkdtemp()
        case.train(folder)
        if not (os.path.exists(case.path) and case.same(folder)):
            case.write(folder)
        shutil.rmtree(folder)


def main(folder):
    """Uses the checkpoints in a folder, and compares their variables."""
    tf.logging.set_verbosity(tf.logging.FATAL)
    golden = GROUPS["estimators/checkpoints"].golden()
    for name in sorted(os.listdir(folder)):
        copy = os.path.join(tempfile.mkdtemp(), name)
        shutil.copytree(os.path.join(folder, name), copy)
        live = CASES[name].observe(copy)
        found = differences(golden[name]["variables"], live["variables"])
        print("%s: %s" % (name, found or "agrees"))


if __name__ == "__main__":
    main(sys.argv[1])
