"""The names and arguments of contrib.layers, private ones of its deep modules included.

A function is its arguments, a class those of its constructor and the names of its other public
members, anything else its type.
"""

import inspect
import json
import os

from tests.oracle.group import FACTS
from tests.oracle.legacy import layers, module

MODULES = (
    "encoders",
    "initializers",
    "layers",
    "normalization",
    "optimizers",
    "regularizers",
    "rev_block_lib",
    "summaries",
    "target_column",
    "utils",
)
# Imported into the modules for their own use.
SKIPPED = ("OrderedDict", "absolute_import", "add_arg_scope", "deprecated", "division")
SKIPPED += ("namedtuple", "print_function", "xrange")


def arguments(function):
    """Gives the arguments as text; a default that is no plain value by its type or name."""
    listed = []
    for parameter in inspect.signature(function).parameters.values():
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}
        text = stars.get(parameter.kind, "") + parameter.name
        default = parameter.default
        if default is not parameter.empty:
            plain = default is None or isinstance(default, (bool, int, float, str, tuple, list))
            named = getattr(default, "__name__", None) or type(default).__name__
            text += "=%s" % (repr(default) if plain else "<%s>" % named)
        listed.append(text)
    return ", ".join(listed)


def describe(value):
    """Gives the facts of one name."""
    if inspect.isclass(value):
        members = sorted(n for n in vars(value) if not n.startswith("_"))
        constructor = arguments(value.__init__) if "__init__" in vars(value) else ""
        return {"arguments": constructor, "members": members}
    if callable(value):
        return "(%s)" % arguments(value)
    return "module" if inspect.ismodule(value) else repr(value)[:60]


def names(owner):
    """Gives the facts of the names of a module, without those that it only uses."""
    return {
        name: describe(value)
        for name, value in vars(owner).items()
        if not name.startswith("__") and name not in SKIPPED and not inspect.ismodule(value)
    }


def record_files():
    """Records everything."""
    facts = {
        "public": {n: describe(getattr(layers, n)) for n in dir(layers) if n[0] != "_"},
        "modules": {name: names(module("layers.python.layers." + name)) for name in MODULES},
    }
    with open(os.path.join(FACTS, "contrib_layers_api.json"), "w") as after:
        json.dump(facts, after, indent=0, sort_keys=True)
        after.write("\n")
