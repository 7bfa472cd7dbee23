"""What campaigns measure of a process, and how they report it."""

import gc
import importlib.metadata
import json
import os
import platform
import resource
import sys
import tempfile
from pathlib import Path

import numpy as np

_PAGE = resource.getpagesize()


def memory(pid="self"):
    """The resident memory of a process in MB, None where it has gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6
    except (OSError, IndexError):
        return None


def sample():
    """What this process holds now, garbage collected first."""
    gc.collect()
    return {
        "memory_mb": memory(),
        "threads": len(os.listdir("/proc/self/task")),
        "file_handles": len(os.listdir("/proc/self/fd")),
        "modules": len(sys.modules),
        "temporary_files": len(os.listdir(tempfile.gettempdir())),
        "python_objects": len(gc.get_objects()),
    }


def slope(values, places=None):
    """By how much a series grows from one place to the next, by least squares over all of it.

    The places are those in the series where none are given.
    """
    places = np.arange(len(values)) if places is None else places
    return float(np.polyfit(places, values, 1)[0])


def _tensorflow():
    """The version that is installed, without loading it."""
    for name in ("tensorflow", "tensorflow-cpu", "tf-nightly"):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return None


def setting():
    """Where figures come from."""
    return {
        "tensorflow": _tensorflow(),
        "python": platform.python_version(),
        "cores": len(os.sched_getaffinity(0)),
        "load": [round(one, 1) for one in os.getloadavg()],
    }


def report(figures, problems):
    """Prints figures, as text and as one line of JSON, and what is wrong; gives the exit status."""
    for name, value in figures.items():
        print(f"{name}: {value}")
    print(json.dumps({**figures, "problems": problems}))
    for problem in problems:
        print(f"PROBLEM: {problem}")
    return 1 if problems else 0
