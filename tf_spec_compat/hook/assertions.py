"""Test modules with the TF1 view and with pytest's explained assertions.

The one place that knows how pytest rewrites assertions; loaded where a suite runs with the view.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any

import pytest
from _pytest.assertion.rewrite import AssertionRewritingHook, rewrite_asserts

from tf_spec_compat.hook.handle import has_view
from tf_spec_compat.hook.sources import ViewLoader
from tf_spec_compat.hook.view import CACHE_TAG, compile_view

__all__ = ["bind"]


def bind() -> Callable[[], None]:
    """Lets pytest's import hook load what has the view by a loader of ours.

    Returns:
      A function that takes that back.
    """
    exec_module = AssertionRewritingHook.exec_module

    def exec_with_view(hook: AssertionRewritingHook, module: ModuleType) -> None:
        path = str(module.__file__)
        if has_view(module.__name__, path):
            _RewritingLoader(module.__name__, path, hook).exec_module(module)
        else:
            exec_module(hook, module)

    AssertionRewritingHook.exec_module = exec_with_view
    return lambda: setattr(AssertionRewritingHook, "exec_module", exec_module)


class _RewritingLoader(ViewLoader):
    """Gives a test module the TF1 view, then pytest's rewritten assertions."""

    tag = CACHE_TAG + "pytest" + re.sub(r"\W", "", pytest.__version__)

    def __init__(self, name: str, path: str, hook: AssertionRewritingHook) -> None:
        super().__init__(name, path)
        self._hook = hook

    def source_to_code(self, data: Any, path: Any, *args: Any, **kwargs: Any) -> CodeType:  # type: ignore[override]
        return compile_view(
            data, path, then=lambda tree: rewrite_asserts(tree, data, path, self._hook.config)
        )
