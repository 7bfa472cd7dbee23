"""Fits, evaluates, predicts and exports again and again in one process, and watches what grows.

    python -m tests.campaigns.soak [--rounds 200] [--kind contrib|core]

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

from tests.campaigns import measures

LIMITS = {
    "memory_mb": 0.1,
    "threads": 0.02,
    "file_handles": 0.02,
    "modules": 0.02,
    "temporary_files": 0.02,
    "python_objects": 100,
}


class Contrib:
    """A model of contrib."""

    def __init__(self):
        from tests.experiment import recovery_program
        from tf_spec_compat.contrib import learn

        self._program, self._learn = recovery_program, learn

    def round(self, folder):
        program = self._program
        made = program.make(folder)
        made.fit(input_fn=program.input_fn, steps=10)
        result = made.evaluate(input_fn=program.input_fn, steps=2)
        rows = list(made.predict(input_fn=lambda: {"x": program.tf.constant(program.X)})) and 12
        path = made.export_savedmodel(os.path.join(folder, "export"), program.serving_input_fn)
        return result["global_step"], rows, os.fsdecode(path)


class Core(Contrib):
    """The same model, of tf.estimator alone."""

    def round(self, folder):
        from tf_spec_compat import estimator, model_fn_for_estimator

        program = self._program
        config = estimator.RunConfig(folder, 1, save_checkpoints_steps=program.EVERY)
        made = estimator.Estimator(model_fn_for_estimator(program.model_fn), config=config)
        made.train(program.input_fn, 10)
        result = made.evaluate(program.input_fn, 2)
        predicted = made.predict(lambda: {"x": program.tf.constant(program.X)})
        rows = len([next(predicted) for _ in range(12)])
        predicted.close()
        receiver = estimator.export.ServingInputReceiver

        def serving_input_fn():
            features, _, inputs = program.serving_input_fn()
            return receiver(features, inputs)

        path = made.export_saved_model(os.path.join(folder, "export"), serving_input_fn)
        return result["global_step"], rows, os.fsdecode(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--kind", choices=("contrib", "core"), default="contrib")
    options = parser.parse_args()
    made = {"contrib": Contrib, "core": Core}[options.kind]()
    samples, problems, start = [], [], time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = os.path.join(folder, "temporary")
        os.mkdir(tempfile.tempdir)
        shared, steps = os.path.join(folder, "shared"), 0
        for number in range(options.rounds):
            alone = number % 10 == 9
            own = os.path.join(folder, f"own{number}")
            step, rows, path = made.round(own if alone else shared)
            steps += 0 if alone else 10
            if step != (10 if alone else steps) or rows != 12 or not os.listdir(path):
                problems.append(f"round {number}: step {step}, {rows} rows, {os.listdir(path)}")
            shutil.rmtree(own if alone else path)
            samples.append(measures.sample())
        tempfile.tempdir = None
    half = samples[len(samples) // 2 :]
    figures = {**measures.setting(), "kind": options.kind, "rounds": options.rounds}
    figures["seconds_a_round"] = round((time.monotonic() - start) / options.rounds, 2)
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
