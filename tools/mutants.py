"""Changes the package in small ways, one at a time, and says which changes no test notices.

    python tools/mutants.py [--count N] [--seed N] [--room ROOM ...]

A room gets its share of the mutants, drawn by the seed. Those tests of the room run that reach the
changed line, the shortest first, until one fails or `--seconds` of them passed; then the cases of
the oracle. Which tests those are, one run of all of them finds out, and build/mutants keeps: files
of tests that change later run once more, and for a module that changes all count that reached it.

A process that has TensorFlow forks for each mutant, in a copy of this checkout. Mutants that are
known to be as good as the original stand with the reason in tools/mutants.txt.
"""

from __future__ import annotations

import argparse
import ast
import collections
import contextlib
import hashlib
import json
import os
import py_compile
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# As in tests/conftest.py, before TensorFlow loads.
os.environ.update(CUDA_VISIBLE_DEVICES="-1", TF_CPP_MIN_LOG_LEVEL="2", TF_ENABLE_ONEDNN_OPTS="0")
os.environ.update(TF_NUM_INTEROP_THREADS="1", TF_NUM_INTRAOP_THREADS="1")

import mutations
import pytest

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "mutants"
LISTED = ROOT / "tools" / "mutants.txt"
ROOMS = ("specs", "heads", "model", "hook", "estimators")
# The oracle's cases for each room: an expression of pytest's.
CASES = {"specs": "heads/ or specs/", "heads": "heads/", "model": "heads/", "estimators": "estim"}
PYTEST = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:cov", "-p", "no:xdist"]

COVERAGE = """[run]
source = tf_spec_compat
parallel = true
data_file = {folder}/lines
context = ${{PYTEST_CURRENT_TEST-}}
disable_warnings = no-data-collected,module-not-imported
"""


class Recorder:
    """Notes which test runs which lines, and how long each takes."""

    def __init__(self, folder: Path) -> None:
        import coverage

        self._folder = folder
        self._coverage = coverage.Coverage(config_file=str(folder / "coverage.ini"))
        self.seconds: collections.Counter[str] = collections.Counter()
        self.failed: set[str] = set()

    def pytest_sessionstart(self) -> None:
        self._coverage.start()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        seconds = {test: spent for test, spent in self.seconds.items() if test not in self.failed}
        (self._folder / "seconds.json").write_text(json.dumps(seconds), "utf-8")


class Checkout:
    """A copy of this checkout, in which the package may be changed and tests run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("tf_spec_compat", "tests", "tools", "docs", "examples", "benchmarks"):
            shutil.copytree(ROOT / name, folder / name)
        for path in ROOT.glob("*.*"):
            if path.is_file():
                shutil.copy(path, folder)

    def run(self, arguments: list[str], limit: float, plugins: list[Any] | None = None) -> str:
        """Runs tests in a forked process: "passed", "failed", "none" or "timeout"."""
        with open(self.folder / "output.txt", "wb") as output:
            child = os.fork()
            if not child:
                os.setsid()
                os.dup2(output.fileno(), 1)
                os.dup2(output.fileno(), 2)
                os.chdir(self.folder)
                os.environ["PYTHONPATH"] = sys.path[0] = str(self.folder)
                os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
                code = 3
                try:
                    code = int(pytest.main([*PYTEST, *arguments], plugins=plugins))
                finally:
                    sys.stdout.flush()
                    os._exit(code)
        code, end = None, time.monotonic() + limit
        while code is None and time.monotonic() < end:
            ended, status = os.waitpid(child, os.WNOHANG)
            code = os.waitstatus_to_exitcode(status) if ended else None
            time.sleep(0.02)
        # What the tests started ends with them.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        if code is None:
            os.waitpid(child, 0)
            return "timeout"
        return {0: "passed", 5: "none"}.get(code, "failed")

    def replace(self, path: str, text: str) -> None:
        """Writes a module of the package, and removes what was compiled of it."""
        target = self.folder / path
        target.write_text(text, "utf-8")
        for compiled in (target.parent / "__pycache__").glob(f"{target.stem}.*.pyc"):
            compiled.unlink()

    def restore(self, path: str) -> None:
        """Takes a change back."""
        self.replace(path, (ROOT / path).read_text("utf-8"))
        py_compile.compile(str(self.folder / path), doraise=True)


def prints() -> dict[str, str]:
    """Path -> what changes with the contents, of the package's modules and the files of tests."""
    files = [*ROOT.glob("tf_spec_compat/**/*.py"), *ROOT.glob("tests/**/test_*.py")]
    return {
        str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


class Reached:
    """Which test runs which lines of which module, and how long it takes."""

    def __init__(self, checkout: Checkout, rooms: list[str]) -> None:
        self.lines: dict[str, dict[str, list[int]]] = {}
        self.seconds: dict[str, float] = {}
        kept, before = KEPT / "reached.json", {}
        if kept.exists():
            before, self.lines, self.seconds = json.loads(kept.read_text("utf-8"))
        now = prints()
        modules = [path for path in now if path.startswith("tf_spec_compat/")]
        self.changed = {path for path in modules if before and before.get(path) != now[path]}
        before = {**{path: now[path] for path in modules}, **before}
        for room in rooms:
            tests = [path for path in sorted(now) if path.startswith(f"tests/{room}/")]
            tests = [path for path in tests if before.get(path) != now[path]]
            if tests:
                self._record(checkout, tests)
                before.update((path, now[path]) for path in tests)
                kept.write_text(json.dumps([before, self.lines, self.seconds]), "utf-8")

    def _record(self, checkout: Checkout, files: list[str]) -> None:
        """Runs files of tests, and takes what was known of them out."""
        import coverage

        shutil.rmtree(KEPT / "parts", ignore_errors=True)
        folder = KEPT / "parts"
        folder.mkdir(parents=True)
        (folder / "coverage.ini").write_text(COVERAGE.format(folder=folder), "utf-8")
        # Subprocesses of the tests are followed too: coverage's .pth file looks for this.
        os.environ["COVERAGE_PROCESS_START"] = str(folder / "coverage.ini")
        recorder = Recorder(folder)
        how = checkout.run(files, 7200, [recorder])
        del os.environ["COVERAGE_PROCESS_START"]
        shutil.copy(checkout.folder / "output.txt", KEPT)
        print(f"the tests without a mutant: {how}, see {KEPT / 'output.txt'}", flush=True)
        seconds = json.loads((folder / "seconds.json").read_text("utf-8"))
        for tests in [self.seconds, *self.lines.values()]:
            for test in [test for test in tests if test.partition("::")[0] in files]:
                del tests[test]
        self.seconds.update(seconds)
        whole = coverage.CoverageData(basename=str(folder / "whole"))
        for path in folder.glob("lines.*"):
            part = coverage.CoverageData(basename=str(path))
            part.read()
            whole.update(part)
        for measured in whole.measured_files():
            path = "tf_spec_compat/" + measured.rpartition("/tf_spec_compat/")[2]
            reaching = self.lines.setdefault(path, {})
            for line, contexts in whole.contexts_by_lineno(measured).items():
                for context in contexts:
                    # A subprocess has pytest's words for the test that started it.
                    reaching.setdefault(context.rpartition(" (")[0] or context, []).append(line)


def choose(mutant: mutations.Mutant, reached: Reached, limit: float) -> list[str]:
    """Returns the tests for a mutant: its room's first, and the shortest first."""
    by_test, seconds = reached.lines.get(mutant.path, {}), reached.seconds
    tree = ast.parse((ROOT / mutant.path).read_text("utf-8"))
    inside = {
        line
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1)
    }
    span = {mutant.line + at for at in range(mutant.before.count("\n") + 1)} & inside
    # A line at the top of a module runs once, for whatever uses the module later.
    wanted = span or inside
    tests = {
        test
        for test, lines in by_test.items()
        if test in seconds and (mutant.path in reached.changed or wanted & set(lines))
    }
    folder = mutant.path.split("/")[1]
    files = {test.partition("::")[0] for test in tests if f"tests/{folder}/" in test}
    near = [test for test in seconds if test.partition("::")[0] in files and test not in tests]
    ordered = sorted(tests, key=lambda t: (f"tests/{folder}/" not in t, seconds[t]))
    chosen, spent = [], 0.0
    for test in [*ordered, *sorted(near, key=lambda t: seconds[t])]:
        spent += seconds[test]
        if chosen and spent > limit:
            break
        chosen.append(test)
    return chosen


def listed() -> dict[tuple[str, str], str]:
    """The mutants of tools/mutants.txt: (path, change) -> reason."""
    if not LISTED.exists():
        return {}
    blocks = LISTED.read_text("utf-8").split("\n\n")[1:]
    rows = [[line.strip() for line in block.strip().split("\n", 2)] for block in blocks]
    return {(path, change): " ".join(reason.split()) for path, change, reason in rows}


def draw(rooms: list[str], count: int, seed: int) -> list[mutations.Mutant]:
    """Draws mutants, the same number of each room."""
    drawn = []
    for index, room in enumerate(rooms):
        every = [
            mutant
            for path in sorted(ROOT.glob(f"tf_spec_compat/{room}/**/*.py"))
            for mutant in mutations.mutants(str(path.relative_to(ROOT)), path.read_text("utf-8"))
        ]
        share = count // len(rooms) + (index < count % len(rooms))
        drawn += random.Random(f"{seed} {room}").sample(every, min(share, len(every)))
    return drawn


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200, help="how many, by default 200")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--seconds", type=float, default=60, help="how long tests of one may take")
    parser.add_argument("--room", action="append", choices=ROOMS, help="by default all of them")
    parser.add_argument("--no-oracle", dest="oracle", action="store_false", help="quicker")
    parser.add_argument("--again", action="store_true", help="find out what tests reach anew")
    parser.add_argument("--least", type=float, default=92, help="the percentage to be caught")
    options = parser.parse_args()

    import tensorflow  # noqa: F401 - what takes long is there before the first fork

    rooms = options.room or [*ROOMS]
    known, survivors, caught = listed(), [], 0
    with tempfile.TemporaryDirectory() as folder:
        checkout = Checkout(Path(folder) / "checkout")
        if options.again:
            shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        reached = Reached(checkout, rooms)
        drawn = draw(rooms, options.count, options.seed)
        for number, mutant in enumerate(drawn, 1):
            tests = choose(mutant, reached, options.seconds)
            cases = CASES.get(mutant.path.split("/")[1])
            how = "none"
            checkout.replace(mutant.path, mutant.text)
            if tests:
                expected = sum(reached.seconds[test] for test in tests)
                how = checkout.run(["-x", *tests], 10 * expected + 60)
            if how in ("none", "passed") and cases and options.oracle:
                how = checkout.run(["-x", "tests/oracle/test_oracle.py", "-k", cases], 1800)
            checkout.restore(mutant.path)
            noticed = how in ("failed", "timeout")
            caught += noticed
            where = f"{mutant.path}:{mutant.line}"
            print(
                f"{number}/{len(drawn)} {how} {len(tests)} tests {where} {mutant.change}",
                flush=True,
            )
            if not noticed:
                survivors.append(mutant)
    unknown = [each for each in survivors if (each.path, each.change) not in known]
    share = 100 * caught / max(len(drawn), 1)
    print(f"\n{caught} of {len(drawn)} mutants caught ({share:.1f} %)")
    for mutant in survivors:
        reason = known.get((mutant.path, mutant.change), "NOT CAUGHT")
        print(f"{mutant.path}:{mutant.line}\n    {mutant.change}\n    {reason}")
    return 0 if share >= options.least and not unknown else 1


if __name__ == "__main__":
    sys.exit(main())
