"""Gives altered and made-up inputs to everything in this package that reads text or files.

    python -m tests.campaigns.fuzz [KIND ...] [--inputs 100000] [--seconds 180] [--seed 0]

Each kind of `tests/campaigns/readers.py` runs in a process of its own: until so many inputs are
read, or for so long. Wrong is, and ends with status 1:

* a process that dies, or an input that takes 20 s (the process is then ended by the kernel);
* an input that takes more than 1 s of CPU (10 s where fissix reads Python 2), or more than 200 MB;
* a process that has grown by 100 MB;
* an exception of another type than the reader documents;
* what Python's audit hooks see, and no reader does: code that is run, a process started, a
  connection, a file written.

An input is remade from the seed and its number: `--only NUMBER` prints it and reads it alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.campaigns import measures

MOST = 20  # problems of a kind, then it ends


def run_kind(name, options, module="tests.campaigns.readers"):
    """Runs a kind in processes, the next one where one died; gives figures and problems."""
    figures = {"inputs": 0, "outcomes": {}, "slowest_ms": 0.0, "growth_mb": 0.0}
    problems, end = [], time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as folder:
        while figures["inputs"] < options.inputs and time.monotonic() < end:
            first = figures["inputs"]
            order = {
                "module": module,
                "kind": name,
                "seed": options.seed,
                "first": first,
                "last": options.inputs,
                "seconds": end - time.monotonic(),
                "folder": folder,
            }
            command = [sys.executable, "-m", "tests.campaigns.watched", json.dumps(order)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            found = read_report(done, Path(folder))
            figures["inputs"] = found["next"]
            for outcome, count in found["outcomes"].items():
                figures["outcomes"][outcome] = figures["outcomes"].get(outcome, 0) + count
            for key in ("slowest_ms", "growth_mb"):
                figures[key] = max(figures[key], found[key])
            problems += [f"{name}: {problem}" for problem in found["problems"]]
            if len(problems) >= MOST or found["next"] == first:
                break
    if not figures["inputs"]:
        problems.append(f"{name}: no input was read")
    return figures, problems


def read_report(done, folder):
    """What a process says at its end, or what it left where it was ended."""
    if done.returncode == 0:
        return json.loads(done.stdout.splitlines()[-1])
    number, data = (folder / "number"), (folder / "input")
    at = int(number.read_text()) if number.exists() else None
    where = "before the first input" if at is None else f"at input {at}: {data.read_bytes()!r:.500}"
    errors = [line for line in done.stderr.splitlines() if "Error" in line][-5:]
    problem = " ".join([f"ended with {done.returncode} {where}", *errors])[:2000]
    last = folder / "report"
    found = json.loads(last.read_text()) if last.exists() else {"problems": [], "outcomes": {}}
    found = {"slowest_ms": 0.0, "growth_mb": 0.0, **found}
    return {**found, "next": (at or 0) + 1, "problems": [*found["problems"], problem]}


def main():
    from tests.campaigns import readers

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(readers.KINDS)}; default all")
    parser.add_argument("--inputs", type=int, default=100000, help="of each kind")
    parser.add_argument("--seconds", type=float, default=180, help="for each kind, at most")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="the number of one input")
    options = parser.parse_args()
    unknown = sorted(set(options.kinds) - set(readers.KINDS))
    if unknown:
        parser.error(f"no such kinds: {', '.join(unknown)}")
    if options.only is not None:
        from tests.campaigns import watched

        for name in options.kinds:
            with tempfile.TemporaryDirectory() as folder:
                reader = readers.KINDS[name](Path(folder))
                data = watched.make_input(reader, options.seed, options.only)
                print(f"{data!r}", flush=True)
                print(reader.read(data))
        return 0
    figures, problems = measures.setting(), []
    for name in options.kinds or readers.KINDS:
        figures[name], found = run_kind(name, options)
        problems += found
        print(f"{name}: {figures[name]}", *found, sep="\n    ", flush=True)
    return measures.report(figures, problems)


if __name__ == "__main__":
    sys.exit(main())
