"""The data of `tf_spec_compat.names`: the mirror rule, and one row for each package of contrib."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tf_spec_compat import contrib, names

# What `tensorflow_core/contrib` of TensorFlow 1.15.5 holds.
PACKAGES = Path(__file__).with_name("contrib_packages.txt").read_text("utf-8").split()

# The modules of the packages that are carried, as TensorFlow 1.15.5 has them.
MODULES = Path(__file__).with_name("contrib_modules.txt").read_text("utf-8").split()

# The packages that advice names, and the releases of TensorFlow that each supports; none for one
# that goes with all, or depends on no TensorFlow. As of their releases on PyPI in 2026.
SUPPORTED = {
    "h5py": "",
    "lmdb": "",
    "scikeras": "",
    "tensorboard": "",
    "tensorflow-constrained-optimization": "",
    "tensorflow-decision-forests": "TensorFlow 2.12-2.19",
    "tensorflow-io": "TensorFlow 2.12-2.16",
    "tensorflow-model-optimization": "",
    "tensorflow-probability": "",
    "tensorflow-text": "",
    "tf-slim": "",
    "ydf": "",
}

FIND = """
import importlib, json, sys
if sys.argv[1] == "hook":
    from tf_spec_compat import install
    install()
found = []
for path in sys.stdin.read().split():
    try:
        importlib.import_module(path)
    except ModuleNotFoundError as error:
        legacy = path.replace("tf_spec_compat.", "tensorflow.", 1)
        assert error.name == legacy or legacy.startswith(error.name + "."), (path, error)
        found.append(str(error))
    else:
        found.append(None)
print(json.dumps(found))
"""

RESOLVE = """
import importlib.util, os, sys
if importlib.util.find_spec("tf_keras"):
    os.environ["TF_USE_LEGACY_KERAS"] = "1"  # for contrib.keras
from tf_spec_compat import _tf, install, names
install()
import tensorflow as tf
for text in sys.stdin.read().splitlines():
    for found in (tf, tf.compat.v1):  # and what is `tf` in the TF1 view
        for part in text.split(".")[1:]:
            found = getattr(found, part)
import importlib
for package in names.PACKAGES:
    table = names.table(package)
    if package == "keras" and _tf.legacy_keras_problem():
        continue
    for module in table.modules:
        found = importlib.import_module(".".join(filter(None, [names.OURS, package, module])))
        for name in table.all(module):
            name == "*" or getattr(found, name)
for name, target in names.VIEW_ATTRIBUTES.items():
    assert target in sys.modules, target
"""


@pytest.mark.parametrize(
    ("legacy", "ours"),
    [
        ("", ""),
        (".learn", ".learn"),
        (".learn.python.learn", ".learn"),
        (".learn.python.learn.estimators.head", ".learn.estimators.head"),
        (".learn.python.learn.datasets.mnist", ".learn.datasets.mnist"),
        (".layers.python.layers.feature_column", ".layers.feature_column"),
        (".layers.python.ops.sparse_ops", ".layers.sparse_ops"),
        (".framework.python.ops.variables", ".framework.variables"),
        (".framework.python.ops.arg_scope", ".framework.arg_scope_module"),
        (".framework.arg_scope", ".framework.arg_scope"),
        (".framework.python.framework.checkpoint_utils", ".framework.checkpoint_utils"),
        (".training.python.training.hparam", ".training.hparam"),
        (".rnn.python.ops.rnn", ".rnn.rnn"),
        (".metrics.python.ops.metric_ops", ".metrics.metric_ops"),
        (".metrics.python.metrics.classification", ".metrics.classification"),
        (".tpu.python.tpu.tpu_optimizer", ".tpu.tpu_optimizer"),
        (".losses.python.metric_learning", ".losses.metric_learning"),
        (".linear_optimizer.python.sdca_optimizer", ".linear_optimizer.sdca_optimizer"),
        (".session_bundle.exporter", ".session_bundle.exporter"),
        (".slim.python.slim.data.tfexample_decoder", ".slim.data.tfexample_decoder"),
    ],
)
def test_mirror(legacy, ours):
    """Each legacy path has one path of ours, with the deep layout folders dropped."""
    assert names.ours("tensorflow.contrib" + legacy) == "tf_spec_compat.contrib" + ours


@pytest.mark.parametrize("path", ["tensorflow", "tensorflow.contribution", "tensorflow.python.ops"])
def test_mirror_refuses(path):
    """A path outside `tensorflow.contrib` has no mirror."""
    with pytest.raises(ValueError, match=re.escape(repr(path))):
        names.ours(path)


def test_every_package_has_one_row():
    """Each package of TF 1.15's contrib is either this project's or gone, and nothing else is."""
    assert sorted([*names.REMOVED, *names.PACKAGES]) == sorted(PACKAGES)


@pytest.mark.parametrize("root", [names.LEGACY, names.OURS])
def test_every_module_is_in_one_set(root):
    """Each module of a carried package is found by its deep path, or it is gone, with advice.

    By `tensorflow.contrib` with the hook, by `tf_spec_compat.contrib` without it.
    """
    assert {path.split(".")[2] for path in MODULES} == set(names.PACKAGES)
    done = subprocess.run(
        [sys.executable, "-c", FIND, "hook" if root == names.LEGACY else "without"],
        input="\n".join(root + path[len(names.LEGACY) :] for path in MODULES),
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = dict(zip(MODULES, json.loads(done.stdout)))
    assert all(names.exists(path) == (error is None) for path, error in said.items())
    assert all(" is gone: " in error for error in said.values() if error is not None), said


@pytest.mark.parametrize("package", PACKAGES)
def test_advice(package):
    """The advice for a missing name repeats the path asked for and what to use instead."""
    path = f"tensorflow.contrib.{package}.python.nothing"
    text = names.advice(path)
    assert repr(path) in text
    assert (names.REMOVED.get(package) or names.table(package).hint) in text


def test_advice_for_what_never_existed():
    """A package that contrib never had is not said to be gone."""
    assert "does not exist" in names.advice("tensorflow.contrib.nosuch.thing")


def test_advice_for_a_name_of_a_package_that_is_here():
    """What a package here lacks is not announced; a name with advice of its own is told it."""
    assert "is not carried by" in names.advice("tensorflow.contrib.framework.nosuch")
    for path in ("framework.python.ops.prettyprint_ops", "framework.prettyprint_ops"):
        assert "is gone: use tf.print" in names.advice("tensorflow.contrib." + path)


@pytest.mark.parametrize("package", PACKAGES)
def test_advice_without_the_hook(package):
    """Attributes of our own modules that are gone say what replaced them, without `install()`."""
    if package in names.PACKAGES:
        assert getattr(contrib, package).__name__ == names.ours(f"{names.LEGACY}.{package}")
        return
    with pytest.raises(AttributeError) as caught:
        getattr(contrib, package)
    assert str(caught.value) == names.advice(f"{names.LEGACY}.{package}")


def test_advice_without_the_hook_for_a_name():
    """So do names of packages that are here; special names have no advice."""
    with pytest.raises(AttributeError, match=r"tensorflow.contrib.tpu.profiler' is gone: use tf"):
        _ = contrib.tpu.profiler
    with pytest.raises(AttributeError, match=r"tensorflow.contrib.learn.nosuch' is not carried"):
        _ = contrib.learn.nosuch
    with pytest.raises(AttributeError, match=r"has no attribute '__nosuch__'$"):
        _ = contrib.learn.__nosuch__


def test_advice_for_names_that_left_before():
    """What TensorFlow 1.15 itself had dropped is told its successor."""
    for path in ("learn.TensorFlowDNNClassifier", "learn.python.learn.TensorFlowDNNClassifier"):
        assert "before TensorFlow 1.15; use DNNClassifier" in names.advice(f"{names.LEGACY}.{path}")


@pytest.mark.parametrize("package", names.PACKAGES)
def test_what_is_here_is_not_gone(package):
    """No module or name of a table has advice as if it were gone."""
    table = names.table(package)
    stale = []
    for path in table.gone:
        module, _, name = path.rpartition(".")
        if path in table.modules or (module in table.modules and name in table.all(module)):
            stale.append(path)
    assert stale == []


@pytest.mark.parametrize("package", names.PACKAGES)
def test_modules_and_names_do_not_clash(package):
    """No module has the path of a name of its package, whose place it would take when imported."""
    table = names.table(package)
    clashes = [
        f"{module}.{name}".strip(".")
        for module in table.modules
        for name, (home, _) in table.all(module).items()
        if home != "contrib" and f"{module}.{name}".strip(".") in table.modules
    ]
    assert clashes == []


def test_namespaces():
    """The folders `contrib.P.python` hold folders only; what is above and below does not."""
    assert names.is_namespace("tensorflow.contrib.learn.python")
    assert not names.is_namespace("tensorflow.contrib.learn")
    assert not names.is_namespace("tensorflow.contrib.learn.python.learn")


def test_moved():
    """A module that left TensorFlow is found where it lives on, with what is below it."""
    assert names.moved("tensorflow.python.estimator.canned.dnn") == (
        "tensorflow_estimator.python.estimator.canned.dnn"
    )
    assert names.moved("tensorflow.python.estimators") == "tensorflow.python.estimators"


def _texts():
    """All advice."""
    tables = [names.table(package) for package in names.PACKAGES]
    advice = [text for table in tables for text in (table.hint, *table.gone.values())]
    return "\n".join([*names.REMOVED.values(), *advice])


def test_every_package_in_the_advice_is_one_that_still_works():
    """Each package is known, and has the releases of TensorFlow behind it that it stops at."""
    said = dict(re.findall(r"\bpackage ([\w-]+)(?: \((TensorFlow [\d.-]+)\))?", _texts()))
    assert said == SUPPORTED


def test_modules_of_contrib_in_the_advice_are_here():
    """Advice to use a module or name of contrib names one that is carried."""
    for path in re.findall(r"\btensorflow\.contrib(?:\.\w+)+", _texts()):
        module, _, name = path.rpartition(".")
        package, below = names.place(names.ours(module))
        assert names.exists(path) or name in names.table(package).all(below), path


def test_every_name_in_the_data_exists():
    """What the rows and the advice mention is there on this TensorFlow, in the TF1 view too."""
    texts = _texts()
    paths = sorted(set(re.findall(r"\btf(?:\.\w+)+", texts)))
    assert len(paths) > 40
    done = subprocess.run(
        [sys.executable, "-c", RESOLVE],
        input="\n".join(paths),
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
