"""Fits, evaluates, predicts and exports again and again in one process, and watches what grows.

    python -m tests.campaigns.soak [--rounds 200] [--seconds 3600] [--kind contrib|core]

Each round makes a new estimator: in one folder for all, where training goes on, and every tenth
round in a folder of its own. Wrong is, and ends with status 1, what grows by the rounds in the
second half: memory by more than 100 KB a round; threads, file handles, modules or temporary files
by more than one in 50 rounds; live Python objects by more than 100 a round.

`--kind core` does the same with `tf.estimator` alone, to compare.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time

import numpy as np

from tests.campaigns import measures

LIMITS = {
    "memory_mb": 0.1,
    "threads": 0.02,
    "file_handles": 0.02,
    "modules": 0.02,
    "temporary_files": 0.02,
    "python_objects": 100,
}


X = np.sin(np.arange(24, dtype=np.float32)).reshape(12, 2)


class Contrib:
    """A linear model of contrib, with Adam, a metric, summaries and an export."""

    def __init__(self):
        import tensorflow as tf

        import tf_spec_compat
        from tf_spec_compat.contrib import learn

        self.tf, self.v1, self.learn = tf, tf.compat.v1, learn
        self.core, self.package = tf_spec_compat.estimator, tf_spec_compat

    def input_fn(self):
        return {"x": self.tf.constant(X)}, self.tf.constant(X.sum(1))

    def predict_input_fn(self):
        data = self.tf.data.Dataset.from_tensors({"x": X})
        return self.v1.data.make_one_shot_iterator(data).get_next()

    def model_fn(self, features, labels, mode):
        tf, v1 = self.tf, self.v1
        weights = v1.get_variable("w", [2, 1], initializer=v1.zeros_initializer())
        predictions = tf.squeeze(tf.matmul(features["x"], weights), 1)
        if labels is None:
            return self.learn.ModelFnOps(mode, {"y": predictions})
        loss = tf.reduce_mean(tf.square(predictions - labels))
        train_op = v1.train.AdamOptimizer(0.1).minimize(loss, v1.train.get_global_step())
        metrics = {"mean": v1.metrics.mean(predictions)}
        return self.learn.ModelFnOps(mode, {"y": predictions}, loss, train_op, metrics)

    def serving_input_fn(self):
        x = self.v1.placeholder(self.tf.float32, [None, 2])
        return self.learn.InputFnOps({"x": x}, None, {"x": x})

    def round(self, folder):
        """Does all of it; gives the global step, the rows and the export's folder."""
        config = self.learn.RunConfig(model_dir=folder, save_checkpoints_steps=5)
        made = self.learn.Estimator(self.model_fn, config=config)
        made.fit(input_fn=self.input_fn, steps=10)
        result = made.evaluate(input_fn=self.input_fn, steps=2)
        rows = len(list(made.predict(input_fn=self.predict_input_fn)))
        export = os.path.join(folder, "export")
        path = made.export_savedmodel(export, self.serving_input_fn)
        return result["global_step"], rows, os.fsdecode(path)


class Core(Contrib):
    """The same model, of tf.estimator alone."""

    def receiver_fn(self):
        x = self.v1.placeholder(self.tf.float32, [None, 2])
        return self.core.export.ServingInputReceiver({"x": x}, {"x": x})

    def round(self, folder):
        config = self.core.RunConfig(folder, save_checkpoints_steps=5)
        model_fn = self.package.model_fn_for_estimator(self.model_fn)
        made = self.core.Estimator(model_fn, config=config)
        made.train(self.input_fn, steps=10)
        result = made.evaluate(self.input_fn, steps=2)
        rows = len(list(made.predict(self.predict_input_fn)))
        path = made.export_saved_model(os.path.join(folder, "export"), self.receiver_fn)
        return result["global_step"], rows, os.fsdecode(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=3600, help="then it ends earlier")
    parser.add_argument("--kind", choices=("contrib", "core"), default="contrib")
    options = parser.parse_args()
    made = {"contrib": Contrib, "core": Core}[options.kind]()
    samples, problems, start = [], [], time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = os.path.join(folder, "temporary")
        os.mkdir(tempfile.tempdir)
        shared, steps = os.path.join(folder, "shared"), 0
        for number in range(options.rounds):
            if time.monotonic() > start + options.seconds:
                break
            alone = number % 10 == 9
            own = os.path.join(folder, f"own{number}")
            step, rows, path = made.round(own if alone else shared)
            steps += 0 if alone else 10
            if step != (10 if alone else steps) or rows != 12 or not os.listdir(path):
                problems.append(f"round {number}: step {step}, {rows} rows, {os.listdir(path)}")
            shutil.rmtree(own if alone else path)
            if alone:
                # TensorFlow keeps threads and files open for each folder that has events: a program
                # of many folders has to say when it has done with one.
                made.v1.summary.FileWriterCache.clear()
            samples.append(measures.sample())
        tempfile.tempdir = None
    half = samples[len(samples) // 2 :]
    figures = {**measures.setting(), "kind": options.kind, "rounds": len(samples)}
    figures["seconds_a_round"] = round((time.monotonic() - start) / len(samples), 2)
    for name, limit in LIMITS.items():
        series = [one[name] for one in half]
        slope = measures.slope(series)
        first, middle, last = (one[name] for one in (samples[0], half[0], half[-1]))
        figures[name] = f"{first:.0f}, half-way {middle:.0f}, {last:.0f}; {slope:+.4f} a round"
        if slope > limit:
            problems.append(f"{name} grows by {slope:.4f} a round")
    return measures.report(figures, problems)


if __name__ == "__main__":
    sys.exit(main())
