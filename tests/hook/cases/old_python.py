"""Names of Python 3.7's standard library and of NumPy that projects use when they are imported."""

import tensorflow as tf


def t(name, code):
    try:
        exec(code, {})
        print(name, "ok")
    except Exception as e:
        print(name, type(e).__name__, e)


t("getargspec", "import inspect; inspect.getargspec(lambda a, b=1: a)")
t("collections", "import collections; collections.Mapping, collections.Iterable")
t("from collections", "from collections import Sequence")
t("imp", "import imp; imp.load_source")
t(
    "LooseVersion",
    "from distutils.version import LooseVersion as V; import tensorflow as tf\n"
    "assert V(tf.__version__) >= V('1.4')",
)
t("time", "import time; time.clock()")
t("fractions", "from fractions import gcd")
t("np.int", "import numpy as np; np.int(3), np.float, np.bool, np.object")
t("ragged", "import numpy as np; np.array([[1], [1, 2]])")
t("Hashable", "import collections; collections.Hashable")
t("version", "import tensorflow as tf; assert tf.__version__.startswith('1.'), tf.__version__")
