"""What the reports are made of: the findings of a file, and the counts of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tf_spec_compat.migrate.finding import Finding, kind_of
from tf_spec_compat.migrate.selection import ORDER, POLICIES, Selection

__all__ = ["USES", "FileResult", "Item", "Summary", "count", "package_of", "sentence"]

# Kind -> what a summary says of it.
_WORDS = {
    "gone": "nothing that does the same is left",
    "tf215": "on TensorFlow 2.15 and older only",
    "keras2": "needs Keras 2: pip install tf-keras of TensorFlow's version",
    "unseen": "not to be seen from the source: look yourself",
    "library": "Python 2 or another library, which changed",
    "differs": "runs, and differs from TensorFlow 1.15 on purpose",
    "runs": "runs as it is",
    "structure": "what a migration is about: model_fns, estimators, experiments",
}
# Kinds that count uses; a structure, an estimator for instance, is made of uses that count.
USES = tuple(kind for kind in ORDER if kind != "structure")
_OLD = "an old name, to be replaced"


@dataclass(frozen=True)
class Item:
    """A finding as a report shows it.

    Attributes:
      finding: The finding.
      text: The line of the source that it begins in.
      known: Whether it stands in the baseline.
    """

    finding: Finding
    text: str = ""
    known: bool = False


@dataclass(frozen=True)
class FileResult:
    """What came of one file.

    Attributes:
      path: The file, as it was given.
      items: Its findings in their order.
      ignored: How many more findings comments left out.
      problem: Why it could not be read or understood; `""` if it could.
      notes: What is wrong with its `# tfsc:` comments, each `line: what`.
    """

    path: str
    items: tuple[Item, ...] = ()
    ignored: int = 0
    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Summary:
    """The counts of a run; they grow while the files go through `counting`.

    Attributes:
      target: A name of `selection.POLICIES`.
      failing: The kinds that make `check` fail.
      selection: Which codes are reported.
      release: The release of this package.
      place: What the target is here, if there is more to say than its title.
      has_baseline: Whether the findings were compared with a baseline.
      files: How many files were checked.
      problems: Path -> why that file could not be.
      kinds: Kind -> new findings, those outside the baseline.
      codes: Code -> new findings.
      within: Kind -> files that have such findings.
      packages: `(package, kind)` -> findings.
      work: `(kind, "safe" | "unsafe" | "hand" | "none")` -> who does it.
      ignored: Findings that comments left out.
      notes: How many `# tfsc:` comments are wrong.
      known: Findings that stand in the baseline.
      gone: Findings of the baseline that are no more.
    """

    target: str
    failing: frozenset[str]
    selection: Selection = field(default_factory=Selection)
    release: str = "0"
    place: str = ""
    has_baseline: bool = False
    files: int = 0
    problems: dict[str, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    packages: Counter[tuple[str, str]] = field(default_factory=Counter)
    work: Counter[tuple[str, str]] = field(default_factory=Counter)
    ignored: int = 0
    notes: int = 0
    known: int = 0
    gone: int = 0

    @property
    def title(self) -> str:
        """What a person calls the target."""
        return self.place or POLICIES[self.target].title

    @property
    def failures(self) -> int:
        """How many findings make `check` fail."""
        return sum(self.kinds[kind] for kind in self.failing)

    def counting(self, files: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yields the files, and counts what is in them."""
        quiet = POLICIES[self.target].quiet
        for file in files:
            self.files += not file.problem
            if file.problem:
                self.problems[file.path] = file.problem
            self.ignored += file.ignored
            self.notes += len(file.notes)
            kinds = set()
            for item in file.items:
                if item.known:
                    self.known += 1
                    continue
                kind = item.finding.kind
                kinds.add(kind)
                self.kinds[kind] += 1
                self.codes[item.finding.code] += 1
                if kind in USES:
                    self.packages[package_of(item.finding), kind] += 1
                self.work[kind, _work(item.finding, quiet)] += 1
            self.within.update(kinds)
            yield file

    def listed(self, file: FileResult) -> list[Item]:
        """Returns the findings of a file that lists for people show."""
        return [item for item in file.items if not item.known and self.lists(item.finding.code)]

    def lists(self, code: str) -> bool:
        """Whether lists for people show findings of a code, or only count them."""
        is_failing = kind_of(code) in self.failing
        return is_failing or self.selection.lists(code, POLICIES[self.target])

    def level(self, finding: Finding) -> str:
        """Returns `"error"` for what fails, `"note"` for what runs, `"warning"` for the rest."""
        if finding.kind in self.failing:
            return "error"
        return "note" if finding.kind in ("runs", "structure") else "warning"

    def words(self, kind: str) -> str:
        """Returns what a kind means at the target."""
        is_work = kind == "runs" and kind not in POLICIES[self.target].quiet
        return _OLD if is_work else _WORDS[kind]

    def ordered(self, kinds: Iterable[str] = ORDER) -> list[str]:
        """Returns the kinds that were found, those that hold up most first."""
        return [kind for kind in kinds if self.kinds[kind]]

    def done_by(self, work: str) -> int:
        """Returns how many of the uses a fixer, a person or nobody has to change."""
        return sum(self.work[kind, work] for kind in USES)


def _work(finding: Finding, quiet: frozenset[str]) -> str:
    """Returns who changes it: a `"safe"` or `"unsafe"` fixer, a `"hand"`, or `"none"` has to."""
    if finding.fixer is not None:
        return "safe" if finding.safe else "unsafe"
    if finding.kind in quiet:
        return "none"
    return "hand" if finding.advice or not quiet else "none"


def package_of(finding: Finding) -> str:
    """Returns what the finding is counted under, `"tf.contrib.learn"` or `"numpy"`."""
    if finding.kind == "unseen":
        return "unseen"
    if finding.code in ("L701", "L702"):
        return "Python"
    parts = finding.name.split(".")
    if parts[:2] == ["tensorflow", "contrib"]:
        return ".".join(["tf", *parts[1:3]])
    return parts[0]


def sentence(finding: Finding) -> str:
    """Returns what a finding says and advises in one line."""
    if not finding.advice:
        return finding.message
    return f"{finding.message.rstrip('.')}: {finding.advice}"


def count(number: int, noun: str, plural: str = "") -> str:
    """Returns a number with its noun.

    >>> count(1, "file"), count(1200, "use")
    ('1 file', '1,200 uses')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
