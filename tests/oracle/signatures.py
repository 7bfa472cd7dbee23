"""The public names of modules, and their arguments with names, order and plain defaults."""

import inspect


def public(module):
    """The names that a package of contrib shows, submodules left out."""
    ours = getattr(module, "__all__", None) if hasattr(module, "__getattr__") else None
    return sorted(
        name
        for name in ours or dir(module)
        if not name.startswith("_") and not inspect.ismodule(getattr(module, name))
    )


def signatures(module):
    """Public function or class -> its arguments with their defaults, objects by their type."""
    found = {}
    for name in public(module):
        function = getattr(module, name)
        if not callable(function):
            continue
        found[name] = []
        # Before Python 3.11 a class that inherits its constructor shows its base's `__new__`.
        made = inspect.isclass(function) and function.__init__ is not object.__init__
        shown = inspect.signature(function.__init__ if made else function).parameters.values()
        for parameter in list(shown)[1 if made else 0 :]:
            default = parameter.default
            text = str(parameter).partition(":")[0].partition("=")[0]
            if default is not parameter.empty:
                plain = isinstance(default, (bool, int, float, str, tuple, list, type(None)))
                text += "=" + (repr(default) if plain else getattr(default, "name", "object"))
            found[name].append(text)
    return found
