"""Every successor is there, takes what its row says, and is what the name of contrib was."""

import functools
import importlib
import inspect

import pytest

from tf_spec_compat import _tf
from tf_spec_compat.names import PACKAGES, table
from tf_spec_compat.names.successors import Successor, successor, successors

ROWS = successors()


def here(home):
    """What a home is: `tf` stands for tensorflow.compat.v1, with its tf.estimator."""
    if home.startswith("tf."):
        return _tf.resolve(f"tf.compat.v1{home[2:]}")
    module, _, name = home.rpartition(".")
    return getattr(_tf.resolve(module), name)


def contribs(name):
    """What a name below contrib is in this package."""
    package, *parts = name.split(".")
    module = importlib.import_module(f"tf_spec_compat.contrib.{package}")
    return functools.reduce(getattr, parts, module)


@pytest.mark.parametrize("name", ROWS)
def test_row(name):
    """The successor exists, and takes the arguments under the names and in the places listed."""
    row = ROWS[name]
    old = contribs(name)
    if row.code:  # some are in tf.estimator of TensorFlow 2 only
        old_names = [*inspect.signature(old).parameters]
        assert [*row.arguments] in ([], old_names, [name for name in old_names if name != "args"])
        return
    new = here(row.home)
    for before, after in row.members.items():
        assert getattr(new, after) == getattr(old, before)
    if not row.arguments:
        return
    old_names = [each for each in inspect.signature(old).parameters if each != "args"]
    assert list(row.arguments) == old_names[: len(row.arguments)]
    new_names = list(inspect.signature(new).parameters)
    kept = [each for each in row.arguments.values() if each is not None]
    if "kwargs" not in new_names:
        assert set(kept) <= set(new_names)
    assert new_names[: row.in_place] == kept[: row.in_place]
    for argument, value in row.defaults.items():
        assert repr(inspect.signature(old).parameters[argument].default) == value


@pytest.mark.parametrize("package", PACKAGES)
def test_handed_on(package):
    """What is TensorFlow's or tf-slim's already has that very object as its successor."""
    for name in table(package).public(""):
        found = successor(f"tensorflow.contrib.{package}.{name}")
        if found is None or found[0].name in ROWS or found[0].home in map(_home, ROWS):
            continue
        if found[0].home.startswith("tf_slim.") and _is_module(found[0].home):
            continue
        assert here(found[0].home) is contribs(f"{package}.{name}"), name


def _home(name):
    return ROWS[name].home


def _is_module(home):
    return inspect.ismodule(here(home))


def test_deep_paths():
    """Old deep paths have the successor of the public name; modules and strangers have none."""
    deep = "tensorflow.contrib.learn.python.learn.estimators.model_fn.ModeKeys.INFER"
    row, rest = successor(deep)
    assert (row.home, rest, row.members[rest]) == ("tf.estimator.ModeKeys", "INFER", "PREDICT")
    arg_scope = successor("tensorflow.contrib.framework.python.ops.arg_scope.arg_scope")
    assert (arg_scope[0].home, arg_scope[1]) == ("tf_slim.arg_scope", "")
    for path in ("tensorflow.contrib.learn", "tensorflow.train.Saver", "tensorflow.contrib.nope.x"):
        assert successor(path) is None


def test_what_is_no_row():
    """A broken row is refused with its text."""
    with pytest.raises(ValueError, match="'no row' is no row"):
        Successor("no row", "learn")
