"""The old import paths, and the TF1 view of the user's own modules."""

from __future__ import annotations

from tf_spec_compat.hook.handle import (
    Handle,
    install,
    load_ipython_extension,
    unload_ipython_extension,
)

__all__ = ["Handle", "install", "load_ipython_extension", "unload_ipython_extension"]
