"""What changes for a server's clients when one SavedModel takes the place of another."""

from __future__ import annotations

import dataclasses
import filecmp
import os
from collections.abc import Iterator, Mapping
from typing import TypeVar

from tf_spec_compat.testing.saved_model import (
    MetaGraph,
    SavedModel,
    Signature,
    TensorFacts,
    UnreadableModelError,
)

__all__ = ["COMPATIBLE", "ERROR", "WARNING", "Change", "diff_signatures"]

ERROR, WARNING, COMPATIBLE = "error", "warning", "compatible"

_Item = TypeVar("_Item")


@dataclasses.dataclass(frozen=True)
class Change:
    """A way in which two SavedModels differ.

    Attributes:
      level: `ERROR` if a client of the first is refused or misled by the second, `WARNING` if it
        may be, `COMPATIBLE` if it is not.
      where: The tag set, then the signature's key and the input or output where there is one, such
        as "serve: serving_default: input x".
      message: What changed, in one line.

    Example:
      >>> str(tf_spec_compat.testing.Change("error", "serve: predict", "the signature is gone"))
      'error       serve: predict: the signature is gone'
    """

    level: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.level:<10}  {self.where}: {self.message}"


def diff_signatures(
    old: SavedModel,
    new: SavedModel,
    *,
    rename: Mapping[str, str] | None = None,
    tags: tuple[str, ...] | None = None,
) -> list[Change]:
    """Returns what changes for the clients of `old` when `new` is served in its place.

    An error is: a tag set, signature, input or output that is gone, an input that is new (nobody
    sends it), another method, dtype or encoding, another size or number of dimensions. Of sizes
    that were open and now are fixed, and the other way round, it goes by one rule for inputs and
    outputs: `-1 -> 3` is compatible, `3 -> -1` a warning. A fixed size in place of an open one
    suits clients that always sent that many; one in the first dimension of an input is worth a
    look, and its message says so. A warning is an asset that is gone, or whose content is another.
    What is added, and a tensor's name in the graph, is compatible.

    Args:
      old: What is served today.
      new: What is to be served.
      rename: Name in `old` -> name in `new`, of signatures, inputs and outputs.
      tags: The tag set to look at; None takes all there are in `old`.

    Raises:
      UnreadableModelError: `tags` are not in both.
      ValueError: Nothing in `old` has a name that is to be renamed.

    Example:
      >>> x = tf.placeholder(tf.float32, [None, 4])
      >>> with tf.Session() as session:
      ...     tf.saved_model.simple_save(session, "old", {"x": x}, {"y": 2 * x})
      ...     tf.saved_model.simple_save(session, "new", {"x": x}, {"z": 2 * x})
      >>> read = tf_spec_compat.testing.read_saved_model
      >>> for change in diff_signatures(read("old"), read("new")):
      ...     print(change)
      error       serve: serving_default: output y: the output is gone
      compatible  serve: serving_default: output z: a new output, float32 (-1, 4)
    """
    names = _Names(rename or {})
    changes = []
    if tags is not None:
        pairs = {tags: (old.graph(tags), new.graph(tags))}
    else:
        pairs = {key: (old.graphs[key], new.graphs[key]) for key in old.graphs if key in new.graphs}
        for key in old.graphs:
            if key not in new.graphs:
                changes.append(Change(ERROR, ",".join(key), "the tag set is gone"))
        for key in new.graphs:
            if key not in old.graphs:
                changes.append(Change(COMPATIBLE, ",".join(key), "a new tag set"))
    for key, (before, after) in pairs.items():
        where = ",".join(key)
        changes += _signatures(where, before, after, names)
        changes += _assets(where, old.path, before, new.path, after)
    names.check()
    levels = (ERROR, WARNING, COMPATIBLE)
    return sorted(changes, key=lambda change: levels.index(change.level))


class _Names:
    """Renames, and remembers which renaming was of use."""

    def __init__(self, rename: Mapping[str, str]) -> None:
        self._rename = dict(rename)
        self._unused = set(rename)

    def pairs(
        self, old: Mapping[str, _Item], new: Mapping[str, _Item]
    ) -> Iterator[tuple[str, _Item | None, _Item | None]]:
        """Yields each name, in the new model if it is there, with what it is in either."""
        self._unused -= set(old)
        there = {self._rename.get(name, name): item for name, item in old.items()}
        for name in sorted({*there, *new}):
            yield name, there.get(name), new.get(name)

    def check(self) -> None:
        if self._unused:
            raise ValueError(
                f"No signature, input or output of the first model is called "
                f"{', '.join(map(repr, sorted(self._unused)))}, which is to be renamed."
            )


def _signatures(where: str, old: MetaGraph, new: MetaGraph, names: _Names) -> Iterator[Change]:
    for key, before, after in names.pairs(old.signatures, new.signatures):
        place = f"{where}: {key}"
        if before is None:
            yield Change(COMPATIBLE, place, "a new signature")
        elif after is None:
            yield Change(ERROR, place, "the signature is gone")
        else:
            yield from _signature(place, before, after, names)


def _signature(where: str, old: Signature, new: Signature, names: _Names) -> Iterator[Change]:
    if old.method != new.method:
        yield Change(ERROR, where, f"method {old.method or 'none'} -> {new.method or 'none'}")
    for kind, before, after in (
        ("input", old.inputs, new.inputs),
        ("output", old.outputs, new.outputs),
    ):
        for name, one, other in names.pairs(before, after):
            place = f"{where}: {kind} {name}"
            if one is None and other is not None:
                is_asked = kind == "input"
                message = f"a new {kind}, {other.dtype} {other.shape_text}"
                message += ", which no client sends" if is_asked else ""
                yield Change(ERROR if is_asked else COMPATIBLE, place, message)
            elif one is not None and other is None:
                yield Change(ERROR, place, f"the {kind} is gone")
            elif one is not None and other is not None:
                yield from _tensor(place, kind, one, other)


def _tensor(where: str, kind: str, old: TensorFacts, new: TensorFacts) -> Iterator[Change]:
    if old.dtype != new.dtype:
        yield Change(ERROR, where, f"dtype {old.dtype} -> {new.dtype}")
    if old.encoding != new.encoding:
        yield Change(ERROR, where, f"encoding {old.encoding} -> {new.encoding}")
    if old.shape != new.shape:
        level = _shape_level(old.shape, new.shape)
        message = f"shape {old.shape_text} -> {new.shape_text}"
        is_batch = kind == "input" and old.shape and old.shape[0] is None
        if level == COMPATIBLE and is_batch and new.shape and new.shape[0] is not None:
            message += f"; it takes {new.shape[0]} at a time alone"
        yield Change(level, where, message)
    if old.tensor != new.tensor:
        yield Change(COMPATIBLE, where, f"tensor {old.tensor} -> {new.tensor}")


def _shape_level(old: tuple[int | None, ...] | None, new: tuple[int | None, ...] | None) -> str:
    if old is None:
        return COMPATIBLE
    if new is None:
        return WARNING
    if len(old) != len(new):
        return ERROR
    pairs = [(one, other) for one, other in zip(old, new) if one != other]
    if any(one is not None and other is not None for one, other in pairs):
        return ERROR
    return WARNING if any(other is None for _, other in pairs) else COMPATIBLE


def _assets(
    where: str, old_path: str, old: MetaGraph, new_path: str, new: MetaGraph
) -> Iterator[Change]:
    for name in sorted({*old.assets, *new.assets}):
        place = f"{where}: asset {name}"
        if name not in new.assets:
            yield Change(WARNING, place, "the asset is gone")
        elif name not in old.assets:
            yield Change(COMPATIBLE, place, "a new asset")
        else:
            files = [_asset_file(path, name) for path in (old_path, new_path)]
            missing = [file for file in files if not os.path.isfile(file)]
            for file in missing:
                yield Change(WARNING, place, f"there is no file {file}")
            if not missing and not filecmp.cmp(files[0], files[1], shallow=False):
                sizes = [os.path.getsize(file) for file in files]
                yield Change(WARNING, place, f"other content, {sizes[0]} -> {sizes[1]} bytes")


def _asset_file(path: str, name: str) -> str:
    if os.path.isabs(name) or ".." in name.split("/"):
        raise UnreadableModelError(f"{path} names an asset {name!r} outside of its folder.")
    return os.path.join(path, "assets", name)
