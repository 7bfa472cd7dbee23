"""The version that TensorFlow shows to user modules.

Programs branch on `tf.__version__`, so there it is 1.15.5; `hook.libraries` has them ask `lookup`
for it. `tf.compat.v1` itself says what it is: TensorFlow Probability and other installed packages
import that, and refuse to go on with a TensorFlow that is too old for them.
"""

from __future__ import annotations

from types import ModuleType

from tf_spec_compat import names
from tf_spec_compat.hook.bindings import Bindings

__all__ = ["bind", "shows"]

_NAME = "__version__"


def bind(v1: ModuleType, bindings: Bindings) -> None:
    """Lets `VERSION` of `tf.compat.v1` be 1.15.5, which it has for programs of TensorFlow 1 only.

    Args:
      v1: The module.
      bindings: Where the changes are recorded.
    """
    bindings.set(v1, "VERSION", names.SHOWN_VERSION)
    bindings.set(v1.version, "VERSION", names.SHOWN_VERSION)


def shows(owner: object, name: str) -> bool:
    """Says whether user modules that read `owner.name` read the version of TensorFlow's view."""
    if name != _NAME or not isinstance(owner, ModuleType):
        return False
    return owner.__name__.startswith("tensorflow.") and owner.__name__.endswith(".compat.v1")
