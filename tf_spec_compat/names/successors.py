"""What TensorFlow's core, or tf-slim, has in the place of a name of contrib; data only."""

from __future__ import annotations

import functools
import os
import re

from tf_spec_compat.names.modules import exists
from tf_spec_compat.names.paths import LEGACY, OURS, legacy, ours
from tf_spec_compat.names.tables import PACKAGES, table

TYPE_CHECKING = False  # `typing` is slow to load
if TYPE_CHECKING:
    _Row = tuple[str, str]

__all__ = ["Successor", "successor", "successors"]

_ROW = re.compile(r"(?P<name>[\w.]+)(\((?P<takes>.*)\))?: (?P<home>[\w.]+)(?P<rest>.*)")

# tf-slim's packages whose public names are names of `tf_slim` itself.
_TOP = ("tf_slim.layers", "tf_slim.ops")
_DEEP = ("tf_slim.ops.framework_ops", "tf_slim.layers.sparse_ops")


class Successor:
    """One row of `names/successors.txt`: `name(arguments): home words`.

    An argument is written `old`, `old=new` where it got another name, `-old` where the successor
    has none. Those before a `/` stand in the same places as before. After the home come its
    members, `old=new` those that are called otherwise; defaults that changed, `argument=value` of
    what is among the arguments; the word `fixer` where a fixer of its own rewrites it, no rename;
    at the end a code and a note, where a person, or a fixer that is not safe, has to.

    Attributes:
      name: The public path below `tensorflow.contrib`, `learn.ModeKeys`.
      home: The path of the successor, `tf.estimator.ModeKeys`: `tf` is `tensorflow.compat.v1`.
      arguments: The old arguments in their order, with the new names; None where one is lost.
      in_place: How many of them stand where they stood.
      defaults: Argument -> the text of the value that it had when it was left out.
      members: Old -> new name of an attribute, where only those listed are the same.
      has_fixer: Whether a fixer for this very name rewrites it.
      code: The code of `check` for what is left to a person, or `""`.
      note: Why, and what to do.
    """

    def __init__(self, text: str, package: str) -> None:
        """Parses a row.

        Raises:
          ValueError: If it is none.
        """
        found = _ROW.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no row of successors.txt.")
        self.name = f"{package}.{found['name']}"
        self.home = found["home"]
        words = [word for word in (found["takes"] or "").split(", ") if word]
        self.in_place = words.index("/") if "/" in words else 0
        self.arguments: dict[str, str | None] = {}
        for word in words:
            old, _, new = word.lstrip("-").partition("=")
            if word != "/":
                self.arguments[old] = None if word[0] == "-" else new or old
        rest = found["rest"].strip()
        coded = re.search(r"(?:^| )([A-Z]\d{3}) (.*)", rest)
        self.code, self.note = coded.groups() if coded is not None else ("", "")
        words = (rest if coded is None else rest[: coded.start()]).split()
        self.has_fixer = "fixer" in words
        pairs = [word.partition("=") for word in words if word != "fixer"]
        self.defaults = {old: new for old, _, new in pairs if old in self.arguments}
        self.members = {old: new or old for old, _, new in pairs if old not in self.arguments}

    @property
    def is_rename(self) -> bool:
        """Whether the new name can stand wherever the old one stood."""
        return not (self.arguments or self.has_fixer or self.code)


def _read() -> tuple[dict[str, Successor], dict[str, str]]:
    file = os.path.join(os.path.dirname(__file__), "successors.txt")
    text: str = __loader__.get_data(file).decode()  # type: ignore[name-defined]
    found: dict[str, Successor] = {}
    repaired: dict[str, str] = {}
    section = ""
    for line in text.replace("\n    ", " ").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "repaired" and line:
            home, _, words = line.partition(": ")
            repaired[home] = words
        elif line and not line.startswith("#"):
            row = Successor(line, section)
            found[row.name] = row
    return found, repaired


@functools.cache
def successors() -> dict[str, Successor]:
    """Returns the rows of the table by their names, `learn.ModeKeys`."""
    return _read()[0]


@functools.cache
def _repaired() -> frozenset[_Row]:
    table = {name: home for home, words in _read()[1].items() for name in words.split()}
    return frozenset((home, name) for name, home in table.items())


@functools.cache
def _by_home() -> dict[_Row, Successor]:
    """Home of what a name is -> its successor: so old deep paths have it too."""
    found = {}
    for name, row in successors().items():
        home, _ = _home(name)
        if home is not None:
            found[home] = row
    return found


def _home(path: str) -> tuple[_Row | None, str]:
    """Returns where the name of contrib that a path begins with lives, and the rest of the path.

    The path is one below `tensorflow.contrib`, without layout folders.
    """
    package, *parts = path.split(".")
    if package not in PACKAGES:
        return None, ""
    module = ""
    for index, part in enumerate(parts):
        rows_ = table(package).all(module)
        below = f"{module}.{part}".strip(".")
        if part in rows_:
            home, there = rows_[part]
            if home != "contrib":
                return (home, there), ".".join(parts[index + 1 :])
            if there.startswith("/"):
                package, _, module = there[1:].partition(".")
            else:
                module = there
        elif below in table(package).modules:
            module = below
        elif not (part == "python" or part == package):
            return None, ""
    return None, ""


@functools.lru_cache(maxsize=4096)
def successor(path: str) -> tuple[Successor, str] | None:
    """Returns what stands in the place of a name of contrib, and the rest of the path behind it.

    Names that this package hands on from TensorFlow, or from tf-slim where that needs no repair,
    have that for a successor.

    Args:
      path: A dotted path below `tensorflow.contrib` or `tf_spec_compat.contrib`, deep or short:
        `tensorflow.contrib.learn.ModeKeys.INFER` gives that of `ModeKeys`, and `INFER`.
    """
    path = legacy(path)
    if not path.startswith(f"{LEGACY}."):
        return None
    parent, _, last = path.rpartition(".")
    short = f"{ours(parent)}.{last}" if parent != LEGACY and exists(parent) else ours(path)
    short = short[len(OURS) + 1 :]
    home, rest = _home(short)
    if home is None:
        return None
    row = _by_home().get(home)
    if row is not None:
        return row, rest
    public = _public(*home)
    if public is None:
        return None
    end = len(short) - len(rest) - 1 if rest else len(short)
    package, _, name = short[:end].partition(".")
    return Successor(f"{name}: {public}", package), rest


def _public(home: str, name: str) -> str | None:
    """Returns the public path of what TensorFlow or tf-slim has, None for what is ours."""
    if name == "*" or (home, name) in _repaired():
        return None
    if home == "tf" or home.startswith("tf."):
        return f"{home}.{name}".replace("tf.compat.v1.", "tf.", 1)
    if not home.startswith("tf_slim"):
        return None
    if home.startswith(_TOP) and home not in _DEEP:
        return f"tf_slim.{name}"
    return f"{home}.{name}"
