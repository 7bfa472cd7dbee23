"""Each module that mirrors one of contrib.learn has its names, arguments, orders and defaults."""

import importlib
import importlib.util
import inspect
import json
import pathlib

import pytest

FACTS = json.loads((pathlib.Path(__file__).parent / "facts/contrib_learn_api.json").read_text())
LEGACY = "tensorflow.contrib.learn.python.learn"
OURS = "tf_spec_compat.contrib.learn"

# Legacy module -> names that our module of the same path does not have, and why.
MISSING = {}

# Arguments of ours, which contrib did not have: path -> the argument.
BEYOND = {"VocabularyProcessor.restore": "trusted=()"}

# What a decorator, or a class in C, showed instead of the arguments.
HIDDEN = ["*args", "**kwargs"]


def _mirror(legacy):
    name = legacy.replace(LEGACY, OURS)
    try:
        return name if importlib.util.find_spec(name) else None
    except ModuleNotFoundError:
        return None


MIRRORED = sorted(legacy for legacy in FACTS["modules"] if _mirror(legacy))


def _arguments(function):
    """The arguments as the facts have them: `name`, `name='default'`, `*args`, `**kwargs`."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    arguments = []
    for parameter in parameters:
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        argument = stars + parameter.name
        if parameter.default is not parameter.empty:
            argument += f"={parameter.default!r}"
        arguments.append(argument)
    return arguments


def _plain(arguments):
    """Leaves out decorations, and the defaults that are objects, whose text is not comparable."""
    plain = []
    for argument in arguments:
        if argument in ("staticmethod", "classmethod"):
            continue
        name, equals, default = argument.partition("=")
        literal = default[:1] in "'\"-0123456789([{" or default in ("None", "True", "False")
        comparable = equals and literal and "GraphRewriteSpec" not in default
        plain.append(f"{name}={default}" if comparable else name)
    return plain


def _differences(path, fact, found):
    if isinstance(fact, list):
        arguments = _arguments(found)
        if arguments is None:
            return []
        expected, given = _plain(fact), _plain(arguments)
        given = [argument for argument in given if argument != BEYOND.get(path)]
        if expected == HIDDEN:
            return []
        names = [a.partition("=")[0] for a in expected]
        if inspect.isclass(found) and names[:1] in (["self"], ["cls"]):
            expected = expected[1:]
        return [] if given == expected else [f"{path}: {expected} in TF 1.15.5, here {given}"]
    if isinstance(fact, dict) and "members" in fact:
        differences = []
        for name, member in fact["members"].items():
            where = f"{path}.{name}"
            if name in ("__new__", "__init__") or name.startswith("_"):
                continue
            if not hasattr(found, name):
                differences.append(f"{where} is missing")
                continue
            static = inspect.getattr_static(found, name)
            if member == "property":
                continue
            if isinstance(member, str):
                value = member.removeprefix("= ")
                if value[:1] in "'-0123456789" and repr(getattr(found, name)) != value:
                    differences.append(f"{where} is {getattr(found, name)!r}, not {value}")
                continue
            function = (
                static.__func__ if isinstance(static, (classmethod, staticmethod)) else static
            )
            differences += _differences(where, member, function)
        constructor = fact["members"].get("__init__") or fact["members"].get("__new__")
        if constructor:
            expected = _plain(constructor)[1:]
            given = _plain(_arguments(found) or [])
            if expected not in (given, HIDDEN):
                differences.append(f"{path}: {expected} in TF 1.15.5, here {given}")
        return differences
    return []


@pytest.mark.parametrize("legacy", MIRRORED)
def test_signatures_are_those_of_contrib(legacy):
    """Names, arguments, their order and their plain defaults are contrib's."""
    module = importlib.import_module(_mirror(legacy))
    allowed = MISSING.get(legacy, {})
    problems = []
    for name, fact in FACTS["modules"][legacy].items():
        if not hasattr(module, name):
            if name not in allowed:
                problems.append(f"{name} is missing")
            continue
        if name in allowed:
            problems.append(f"{name} is there: its row in MISSING is stale")
        problems += _differences(name, fact, getattr(module, name))
    assert not problems, "\n".join(problems)
