"""Changes to objects that are not ours, each with its way back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Final

__all__ = ["Bindings"]

_MISSING: Final = object()


class Bindings:
    """A list of attributes, `sys.modules` entries and the like that were set, and is undone."""

    def __init__(self) -> None:
        """Starts an empty list."""
        self._attributes: list[tuple[ModuleType, str, object]] = []
        self._modules: dict[str, ModuleType] = {}
        self._steps: list[Callable[[], object]] = []

    def set(self, owner: ModuleType, name: str, value: object) -> None:
        """Sets `owner.name` and remembers what was there."""
        self.remember(owner, name)
        setattr(owner, name, value)

    def remember(self, owner: ModuleType, name: str) -> None:
        """Remembers what `owner.name` is now, before somebody else sets it."""
        self._attributes.append((owner, name, vars(owner).get(name, _MISSING)))

    def add_module(self, name: str, module: ModuleType) -> None:
        """Puts `module` into `sys.modules` under `name`."""
        self._modules[name] = sys.modules[name] = module

    def then(self, step: Callable[[], object]) -> None:
        """Remembers a step to be taken on the way back, for what is no attribute."""
        self._steps.append(step)

    def undo(self) -> None:
        """Takes everything back."""
        while self._steps:
            self._steps.pop()()
        while self._attributes:
            owner, name, value = self._attributes.pop()
            if value is not _MISSING:
                if vars(owner).get(name, _MISSING) is not value:
                    setattr(owner, name, value)
            elif name in vars(owner):
                delattr(owner, name)
        for name, module in self._modules.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
        self._modules.clear()
