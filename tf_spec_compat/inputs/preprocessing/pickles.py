"""Pickles of `VocabularyProcessor`, as TF 1.15 wrote them.

Reading never imports or calls what a file names. The few names that such files hold are read as
stand-ins; their contents are checked and then moved into the real objects. So a file can neither
run code nor change a class of this process.
"""

from __future__ import annotations

import pickle
import pickletools
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any

from tf_spec_compat import names
from tf_spec_compat.inputs.preprocessing.pickle_reader import Instance, Name, Reader

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
_SCALARS = (str, bytes, bool, int, float, type(None))


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
    names_read = _Names(own, admitted)
    try:
        found = Reader(names_read.find, names_read.classes).read(data)
        if not isinstance(found, Instance):
            raise pickle.UnpicklingError(f"it holds a {type(found).__name__}")
        if found.kind is names_read.own and own is not None:
            processor = own
        elif found.kind is not names_read.processor:
            raise pickle.UnpicklingError(f"it holds a {found.kind.path}")
        state = dict(found.state)
        given = state.get("_tokenizer")
        if given is not names_read.tokenizer:
            if id(given) not in names_read.functions:
                raise pickle.UnpicklingError("its tokenizer is not the default one")
            tokenizer = names_read.functions[id(given)][1]
        words = state.get("vocabulary_")
        if not isinstance(words, Instance) or words.kind is not names_read.vocabulary:
            raise pickle.UnpicklingError("its vocabulary is not a CategoricalVocabulary")
        real = vocabulary.__new__(vocabulary)
        vars(real).update(_checked(words.state, _VOCABULARY, len(data)))
        vars(real)["_freq"] = defaultdict(int, vars(real)["_freq"])
        state.update(vocabulary_=real, _tokenizer=tokenizer)
        result = processor.__new__(processor)
        kinds = {**_PROCESSOR, "vocabulary_": vocabulary}
        if processor is own:  # It may have fields of its own, of plain values.
            kinds = {**dict.fromkeys(state, _PLAIN), **kinds}
        vars(result).update(_checked(state, kinds, len(data)))
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


_PLAIN = (*_SCALARS, list, dict)
_PROCESSOR: dict[str, Any] = {
    "max_document_length": int,
    "min_frequency": (int, float),
    "_tokenizer": object,
}
_VOCABULARY: dict[str, Any] = {
    "_unknown_token": _SCALARS,
    "_mapping": dict,
    "_support_reverse": int,
    "_freq": dict,
    "_freeze": int,
}


def _checked(state: dict[str, Any], kinds: dict[str, Any], limit: int) -> dict[str, Any]:
    """Returns the state of an object if it is what those objects have, and of plain values."""
    if state.get("_support_reverse"):
        kinds = {**kinds, "_reverse_mapping": list}
    if sum(len(value) for value in state.values() if isinstance(value, (dict, list))) > limit:
        raise pickle.UnpicklingError("it holds the same list or dict many times over")
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


class _Names:
    """What stands for the names that a saved processor may hold; all others are refused."""

    def __init__(self, own: type | None, admitted: Mapping[str, Any]) -> None:
        self.own, self.processor = Name("OwnProcessor"), Name("VocabularyProcessor")
        self.vocabulary, self.tokenizer = Name("CategoricalVocabulary"), Name("tokenizer")
        self.functions: dict[int, tuple[Name, Any]] = {}  # id of what stands for it -> the function
        self._module = own and own.__module__
        ours = {
            "text.VocabularyProcessor": self.processor,
            "text.tokenizer": self.tokenizer,
            "categorical_vocabulary.CategoricalVocabulary": self.vocabulary,
        }
        self._known = {
            f"{root}.{path}": name for root in (_LEGACY, _OURS) for path, name in ours.items()
        }
        if own is not None:
            self._known[_named(own)] = self.own
        for path, function in admitted.items():
            self._known[path] = self._stand_in(path, function)

    @property
    def classes(self) -> dict[str, Name]:
        """The names of which a file may hold objects."""
        return {name.path: name for name in (self.own, self.processor, self.vocabulary)}

    def find(self, path: str) -> Name:
        """Returns what stands for a name.

        Raises:
          pickle.UnpicklingError: It is none that a processor holds.
        """
        if path in self._known:
            return self._known[path]
        # Of the module of the class that is restored, only functions that it defines itself.
        module, _, name = path.rpartition(".")
        defined = vars(sys.modules.get(module, object)).get(name)
        if module == self._module and _is_function_of(defined, module):
            return self._stand_in(path, defined)
        raise pickle.UnpicklingError(f"it names {path}")

    def _stand_in(self, path: str, function: Any) -> Name:
        stand_in = Name(path)
        self.functions[id(stand_in)] = stand_in, function
        return stand_in


def _is_function_of(value: Any, module: str) -> bool:
    return isinstance(value, FunctionType) and value.__module__ == module
