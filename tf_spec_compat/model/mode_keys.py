"""`ModeKeys`, the modes a model_fn is called with."""

from __future__ import annotations

__all__ = ["ModeKeys", "check_mode"]


class ModeKeys:
    """The modes a model_fn is called with. Deprecated: use `tf.estimator.ModeKeys`.

    Behaviour: TF 1.15.5.

    The values are those of `tf.estimator.ModeKeys`, whose `PREDICT` is our `INFER`.

    Example:
      >>> learn.ModeKeys.TRAIN, learn.ModeKeys.EVAL, learn.ModeKeys.INFER
      ('train', 'eval', 'infer')
      >>> tf_spec_compat.estimator.ModeKeys.PREDICT == learn.ModeKeys.INFER
      True
    """

    TRAIN = "train"
    EVAL = "eval"
    INFER = "infer"

    @classmethod
    def validate(cls, key: object) -> None:
        """Checks that `key` is one of the modes.

        Raises:
          ValueError: If it is not.
        """
        check_mode(key, "Invalid mode {}", cls)


def check_mode(mode: object, problem: str, keys: type[ModeKeys] = ModeKeys) -> None:
    """Raises a `ValueError` unless `mode` is one of `keys`; `problem` is told of it first."""
    modes = (keys.TRAIN, keys.EVAL, keys.INFER)
    if mode not in modes:
        known = ", ".join(map(repr, modes))
        raise ValueError(f"{problem.format(mode)}; got {mode!r}, pass one of {known}.")
