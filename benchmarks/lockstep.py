"""Endless runs side by side, each in a process of its own: one goes a stretch, the others wait.

So the sides see the same weather on the machine, and share neither caches nor settings. As a
script, this is the process of a run. Works under TensorFlow 1.15's Python 3.7 too.
"""

from __future__ import annotations

import gc
import importlib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WARM_UP = 3  # Stretches: in the first the model is built, then caches and buffers fill.
_GO, _END = "go\n", "end\n"


def lockstep(rounds: int, module: str, *functions: str) -> list[list[float]]:
    """Returns the wall-clock seconds of `rounds` stretches of each of the functions of a module.

    A function is called with `turn`, which it calls after each stretch: that waits until it is its
    turn again, and returns False when it is to end.
    """
    return in_processes(rounds, *(command(sys.executable, module, name) for name in functions))


def command(python: str, module: str, function: str) -> list[str]:
    return [python, "-m", __name__, module, function]


def in_processes(rounds: int, *commands: list[str]) -> list[list[float]]:
    """Does as `lockstep`, for runs that `command` made."""
    runs = [_start(each) for each in commands]
    seconds: list[list[float]] = [[] for _ in runs]
    try:
        for turn in range(_WARM_UP + rounds):
            order = list(range(len(runs)))
            for index in order if turn % 2 else order[::-1]:
                seconds[index].append(_stretch(runs[index]))
        for run in runs:
            run.communicate(_END)
    finally:
        for run in runs:
            run.kill()
            run.wait()
    return [each[_WARM_UP:] for each in seconds]


def _start(command: list[str]) -> Any:
    root = Path(__file__).parent.parent
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, universal_newlines=True, cwd=root)


def _stretch(run: Any) -> float:
    run.stdin.write(_GO)
    run.stdin.flush()
    line = run.stdout.readline()
    if not line:
        raise RuntimeError(f"{run.args} has ended with {run.wait()}; what it said stands above.")
    return float(line)


def _follow(function: Callable[[Callable[[], bool]], None]) -> None:
    answers, sys.stdout = sys.stdout, sys.stderr
    stretches, begin = 0, 0.0

    def turn() -> bool:
        nonlocal stretches, begin
        print(time.perf_counter() - begin, file=answers, flush=True)
        stretches += 1
        if stretches == _WARM_UP:
            gc.collect()
            gc.freeze()
        going = sys.stdin.readline() == _GO
        begin = time.perf_counter()
        return going

    sys.stdin.readline()
    begin = time.perf_counter()
    function(turn)


if __name__ == "__main__":
    _follow(getattr(importlib.import_module(sys.argv[1]), sys.argv[2]))
