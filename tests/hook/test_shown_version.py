"""Which version TensorFlow shows to whom."""

from tests.hook.conftest import facts_of
from tf_spec_compat._tf import tf
from tf_spec_compat.hook.shown_version import shows

OWN = """
import importlib, sys
import tensorflow as tf
import tensorflow
import tensorflow.compat.v1 as v1
import numpy as np
from tensorflow import __version__ as version
from tensorflow.compat.v1 import __version__ as same
import library

SEEN = [tf.__version__, tensorflow.__version__, v1.__version__, version, same, tf.VERSION]
SEEN += [getattr(tf, "__version__"), getattr(v1, "__version__", None), tf.version.VERSION]
REAL = [tf.compat.v2.__version__, library.VERSION]
OTHERS = hasattr(tf, "__version__"), hasattr(sys, "__version__"), np.__version__
"""
LIBRARY = """
import tensorflow.compat.v1 as tf
VERSION = tf.__version__
"""


def test_who_sees_which(project):
    """User modules see 1.15.5 however they ask; a library that imports v1 sees TensorFlow's own."""
    folder = project({"own.py": OWN, "site-packages/library.py": LIBRARY})
    facts = facts_of(
        """
        import tf_spec_compat
        tf_spec_compat.install(tf1_view=["own"])
        import numpy, own
        facts["seen"], facts["real"] = own.SEEN, own.REAL
        facts["others"] = own.OTHERS == (True, False, numpy.__version__)
        """,
        paths=[folder, folder / "site-packages"],
    )
    assert facts == {"seen": ["1.15.5"] * 9, "real": [tf.__version__] * 2, "others": True}


def test_shows():
    """Only the view's `__version__` is another."""
    assert shows(tf.compat.v1, "__version__")
    assert not shows(tf.compat.v1, "VERSION")
    assert not shows(tf, "__version__")
    assert not shows(tf.compat.v2, "__version__")
    assert not shows("tensorflow.compat.v1", "__version__")
