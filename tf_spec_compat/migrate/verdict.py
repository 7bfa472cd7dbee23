"""What a dotted path is on the way out of TensorFlow 1."""

from __future__ import annotations

import functools
from typing import NamedTuple

from tf_spec_compat import names
from tf_spec_compat.migrate import contrib
from tf_spec_compat.migrate.fixers import catalog
from tf_spec_compat.migrate.target import Target
from tf_spec_compat.names import differences, libraries, successors
from tf_spec_compat.names.core import core

__all__ = ["Verdict", "changed_calls", "fixer_of", "judge"]

_KERAS2 = "install tf-keras of TensorFlow's version and set TF_USE_LEGACY_KERAS=1"
_HOOK = "run it with `tf-spec-compat run`, or `migrate --to shim` rewrites it"
_HOOKED = "with `tf-spec-compat run`, "

# Library of `names/dropped` -> code.
_LIBRARY_CODES = {
    "python": "L702",
    "python2": "L701",
    "numpy": "L703",
    "pandas": "L704",
    "keras": "L707",
    "scipy": "L705",
    "sklearn": "L706",
    "others": "L707",
}

# What the fixer of `import tensorflow` handles: all names, but it leaves those of contrib alone.
_IMPORT = ("tensorflow",)

# What begins with these is internal to TensorFlow.
_INTERNAL = frozenset({"python", "core", "compiler", "tools", "examples", "include"})


class Verdict(NamedTuple):
    """What to say of a use.

    Attributes:
      code: The code.
      name: The name that it is about.
      length: How many parts of the path, as it is written, that name has.
      message: One line.
      advice: What to do, or `""`.
    """

    code: str
    name: str
    length: int
    message: str
    advice: str = ""


@functools.lru_cache(maxsize=1 << 16)
def judge(path: str, target: Target) -> Verdict | None:
    """Says what a use of a path means for a program that goes to a target.

    Args:
      path: A dotted path, as `Analysis` has it: `tensorflow.compat.v1.contrib.learn.Estimator`.
      target: Where the program is to go.

    Returns:
      None if there is nothing to say.
    """
    head = path.partition(".")[0]
    if head in ("tensorflow", "tensorflow_estimator") or path.startswith(names.OURS):
        known = contrib.canonical(path)
        shift = path.count(".") - known.count(".")
        if f"{known}.".startswith(f"{names.LEGACY}."):
            verdict: Verdict | None = _of_contrib(known, target)
            is_ours = path.startswith(names.OURS) and not target.leaves_contrib
            if is_ours and verdict is not None and verdict.code == "R101":
                verdict = None  # it has what it needs
        elif head == "tensorflow_estimator":
            verdict = _of_estimator(path, target)
        else:
            verdict = _of_core(known, path != known, target)
        return verdict._replace(length=verdict.length + shift) if verdict and shift else verdict
    return _of_library(path)


@functools.lru_cache(maxsize=1 << 14)
def fixer_of(path: str, target: Target) -> tuple[str | None, bool]:
    """Returns the fixer that rewrites a name on the way to a target, and whether it is safe."""
    is_contrib = f"{catalog.canonical(path)}.".startswith(f"{names.LEGACY}.")
    for entry in catalog.CATALOG.values():
        if is_contrib and entry.prefixes == _IMPORT:
            continue
        if target.fixers in entry.targets and entry.handles(path):
            return entry.name, entry.safe
    return None, False


def _of_contrib(path: str, target: Target) -> Verdict:
    found = contrib.find(path)
    shown = _short(".".join(path.split(".")[: found.length]))
    if not found.is_here:
        return _missing(path, found, shown)
    name, count = found.name, found.length
    rest = ".".join([name, *path.split(".")[count:]])
    home = contrib.canonical("tensorflow" + found.home[2:]) if found.home[:3] == "tf." else rest
    if not target.has_keras2 and (_is_below(rest, core().keras2) or _is_below(home, core().keras2)):
        return Verdict("K301", name, count, f"{shown} needs Keras 2", f"{_KERAS2}.")
    if not target.has_estimator and _is_below(rest, core().tf215):
        return Verdict(
            "V401", name, count, f"{shown} needs TensorFlow 2.15 or older", "stay on 2.15."
        )
    differing = differences.differing().get(name)
    if differing is not None:
        reasons = " ".join(difference.reason for difference in differing)
        return Verdict("D201", name, count, f"{shown} differs from TensorFlow 1.15's: {reasons}")
    if target.leaves_contrib:
        advice = _advice_to_leave(path) if found.home else ""
        return Verdict("R101", name, count, f"{shown} is a name of tf.contrib", advice)
    return Verdict("R101", name, count, f"{shown} runs as it is", f"{_HOOK}.")


def _advice_to_leave(path: str) -> str:
    """Says what has the place of a name of contrib outside of it, if anything has."""
    found = successors.successor(path)
    if found is None:
        return f"it has no successor; import it from {names.OURS}."
    row, _ = found
    return f"use {row.home}: {row.note}." if row.note else f"use {row.home}."


def _missing(path: str, found: contrib.Place, shown: str) -> Verdict:
    parts = path.split(".")
    package = parts[2]
    if package in names.REMOVED:
        name = ".".join(parts[: max(found.length, min(len(parts), 4))])
        return Verdict(
            "G501",
            name,
            len(name.split(".")),
            f"tf.contrib.{package} left with TensorFlow 2",
            f"{names.REMOVED[package]}.",
        )
    instead = names.gone(found.name)
    if instead is not None:
        return Verdict("G502", found.name, found.length, f"{shown} is gone", f"{instead}.")
    advice = names.advice(found.name)
    advice = advice.partition("; ")[2] or advice.partition(": ")[2]
    return Verdict("G503", found.name, found.length, f"{shown} is not known", advice)


def _of_estimator(path: str, target: Target) -> Verdict | None:
    """What to say of `tensorflow_estimator` itself."""
    parts = path.split(".")
    if target.has_estimator:
        return None
    return Verdict(
        "R104",
        path,
        len(parts),
        f"{path} needs tf.estimator, which TensorFlow lost in 2.16",
        f"{_HOOKED}it is there; without, import tf_spec_compat.estimator.",
    )


def _of_core(path: str, has_view: bool, target: Target) -> Verdict | None:
    """What to say of a name of TensorFlow outside of contrib."""
    parts = path.split(".")
    head = parts[1] if len(parts) > 1 else ""
    if path.startswith("tensorflow.compat.v2"):
        return None
    if head in _INTERNAL:
        return _of_internals(path, parts, target)
    table = core()
    if not target.has_keras2:
        count = _beginning(parts, table.keras2)
        if count:
            name = ".".join(parts[: count + (head != "estimator")])
            message = f"{_short(name)} needs Keras 2"
            return Verdict(
                "K302", name, min(len(parts), name.count(".") + 1), message, f"{_KERAS2}."
            )
    for count in range(len(parts), 1, -1):
        name = ".".join(parts[:count])
        if name in table.gone:
            return Verdict("G504", name, count, f"{_short(name)} is gone", f"{table.gone[name]}.")
        if not target.has_estimator and name in table.tf215:
            message = f"{_short(name)} needs TensorFlow 2.15 or older"
            return Verdict("V401", name, count, message, "stay on 2.15.")
        if head != "estimator" and name in table.compat:
            if has_view:
                return None
            while count < len(parts) and name in _namespaces():
                name = f"{name}.{parts[count]}"
                count += 1
            message = f"{_short(name)} is tf.compat.v1.{name[11:]} in TensorFlow 2"
            return Verdict("R103", name, count, message, f"{_HOOK}.")
    if head == "estimator" and not target.has_estimator:
        name = ".".join(parts[:3])
        return Verdict(
            "R104",
            name,
            min(len(parts), 3),
            f"{_short(name)} left with TensorFlow 2.16",
            f"{_HOOKED}it is there; without, import tf_spec_compat.estimator.",
        )
    return None


@functools.cache
def _namespaces() -> frozenset[str]:
    """The modules of TensorFlow 1 whose names the table has, and the two that flags come from."""
    homes = {name.rpartition(".")[0] for name in core().compat}
    return frozenset({*homes, "tensorflow.app.flags", "tensorflow.flags"})


def _of_internals(path: str, parts: list[str], target: Target) -> Verdict | None:
    """What to say of `tensorflow.python` and the like."""
    moved = names.moved(path)
    if moved != path:
        return Verdict("R102", path, len(parts), f"{path} moved to {moved}", f"{_HOOK}.")
    for count in range(len(parts), 2, -1):
        module = ".".join(parts[:count])
        rows = names.internals().get(module)
        if rows is None:
            continue
        name = parts[count] if count < len(parts) else ""
        row = rows.get(name)
        if row is None and (not name or "*" not in rows):
            break
        home, there = row or (rows["*"][0], name)
        homes = " or ".join(f"{one}.{there}" for one in home.split("|"))
        if homes.startswith("_tf."):
            homes = "tf_spec_compat"
        message = f"{module}.{name} moved to {homes}"
        return Verdict("R102", f"{module}.{name}", count + 1, message, f"{_HOOKED}it is there.")
    for count in range(len(parts), 2, -1):
        name = ".".join(parts[:count])
        if name in core().gone:
            return Verdict("G504", name, count, f"{name} is gone", f"{core().gone[name]}.")
        if name in core().tf215 and not target.has_estimator:
            message = f"{name} needs TensorFlow 2.15 or older"
            return Verdict("V401", name, count, message, "stay on 2.15.")
    if parts[1] == "examples" and path not in ("tensorflow.examples",) and len(parts) > 2:
        if names.is_namespace(path):
            return None
        return Verdict(
            "G504",
            path,
            len(parts),
            f"{path} is gone: TensorFlow 2 has no tutorials",
            "copy the module from TensorFlow 1.15's sources into the program.",
        )
    return Verdict(
        "R102",
        path,
        len(parts),
        f"{path} is internal to TensorFlow, and may have moved",
        "use the public name that it has, if there is one.",
    )


@functools.cache
def _dropped() -> dict[str, tuple[str, libraries.Dropped]]:
    """What libraries dropped, by its path; what is there and changed is not among it."""
    return {
        row.path: (_LIBRARY_CODES[library], row)
        for library in libraries.LIBRARIES
        for row in libraries.dropped(library)
        if row.argument is None
    }


@functools.cache
def changed_calls() -> dict[str, list[tuple[str, libraries.Dropped]]]:
    """Returns dropped arguments, and calls that changed, by the last name of the function."""
    found: dict[str, list[tuple[str, libraries.Dropped]]] = {}
    for library in libraries.LIBRARIES:
        for row in libraries.dropped(library):
            if row.argument is not None:
                found.setdefault(row.name, []).append((_LIBRARY_CODES[library], row))
    return found


def _of_library(path: str) -> Verdict | None:
    table = _dropped()
    parts = path.split(".")
    for count in range(1, len(parts) + 1):
        name = ".".join(parts[:count])
        found = table.get(name)
        if found is None or (found[1].name == "*" and _is_known_below(name, path)):
            continue
        message, _, advice = found[1].advice.partition(": ")
        return Verdict(found[0], name, count, message, advice)
    return None


def _is_known_below(name: str, path: str) -> bool:
    """Says whether a name of a module that is gone has a row of its own."""
    return path != name and ".".join(path.split(".")[: name.count(".") + 2]) in _dropped()


def _is_below(path: str, prefixes: frozenset[str]) -> bool:
    return _beginning(path.split("."), prefixes) > 0


def _beginning(parts: list[str], prefixes: frozenset[str]) -> int:
    """Returns how many parts the beginning of a path has that is among others, or 0."""
    for count in range(len(parts), 1, -1):
        if ".".join(parts[:count]) in prefixes:
            return count
    return 0


def _short(path: str) -> str:
    return "tf" + path[len("tensorflow") :] if path.startswith("tensorflow.") else path
