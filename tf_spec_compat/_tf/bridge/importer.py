"""TensorFlow >= 2.16 as tensorflow-estimator is to see it.

tensorflow-estimator's modules are imported with an `import` of their own. It knows the stand-ins
for what TensorFlow removed, and where Keras 2 cannot be had it shows a TensorFlow whose `keras` and
`layers` say so when they are used, instead of Keras 3, with which they fail without saying why. All
this stays inside tensorflow-estimator: TensorFlow, `sys.modules` and every other importer see
nothing of it.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from types import ModuleType, SimpleNamespace
from typing import Any, NoReturn

from tf_spec_compat._tf import keras, tf, tf1
from tf_spec_compat.errors import UnsupportedError

__all__ = ["importer"]


def importer(standins: Mapping[str, ModuleType]) -> Any:
    """Makes an `__import__`.

    Args:
      standins: The modules to give for names that TensorFlow no longer has.

    Returns:
      A function to be put in the place of the builtin `__import__`.
    """
    seen = tf if keras.legacy_keras_problem() is None else _without_keras()

    def import_(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if level == 0 and name == "tensorflow" and not fromlist:
            return seen
        if level == 0 and fromlist:
            if name in standins:
                return standins[name]
            members = {item: standins.get(f"{name}.{item}") for item in fromlist}
            if any(members.values()):
                others = [item for item, module in members.items() if module is None]
                package = builtins.__import__(name, globals, locals, ["__name__", *others], level)
                members.update((item, getattr(package, item)) for item in others)
                return SimpleNamespace(**members)
        return builtins.__import__(name, globals, locals, fromlist, level)

    return import_


class _View:
    """A module, but for a few of its attributes."""

    def __init__(self, module: Any, **others: object) -> None:
        self._module = module
        vars(self).update(others)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


def _without_keras() -> _View:
    nothing = _NoKeras()
    v1 = _View(tf1, keras=_NoKeras(initializers=tf1.initializers), layers=nothing)
    v2 = _View(tf.compat.v2, keras=nothing)
    compat = _View(tf.compat, v1=v1, v2=v2)
    return _View(tf, keras=nothing, losses=_NoKeras(Reduction=_Reduction), compat=compat)


class _Reduction:
    """The names of Keras' ways to reduce a loss: defaults of arguments, so needed to import."""

    AUTO = "auto"
    NONE = "none"
    SUM = "sum"
    SUM_OVER_BATCH_SIZE = "sum_over_batch_size"

    @classmethod
    def all(cls) -> tuple[str, ...]:
        return cls.AUTO, cls.NONE, cls.SUM, cls.SUM_OVER_BATCH_SIZE


class _NoKeras:
    """Has whatever is asked of it, and none of it can be used."""

    def __init__(self, **others: object) -> None:
        vars(self).update(others)

    def __getattr__(self, name: str) -> Any:
        if name[:1].isupper():
            return _NoKerasClass(name, (), {})
        if name.startswith("__") and name != "__internal__":
            raise AttributeError(name)
        return self

    def __call__(self, *args: object, **kwargs: object) -> NoReturn:
        _refuse()


class _NoKerasClass(type):
    """A class to derive from and to test for, of which there are no instances."""

    def __call__(cls, *args: object, **kwargs: object) -> NoReturn:
        _refuse()

    def __instancecheck__(cls, instance: object) -> bool:
        for base in type(instance).__mro__:
            if base.__name__ == cls.__name__ and base.__module__.split(".")[0].endswith("keras"):
                _refuse()  # An object of a Keras that tensorflow-estimator cannot use.
        return False


def _refuse() -> NoReturn:
    raise UnsupportedError(keras.legacy_keras_problem() or keras.too_late())
