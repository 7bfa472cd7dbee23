"""Where a program is to go."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TARGETS", "Target"]


@dataclass(frozen=True)
class Target:
    """What the TensorFlow has on which a program is to run, and how far it is to be rewritten.

    Attributes:
      name: `"installed"`, `"2.15"`, `"2.21"`, `"estimator"` or `"native"`.
      has_keras2: Whether Keras 2 is what TensorFlow uses there. Until 2.15 it has it;
        from 2.16 on that is the package tf-keras, if that is installed and chosen.
      has_estimator: Whether TensorFlow has `tf.estimator` itself, as until 2.15, and all else that
        it has lost since.
    """

    name: str
    has_keras2: bool = False
    has_estimator: bool = False

    @property
    def leaves_contrib(self) -> bool:
        """Whether no name of contrib is to be left, not even one that is carried here."""
        return self.name in ("estimator", "native")

    @property
    def fixers(self) -> str:
        """The `--to` of `migrate` that leads there."""
        return "estimator" if self.leaves_contrib else "shim"


# Those that do not depend on what is installed; TensorFlow 2.21 without tf-keras.
TARGETS = {
    "2.15": Target("2.15", has_keras2=True, has_estimator=True),
    "2.21": Target("2.21"),
    "estimator": Target("estimator"),
    "native": Target("native"),
}
