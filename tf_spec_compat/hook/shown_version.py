"""The version that TensorFlow shows to user modules, as long as the TF1 view lasts."""

from __future__ import annotations

from types import ModuleType

from tf_spec_compat import names
from tf_spec_compat.hook.bindings import Bindings

__all__ = ["bind"]

_NAME = "__version__"


def bind(v1: ModuleType, bindings: Bindings) -> None:
    """Lets `tf.compat.v1` say that it is 1.15.5: programs branch on it.

    Args:
      v1: The module.
      bindings: Where the changes are recorded.
    """
    shown = names.SHOWN_VERSION
    bindings.set(v1, "VERSION", shown)
    bindings.set(v1.version, "VERSION", shown)
    before = getattr(v1, _NAME)

    def restore() -> None:
        if getattr(v1, _NAME) == shown:
            _set(v1, before)

    bindings.then(restore)
    _set(v1, shown)


def _set(module: ModuleType, value: str) -> None:
    listed = getattr(module, "__all__", [])
    is_listed = _NAME in listed
    setattr(module, _NAME, value)
    if not is_listed and _NAME in listed:  # TensorFlow's modules list what is set
        listed.remove(_NAME)
