"""The old namespace, path for path: `tensorflow.contrib.P` is `tf_spec_compat.contrib.P`.

Modules of nothing but aliases have no file: they are made of the rows of `names.ALIASES`.
"""

from __future__ import annotations

from tf_spec_compat import names
from tf_spec_compat._lazy import attach, make_module

for _legacy, _table in names.ALIASES.items():
    make_module(names.ours(_legacy), _table, f"`{_legacy}`, of names that live elsewhere now.")

__getattr__, __dir__, __all__ = attach(__name__, {name: f".{name}:" for name in names.CARRIED})
