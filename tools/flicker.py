"""Runs the tests again and again under load, and says which do not agree with themselves.

    python tools/flicker.py [--times N] [PYTEST ARGUMENTS ...]

Each time has another random order, and a busy process for each core beside it.
"""

import argparse
import collections
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree


def busy() -> None:
    """Takes a core's time for as long as it lives."""
    while True:
        sum(range(10**6))


def outcomes(seed: int, arguments: list[str]) -> dict[str, str]:
    """Runs the tests in the order of a seed: the name of each -> how it went."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as report:
        options = ["-q", "-n", "2", f"--randomly-seed={seed}", f"--junitxml={report.name}"]
        command = [sys.executable, "-m", "pytest", *options, *arguments]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        cases = ElementTree.parse(report.name).iter("testcase")
        return {f"{case.get('classname')}::{case.get('name')}": outcome(case) for case in cases}


def outcome(case: ElementTree.Element) -> str:
    """How a test went, and if it failed the first line of why."""
    for child in case:
        if child.tag in ("failure", "error"):
            message = re.sub(r"0x[0-9a-f]+", "0x", child.get("message") or "")
            return f"{child.tag}: {message.splitlines()[0][:150] if message else ''}"
    return "skipped" if case.find("skipped") is not None else "passed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5, help="how often, by default 5")
    options, arguments = parser.parse_known_args()
    load = [multiprocessing.Process(target=busy, daemon=True) for _ in range(os.cpu_count() or 1)]
    for process in load:
        process.start()
    seen = collections.defaultdict(collections.Counter)
    for seed in range(1, options.times + 1):
        found = outcomes(seed, arguments)
        wrong = [name for name, how in found.items() if how not in ("passed", "skipped")]
        print(f"order {seed}: {len(found)} tests, {len(wrong)} failed", flush=True)
        for name, how in found.items():
            seen[name][how] += 1
    # A random order has the same tests: one that is missing somewhere did not come to its end.
    bad = {name: hows for name, hows in seen.items() if hows != {"passed": options.times}}
    bad = {name: hows for name, hows in bad.items() if hows != {"skipped": options.times}}
    for name, hows in sorted(bad.items()):
        print(name, *(f"\n    {count} times {how}" for how, count in hows.most_common()))
    print(f"{len(seen)} tests, {options.times} times each: {len(bad)} did not pass every time")
    for process in load:
        process.kill()
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
