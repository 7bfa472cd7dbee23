"""The TF1 view's cost: a package of 500 modules, imported with it and without, bytecode cached."""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row, cpu_seconds, in_turns, time_row
from tf_spec_compat import install
from tf_spec_compat._tf import tf  # noqa: F401  (loaded before the clock starts)

_LIMIT = 1.05
_ROUNDS = 31
_PACKAGE = "five_hundred_modules"
_MODULES = 500
_MODULE = '''"""Layer {index} of a model."""

import collections
import functools

import tensorflow as tf

Layer = collections.namedtuple("Layer", ["name", "units", "rate"])


class Model_{index}:
    """A model with a layer."""

    def __init__(self, units, rate=0.5):
        self.layer = Layer("layer_{index}", units, rate)

    def build(self, features, labels, mode):
        net = tf.layers.dense(features, self.layer.units, tf.nn.relu)
        net = tf.layers.dropout(net, self.layer.rate, training=mode == "train")
        loss = tf.losses.softmax_cross_entropy(labels, net)
        return tf.train.AdamOptimizer().minimize(loss), loss


@functools.lru_cache(None)
def units(depth):
    """Returns the units of the layers up to `depth`."""
    return [2**index for index in range(depth)]
'''


def run(_: object = None) -> Iterator[Row]:
    """Imports the package over and over, its modules forgotten in between."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, _PACKAGE)
        package.mkdir()
        package.joinpath("__init__.py").touch()
        for index in range(_MODULES):
            package.joinpath(f"module_{index}.py").write_text(_MODULE.format(index=index))
        sys.path.insert(0, folder)
        without_cache, sys.dont_write_bytecode = sys.dont_write_bytecode, False
        try:
            times = in_turns(_ROUNDS, _viewed, _plain)
        finally:
            sys.path.remove(folder)
            sys.dont_write_bytecode = without_cache
    yield time_row(f"import of {_MODULES} modules; without the view", *times, _LIMIT)


def _viewed() -> float:
    with install(tf1_view=[_PACKAGE]):
        seconds = _plain()
        module = sys.modules[f"{_PACKAGE}.module_0"]
        assert module.tf.__name__.endswith("compat.v1"), module.tf
    return seconds


def _plain() -> float:
    for name in [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]:
        del sys.modules[name]
    importlib.invalidate_caches()
    return cpu_seconds(_import_all)


def _import_all() -> None:
    for index in range(_MODULES):
        importlib.import_module(f"{_PACKAGE}.module_{index}")
