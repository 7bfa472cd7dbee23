"""Hyperparameters as text: `name=value,name=[value,value],name[2]=value`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["join_names", "parse_values"]

_TARGET = re.compile(r"([A-Za-z][\w.]*)(?:\[\s*(\d+)\s*\])?\s*=\s*")
_LIST = re.compile(r"\[([^\]]*)\](?:,\s*|$)")
_SCALAR = re.compile(r"([^,\[]*)(?:,\s*|$)")
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


def parse_values(
    values: str, type_map: Mapping[str, Any], ignore_unknown: bool = False
) -> dict[str, Any]:
    """Reads assignments, `name=value`, that commas separate.

    Args:
      values: The text. A value is a number, a word, or a list of such in brackets; `name[2]=value`
        sets one element of a list.
      type_map: Name -> the type that turns its text into a value. A `bool` is `true`, `True`,
        `false`, `False` or an integer.
      ignore_unknown: Whether to skip names that `type_map` does not have.

    Returns:
      Name -> value, list of values, or, for assignments to elements, a dict of index -> value.

    Raises:
      ValueError: The text is not of that form, a name is assigned twice or unknown, or a value is
        not of its type.
      TypeError: `values` is no text, or a value's type is that of None.
    """
    if not isinstance(values, str):
        raise TypeError(f"values must be text such as 'a=1,b=[2,3]', got {values!r}.")
    results: dict[str, Any] = {}
    position = 0
    while position < len(values):
        target = _TARGET.match(values, position)
        items = target and _LIST.match(values, target.end())
        value = items or (target and _SCALAR.match(values, target.end()))
        if not target or not value:
            raise ValueError(
                f"Malformed hyperparameter value: {values[position:]}; "
                "give name=value, name=[value,value] or name[index]=value, separated by commas."
            )
        position = value.end()
        name, index = target.groups()
        if name not in type_map:
            if ignore_unknown:
                continue
            raise ValueError(
                f"Unknown hyperparameter type for {name}; known: {join_names(type_map)}."
            )
        if items and index is not None:
            raise ValueError(f"Assignment of a list to a list index: {name}[{index}] in {values}")
        texts = items[1].replace(",", " ").split() if items else [value[1]]
        parsed = [_parse_value(name, type_map[name], text, value[0], values) for text in texts]
        if index is None:
            if name in results:
                raise ValueError(f"Multiple assignments to variable '{name}' in {values}")
            results[name] = parsed if items else parsed[0]
            continue
        elements = results.setdefault(name, {})
        if not isinstance(elements, dict):
            raise ValueError(f"Multiple assignments to variable '{name}' in {values}")
        if int(index) in elements:
            raise ValueError(f"Multiple assignments to variable '{name}[{index}]' in {values}")
        elements[int(index)] = parsed[0]
    return results


def join_names(names: Iterable[str]) -> str:
    """Returns names as text, for messages."""
    return ", ".join(sorted(names)) or "none"


def _parse_value(name: str, kind: Any, text: str, value: str, values: str) -> Any:
    if kind is type(None):
        raise TypeError(
            f"Hparam '{name}' was None when it was made, so {text!r} has no type to be parsed as "
            "(NoneType takes no arguments); start it with a value, or use set_hparam."
        )
    if kind is bool and text in _BOOLEANS:
        return _BOOLEANS[text]
    try:
        return bool(int(text)) if kind is bool else kind(text)
    except ValueError:
        shown = value.rstrip(", ").strip("[]") or text
        raise ValueError(
            f"Could not parse hparam '{name}' of type '{kind.__name__}' with value '{shown}' "
            f"in {values}"
        ) from None
