"""Predicts a million rows one by one, and watches memory.

    python -m tests.campaigns.many_rows [--rows 1000000] [--batch 1000]

From an array that is fed, and from an input_fn, each as an iterable. Wrong is, and ends with status
1: rows lost, doubled or out of order, or memory that grows by more than 10 MB from a tenth of the
rows to the last one.
"""

import argparse
import sys
import tempfile
import time

import numpy as np

from tests.campaigns import measures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--batch", type=int, default=1000)
    options = parser.parse_args()
    import tensorflow as tf

    from tf_spec_compat.contrib import learn

    def model_fn(features, labels, mode):
        weight = tf.compat.v1.get_variable("w", [], initializer=tf.compat.v1.ones_initializer())
        loss = None if labels is None else tf.square(weight)
        train_op = tf.compat.v1.assign_add(tf.compat.v1.train.get_global_step(), 1)
        return learn.ModelFnOps(mode, {"row": tf.squeeze(features, 1) * weight}, loss, train_op)

    def cast_model_fn(features, labels, mode):
        x = features["x"] if isinstance(features, dict) else features
        return model_fn(tf.cast(x, tf.float32), labels, mode)

    figures, problems = {**measures.setting(), "rows": options.rows}, []
    with tempfile.TemporaryDirectory() as folder:
        made = learn.Estimator(cast_model_fn, folder)
        made.fit(x=np.zeros([2, 1]), y=np.zeros([2]), steps=1)
        x = np.arange(options.rows, dtype=np.float64)[:, np.newaxis]
        input_fn = learn.io.numpy_input_fn(
            {"x": x}, batch_size=options.batch, num_epochs=1, shuffle=False, num_threads=1
        )
        ways = {
            "x": lambda: made.predict(x=x, batch_size=options.batch),
            "input_fn": lambda: made.predict(input_fn=input_fn),
        }
        for name, predict in ways.items():
            start, seen, samples = time.monotonic(), 0, []
            for row in predict():
                if row["row"] != seen:  # float32 holds whole numbers up to 16,777,216
                    problems.append(f"{name}: row {seen} is {row['row']}")
                    break
                seen += 1
                if seen % (options.rows // 20) == 0:
                    samples.append(measures.memory())
            if seen != options.rows:
                problems.append(f"{name}: {seen} rows")
            grown = samples[-1] - samples[1] if samples[2:] else 0.0
            if grown > 10:
                problems.append(f"{name}: grew by {grown:.1f} MB")
            rate = seen / (time.monotonic() - start)
            figures[name] = f"{seen} rows, {rate:.0f} rows/s, {grown:+.1f} MB"
    return measures.report(figures, problems)


if __name__ == "__main__":
    sys.exit(main())
