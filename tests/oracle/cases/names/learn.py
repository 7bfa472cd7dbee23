"""The public surface of `tf.contrib.learn`, and the names and arguments of its deep modules."""

import importlib
import inspect
import json
import os
import pkgutil
import re
import types

from tests.oracle.group import FACTS
from tests.oracle.legacy import learn, tf

LEGACY = "tensorflow.contrib.learn.python.learn"
ABOUT = (
    "The public surface of tf.contrib.learn as TensorFlow 1.15.5 has it: public = name under "
    "tf.contrib.learn -> where it is defined; modules = deep module -> name -> arguments "
    "(functions), members (classes), value. Recorded by running inspect on the installed package."
)
_LIMIT = 80


def arguments(function):
    """Gives the arguments: `name`, `name='default'`, `*args`, `**kwargs`; functions by name."""
    listed = []
    for parameter in inspect.signature(function).parameters.values():
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}
        text = stars.get(parameter.kind, "") + parameter.name
        default = parameter.default
        if default is not parameter.empty:
            named = callable(default) and getattr(default, "__name__", None)
            text += "=" + (named or repr(default))
        listed.append(text)
    return listed


def member(value):
    """Gives the facts of a member of a class, as the class holds it."""
    if isinstance(value, (staticmethod, classmethod)):
        return [type(value).__name__, *arguments(value.__func__)]
    if isinstance(value, property):
        return "property"
    if callable(value):
        try:
            return arguments(value)
        except ValueError:  # A method in C that does not tell.
            return None
    plain = isinstance(value, (bool, int, float, str, tuple, type(None)))
    return "= %r" % (value,) if plain else "attribute"


def members(cls):
    """Gives name -> facts of what a class and those it derives from have."""
    found = {}
    for base in reversed(cls.__mro__):
        if base not in (object, tuple):
            found.update(vars(base))
    return {
        name: member(value)
        for name, value in found.items()
        if name in ("__init__", "__new__") or not name.startswith("_")
    }


def describe(value):
    """Gives the facts of one name."""
    if inspect.isclass(value):
        bases = ["%s.%s" % (c.__module__, c.__qualname__) for c in value.__mro__[1:3]]
        return {"bases": bases, "members": members(value)}
    return (
        arguments(value)
        if callable(value)
        else re.sub(r" at 0x[0-9a-f]+", "", repr(value))[:_LIMIT]
    )


def names(module):
    """Gives the facts of the public names that a module defines."""
    return {
        name: describe(value)
        for name, value in vars(module).items()
        if not name.startswith("_")
        and not inspect.ismodule(value)
        and getattr(value, "__module__", module.__name__) == module.__name__
    }


def home(value):
    """Tells where a value is defined."""
    if isinstance(value, types.ModuleType):
        return "module " + value.__name__
    return getattr(value, "__module__", None) or "value"


def public(module, prefix="", depth=0):
    """Gives name -> home below learn, what is not learn's own left out; deeper, modules alone."""
    found = {}
    for name in dir(module):
        value = getattr(module, name)
        where = home(value)
        own = where == "value" or where.split(" ")[-1].startswith("tensorflow.contrib.learn")
        is_module = inspect.ismodule(value)
        if name.startswith("_") or (depth and not own) or (depth > 1 and not is_module):
            continue
        found[prefix + name] = where
        if is_module and depth < 2:
            found.update(public(value, prefix + name + ".", depth + 1))
    return found


def record_files():
    """Writes everything."""
    surface = public(learn)  # Before deep modules are imported, which binds them to their parents.
    package = importlib.import_module(LEGACY)
    found = [m.name for m in pkgutil.walk_packages(package.__path__, LEGACY + ".")]
    modules = [name for name in found if not name.endswith("_test")]
    facts = {
        "about": ABOUT,
        "modules": {name: names(importlib.import_module(name)) for name in modules},
        "public": surface,
        "tensorflow": tf.__version__,
    }
    with open(os.path.join(FACTS, "contrib_learn_api.json"), "w") as file:
        json.dump(facts, file, indent=0, sort_keys=True)
        file.write("\n")
