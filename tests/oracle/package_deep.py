"""Modules of contrib by their deep paths, and TF1's graphs, under TF 1.15.5 and here."""

import contextlib
import importlib
import inspect

from tests.oracle.package_cases import tf

try:
    import tensorflow.contrib  # noqa: F401

    _path = str
except ImportError:
    from tf_spec_compat.names import ours as _path


def deep(path):
    """The module at `tensorflow.contrib.<path>`."""
    return importlib.import_module(_path("tensorflow.contrib." + path))


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


@contextlib.contextmanager
def tf1_graphs():
    """Makes variables and conditions those of a TF1 program."""
    resources, conditions = tf.resource_variables_enabled(), tf.control_flow_v2_enabled()
    tf.disable_resource_variables()
    tf.disable_control_flow_v2()
    try:
        yield
    finally:
        if resources:
            tf.enable_resource_variables()
        if conditions:
            tf.enable_control_flow_v2()
