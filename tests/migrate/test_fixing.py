"""Applying fixers: which ones, in which order, and what they keep."""

import pytest

from tf_spec_compat.migrate.fixers.catalog import CATALOG, canonical, entry_for
from tf_spec_compat.migrate.fixing import FIXERS, UnknownFixerError, rewrite, select


def migrate(text, **options):
    """A source after the safe fixers of `--to shim`."""
    return rewrite(text, select("shim", **options)).text


def test_select():
    """Fixers come in the order of the catalog; `only` and `skip` name them."""
    assert list(FIXERS) == list(CATALOG)
    assert [fixer.entry.name for fixer in select("shim", only=["tensorflow_import"])] == [
        "tensorflow_import"
    ]
    names = [fixer.entry.name for fixer in select("shim", skip=["contrib_paths"])]
    assert "contrib_paths" not in names
    assert "tensorflow_import" in names


@pytest.mark.parametrize("argument", ["only", "skip"])
def test_unknown_fixer(argument):
    """A name that no fixer has is an error that lists those that there are."""
    with pytest.raises(UnknownFixerError, match=r"no fixer 'x'; there are .*tensorflow_import"):
        select("shim", **{argument: ["x"]})


def test_together():
    """A program's imports of both kinds become those of TensorFlow 2 and of this package."""
    before = (
        '"""A program."""\n'
        "from __future__ import print_function\n\n"
        "import tensorflow as tf  # TF1\n"
        "from tensorflow.contrib import learn\n\n"
        "x = tf.contrib.layers.relu(  # kept\n\ttf.constant('a'), [1,2])\n"
        "learn.run_n(x)\n"
    )
    after = (
        '"""A program."""\n'
        "from __future__ import print_function\n\n"
        "import tensorflow.compat.v1 as tf  # TF1\n"
        "from tf_spec_compat import contrib\n"
        "from tf_spec_compat.contrib import learn\n\n"
        "x = contrib.layers.relu(  # kept\n\ttf.constant('a'), [1,2])\n"
        "learn.run_n(x)\n"
    )
    assert migrate(before) == after
    assert migrate(after) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        "import os\n\nprint('tensorflow.contrib')\n",
        "import tensorflow.compat.v1 as tf\nfrom tf_spec_compat import contrib\ncontrib.learn\n",
        "import tensorflow.compat.v2 as tf\n",
        "from . import tensorflow\nfrom .tensorflow import contrib\n",
        "import tensorflow_hub as hub\nfrom tensorflow_hub.contrib import x\n",
        "def f(tf):\n    return tf.contrib.learn\n",
    ],
)
def test_leaves_alone(text):
    """What has nothing of TensorFlow 1 in it stays as it is."""
    assert migrate(text) == text


def test_names_that_are_taken():
    """Where a program has its own `contrib`, the import gets another name."""
    found = migrate("import tensorflow as tf\ncontrib = 1\ntf.contrib.learn\n")
    assert "from tf_spec_compat import contrib as tf_spec_compat_contrib\n" in found
    assert found.endswith("contrib = 1\ntf_spec_compat_contrib.learn\n")


def test_assigned_names():
    """Names that are assigned stay what they are, and are not assigned to anew."""
    found = migrate("import tensorflow as tf\nc = tf.contrib\nc.learn\ntf.contrib = None\n")
    assert found.endswith("c = contrib\nc.learn\ntf.contrib = None\n")


def test_imports_in_blocks():
    """Imports are rewritten where they stand: in functions, `try`, and on one line."""
    found = migrate(
        "try:\n    import tensorflow as tf\nexcept ImportError:\n    tf = None\n"
        "def f():\n    from tensorflow.contrib import learn; return learn\n"
        "if f: import tensorflow.contrib.slim as slim; slim\n"
    )
    assert found == (
        "try:\n    import tensorflow.compat.v1 as tf\nexcept ImportError:\n    tf = None\n"
        "def f():\n    from tf_spec_compat.contrib import learn\n    return learn\n"
        "if f: from tf_spec_compat.contrib import slim; slim\n"
    )


def test_catalog():
    """The catalog tells, without LibCST, which fixer does a name."""
    assert canonical("tensorflow.compat.v1.train") == "tensorflow.train"
    assert canonical("tensorflow.compat.v1x") == "tensorflow.compat.v1x"
    entry = entry_for("tensorflow.contrib.learn.Estimator")
    assert entry is not None
    assert entry.name == "contrib_paths"
    assert entry.safe
    assert entry_for("os.path") is None
