"""What to do about errors whose own words do not say it."""

from __future__ import annotations

from types import FrameType

from tf_spec_compat import _tf

__all__ = ["hint"]


def hint(error: BaseException) -> str | None:
    """Returns a sentence for an error of a program that `run` runs, or None."""
    if not isinstance(error, AttributeError):
        return None
    message = str(error)
    if "is not available with Keras 3" in message:
        return _tf.legacy_keras_problem()
    frame = _last_frame(error)
    if message.startswith("module 'tensorflow' has no attribute") and frame is not None:
        name = str(frame.f_globals.get("__name__"))
        return (
            f"the module {name!r} is installed, or not named by --only, so it sees TensorFlow 2; "
            f"if it is legacy code too, run with --package {name.split('.', 1)[0]}."
        )
    return None


def _last_frame(error: BaseException) -> FrameType | None:
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame if traceback is not None else None
