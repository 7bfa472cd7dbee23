"""`tensorflow.contrib.learn.python.learn.learn_runner_lib`: the names of `learn_runner`."""

from __future__ import annotations

from tf_spec_compat.contrib.learn.learn_runner import run, tune

__all__ = ["run", "tune"]
