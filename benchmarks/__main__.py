"""Runs benchmarks: `python -m benchmarks [--json FILE] [--tf1 PYTHON] [names...]`.

Prints a table, writes JSON, and exits with 1 if a limit is broken.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

_HERE = Path(__file__).parent
_NAMES = (
    "import_time",
    "canned_head",
    "estimator_spec",
    "conversions",
    "growth",
    "tf1_view",
    "fit",
    "native",
    "native_more",
    "feed",
    "evaluate",
    "predict",
    "export",
    "canned_estimators",
    "decoding",
    "check",
)
_LEGEND = """\
Both sides of a line are measured in turns; a ratio of times is the median over the turns.
Graphs are timed by the CPU seconds of the thread, training, predictions and exports by the clock.
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", default=_NAMES, metavar="name", help=", ".join(_NAMES))
    parser.add_argument("--json", type=Path, help="default: benchmarks/results/TF_VERSION.json")
    parser.add_argument("--tf1", metavar="PYTHON", help="one with TensorFlow 1.15, to compare with")
    options = parser.parse_args()
    unknown = set(options.names) - set(_NAMES)
    if unknown:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(_NAMES)}")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

    tensorflow = version("tensorflow")
    print(f"TensorFlow {tensorflow}, Python {platform.python_version()}\n{_LEGEND}")
    rows = []
    for name in options.names:
        begin = time.perf_counter()
        benchmark = importlib.import_module(f"benchmarks.{name}")
        print(f"{name}: {benchmark.__doc__.splitlines()[0]}")
        print(f"  {'':57}{'measured':>10}{'against':>10}{'':6}{'ratio':>7}{'limit':>9}")
        for row in benchmark.run(options.tf1):
            rows.append({"benchmark": name, **dataclasses.asdict(row), "holds": row.holds})
            print(f"  {row}", flush=True)
        print(f"  {time.perf_counter() - begin:.0f} s\n")

    file = options.json or _HERE / "results" / f"{tensorflow}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    result = {
        "tensorflow": tensorflow,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "cpus": os.cpu_count(),
        "rows": rows,
    }
    file.write_text(json.dumps(result, indent=2) + "\n")
    broken = [row for row in rows if not row["holds"]]
    print(f"{len(rows)} lines written to {file}; limits broken: {len(broken)}")
    for row in broken:
        verdict = f"{row['ratio']:.3f}, not {row['sign']} {row['limit']}"
        print(f"  {row['benchmark']}: {row['name']}: {verdict}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
