"""The process in which `tests/campaigns/fuzz.py` has one kind of input read, closely watched."""

import collections
import importlib
import json
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.campaigns import measures, mutation

MEMORY_MB, GROWTH_MB = 200, 100
# By the kernel, which also ends what never comes back to Python.
HARD_CPU_SECONDS, HARD_SECONDS, HARD_BYTES = 20, 240, 4 << 30
FORBIDDEN = {
    "ctypes.dlopen",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "pickle.find_class",
    "pty.spawn",
    "socket.bind",
    "socket.connect",
    "subprocess.Popen",
    "urllib.Request",
}
CHANGING = {
    "os.chmod",
    "os.link",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
}


class Guard:
    """Sees code that runs and files that change while it is armed."""

    def __init__(self, folder):
        self.armed, self.seen, self._folder = False, [], str(folder)
        sys.addaudithook(self._hook)

    def _hook(self, event, arguments):
        if not self.armed:
            return
        if event in FORBIDDEN or (event == "exec" and not self._is_module(arguments[0])):
            self.seen.append(f"{event} {arguments!r:.200}")
        elif event == "open" and self._writes(arguments):
            self.seen.append(f"writes {arguments!r:.200}")
        elif event in CHANGING and not self._path(event, arguments).startswith(self._folder):
            self.seen.append(f"{event} {arguments!r:.200}")

    def _path(self, event, arguments):
        """The path of a file, which may be named from a folder that is open, as `shutil` does."""
        relative = event in ("os.remove", "os.rmdir") and arguments[1] >= 0
        folder = os.readlink(f"/proc/self/fd/{arguments[1]}") if relative else ""
        return os.path.join(folder, os.fsdecode(arguments[0]))

    def _is_module(self, code):
        """Whether it is a module that is imported late; those of the input are not installed."""
        name = getattr(code, "co_filename", "")
        return name.startswith("<frozen") or (
            os.path.isabs(name) and not name.startswith(self._folder)
        )

    def _writes(self, arguments):
        path, _, flags = arguments
        if not isinstance(path, (str, bytes)) or os.fsdecode(path).startswith(self._folder):
            return False
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) and path != os.devnull


def make_input(reader, seed, number):
    """Returns the input of a number: every fourth made up of words, the others altered."""
    source = random.Random(seed * 10**9 + number)
    if number % 4 == 0:
        return reader.generated(source)
    return mutation.mutated(source.choice(reader.samples), source, reader.words)


def peak():
    """The most memory so far in MB; that of `getrusage` is the parent's too."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e6


def limit_memory():
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (used + HARD_BYTES, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def watch(reader, order, guard, folder):
    """Reads inputs; gives the report."""
    outcomes, problems, alike = collections.Counter(), [], collections.Counter()
    slowest, grown, end = 0.0, 0.0, time.monotonic() + order["seconds"]
    for sample in reader.samples:  # all that is loaded late is loaded now
        reader.read(sample)
    limit_memory()
    before, start = peak(), None
    number_file = os.open(folder / "number", os.O_RDWR | os.O_CREAT)
    input_file = os.open(folder / "input", os.O_RDWR | os.O_CREAT)
    number = order["first"]
    while number < order["last"] and time.monotonic() < end and len(problems) < 20:
        data = make_input(reader, order["seed"], number)
        os.pwrite(number_file, b"%20d" % number, 0)
        os.ftruncate(input_file, 0)
        os.pwrite(input_file, data, 0)
        signal.setitimer(signal.ITIMER_PROF, HARD_CPU_SECONDS)
        signal.setitimer(signal.ITIMER_REAL, HARD_SECONDS)
        began = time.process_time()
        guard.armed, problem = True, None
        try:
            outcome = reader.read(data)
        except reader.documented as error:
            outcome = "refused: " + type(error).__name__
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is what we look for
            outcome = "undocumented"
            problem = f"{type(error).__name__}: {error!s:.300}"
        guard.armed = False
        taken = time.process_time() - began
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        outcomes[outcome] += 1
        slowest, after = max(slowest, taken), peak()
        if guard.seen:
            problem = f"saw {guard.seen[0]}"
            guard.seen.clear()
        elif taken > reader.cpu_seconds:
            problem = f"took {taken:.2f} s"
        elif after > before + MEMORY_MB:
            problem = f"took {after - before:.0f} MB"
        before = after
        if problem:
            alike[problem[:40]] += 1
            if alike[problem[:40]] == 1:
                problems.append(f"input {number} {problem} from {data!r:.200}")
        number += 1
        if number == order["first"] + 1000:
            start = measures.memory()
        if number % 1000 == 0:
            grown = measures.memory() - start if start else 0.0
            report = {"outcomes": outcomes, "problems": problems}
            (folder / "report").write_text(json.dumps(report))
    problems += [f"{count} inputs: {what} ..." for what, count in alike.items() if count > 1]
    if grown > GROWTH_MB:
        problems.append(f"grew by {grown:.0f} MB over {number} inputs")
    return {
        "next": number,
        "outcomes": outcomes,
        "slowest_ms": round(slowest * 1000, 1),
        "growth_mb": round(grown, 1),
        "problems": problems,
    }


def main():
    order = json.loads(sys.argv[1])
    folder = Path(order["folder"])
    own = folder / "own"
    own.mkdir(exist_ok=True)
    tempfile.tempdir = str(own)
    for name in ("report", "number"):
        (folder / name).unlink(missing_ok=True)
    guard = Guard(folder)
    reader = importlib.import_module(order["module"]).KINDS[order["kind"]](own)
    print(json.dumps(watch(reader, order, guard, folder)))


if __name__ == "__main__":
    main()
