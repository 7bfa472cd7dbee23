"""NumPy's names and looks of TensorFlow 1's days, for the time that the TF1 view lasts.

TensorFlow's own tutorials said `target_dtype=np.int`; NumPy 1.24 took such names away, 2.0 more.
And NumPy 2.0 shows a number in a dict or list, such as a metric, as `np.float32(0.5)`, not `0.5`.
"""

from __future__ import annotations

import functools
from types import ModuleType

from tf_spec_compat.hook.bindings import Bindings
from tf_spec_compat.names import libraries

__all__ = ["bind"]


def bind(numpy: ModuleType, bindings: Bindings) -> None:
    """Gives NumPy the old names that it lacks, and numbers their old looks.

    What it has under a name stays, and so does a way to print that was asked for.

    Args:
      numpy: The module.
      bindings: Where the changes are recorded.
    """
    original = numpy.__getattr__

    def __getattr__(name: str) -> object:
        row = _rows().get(name)
        if row is None:
            return original(name)
        from tf_spec_compat.hook.lookup import stand_in

        return stand_in(row)

    bindings.set(numpy, "__getattr__", __getattr__)
    if numpy.get_printoptions()["legacy"] is False and repr(numpy.float64(0)) != "0.0":
        numpy.set_printoptions(legacy="1.25")
        bindings.then(functools.partial(numpy.set_printoptions, legacy=False))


@functools.cache
def _rows() -> dict[str, libraries.Dropped]:
    return {
        row.name: row
        for row in libraries.dropped("numpy")
        if row.owner == "numpy" and row.argument is None and row.home is not None
    }
