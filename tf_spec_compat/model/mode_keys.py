"""`ModeKeys`, the modes a model_fn is called with."""

from __future__ import annotations

__all__ = ["ModeKeys"]


class ModeKeys:
    """The modes a model_fn is called with.

    The values are those of `tf.estimator.ModeKeys`, whose `PREDICT` is our `INFER`.
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
        modes = (cls.TRAIN, cls.EVAL, cls.INFER)
        if key not in modes:
            raise ValueError(
                f"Invalid mode {key!r}; it must be one of {', '.join(map(repr, modes))}."
            )
