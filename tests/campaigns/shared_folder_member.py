"""A process of `tests/campaigns/shared_folder.py`; written for Python 3.7 and TensorFlow 1.15 too.

python shared_folder_member.py train|watch|look MODEL_DIR STEPS
"""

import collections
import json
import os
import sys
import time

import tensorflow as tf

if hasattr(tf, "contrib"):
    from tensorflow.contrib import learn
else:
    from tf_spec_compat.contrib import learn

v1 = tf.compat.v1
v1.disable_eager_execution()
GONE = (tf.errors.NotFoundError, tf.errors.DataLossError, tf.errors.OutOfRangeError)


class Slow(v1.train.SessionRunHook):
    """So that both are at it at the same time."""

    def after_run(self, run_context, run_values):
        time.sleep(0.01)


def input_fn():
    return {"x": tf.constant([[1.0]])}, tf.constant([[1.0]])


def model_fn(features, labels, mode):
    first, second = (
        v1.get_variable(name, [], initializer=v1.zeros_initializer(), trainable=False)
        for name in ("first", "second")
    )
    predictions = features["x"] * first
    if labels is None:
        return learn.ModelFnOps(mode, predictions)
    counters = (first, second, v1.train.get_global_step())
    counted = [v1.assign_add(one, tf.ones([], one.dtype.base_dtype)) for one in counters]
    return learn.ModelFnOps(mode, predictions, tf.reduce_mean(labels), tf.group(*counted))


def serving_input_fn():
    x = v1.placeholder(tf.float32, [None, 1])
    return learn.utils.input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def train(made, steps):
    """Trains, and goes on where the other one was in the way of a checkpoint."""
    counts = collections.Counter()
    while counts["trainings that came to their end"] == 0:
        try:
            made.fit(input_fn=input_fn, max_steps=steps, monitors=[Slow()])
            counts["trainings that came to their end"] += 1
        except tf.errors.OpError as error:
            # Both write the same step of the same name at the same time.
            counts["saves that failed: " + type(error).__name__] += 1
            if sum(counts.values()) > 20:
                return {"counts": counts, "problems": [str(error)[:500]]}
    return {"counts": counts, "problems": []}


def watch(made, folder, steps):
    """Evaluates and exports until training has come to its end."""
    counts, problems, end = collections.Counter(), [], time.time() + 300
    while time.time() < end:
        path = v1.train.latest_checkpoint(folder)
        if path is None:
            time.sleep(0.1)
            continue
        try:
            made.evaluate(input_fn=input_fn, steps=1)
            counts["evaluations"] += 1
            exported = made.export_savedmodel(os.path.join(folder, "export"), serving_input_fn)
            with tf.Graph().as_default(), v1.Session() as session:
                v1.saved_model.load(session, ["serve"], exported)
            counts["exports"] += 1
        except GONE as error:
            counts["checkpoint removed meanwhile: " + type(error).__name__] += 1
        except ValueError as error:
            if "is not a valid checkpoint" not in str(error):
                raise
            counts["checkpoint removed meanwhile: ValueError"] += 1
        except Exception as error:  # noqa: BLE001 - whatever else it is, it is what we look for
            problems.append(f"{type(error).__name__}: {error!s:.500}")
            break
        if path.endswith(f"-{steps}"):
            break
    return {"counts": counts, "problems": problems}


def look(folder, steps):
    """Reads every checkpoint of the state file."""
    problems, lost = [], 0
    paths = v1.train.get_checkpoint_state(folder).all_model_checkpoint_paths
    for path in paths:
        if not v1.train.checkpoint_exists(path):
            lost += 1
            continue
        reader = v1.train.NewCheckpointReader(path)
        found = [float(reader.get_tensor(name)) for name in ("global_step", "first", "second")]
        if len(set(found)) != 1 or not path.endswith(f"-{found[0]:.0f}"):
            problems.append(f"{path} has {found}")
    if lost and not v1.train.checkpoint_exists(v1.train.latest_checkpoint(folder) or ""):
        problems.append("the last checkpoint is lost")
    if not str(v1.train.latest_checkpoint(folder)).endswith(f"-{steps}"):
        problems.append(f"ended at {v1.train.latest_checkpoint(folder)}")
    return {"checkpoints": len(paths), "lost": lost, "problems": problems}


def main(role, folder, steps):
    steps = int(steps)
    config = learn.RunConfig(model_dir=folder, save_checkpoints_steps=20, keep_checkpoint_max=3)
    made = learn.Estimator(model_fn, config=config)
    if role == "train":
        found = train(made, steps)
    elif role == "watch":
        found = watch(made, folder, steps)
    else:
        found = look(folder, steps)
    sys.stdout.write("\n" + json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
