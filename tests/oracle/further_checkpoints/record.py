"""Checkpoints of k-means, an SVM and SDCA's regression that TF 1.15.5 wrote, and their future.

`observe` runs unchanged under TF 1.15.5 (Python 3.7) and under this package. The archives
and `facts.json` beside this file were written by

    python3.7 -m tests.oracle.further_checkpoints.record
"""

import glob
import json
import os
import shutil
import tempfile
import zipfile

from ..facts import plain, typed
from ..further_facts import rounded
from ..further_kmeans import KMeans
from ..further_kmeans import given as points
from ..further_svm import SVM, TARGETS, Regression, config, dense, given, sparse
from ..legacy import tf

HERE = os.path.dirname(os.path.abspath(__file__))
FACTS = os.path.join(HERE, "facts.json")

# The checkpoints are of this global step, and `observe` trains to the other.
STEPS, MORE_STEPS = 100, 160

MODELS = {
    "kmeans": lambda folder: KMeans(
        2, model_dir=folder, initial_clusters=[[0.0, 1.0], [1.0, 0.0]], use_mini_batch=False
    ),
    "svm": lambda folder: SVM(
        "id", dense() + sparse(), model_dir=folder, l2_regularization=1.0, config=config()
    ),
    "regression": lambda folder: Regression(
        "id", sparse(), weight_column_name="w", model_dir=folder, config=config()
    ),
}

INPUTS = {"kmeans": points(), "svm": given(), "regression": given(TARGETS)}


def archive(name):
    """The file of a model's checkpoint: hash tables are 4 MB of zeros."""
    return os.path.join(HERE, name + ".zip")


def variables(folder):
    """Name -> dtype and shape of what is in the latest checkpoint; tables may grow."""
    reader = tf.train.load_checkpoint(folder)
    dtypes = reader.get_variable_to_dtype_map()
    shapes = reader.get_variable_to_shape_map()
    for name in shapes:
        shapes[name][:1] = shapes[name][:1] if "Table" not in name else [None]
    return {name: typed(dtypes[name], shapes[name]) for name in shapes}


def weights(folder):
    """Name -> value of the weights in the latest checkpoint."""
    reader = tf.train.load_checkpoint(folder)
    return {
        name: rounded(plain(reader.get_tensor(name)), 3)
        for name in variables(folder)
        if "Table" not in name
    }


def observe(name, folder):
    """What a model makes of the checkpoint in a folder, and where it gets from there."""
    made, input_fn = MODELS[name](folder), INPUTS[name]

    def asked():
        return {
            "weights": weights(folder),
            "evaluation": rounded(plain(made.evaluate(input_fn=input_fn, steps=1)), 3),
            "predictions": rounded(plain(list(made.predict(input_fn=input_fn))), 3),
        }

    record = {"variables": variables(folder), "before": asked()}
    made.fit(input_fn=input_fn, max_steps=MORE_STEPS)
    record["after"] = asked()
    return record


def main():
    """Writes the checkpoints and the facts."""
    facts = {}
    for name in sorted(MODELS):
        folder = tempfile.mkdtemp()
        MODELS[name](folder).fit(input_fn=INPUTS[name], steps=STEPS)
        kept = glob.glob(os.path.join(folder, "model.ckpt-%d.[di]*" % STEPS))
        with zipfile.ZipFile(archive(name), "w", zipfile.ZIP_DEFLATED) as file:
            for path in [os.path.join(folder, "checkpoint"), *sorted(kept)]:
                file.write(path, os.path.basename(path))
        facts[name] = observe(name, folder)
        shutil.rmtree(folder)
    with open(FACTS, "w") as file:
        json.dump(facts, file, indent=1, sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Run under TF 1.15.5, not %s." % tf.__version__)
    tf.logging.set_verbosity(tf.logging.FATAL)
    main()
