"""A reader of pickles that makes plain Python values only.

`pickle.Unpickler` calls what a file names, NumPy's constructors among them, and those can be made
to take a file's bytes for addresses. This reader has no such step: it goes through the operations
of a pickle one by one, and knows those of containers, strings and numbers. It parses NumPy's
numbers itself. Each operation is read once, so time and memory grow with the file's size alone.
"""

from __future__ import annotations

import codecs
import io
import pickle
import pickletools
import re
import struct
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["Instance", "Name", "Reader"]

_MARK = object()
_SCALARS = (str, bytes, bool, int, float, complex, type(None))
# Kind and size of a NumPy number -> what `struct` calls it.
_NUMBERS = {
    "b1": "?",
    "i1": "b",
    "i2": "h",
    "i4": "i",
    "i8": "q",
    "u1": "B",
    "u2": "H",
    "u4": "I",
    "u8": "Q",
    "f2": "e",
    "f4": "f",
    "f8": "d",
}


class Name:
    """What stands for a name that a file may hold; it can be neither called nor changed."""

    def __init__(self, path: str) -> None:
        """Keeps the path, `module.name`."""
        self.path = path


class Instance:
    """An object of a class that a file may hold: the class' name, and the attributes."""

    def __init__(self, kind: Name) -> None:
        """Has no attributes yet."""
        self.kind = kind
        self.state: dict[str, Any] = {}


class _Type:
    """A `numpy.dtype` of numbers or strings."""

    def __init__(self, code: Any) -> None:
        match = re.fullmatch(r"([biuf])([1248])|([SU])(\d+)", code if isinstance(code, str) else "")
        if match is None or (match[1] and code not in _NUMBERS):
            raise pickle.UnpicklingError(f"it has a NumPy type other than a number's: {code!r:.80}")
        self.code, self.order = code, "<"

    def value(self, data: Any) -> Any:
        """Returns the number or string that the bytes are."""
        if isinstance(data, str):  # as Python 2 wrote bytes
            data = data.encode("utf-8")
        if not isinstance(data, bytes):
            raise pickle.UnpicklingError("it has a NumPy number that is not of bytes")
        if self.code[0] == "S":
            return data.rstrip(b"\0")
        if self.code[0] == "U":
            return data.decode(f"utf-32-{'be' if self.order == '>' else 'le'}").rstrip("\0")
        try:
            return struct.unpack(self.order + _NUMBERS[self.code], data)[0]
        except struct.error as error:
            raise pickle.UnpicklingError(
                f"it has a NumPy number of another size: {error}"
            ) from None


def _quoted(line: bytes) -> str:
    """Returns the bytes, as latin-1, of a string as Python 2 wrote it with quotes and escapes."""
    text = line.strip()
    if len(text) < 2 or text[0] != text[-1] or text[:1] not in (b"'", b'"'):
        raise pickle.UnpicklingError("it has a string without its quotes")
    return codecs.escape_decode(text[1:-1])[0].decode("latin-1")


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:  # the bytes of a number
        return value


class Reader:
    """Reads one pickle."""

    def __init__(self, find: Callable[[str], Name], classes: Mapping[str, Name]) -> None:
        """Says which names may be met.

        Args:
          find: Called with `module.name` of what the reader does not know itself; returns what
            stands for it, or raises `pickle.UnpicklingError`.
          classes: The names of classes, by their paths, that a file may hold objects of.
        """
        self._find = find
        self._classes = {id(name) for name in classes.values()}
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}
        self._object = Name("object")
        self._int, self._reconstructor = Name("int"), Name("_reconstructor")
        self._dict, self._scalar, self._dtype = Name("defaultdict"), Name("scalar"), Name("dtype")
        self._known: dict[str, Name] = {
            "collections.defaultdict": self._dict,
            "numpy.dtype": self._dtype,
            **{f"numpy.{core}.multiarray.scalar": self._scalar for core in ("core", "_core")},
            **{
                f"{module}._reconstructor": self._reconstructor
                for module in ("copyreg", "copy_reg")
            },
        }
        for module in ("builtins", "__builtin__"):
            kinds = {"int": self._int, "long": self._int, "object": self._object}
            self._known.update((f"{module}.{name}", kind) for name, kind in kinds.items())

    def read(self, data: bytes) -> Any:
        """Returns the value: a scalar, list, dict or tuple of such, a `Name` or an `Instance`.

        Raises:
          pickle.UnpicklingError: The file does anything else.
          ValueError, LookupError, TypeError: It is damaged.
        """
        file = io.BytesIO(data)
        while code := file.read(1):
            opcode = pickletools.code2op.get(  # type: ignore[attr-defined]
                code.decode("latin-1")
            )
            if opcode is None:
                raise pickle.UnpicklingError(f"it has the unknown operation {code!r}")
            name, argument = opcode.name, None
            if name == "STRING":
                argument = _quoted(file.readline())
            elif opcode.arg is not None:
                argument = opcode.arg.reader(file)
            if name in _VALUES:
                self._stack.append(argument)
            elif name in _OLD_STRINGS:  # Python 2's, which held text
                self._stack.append(_text(str(argument).encode("latin-1")))
            elif name in _CONSTANTS:
                self._stack.append(_CONSTANTS[name]())
            elif name in _OPERATIONS:
                _OPERATIONS[name](self, argument)
            elif name == "STOP":
                return self._stack.pop()
            elif name not in ("PROTO", "FRAME"):
                raise pickle.UnpicklingError(f"it has the operation {name} {argument!r:.80}")
        raise pickle.UnpicklingError("it has no end")

    def _above_mark(self) -> list[Any]:
        values: list[Any] = []
        while (value := self._stack.pop()) is not _MARK:
            values.append(value)
        return values[::-1]

    def _top(self, kind: type) -> Any:
        if type(self._stack[-1]) is not kind:
            raise pickle.UnpicklingError("it fills what is no " + kind.__name__)
        return self._stack[-1]

    def _put(self, index: Any) -> None:
        self._memo[len(self._memo) if index is None else int(index)] = self._stack[-1]

    def _get(self, index: Any) -> None:
        self._stack.append(self._memo[int(index)])

    def _tuple(self, count: int) -> None:
        self._stack[len(self._stack) - count :] = [tuple(self._stack[len(self._stack) - count :])]

    def _append(self, values: list[Any]) -> None:
        self._top(list).extend(values)

    def _set(self, values: list[Any]) -> None:
        items = self._top(dict)
        for key, value in zip(values[::2], values[1::2]):
            if not isinstance(key, _SCALARS):  # a tuple of tuples takes for ever to be hashed
                raise pickle.UnpicklingError("it has a key that is no string or number")
            items[key] = value

    def _dict_of(self, values: list[Any]) -> None:
        self._stack.append({})
        self._set(values)

    def _global(self, path: str) -> None:
        known = self._known.get(path)
        self._stack.append(self._find(path) if known is None else known)

    def _named(self) -> None:
        name, module = self._stack.pop(), self._stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise pickle.UnpicklingError("it has a name that is no string")
        self._global(f"{module}.{name}")

    def _new(self, kind: Any) -> None:
        if id(kind) not in self._classes:
            raise pickle.UnpicklingError("it makes an object of another kind")
        self._stack.append(Instance(kind))

    def _reduce(self) -> None:
        arguments, made = self._stack.pop(), self._stack.pop()
        if type(arguments) is not tuple:
            raise pickle.UnpicklingError("it calls something without arguments")
        if made is self._dtype:
            self._stack.append(_Type(arguments[0]))
        elif made is self._scalar and len(arguments) == 2 and isinstance(arguments[0], _Type):
            self._stack.append(arguments[0].value(arguments[1]))
        elif made is self._dict and arguments in ((), (self._int,)):
            self._stack.append({})
        elif made is self._reconstructor and len(arguments) == 3:
            kind, base, state = arguments
            if base is not self._object or state is not None:
                raise pickle.UnpicklingError("it makes an object of another kind")
            self._new(kind)
        else:
            path = made.path if isinstance(made, Name) else type(made).__name__
            raise pickle.UnpicklingError(f"it calls {path}")

    def _new_object(self) -> None:
        arguments, kind = self._stack.pop(), self._stack.pop()
        if type(arguments) is not tuple or arguments:
            raise pickle.UnpicklingError("it makes an object with arguments")
        self._new(kind)

    def _build(self) -> None:
        state, built = self._stack.pop(), self._stack[-1]
        if isinstance(built, Instance) and type(state) is dict:
            if not all(isinstance(name, str) for name in state):
                raise pickle.UnpicklingError("it has an attribute whose name is no string")
            built.state.update(state)
        elif isinstance(built, _Type) and type(state) is tuple and len(state) >= 5:
            if state[1] not in ("<", ">", "|", "=") or state[2:5] != (None, None, None):
                raise pickle.UnpicklingError("it has a NumPy type of many values")
            built.order = ">" if state[1] == ">" else "<"
        else:
            raise pickle.UnpicklingError("it gives a state to what has none")


_INTEGERS = ("INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4")
_FLOATS = ("FLOAT", "BINFLOAT")
_TEXTS = ("UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8")
_BYTES = ("BINBYTES", "SHORT_BINBYTES", "BINBYTES8")
_VALUES = frozenset((*_INTEGERS, *_FLOATS, *_TEXTS, *_BYTES))
_OLD_STRINGS = frozenset(("STRING", "BINSTRING", "SHORT_BINSTRING"))
_CONSTANTS: dict[str, Callable[[], Any]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
    "EMPTY_TUPLE": tuple,
    "MARK": lambda: _MARK,
}
_OPERATIONS: dict[str, Callable[[Reader, Any], Any]] = {
    "APPEND": lambda reader, _: reader._append([reader._stack.pop()]),
    "APPENDS": lambda reader, _: reader._append(reader._above_mark()),
    "BINGET": Reader._get,
    "BINPUT": Reader._put,
    "BUILD": lambda reader, _: reader._build(),
    "DICT": lambda reader, _: reader._dict_of(reader._above_mark()),
    "GET": Reader._get,
    "GLOBAL": lambda reader, path: reader._global(path.replace(" ", ".")),
    "LIST": lambda reader, _: reader._stack.append(reader._above_mark()),
    "LONG_BINGET": Reader._get,
    "LONG_BINPUT": Reader._put,
    "MEMOIZE": Reader._put,
    "NEWOBJ": lambda reader, _: reader._new_object(),
    "POP": lambda reader, _: reader._stack.pop(),
    "POP_MARK": lambda reader, _: reader._above_mark(),
    "PUT": Reader._put,
    "REDUCE": lambda reader, _: reader._reduce(),
    "SETITEM": lambda reader, _: reader._set([reader._stack.pop(-2), reader._stack.pop()]),
    "SETITEMS": lambda reader, _: reader._set(reader._above_mark()),
    "STACK_GLOBAL": lambda reader, _: reader._named(),
    "TUPLE": lambda reader, _: reader._stack.append(tuple(reader._above_mark())),
    "TUPLE1": lambda reader, _: reader._tuple(1),
    "TUPLE2": lambda reader, _: reader._tuple(2),
    "TUPLE3": lambda reader, _: reader._tuple(3),
}
