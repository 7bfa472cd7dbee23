"""Which TensorFlow is underneath, and whether it is one that this package can stand on."""

from __future__ import annotations

import re
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tf_spec_compat._tf import repairs

if TYPE_CHECKING:
    tf: Any
    tf1: Any

__all__ = ["OLDEST", "load_tensorflow", "parse"]

# The oldest supported TensorFlow; older ones are neither tested nor built for Python 3.11.
OLDEST = (2, 12)

# No requirement of this package: TensorFlow has several distributions, and users have one of them.
_INSTALL = (
    "run `pip install 'tensorflow>=2.12,<2.23'`, or install another distribution of it, such as "
    "tensorflow-cpu"
)


def parse(version: str) -> tuple[int, ...]:
    """Returns the leading numbers of a version: `"2.16.0-rc1"` is `(2, 16, 0)`."""
    match = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in match.group().split(".")) if match else ()


def load_tensorflow() -> ModuleType:
    """Returns the `tensorflow` module.

    A TensorFlow newer than any that was tested is tried, not refused.

    Raises:
      ModuleNotFoundError: If TensorFlow is not installed.
      ImportError: If it is older than 2.12.
    """
    try:
        import tensorflow
    except ModuleNotFoundError as error:
        if error.name != "tensorflow":
            raise
        raise ModuleNotFoundError(
            f"tf_spec_compat needs TensorFlow, which is not installed; {_INSTALL}.",
            name="tensorflow",
        ) from error
    found = tensorflow.__version__
    if parse(found) < OLDEST:
        raise ImportError(
            f"tf_spec_compat needs TensorFlow 2.12 or newer, but {found} is installed; {_INSTALL}.",
            name="tensorflow",
        )
    # Breakpoint: 2.21 writes graphs without what protobuf 7 dropped.
    if parse(found) < (2, 21):
        repairs.repair_graph_files()
    return tensorflow


def __getattr__(name: str) -> Any:
    """Loads TensorFlow for `tf` and `tf1`; inside the hook also while that is going on already."""
    if name not in ("tf", "tf1"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    tensorflow = load_tensorflow()
    return tensorflow if name == "tf" else tensorflow.compat.v1
