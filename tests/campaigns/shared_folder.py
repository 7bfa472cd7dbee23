"""Two processes train in one model_dir at once, and a third one evaluates and exports from it.

    python -m tests.campaigns.shared_folder [--rounds 5] [--python PYTHON]

No program should do that, and some do: two jobs started by mistake. `--python` runs the same with a
Python that has TensorFlow 1.15.5. Wrong is, and ends with status 1:

* a trainer that does not come to its last step, though it starts again where a save fails
  because both write the same checkpoint at the same time;
* a last checkpoint that does not load, is not of the last step, or mixes the two: both of its
  variables and the step count alike;
* an export that does not load; an evaluation that fails otherwise than that the checkpoint which it
  was about to read had been removed, as it does with TensorFlow 1.15.5.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.campaigns import measures

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("shared_folder_member.py")
STEPS = 300


def run(python, folder, role, log):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CUDA_VISIBLE_DEVICES": "-1"}
    command = [python, str(PROGRAM), role, str(folder), str(STEPS)]
    with log.open("w") as out:
        return subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default=sys.executable, help="by default this one")
    options = parser.parse_args()
    counts, problems = collections.Counter(), []
    for number in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            model_dir, logs = Path(folder) / "model", {}
            roles = ("train", "train", "watch")
            members = []
            for place, role in enumerate(roles):
                logs[place] = Path(folder) / f"{place}.log"
                members.append(run(options.python, model_dir, role, logs[place]))
            for place, member in enumerate(members):
                code = member.wait(600)
                text = logs[place].read_text()
                if code != 0:
                    problems.append(f"round {number}: {roles[place]}: {code}: {text[-1500:]}")
                    continue
                found = json.loads(text.splitlines()[-1])
                for name, count in found["counts"].items():
                    counts[name] += count
                problems += [f"round {number}: {one}" for one in found["problems"]]
            log = Path(folder) / "look.log"
            if run(options.python, model_dir, "look", log).wait(600):
                problems.append(f"round {number}: {log.read_text()[-1500:]}")
                continue
            found = json.loads(log.read_text().splitlines()[-1])
            counts["checkpoints at the end"] += found["checkpoints"]
            counts["checkpoints without their files"] += found["lost"]
            problems += [f"round {number}: {one}" for one in found["problems"]]
    figures = {**measures.setting(), "rounds": options.rounds, **counts}
    if options.python != sys.executable:
        figures["tensorflow"] = "that of --python"
    return measures.report(figures, problems)


if __name__ == "__main__":
    sys.exit(main())
