"""Aliases, scopes and shadows are resolved as Python resolves them."""

import textwrap

import pytest

from tf_spec_compat.migrate.analysis import Span, analyze

LEARN = "tensorflow.contrib.learn"

# What it is about, the source, and the paths of what it uses that is no import.
SOURCES = {
    "tf": ("import tensorflow as tf\ntf.contrib.learn.DNN", [f"{LEARN}.DNN"]),
    "no alias": ("import tensorflow.contrib.learn\ntensorflow.contrib.learn.DNN", [f"{LEARN}.DNN"]),
    "alias": ("from tensorflow.contrib import learn as l\nl.DNN", [f"{LEARN}.DNN"]),
    "assigned": (
        "import tensorflow as tf\nlearn = tf.contrib.learn\nlearn.DNN",
        [LEARN, f"{LEARN}.DNN"],
    ),
    "two at once": (
        "import tensorflow as tf\nl, s = tf.contrib.learn, tf.contrib.slim\ns.x",
        [LEARN, "tensorflow.contrib.slim", "tensorflow.contrib.slim.x"],
    ),
    "in a function": (
        "import tensorflow as tf\ndef f():\n  learn = tf.contrib.learn\n  return learn.x\nlearn.x",
        [LEARN, f"{LEARN}.x"],
    ),
    "try": (
        "try:\n  from tensorflow.contrib import learn\nexcept ImportError:\n  learn = 0\nlearn.x",
        [f"{LEARN}.x"],
    ),
    "if": (
        "import tensorflow as tf\nif a:\n  x = tf.contrib.learn\nelse:\n  x = other\n  x.y\nx.y",
        [LEARN, f"{LEARN}.y"],
    ),
    "self": (
        "import tensorflow as tf\nclass A:\n  def __init__(self):\n    self.l = tf.contrib.learn\n"
        "  def f(self):\n    return self.l.x",
        [LEARN, f"{LEARN}.x"],
    ),
    "class attribute": (
        "import tensorflow as tf\nclass A:\n  l = tf.contrib.learn\n  l.y\n"
        "  def f(self):\n    return self.l.x, l.x",
        [LEARN, f"{LEARN}.y", f"{LEARN}.x"],
    ),
    "of a class": (
        "import tensorflow as tf\nclass A:\n  l = tf.contrib.learn\nclass B(A):\n"
        "  def f(self):\n    return self.l.x\ndef g():\n  return A.l.y, B.l.z, A.m.z",
        [LEARN, f"{LEARN}.x", f"{LEARN}.y", f"{LEARN}.z"],
    ),
    "self of two": (
        "import tensorflow as tf\nclass A:\n  def f(self):\n    self.l = tf.contrib.learn\n"
        "    self.l = f()\n    return self.l.x",
        [LEARN],
    ),
    "getattr": (
        "import tensorflow as tf\ngetattr(tf.contrib, 'learn').x",
        [f"{LEARN}.x", "tensorflow.contrib"],  # the call is a part of the first one
    ),
    "getattr alone": (
        "from tensorflow import contrib\nx = getattr(contrib, 'learn', None)\nx.y",
        ["tensorflow.contrib", LEARN, f"{LEARN}.y"],
    ),
    "import_module": (
        "from importlib import import_module as m\nm('tensorflow.contrib.learn').x",
        [LEARN, f"{LEARN}.x", "importlib.import_module"],
    ),
    "__import__": (
        "tf = __import__('tensorflow.contrib')\ntf.x",
        ["tensorflow.contrib", "tensorflow.x"],
    ),
    "global": (
        "def f():\n  global tf\n  import tensorflow as tf\ndef g():\n  return tf.x",
        ["tensorflow.x"],
    ),
    "comprehension": (
        "from tensorflow.contrib import learn\n[learn for learn in y]\n[learn.x for z in y]",
        [f"{LEARN}.x"],
    ),
    "handed on": ("from keras.backend import tf\ntf.contrib.learn.x", [f"{LEARN}.x"]),
    "parameter": ("from tensorflow.contrib import learn\ndef f(learn):\n  return learn.x", []),
    "lambda": ("from tensorflow.contrib import learn\nlambda learn: learn.x", []),
    "local": (
        "import tensorflow as tf\ndef f():\n  for tf in y:\n    tf.x\n  with a as tf: tf.x",
        [],
    ),
    "bound again": ("from tensorflow.contrib import learn\nlearn = f()\nlearn.x", []),
    "defined": ("from tensorflow.contrib import learn\ndef learn(): pass\nlearn.x", []),
    "before": (
        "from tensorflow.contrib import learn\nlearn.x\nlearn = f()\ndef g():\n  learn.y",
        [f"{LEARN}.x"],
    ),
    "attribute of another": ("import tensorflow as tf\nx.tf.contrib.learn\nx.learn", []),
    "texts": ("import tensorflow as tf\n'tf.contrib.learn'  # tf.contrib.learn", []),
    "itself": ("tf = tf\ntf.x", []),
}


@pytest.mark.parametrize("name", SOURCES)
def test_paths(name):
    """Each use of a name has the path that Python would find, and nothing else has one."""
    source, expected = SOURCES[name]
    uses = analyze(source).uses
    assert sorted(use.path for use in uses if not use.is_import) == sorted(expected)


def test_spans():
    """Places are counted in characters, and each beginning of an attribute has one."""
    source = "from tensorflow.contrib import learn as l\né = '\u00e9\U0001f600', (l . x).y\n"
    found = analyze(source)
    assert found.names == {
        Span(2, 11, 2, 12): LEARN,
        Span(2, 11, 2, 16): f"{LEARN}.x",
        Span(2, 10, 2, 19): f"{LEARN}.x.y",
    }
    (imported, use) = found.uses
    assert imported.span == Span(1, 31, 1, 41)
    assert imported.is_import
    assert use.path == f"{LEARN}.x.y"
    assert use.parts == tuple(found.names)


def test_names_are_those_of_libcst():
    """LibCST finds each name under the position that it gives the node itself."""
    libcst = pytest.importorskip("libcst")
    source = textwrap.dedent(
        """\
        import tensorflow as tf
        def f(x=tf . contrib.learn):
        \té = "é"; y = (tf).contrib[(tf.contrib.
            slim)]
            """
    )
    positions = libcst.metadata.MetadataWrapper(libcst.parse_module(source)).resolve(
        libcst.metadata.PositionProvider
    )
    spans = {
        Span(place.start.line, place.start.column, place.end.line, place.end.column)
        for node, place in positions.items()
        if isinstance(node, (libcst.Name, libcst.Attribute))
    }
    names = analyze(source).names
    assert len(names) == 8
    assert set(names) <= spans
