"""`Table`: what the modules of one old package hold, and where each name lives now."""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # `typing` is slow to load
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FOREIGN", "PACKAGES", "Table", "rows", "table"]

# What homes that are not ours begin with.
FOREIGN = ("tf", "tf_slim")

# The packages of `tf.contrib` that are here, each with its table in `names.contrib`.
PACKAGES = (
    "data",
    "estimator",
    "feature_column",
    "framework",
    "layers",
    "learn",
    "linear_optimizer",
    "lookup",
    "losses",
    "metrics",
    "predictor",
    "rnn",
    "session_bundle",
    "slim",
    "tensorboard",
    "testing",
    "tpu",
    "training",
    "util",
)


class Table:
    """The modules of one package of `tf.contrib`.

    A module is named by its path below the package, without layout folders: `""` is the package
    itself, `"estimators.head"` is `tensorflow.contrib.learn.python.learn.estimators.head`. Its rows
    say where its names live: `{home: "name name old=new"}`, where a home is

    *   `"heads.factories"`: a module of this package, `tf_spec_compat.heads.factories`;
    *   `"tf.compat.v1.train"`: a namespace of TensorFlow;
    *   `"tf_slim.losses"`: a module of tf-slim;
    *   `"contrib"`: the names are modules of the same old package, or with a leading slash of
        another one, `"losses=/losses"`.

    In `hidden` the name `*` stands for all else that its home has.
    """

    def __init__(
        self,
        hint: str,
        modules: Mapping[str, Mapping[str, str]],
        hidden: Mapping[str, Mapping[str, str]] | None = None,
        gone: Mapping[str, str] | None = None,
    ) -> None:
        """Takes the rows.

        Args:
          hint: Where to look for what the package does not have.
          modules: Module -> its public names, those that `dir` and star imports give.
          hidden: The same for names that only those who ask for them get.
          gone: Path of a module or a name below the package -> what to use instead.
        """
        self.hint = hint
        self.modules = modules
        self.hidden = hidden or {}
        self.gone = gone or {}

    def public(self, module: str) -> dict[str, tuple[str, str]]:
        """Returns the public names of a module: name -> (home, the name that it has there)."""
        return rows(self.modules[module])

    def all(self, module: str) -> dict[str, tuple[str, str]]:
        """Returns all names of a module, the hidden ones too."""
        return {**rows(self.hidden.get(module, {})), **self.public(module)}


def rows(homes: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Returns name -> (home, the name that it has there) of `{home: "name old=new"}`."""
    found = {}
    for home, text in homes.items():
        for word in text.split():
            name, _, there = word.partition("=")
            found[name] = home, there or name
    return found


def table(package: str) -> Table:
    """Returns the table of one of `PACKAGES`."""
    found: Table = importlib.import_module(f"tf_spec_compat.names.contrib.{package}").TABLE
    return found
