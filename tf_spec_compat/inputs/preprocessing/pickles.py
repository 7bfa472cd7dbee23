"""Pickles of `VocabularyProcessor`, as TF 1.15 wrote them.

Reading never imports or calls what a file names. The few names that such files hold are read as
stand-ins, which are made for one reading; their contents are checked and then moved into the real
objects. So a file can neither run code nor change a class of this process.
"""

from __future__ import annotations

import io
import pickle
import pickletools
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any

import numpy as np

from tf_spec_compat import names

__all__ = ["dumps", "loads"]

_OURS = __name__.rpartition(".")[0]
_LEGACY = names.LEGACY + ".learn.python.learn.preprocessing"

# Module -> the same in the days of TF 1.15; NumPy 2 has moved, too.
_WRITTEN = {f"{_OURS}.": f"{_LEGACY}.", "numpy._core.": "numpy.core."}

# Errors of the pickle module on data that is damaged or no pickle.
_DAMAGED = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
)
_SCALARS = (str, bytes, bool, int, float, complex, type(None), np.generic)


def dumps(processor: Any) -> bytes:
    """Pickles a processor as TF 1.15 did under Python 3, which can read it.

    Raises:
      pickle.PicklingError: Something in it cannot be pickled, such as a lambda.
    """
    data = pickle.dumps(processor, protocol=3)
    parts: list[bytes] = []
    end = 0
    for opcode, argument, position in pickletools.genops(data):
        if opcode.name != "GLOBAL":
            continue
        module, name = str(argument).split(" ")
        for ours, theirs in _WRITTEN.items():
            if module.startswith(ours) and position is not None:
                parts += [data[end:position], f"c{theirs}{module[len(ours) :]}\n{name}\n".encode()]
                end = position + len(f"c{module}\n{name}\n")
    return b"".join([*parts, data[end:]])


def loads(
    data: bytes,
    filename: str,
    processor: Any,
    vocabulary: Any,
    tokenizer: Callable[..., Any],
    own: type | None = None,
    trusted: Iterable[Any] = (),
) -> Any:
    """Reads a processor.

    Args:
      data: The pickle.
      filename: Where it is from, for the error.
      processor: The class of the result.
      vocabulary: The class of its vocabulary.
      tokenizer: Its tokenizer.
      own: A subclass of `processor` that the file may hold an object of.
      trusted: Functions that the file may name as its tokenizer.

    Raises:
      pickle.UnpicklingError: It is no processor, or not only that.
    """
    admitted = {_named(function): function for function in trusted}
    reader = _Reader(data, own, admitted)
    try:
        found = reader.load()
        if type(found) is reader.own and own is not None:
            processor = own
        elif type(found) is not reader.processor:
            raise pickle.UnpicklingError(f"it holds a {type(found).__name__}")
        state = dict(vars(found))
        given = state.get("_tokenizer")
        if given is not reader.tokenizer:
            if id(given) not in reader.functions:
                raise pickle.UnpicklingError("its tokenizer is not the default one")
            tokenizer = reader.functions[id(given)][1]
        words = state.get("vocabulary_")
        if type(words) is not reader.vocabulary:
            raise pickle.UnpicklingError("its vocabulary is not a CategoricalVocabulary")
        real = vocabulary.__new__(vocabulary)
        vars(real).update(_checked(vars(words), _VOCABULARY))
        vars(real)["_freq"] = defaultdict(int, vars(real)["_freq"])
        state.update(vocabulary_=real, _tokenizer=tokenizer)
        result = processor.__new__(processor)
        kinds = {**_PROCESSOR, "vocabulary_": vocabulary}
        if processor is own:  # It may have fields of its own, of plain values.
            kinds = {**dict.fromkeys(state, _PLAIN), **kinds}
        vars(result).update(_checked(state, kinds))
        return result
    except _DAMAGED as error:
        raise pickle.UnpicklingError(
            f"{filename!r} cannot be restored: {error}. Only what VocabularyProcessor.save wrote "
            "is read, with the default tokenizer and vocabulary, and nothing else that a pickle "
            "may hold. A subclass of one's own restores its objects itself, MyProcessor.restore, "
            "with tokenizers of its module; another tokenizer is admitted by restore(filename, "
            "trusted=[tokenizer]). If you trust the file, read it with pickle.load."
        ) from error


def _named(function: Any) -> str:
    """Returns the name that a pickle has for a function or class."""
    return f"{function.__module__}.{function.__qualname__}"


_INTEGER = (int, np.integer)
_PLAIN = (*_SCALARS, list, dict)
_PROCESSOR: dict[str, Any] = {
    "max_document_length": _INTEGER,
    "min_frequency": (*_INTEGER, float, np.floating),
    "_tokenizer": object,
}
_VOCABULARY: dict[str, Any] = {
    "_unknown_token": _SCALARS,
    "_mapping": dict,
    "_support_reverse": (*_INTEGER, np.bool_),
    "_freq": dict,
    "_freeze": (*_INTEGER, np.bool_),
}


def _checked(state: dict[str, Any], kinds: dict[str, Any]) -> dict[str, Any]:
    """Returns the state of an object if it is what those objects have, and of plain values."""
    if state.get("_support_reverse"):
        kinds = {**kinds, "_reverse_mapping": list}
    if set(state) != set(kinds):
        raise pickle.UnpicklingError(f"it has the fields {sorted(state)}, not {sorted(kinds)}")
    for field, kind in kinds.items():
        value = state[field]
        if not isinstance(value, kind):
            raise pickle.UnpicklingError(f"its {field} is a {type(value).__name__}")
        items = [*value, *value.values()] if isinstance(value, dict) else value
        if isinstance(value, (dict, list)) and not all(
            isinstance(item, _SCALARS) for item in items
        ):
            raise pickle.UnpicklingError(f"its {field} holds more than strings and numbers")
    return {k: dict(v) if isinstance(v, dict) else v for k, v in state.items()}


class _Reader(pickle.Unpickler):
    """Reads the names that a saved processor may hold, and refuses all others."""

    def __init__(
        self, data: bytes, processor: type | None = None, admitted: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")  # of strings from Python 2
        self.own = type("OwnProcessor", (), {})
        self._module = processor and processor.__module__
        # What stands for functions cannot be called or changed by the file: id -> it, the function.
        self.functions: dict[int, tuple[object, Any]] = {}
        self.processor = type("VocabularyProcessor", (), {})
        self.vocabulary = type("CategoricalVocabulary", (), {})
        self.tokenizer = object()
        own = {
            "text.VocabularyProcessor": self.processor,
            "text.tokenizer": self.tokenizer,
            "categorical_vocabulary.CategoricalVocabulary": self.vocabulary,
        }
        scalar = np.int64(0).__reduce__()[0]  # type: ignore[no-untyped-call, unused-ignore]
        self._known: dict[str, Any] = {
            "collections.defaultdict": defaultdict,
            "numpy.core.multiarray.scalar": scalar,
            "numpy._core.multiarray.scalar": scalar,
            "numpy.dtype": np.dtype,
        }
        for root in (_LEGACY, _OURS):
            self._known.update((f"{root}.{name}", value) for name, value in own.items())
        for module in ("builtins", "__builtin__"):
            for name, kind in (("int", int), ("long", int), ("object", object)):
                self._known[f"{module}.{name}"] = kind
        if processor is not None:
            self._known[_named(processor)] = self.own
        for name, function in (admitted or {}).items():
            self._known[name] = self._stand_in(function)
        for module in ("copyreg", "copy_reg"):
            self._known[f"{module}._reconstructor"] = self._reconstruct

    def find_class(self, module: str, name: str) -> Any:
        """Returns the stand-in for a name.

        Raises:
          pickle.UnpicklingError: There is none.
        """
        try:
            return self._known[f"{module}.{name}"]
        except KeyError:
            # Of the module of the class that is restored, only functions that it defines itself.
            defined = vars(sys.modules.get(module, object)).get(name)
            if module == self._module and _is_function_of(defined, module):
                return self._stand_in(defined)
            raise pickle.UnpicklingError(f"it names {module}.{name}") from None

    def _stand_in(self, function: Any) -> object:
        stand_in = object()
        self.functions[id(stand_in)] = stand_in, function
        return stand_in

    def persistent_load(self, pid: Any) -> Any:
        """Refuses what lies outside of the file."""
        raise pickle.UnpicklingError(f"it refers to {pid!r} outside of itself")

    def _reconstruct(self, kind: Any, base: Any, state: Any) -> Any:
        """How Python 2 wrote objects by default."""
        known = kind in (self.own, self.processor, self.vocabulary)
        if not known or base is not object or state is not None:
            raise pickle.UnpicklingError("it makes an object of another kind")
        return kind()


def _is_function_of(value: Any, module: str) -> bool:
    return isinstance(value, FunctionType) and value.__module__ == module
