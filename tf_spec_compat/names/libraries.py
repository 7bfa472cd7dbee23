"""What other libraries dropped since TensorFlow 1's days: Python's own, NumPy, pandas, ..."""

from __future__ import annotations

import functools
import os

TYPE_CHECKING = False  # `typing` is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIBRARIES", "Dropped", "dropped"]

# Each has its rows in `names/dropped`.
LIBRARIES = ("python", "python2", "numpy", "keras", "pandas", "scipy", "sklearn", "others")


class Dropped:
    """One name that a library dropped, or one call that does not do any more what it did.

    A section of `names/dropped/LIBRARY.txt` is a module or a class, `[numpy]`. Below it each line
    says `RELEASE NAME ...: INSTEAD`, or `RELEASE NAME ...: INSTEAD -> HOME`. A name is

    *   `product`: an attribute;
    *   `*`: the module itself, with all that it has;
    *   `load()`: a call that changed;
    *   `read_csv(squeeze)`: an argument.

    INSTEAD is `=numpy.prod` where the name was a second name of that, `=.tobytes` where it was one
    of another method of the same object, else words. HOME is a stand-in with which the TF1 view
    gives the name back; what begins with `hook.` is in this package. An asterisk in INSTEAD and
    HOME stands for the name. An indented line goes on with the one before it.

    Attributes:
      owner: The module or class.
      name: The attribute, or `*`.
      argument: The argument; `""` for a call that changed, None for an attribute.
      library: Who dropped it, such as `numpy`, or `Python`.
      release: The first release without it.
      instead: What to use instead, in words.
      home: Where the view finds it: a dotted path, with a leading dot a method of the same object;
        None if the view does not give it back.
      is_alias: Whether `home` is the very thing, or stands in for it.
    """

    def __init__(self, owner: str, name: str, release: str, instead: str, home: str) -> None:
        """Reads one name of a line."""
        self.owner = owner
        self.name, bracket, argument = name.partition("(")
        self.argument = argument.rstrip(")") if bracket else None
        self.library = owner.partition(".")[0]
        self.release = release
        if self.name != "*":
            instead, home = (text.replace("*", self.name) for text in (instead, home))
        self.is_alias = instead.startswith("=")
        if self.is_alias:
            home = instead[1:]
            instead = "use " + home.lstrip(".").replace("builtins.", "")
        self.instead = instead
        self.home = home.strip() or None

    @property
    def path(self) -> str:
        """The dotted path of the name, or of the module that is gone."""
        return self.owner if self.name == "*" else f"{self.owner}.{self.name}"

    @property
    def advice(self) -> str:
        """A sentence that says which release dropped it and what replaces it."""
        path = self.path[9:] if self.path.startswith("builtins.") else self.path
        if self.argument == "":
            return f"{path}() changed in {self.library} {self.release}: {self.instead}."
        what = path + (f"({self.argument}=...)" if self.argument else "")
        return f"{what} left with {self.library} {self.release}: {self.instead}."


@functools.cache
def dropped(library: str) -> tuple[Dropped, ...]:
    """Returns the rows of one of `LIBRARIES`."""
    file = os.path.join(os.path.dirname(__file__), "dropped", f"{library}.txt")
    found = tuple(_rows(__loader__.get_data(file).decode()))  # type: ignore[name-defined]
    if library.startswith("python"):
        for row in found:
            row.library = "Python"
    return found


def _rows(text: str) -> Iterator[Dropped]:
    owner = ""
    for line in text.replace("\n    ", " ").splitlines():
        if line.startswith("["):
            owner = line.strip("[]")
        elif line and not line.startswith("#"):
            words, _, rest = line.partition(": ")
            release, *listed = words.split()
            instead, _, home = rest.partition(" -> ")
            for name in listed:
                yield Dropped(owner, name, release, instead, home)
