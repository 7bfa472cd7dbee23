"""The outcome of a comparison: what was compared, what differs, and what was not compared."""

from __future__ import annotations

import dataclasses
import fnmatch
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from tf_spec_compat.testing.records import as_array

__all__ = ["Comparison", "Difference", "Report"]


@dataclasses.dataclass(frozen=True)
class Difference:
    """One thing that is not the same on both sides.

    Attributes:
      kind: What: "initial value" (of a setting that a variable holds, such as a learning rate),
        "loss", "global step", "variable", "summary", "metric", "prediction", "signature" or
        "served".
      name: Which one: a variable's name, a summary's tag; "" where there is only one.
      message: How it differs, in one line.
      step: The training step in which it was seen, from 1; None for what comes after training.
      largest: The largest absolute difference of numbers; None if it is no matter of numbers.
      relative: The largest difference in proportion to the legacy value.

    Example:
      >>> str(tf_spec_compat.testing.Difference("loss", "", "0.5 -> 0.75", step=3))
      'loss in step 3: 0.5 -> 0.75'
    """

    kind: str
    name: str
    message: str
    step: int | None = None
    largest: float | None = None
    relative: float | None = None

    def __str__(self) -> str:
        step = "" if self.step is None else f" in step {self.step}"
        return f"{self.kind}{self.name and ' ' + self.name}{step}: {self.message}"


@dataclasses.dataclass
class Report:
    """What came of a comparison.

    Attributes:
      legacy: What the first side is, in words.
      new: What the second is.
      compared: Kind -> how many of them were compared.
      differences: All there are, in the order of the model's life: the first comes first.
      not_compared: What there was no way to compare, or nobody asked for, with the reason.
      notes: What else is worth knowing, such as random draws that cannot be the same.

    Example:
      >>> report = tf_spec_compat.testing.Report("legacy", "new", compared={"loss": 5})
      >>> report.ok
      True
    """

    legacy: str
    new: str
    compared: dict[str, int] = dataclasses.field(default_factory=dict)
    differences: list[Difference] = dataclasses.field(default_factory=list)
    not_compared: list[str] = dataclasses.field(default_factory=list)
    notes: list[str] = dataclasses.field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.differences

    @property
    def first(self) -> Difference | None:
        """The difference that comes first in the model's life."""
        return self.differences[0] if self.differences else None

    def to_dict(self) -> dict[str, Any]:
        """Returns all of it as what JSON has; a number that is not finite as a string."""
        fields = dataclasses.asdict(self)
        for each in fields["differences"]:
            for name in ("largest", "relative"):
                if each[name] is not None and not np.isfinite(each[name]):
                    each[name] = str(each[name])
        return {"ok": self.ok, **fields}

    def to_text(self) -> str:
        """Returns it as lines to read."""
        counts = ", ".join(f"{kind} {count}" for kind, count in self.compared.items())
        lines = [
            f"legacy: {self.legacy}",
            f"new:    {self.new}",
            f"compared: {counts or 'nothing'}",
        ]
        if self.first is None:
            lines.append("no difference")
        else:
            lines.append(f"{len(self.differences)} different; first, {self.first}")
            lines += [f"  {each}" for each in self.differences[1:]]
        lines += [f"not compared: {each}" for each in self.not_compared]
        lines += [f"note: {each}" for each in self.notes]
        return "\n".join(lines)

    def to_markdown(self) -> str:
        """Returns it as a page, for a pull request for example."""
        verdict = "no difference" if self.ok else f"{len(self.differences)} different"
        different = dict.fromkeys(self.compared, 0)
        for each in self.differences:
            different[each.kind] = different.get(each.kind, 0) + 1
        lines = [
            f"# Legacy and new model: {verdict}",
            "",
            f"* Legacy: {_escaped(self.legacy)}",
            f"* New: {_escaped(self.new)}",
            "",
            "| What | Compared | Different |",
            "| --- | ---: | ---: |",
            *(
                f"| {kind} | {self.compared.get(kind, 0)} | {count} |"
                for kind, count in different.items()
            ),
        ]
        sections: dict[str, Sequence[object]] = {
            "Differences": self.differences,
            "Not compared": self.not_compared,
            "Notes": self.notes,
        }
        for title, items in sections.items():
            if items:
                lines += ["", f"## {title}", "", *(f"* {_escaped(str(item))}" for item in items)]
        return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>|[]" else char for char in text)


class Comparison:
    """Compares values and notes what differs.

    Attributes:
      report: What has come of it so far.

    Example:
      >>> comparison = tf_spec_compat.testing.Comparison("legacy", "new", rtol=1e-5, atol=1e-6)
      >>> comparison.values("metric", "accuracy", 0.5, 0.75)
      >>> print(comparison.report.first)
      metric accuracy: legacy 0.5, new 0.75, off by 0.25 (relative 0.5)
    """

    def __init__(
        self, legacy: str, new: str, rtol: float, atol: float, ignore: Iterable[str] = ()
    ) -> None:
        """Begins a comparison.

        Args:
          legacy: What the first side is.
          new: What the second is.
          rtol: How far numbers may be off, in proportion to the legacy one.
          atol: How far they may be off beyond that.
          ignore: What not to compare: `kind:name`, with the wildcards of `fnmatch`.

        Raises:
          ValueError: A tolerance is negative or no number, or `ignore` has no colon.
        """
        for name, value in (("rtol", rtol), ("atol", atol)):
            if not value >= 0:
                raise ValueError(f"{name} must be zero or more, got {value!r}.")
        self._ignore = [ignore] if isinstance(ignore, str) else list(ignore)
        for pattern in self._ignore:
            if ":" not in pattern:
                raise ValueError(
                    f"ignore has {pattern!r}; each is KIND:NAME, such as 'variable:*/Adam*'."
                )
        self._rtol, self._atol = rtol, atol
        self.report = Report(legacy, new)

    def values(self, kind: str, name: str, old: Any, new: Any, step: int | None = None) -> None:
        """Compares numbers, or arrays of them or of bytes."""
        if not self._counts(kind, name):
            return
        old, new = as_array(old), as_array(new)
        if old.shape != new.shape:
            self._differs(kind, name, f"legacy has shape {old.shape}, new has {new.shape}", step)
        elif object in (old.dtype, new.dtype):
            unlike = np.argwhere(old != new)
            if len(unlike):
                at = tuple(int(index) for index in unlike[0])
                message = f"legacy {old[at]!r}, new {new[at]!r}{_place(at)}"
                self._differs(kind, name, f"{message}; {len(unlike)} of {old.size} differ", step)
        else:
            self._numbers(kind, name, old, new, step)

    def dicts(
        self, kind: str, old: Mapping[str, Any], new: Mapping[str, Any], step: int | None = None
    ) -> None:
        """Compares what there is on both sides by name, and notes what one side lacks."""
        for name in [*old, *(name for name in new if name not in old)]:
            if name in old and name in new:
                self.values(kind, name, old[name], new[name], step)
            else:
                self.differs(kind, name, "only in " + ("legacy" if name in old else "new"), step)

    def differs(self, kind: str, name: str, message: str, step: int | None = None) -> None:
        """Notes a difference, unless it is to be ignored."""
        if self._counts(kind, name):
            self._differs(kind, name, message, step)

    def count(self, kind: str, number: int = 1) -> None:
        """Notes that something was compared elsewhere."""
        self.report.compared[kind] = self.report.compared.get(kind, 0) + number

    def _counts(self, kind: str, name: str) -> bool:
        place = f"{kind}:{name}"
        if any(fnmatch.fnmatchcase(place, pattern) for pattern in self._ignore):
            return False
        self.count(kind)
        return True

    def _differs(self, kind: str, name: str, message: str, step: int | None, **far: float) -> None:
        self.report.differences.append(Difference(kind, name, message, step, **far))

    def _numbers(self, kind: str, name: str, old: Any, new: Any, step: int | None) -> None:
        wide = np.complex128 if "c" in (old.dtype.kind, new.dtype.kind) else np.float64
        one, other = old.astype(wide), new.astype(wide)
        with np.errstate(invalid="ignore", over="ignore"):
            close = np.isclose(other, one, self._rtol, self._atol, equal_nan=True)
            if close.all():
                return
            apart = np.where(close, 0.0, np.abs(other - one))
            apart = np.where(np.isnan(apart), np.inf, apart)
            at = np.unravel_index(int(np.argmax(apart)), apart.shape)
            with np.errstate(divide="ignore"):
                shares = np.where(close, 0.0, apart / np.abs(one))
            relative = float(np.max(np.where(np.isnan(shares), np.inf, shares)))
        largest = float(apart[at])
        message = f"legacy {one[at]:.9g}, new {other[at]:.9g}{_place(at)}, off by {largest:.3g}"
        message += f" (relative {relative:.2g})"
        if old.size > 1:
            message += f"; {int(np.sum(~close))} of {old.size} differ"
        self._differs(kind, name, message, step, largest=largest, relative=relative)


def _place(at: tuple[Any, ...]) -> str:
    return f" at [{', '.join(str(int(index)) for index in at)}]" if at else ""
