"""`tensorflow.contrib.training`: hyperparameters, queues, training and evaluation loops."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "HParams": ".hparam",
        "hparam": ".hparam:",
        "parse_values": ".hparam",
    },
)
