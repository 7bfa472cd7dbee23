"""The old import paths, and the TF1 view of the user's own modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tf_spec_compat.lazy import attach

if TYPE_CHECKING:
    from tf_spec_compat.hook.handle import Handle as Handle
    from tf_spec_compat.hook.handle import install as install
    from tf_spec_compat.hook.handle import load_ipython_extension as load_ipython_extension
    from tf_spec_compat.hook.handle import unload_ipython_extension as unload_ipython_extension

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "Handle": ".handle",
        "install": ".handle",
        "load_ipython_extension": ".handle",
        "unload_ipython_extension": ".handle",
    },
)
