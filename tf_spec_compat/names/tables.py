"""`Table`: what the modules of one old package hold, and where each name lives now."""

from __future__ import annotations

import functools
import os

TYPE_CHECKING = False  # `typing` is slow to load
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FOREIGN", "PACKAGES", "Table", "rows", "table"]

# What homes that are not ours begin with.
FOREIGN = ("tf", "tf_slim")

# The packages of `tf.contrib` that are here, each with its table in `names/contrib`.
PACKAGES = (
    "autograph",
    "batching",
    "checkpoint",
    "cluster_resolver",
    "crf",
    "data",
    "deprecated",
    "distribute",
    "distributions",
    "eager",
    "estimator",
    "factorization",
    "feature_column",
    "framework",
    "hooks",
    "image",
    "keras",
    "layers",
    "learn",
    "legacy_seq2seq",
    "linear_optimizer",
    "lookup",
    "losses",
    "metrics",
    "nn",
    "opt",
    "predictor",
    "proto",
    "quantization",
    "resampler",
    "rnn",
    "saved_model",
    "seq2seq",
    "session_bundle",
    "signal",
    "slim",
    "sparsemax",
    "staging",
    "stateless",
    "summary",
    "tensorboard",
    "testing",
    "tfprof",
    "tpu",
    "training",
    "util",
)


class Table:
    """The modules of one package of `tf.contrib`, read from `names/contrib/PACKAGE.txt`.

    A module is named by its path below the package, without layout folders: `[.]` is the package
    itself, `[estimators.head]` is `tensorflow.contrib.learn.python.learn.estimators.head`. Below it
    each line says where names live, `home: name name old=new`; a home is

    *   `heads.factories`: a module of this package, `tf_spec_compat.heads.factories`;
    *   `tf.compat.v1.train`: a namespace of TensorFlow;
    *   `tf_slim.losses`: a module of tf-slim;
    *   `contrib`: the names are modules of the same old package, or with a leading slash of another
        one, `losses=/losses`.

    Names in parentheses, those that begin with an underscore, and `*`, which is all else that its
    home has, are hidden: `dir` and star imports pass over them. What `[gone]` lists, modules and
    names by their path below the package, has advice in place of a home. An indented line goes on
    with the one before it.

    Attributes:
      hint: Where to look for what the package does not have.
      gone: Path of a module or a name below the package -> what to use instead.
    """

    def __init__(self, text: str) -> None:
        """Parses the table."""
        self.hint = ""
        self.gone: dict[str, str] = {}
        self._public: dict[str, dict[str, tuple[str, str]]] = {}
        self._hidden: dict[str, dict[str, tuple[str, str]]] = {}
        section = ""
        for line in text.replace("\n    ", " ").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
                if section != "gone":
                    section = section.strip(".")
                    self._public[section], self._hidden[section] = {}, {}
                continue
            key, colon, value = line.partition(": ")
            if not colon or line.startswith("#"):
                continue
            if section == "gone":
                self.gone[key] = value
            elif not self._public:
                self.hint = value
            else:
                for name, row in rows({key: value}).items():
                    shown = self._hidden if name[0] in "_*(" else self._public
                    shown[section][name.strip("()")] = row[0], row[1].strip("()")

    @property
    def modules(self) -> list[str]:
        """The modules, by their paths below the package."""
        return [*self._public]

    def public(self, module: str) -> dict[str, tuple[str, str]]:
        """Returns the public names of a module: name -> (home, the name that it has there)."""
        return self._public[module]

    def all(self, module: str) -> dict[str, tuple[str, str]]:
        """Returns all names of a module, the hidden ones too."""
        return {**self._hidden[module], **self._public[module]}


def rows(homes: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Returns name -> (home, the name that it has there) of `{home: "name old=new"}`."""
    found = {}
    for home, text in homes.items():
        for word in text.split():
            name, _, there = word.partition("=")
            found[name] = home, there or name
    return found


@functools.cache
def table(package: str) -> Table:
    """Returns the table of one of `PACKAGES`."""
    file = os.path.join(os.path.dirname(__file__), "contrib", f"{package}.txt")
    return Table(__loader__.get_data(file).decode())  # type: ignore[name-defined]
