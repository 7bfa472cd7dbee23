"""Checkpoints that contrib's canned estimators wrote under TF 1.15.5, and what becomes of them.

`make` and `observe` run unchanged under TF 1.15.5 (Python 3.7) and under this package. The
checkpoints and `facts.json` beside this file were written by

    python3.7 -m tests.oracle.canned_checkpoint_1_15.record_checkpoints

which with a folder as its argument compares: it tells how what TF 1.15.5 makes of the checkpoints
in there, which this package wrote, differs from `facts.json`, where it can be compared.
"""

import glob
import json
import os
import shutil
import sys
import tempfile

from ..canned_cases import (
    CCLS,
    CLS,
    LCLS,
    b,
    dense_columns,
    embedding,
    wide_columns,
)
from ..canned_facts import BINARY, CLASSES, features, given, weights
from ..canned_legacy import run_config
from ..compare import differences
from ..facts import plain, typed
from ..legacy import tf

HERE = os.path.dirname(os.path.abspath(__file__))
FACTS = os.path.join(HERE, "facts.json")

# The checkpoints are of these global steps, and `observe` trains on.
STEPS, MORE_STEPS = 4, 5

NAMES = "abcd"


def dnn(**kwargs):
    """A network on columns of all kinds, three classes, Adagrad."""
    return CLS([4, 3], dense_columns(), n_classes=3, **kwargs)


def linear(**kwargs):
    """A linear model on columns of all kinds, two classes, Ftrl."""
    return LCLS(wide_columns(), **kwargs)


def combined(**kwargs):
    """Both, three classes."""
    return CCLS(
        linear_feature_columns=[*wide_columns()],
        dnn_feature_columns=[b(), embedding()],
        dnn_hidden_units=[3],
        n_classes=3,
        fix_global_step_increment_bug=True,
        **kwargs,
    )


# Folder -> what makes the estimator, and labels.
MODELS = {"dnn": (dnn, CLASSES), "linear": (linear, BINARY), "combined": (combined, CLASSES)}


def make(name, folder):
    """An estimator in this folder, with or without a checkpoint in it."""
    build, labels = MODELS[name]
    config = run_config.RunConfig(tf_random_seed=1)
    return build(model_dir=folder, config=config), given(NAMES, labels)


def variables(folder):
    """Name -> dtype and shape of what is in the latest checkpoint."""
    reader = tf.train.load_checkpoint(folder)
    dtypes = reader.get_variable_to_dtype_map()
    shapes = reader.get_variable_to_shape_map()
    return {name: typed(dtypes[name], shapes[name]) for name in shapes}


def observe(name, folder):
    """What an estimator makes of the checkpoint in a folder, and where it gets from there."""
    made, input_fn = make(name, folder)
    record = {"variables": variables(folder), "before": weights(folder)}
    record["evaluation"] = plain(made.evaluate(input_fn=input_fn, steps=1))
    record["classes"] = plain(made.predict_classes(input_fn=feed, as_iterable=False))
    record["probabilities"] = plain(made.predict_proba(input_fn=feed, as_iterable=False))
    made.fit(input_fn=input_fn, steps=MORE_STEPS)
    record["after"] = weights(folder)
    record["evaluation_after"] = plain(made.evaluate(input_fn=input_fn, steps=1))
    return record


def feed():
    """The features of the batch that is trained on."""
    return features(NAMES)


def record_checkpoints():
    """Writes the checkpoints and the facts."""
    facts = {}
    for name in sorted(MODELS):
        folder = tempfile.mkdtemp()
        made, input_fn = make(name, folder)
        made.fit(input_fn=input_fn, steps=STEPS)
        target = os.path.join(HERE, name)
        shutil.rmtree(target, ignore_errors=True)
        os.mkdir(target)
        for new in glob.glob(os.path.join(folder, "model.ckpt-%d.[di]*" % STEPS)):
            shutil.copy(new, target)
        shutil.copy(os.path.join(folder, "checkpoint"), target)
        facts[name] = observe(name, folder)
        shutil.rmtree(folder)
    with open(FACTS, "w") as file:
        json.dump(facts, file, indent=0, sort_keys=True)
        file.write("\n")


def compare_checkpoints(folder):
    """Prints what differs for checkpoints in a folder under TF 1.15.5; works on a copy."""
    copy = os.path.join(tempfile.mkdtemp(), "models")
    shutil.copytree(folder, copy)
    with open(FACTS) as file:
        facts = json.load(file)
    found = []
    for name in sorted(MODELS):
        live = observe(name, os.path.join(copy, name))
        found += differences({"v": facts[name]["variables"]}, {"v": live["variables"]})
    shutil.rmtree(os.path.dirname(copy))
    for path, golden, live in found:
        print("%s: recorded %r, now %r" % (path, golden, live))
    print("%d differences" % len(found))


if __name__ == "__main__":
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Run under TF 1.15.5, not %s." % tf.__version__)
    tf.logging.set_verbosity(tf.logging.FATAL)
    if sys.argv[1:]:
        compare_checkpoints(sys.argv[1])
    else:
        record_checkpoints()
