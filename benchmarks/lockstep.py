"""Endless runs side by side, each in a process of its own: one goes a stretch, the others wait.

So the sides see the same weather on the machine, and share neither caches nor settings. As a
script, this is the process of a run. Works under TensorFlow 1.15's Python 3.7 too.
"""

from __future__ import annotations

import gc
import importlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WARM_UP = 3  # Stretches: in the first the model is built, then caches and buffers fill.
_GO, _END = "go\n", "end\n"


def lockstep(rounds: int, *commands: list[str], copies: int = 2) -> list[list[float]]:
    """Returns the wall-clock seconds of `rounds` stretches of each of the runs.

    A run is what `command` makes of a function that is called with `turn`. It calls `turn` after
    each stretch: that waits until it is its turn again, and returns False when it is to end.

    Each has two processes (`copies`), and a stretch's seconds are their mean: one process may well
    be 5 per cent slower than another that does the same, all its life.
    """
    processes = [
        _start(each) for copy in range(copies) for each in commands[:: -1 if copy % 2 else 1]
    ]
    seconds: list[list[float]] = [[] for _ in processes]
    try:
        for turn in range(_WARM_UP + rounds):
            order = list(range(len(processes)))
            for index in order if turn % 2 else order[::-1]:
                seconds[index].append(_stretch(processes[index]))
        for process in processes:
            process.communicate(_END)
    finally:
        for process in processes:
            process.kill()
            process.wait()
            process.said.close()
    stretches = [each[_WARM_UP:] for each in seconds]
    return [
        [
            sum(turn) / copies
            for turn in zip(*(s for p, s in zip(processes, stretches) if p.args == c))
        ]
        for c in commands
    ]


def command(module: str, function: str, *args: str, python: str = sys.executable) -> list[str]:
    """Returns what runs `function(turn, *args)` of a module."""
    return [python, "-m", __name__, module, function, *args]


def _start(command: list[str]) -> Any:
    root = Path(__file__).parent.parent
    pipe = subprocess.PIPE
    said = tempfile.TemporaryFile("w+")  # noqa: SIM115  (TensorFlow says a lot; lockstep closes it)
    process: Any = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=said, universal_newlines=True, cwd=root
    )
    process.said = said
    return process


def _stretch(process: Any) -> float:
    process.stdin.write(_GO)
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        process.said.seek(0)
        sys.stderr.write(process.said.read())
        raise RuntimeError(f"{process.args} has ended with {process.wait()}, and said the above.")
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
    _function = getattr(importlib.import_module(sys.argv[1]), sys.argv[2])
    _follow(lambda turn: _function(turn, *sys.argv[3:]))
