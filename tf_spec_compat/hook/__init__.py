"""The old import paths, and the TF1 view of the user's own modules."""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "Handle": ".handle",
        "install": ".handle",
        "load_ipython_extension": ".handle",
        "unload_ipython_extension": ".handle",
    },
)
