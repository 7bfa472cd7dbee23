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
        self._attributes: list[tuple[ModuleType | type, str, object, object]] = []
        self._modules: dict[str, ModuleType] = {}
        self._steps: list[Callable[[], object]] = []

    def set(self, owner: ModuleType | type, name: str, value: object) -> None:
        """Sets `owner.name` and remembers what was there."""
        self.remember(owner, name, value)
        setattr(owner, name, value)

    def remember(self, owner: ModuleType | type, name: str, value: object) -> None:
        """Remembers what `owner.name` is now, before somebody else sets it to `value`."""
        self._attributes.append((owner, name, value, vars(owner).get(name, _MISSING)))

    def add_module(self, name: str, module: ModuleType) -> None:
        """Puts `module` into `sys.modules` under `name`."""
        self._modules[name] = sys.modules[name] = module

    def then(self, step: Callable[[], object]) -> None:
        """Remembers a step to be taken on the way back, for what is no attribute."""
        self._steps.append(step)

    def undo(self) -> None:
        """Takes everything back, except what somebody else set to another value since."""
        while self._steps:
            self._steps.pop()()
        while self._attributes:
            owner, name, value, before = self._attributes.pop()
            if vars(owner).get(name, _MISSING) is not value:
                continue
            if before is _MISSING:
                delattr(owner, name)
            elif before is not value:
                setattr(owner, name, before)
        for name, module in self._modules.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
        self._modules.clear()
