"""What `migrate` can rewrite: the fixers, and which legacy names each does.

LibCST is not needed to read it. The fixer `NAME` is the module `NAME` beside this one, which has
`fix(draft)` and `SAMPLES`.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from tf_spec_compat import names
from tf_spec_compat.migrate.dropped import homes
from tf_spec_compat.names.successors import Successor, successor

__all__ = ["CATALOG", "Entry", "canonical", "entry_for"]

_SHIM = ("shim",)
_ESTIMATOR = ("estimator",)
_BOTH = ("shim", "estimator")


@dataclass(frozen=True)
class Entry:
    """One fixer, as the lists of fixers and the findings of `check` show it.

    Attributes:
      name: The fixer, by which `--only` and `--skip` name it.
      summary: What it changes, in a line.
      targets: The `--to` that it belongs to: `"shim"`, `"estimator"` or both.
      safe: Whether it runs without `--unsafe-fixes`: what it writes does what was there.
      prefixes: Dotted paths; it rewrites these and all that is below them.
      table: Returns the dotted paths that it rewrites besides.
    """

    name: str
    summary: str
    targets: tuple[str, ...]
    safe: bool = True
    prefixes: tuple[str, ...] = ()
    table: Callable[[], Container[str]] = tuple

    @property
    def is_for_contrib(self) -> bool:
        """Whether it has nothing to do in a file that uses no name of contrib."""
        return self.targets == _ESTIMATOR

    def handles(self, path: str) -> bool:
        """Says whether the fixer rewrites uses of a name.

        Args:
          path: A dotted path, such as `tensorflow.contrib.learn.Estimator`.
        """
        path = canonical(path)
        for prefix in self.prefixes:
            if path == prefix or path.startswith(prefix + "."):
                return True
        return path in self.table()


def canonical(path: str) -> str:
    """Returns a path of TensorFlow 1 as programs wrote it: `tensorflow.train`, not `.compat.v1`."""
    view = "tensorflow.compat.v1"
    if path == view or path.startswith(view + "."):
        return "tensorflow" + path[len(view) :]
    return path


def _internals() -> frozenset[str]:
    homes = names.internals()
    moved = {f"{module}.{name}" for module, rows in homes.items() for name in rows}
    return frozenset(moved | {f"tensorflow.{name}" for name in names.VIEW_ATTRIBUTES})


class _Successors:
    """The names of contrib with a successor of some kind, as a container."""

    def __init__(self, is_kind: Callable[[Successor], bool]) -> None:
        self._is_kind = is_kind

    def __contains__(self, path: object) -> bool:
        found = successor(path) if isinstance(path, str) else None
        return found is not None and self._is_kind(found[0])


_RENAMED = _Successors(lambda row: row.is_rename)
_CALLED = _Successors(lambda row: bool(row.arguments) and not (row.has_fixer or row.code))

# In the order in which they are applied.
_ENTRIES = (
    Entry(
        "successor_names",
        "names of contrib to those of TensorFlow's core or tf-slim that are the same",
        _ESTIMATOR,
        table=lambda: _RENAMED,
    ),
    Entry(
        "successor_calls",
        "streaming metrics, losses and input functions to the core's, arguments by keyword",
        _ESTIMATOR,
        table=lambda: _CALLED,
    ),
    Entry(
        "model_fn_ops",
        "ModelFnOps to EstimatorSpec where nothing is lost",
        _ESTIMATOR,
        table=lambda: _Successors(lambda row: row.name == "learn.ModelFnOps"),
    ),
    Entry(
        "model_fn_tuples",
        "(predictions, loss, train_op) of a model_fn to EstimatorSpec",
        _ESTIMATOR,
    ),
    Entry(
        "learn_monitors",
        "monitors to the hooks that do the same",
        _ESTIMATOR,
        safe=False,
        table=lambda: _Successors(lambda row: row.code == "S815" and bool(row.arguments)),
    ),
    Entry(
        "learn_estimator",
        "learn.Estimator to tf.estimator.Estimator, fit to train",
        _ESTIMATOR,
        safe=False,
        table=lambda: _Successors(lambda row: row.name == "learn.Estimator"),
    ),
    Entry(
        "validation_monitor",
        "ValidationMonitor of an Estimator that trains with hooks to a hook",
        _ESTIMATOR,
        safe=False,
    ),
    Entry(
        "learn_experiment",
        "Experiment and learn_runner to train_and_evaluate, export strategies to exporters",
        _ESTIMATOR,
        safe=False,
        table=lambda: _Successors(lambda row: row.code in ("S813", "S814") and bool(row.arguments)),
    ),
    Entry(
        "run_config",
        "RunConfig to the core's, where core Estimators have it",
        _ESTIMATOR,
        table=lambda: _Successors(lambda row: row.name == "learn.RunConfig"),
    ),
    Entry(
        "successor_notes",
        "comments above what a person has to bring to tf.estimator",
        _ESTIMATOR,
    ),
    Entry(
        "contrib_paths",
        "tensorflow.contrib to tf_spec_compat.contrib",
        _BOTH,
        prefixes=(names.LEGACY,),
    ),
    Entry(
        "core_estimator",
        "tf.estimator to tf_spec_compat.estimator",
        _BOTH,
        prefixes=("tensorflow.estimator",),
    ),
    Entry(
        "moved_internals",
        "what moved inside TensorFlow to where it is now",
        _BOTH,
        prefixes=tuple(names.MOVED),
        table=_internals,
    ),
    Entry(
        "version_checks",
        "comparisons with tf.__version__ go on as under TensorFlow 1.15.5",
        _BOTH,
    ),
    Entry(
        "tensorflow_import",
        "import tensorflow to import tensorflow.compat.v1",
        _BOTH,
        prefixes=("tensorflow",),
    ),
    Entry(
        "v1_behavior",
        "disable_v2_behavior() in programs, test modules and notebooks; Keras 2 where needed",
        _BOTH,
    ),
    Entry("numpy_names", "NumPy's old names", _BOTH, table=lambda: homes("numpy")),
    Entry(
        "python_names", "old names of the standard library", _BOTH, table=lambda: homes("python")
    ),
    Entry(
        "library_names",
        "what SciPy, scikit-learn, pandas and Pillow moved",
        _BOTH,
        table=lambda: {**homes("pandas"), **homes("scipy"), **homes("sklearn"), **homes("others")},
    ),
)

CATALOG: dict[str, Entry] = {entry.name: entry for entry in _ENTRIES}


def entry_for(path: str, target: str = "shim") -> Entry | None:
    """Returns the fixer that rewrites a name on the way to a target, None if there is none."""
    for entry in CATALOG.values():
        if target in entry.targets and entry.handles(path):
            return entry
    return None
