"""`tensorflow.contrib.training.python.training.hparam`: named hyperparameters with fixed types."""

from __future__ import annotations

import json
import numbers
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tf_spec_compat.extras.training.assignments import join_names, parse_values

if TYPE_CHECKING:
    from tf_spec_compat.extras.training.hparam_pb2 import HParamDef

__all__ = ["HParams", "parse_values"]


def _cast(name: str, kind: Any, value: Any) -> Any:
    """Returns `value` as `kind`, where nothing is lost by it."""
    strings = (str, bytes)
    refused = (
        issubclass(kind, bool) != isinstance(value, bool)
        or issubclass(kind, strings) != isinstance(value, strings)
        or (issubclass(kind, numbers.Integral) and not isinstance(value, numbers.Integral))
        or (issubclass(kind, numbers.Number) and not isinstance(value, numbers.Number))
    )
    if kind is type(None) or (isinstance(value, kind) and not refused):
        return value
    if refused:
        raise ValueError(f"Could not cast hparam '{name}' of type '{kind}' from value {value!r}")
    return kind(value)


class HParams:
    """Hyperparameters: attributes with names, values and types that are fixed when they are added.

    Behaviour: TF 1.15.5.

    A value is an int, float, bool, str, or a list of one of these; `None` takes any later value.

    Differs from contrib only in the words of its errors.

    Example:
      >>> hparams = tf_spec_compat.contrib.training.HParams(learning_rate=0.1, hidden=[64, 32])
      >>> hparams.parse("learning_rate=0.5,hidden=[16]").values()
      {'learning_rate': 0.5, 'hidden': [16]}
      >>> hparams.learning_rate
      0.5
      >>> hparams.set_hparam("hidden", 8)
      Traceback (most recent call last):
      ...
      ValueError: Must ...
    """

    def __init__(
        self, hparam_def: HParamDef | None = None, model_structure: Any = None, **kwargs: Any
    ) -> None:
        """Adds `kwargs`, or what `hparam_def` holds.

        Args:
          hparam_def: An `HParamDef` message, in place of `kwargs`.
          model_structure: Any object, kept for `get_model_structure`.
          **kwargs: Names and first values.

        Raises:
          ValueError: Both `hparam_def` and `kwargs` are given, a name is that of a method, or a
            list is empty.
          AssertionError: `hparam_def` is no `HParamDef`.
        """
        self._hparam_types: dict[str, tuple[Any, bool]] = {}
        self._model_structure = model_structure
        if hparam_def:
            if kwargs:
                raise ValueError(
                    "hparam_def and initialization values are mutually exclusive, got both: "
                    f"{join_names(kwargs)}; add these with add_hparam."
                )
            self._init_from_proto(hparam_def)
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def _init_from_proto(self, hparam_def: Any) -> None:
        from tf_spec_compat.extras.training.hparam_pb2 import HParamDef

        if not isinstance(hparam_def, HParamDef):
            raise AssertionError(
                f"hparam_def must be an HParamDef, got {hparam_def!r}; pass names as arguments: "
                "HParams(learning_rate=0.1)."
            )
        for name, entry in hparam_def.hparam.items():
            kind = entry.WhichOneof("kind")
            found = getattr(entry, kind)
            value: Any = list(found.value) if kind.endswith("_list") else found
            if kind == "bytes_value":
                value = value.decode()
            elif kind == "bytes_list":
                value = [text.decode() for text in value]
            self.add_hparam(name, value)

    def add_hparam(self, name: str, value: Any) -> None:
        """Adds a hyperparameter.

        Args:
          name: An attribute that this object does not have yet.
          value: Its first value, whose type it keeps: a list must have an element to show it.

        Raises:
          ValueError: The name is taken, or the list empty.
        """
        if getattr(self, name, None) is not None:
            raise ValueError(f"Hyperparameter name is reserved: {name}")
        many = isinstance(value, (list, tuple))
        if many and not value:
            raise ValueError(
                f"Multi-valued hyperparameters cannot be empty: {name}; an element shows its type."
            )
        self._hparam_types[name] = (type(value[0] if many else value), many)
        setattr(self, name, value)

    def set_hparam(self, name: str, value: Any) -> None:
        """Gives a hyperparameter another value of its type.

        Raises:
          KeyError: There is no such hyperparameter.
          ValueError: The value is not of its type: a list where there was none or the other way
            round, text for a number, a float for an int. An int for a float becomes one.
          OverflowError: The int is too large to become a float.
        """
        if name not in self._hparam_types:
            raise KeyError(f"{name!r} is no hyperparameter; there are: {join_names(self.values())}")
        kind, many = self._hparam_types[name]
        if isinstance(value, list):
            if not many:
                raise ValueError(
                    f"Must not pass a list for single-valued parameter: {name}, got {value!r}"
                )
            setattr(self, name, [_cast(name, kind, element) for element in value])
        elif many:
            raise ValueError(f"Must pass a list for multi-valued parameter: {name}. Got {value!r}")
        else:
            setattr(self, name, _cast(name, kind, value))

    def del_hparam(self, name: str) -> None:
        """Removes a hyperparameter; one that is not there is no error."""
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values: str) -> HParams:
        """Sets hyperparameters from `name=value,name=[value,value]`; returns this object.

        Raises:
          TypeError: As `parse_values` does.
          ValueError: As `parse_values` and `set_hparam` do.
        """
        kinds = {name: kind for name, (kind, _) in self._hparam_types.items()}
        return self.override_from_dict(parse_values(values, kinds))

    def override_from_dict(self, values_dict: Mapping[str, Any]) -> HParams:
        """Sets hyperparameters by name; returns this object. Raises what `set_hparam` raises."""
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    def set_from_map(self, values_map: Mapping[str, Any]) -> HParams:
        """`override_from_dict` under its older name."""
        return self.override_from_dict(values_map)

    def set_model_structure(self, model_structure: Any) -> None:
        """Keeps any object for `get_model_structure`."""
        self._model_structure = model_structure

    def get_model_structure(self) -> Any:
        """Returns the object that the constructor or `set_model_structure` was given."""
        return self._model_structure

    def to_json(
        self, indent: Any = None, separators: tuple[str, str] | None = None, sort_keys: bool = False
    ) -> str:
        """Returns names and values as a JSON object; the arguments are those of `json.dumps`."""
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def parse_json(self, values_json: str) -> HParams:
        """Sets hyperparameters from a JSON object; returns this object.

        Raises:
          KeyError, OverflowError, ValueError: As `set_hparam` does.
          ValueError: The text is no JSON, or has too many objects or lists within one another.
          AttributeError: The JSON is no object.
        """
        try:
            values = json.loads(values_json)
        except RecursionError:
            raise ValueError(
                "values_json has too many objects or lists within one another; it begins with "
                f'{values_json[:40]!r}, and should be such as {{"rate": 0.1}}.'
            ) from None
        if not isinstance(values, dict):
            raise AttributeError(f"values_json must be a JSON object, got {values_json}")
        return self.override_from_dict(values)

    def values(self) -> dict[str, Any]:
        """Returns a dict of names and values."""
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key: str, default: Any = None) -> Any:
        """Returns a value, or `default` where there is no such hyperparameter.

        Raises:
          ValueError: `default` is not of the hyperparameter's type.
        """
        if key not in self._hparam_types:
            return default
        if default is not None:
            kind, many = self._hparam_types[key]
            shown = f"list<{kind}>" if many else f"{kind}"
            problem = f"Hparam '{key}' of type '{shown}' is incompatible with default={default}"
            if many != isinstance(default, list):
                raise ValueError(problem)
            try:
                for element in default if many else [default]:
                    _cast(key, kind, element)
            except ValueError as error:
                raise ValueError(f"{problem}. {error}") from None
        return getattr(self, key)

    def __contains__(self, key: str) -> bool:
        return key in self._hparam_types

    def __str__(self) -> str:
        return ",".join(f"{name}={value}" for name, value in self.values().items())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({sorted(self.values().items())})"

    @staticmethod
    def from_proto(hparam_def: HParamDef, import_scope: str | None = None) -> HParams:
        """Returns the `HParams` of an `HParamDef`; `import_scope` has no effect."""
        return HParams(hparam_def=hparam_def)

    def to_proto(self, export_scope: str | None = None) -> HParamDef:
        """Returns an `HParamDef`; `export_scope` has no effect.

        Raises:
          ValueError: A value is no int, float, bool or text, nor a list of one of these.
        """
        from tf_spec_compat.extras.training.hparam_pb2 import HParamDef

        fields = {bool: "bool", int: "int64", float: "float", str: "bytes", bytes: "bytes"}
        message = HParamDef()
        for name, (kind, many) in self._hparam_types.items():
            if kind not in fields:
                raise ValueError(f"Unsupported parameter type: {kind}, of {name!r}")
            value = getattr(self, name)
            elements = [kind(element) for element in value] if many else [value]
            if fields[kind] == "bytes":
                elements = [e.encode() if isinstance(e, str) else e for e in elements]
            entry = message.hparam[name]
            if many:
                getattr(entry, f"{fields[kind]}_list").value.extend(elements)
            else:
                setattr(entry, f"{fields[kind]}_value", elements[0])
        return message
