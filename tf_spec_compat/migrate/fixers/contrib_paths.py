"""`tensorflow.contrib` becomes `tf_spec_compat.contrib`.

TensorFlow 2.0 dropped contrib. This package has it under the same names; deep paths, such as
`contrib.learn.python.learn.estimators`, get the short form that they have here.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat import names
from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.rewriting import rewrite_names

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "from tensorflow.contrib import layers, learn as contrib_learn\n",
        "from tf_spec_compat.contrib import layers, learn as contrib_learn\n",
    ),
    Sample(
        "import tensorflow as tf\n\nhead = tf.contrib.learn.multi_class_head(3)\n",
        "import tensorflow as tf\nfrom tf_spec_compat import contrib\n\n"
        "head = contrib.learn.multi_class_head(3)\n",
    ),
    Sample(
        "from tensorflow.contrib.learn.python.learn import learn_runner\n"
        "from tensorflow.contrib.learn.python.learn.estimators import model_fn as model_fn_lib\n",
        "from tf_spec_compat.contrib.learn import learn_runner\n"
        "from tf_spec_compat.contrib.learn.estimators import model_fn as model_fn_lib\n",
    ),
    Sample(
        "import tensorflow.contrib.slim as slim\nimport tensorflow.contrib.layers\n\n"
        "print(tensorflow.contrib.layers.relu, tensorflow.__version__)\n",
        "from tf_spec_compat.contrib import slim\nimport tensorflow\n"
        "from tf_spec_compat import contrib\n\n"
        "print(contrib.layers.relu, tensorflow.__version__)\n",
    ),
    Sample(
        "import importlib\nimportlib.import_module('tensorflow.contrib.learn')\n",
        "import importlib\nimportlib.import_module('tf_spec_compat.contrib.learn')\n",
    ),
    Sample(
        "from tensorflow.contrib.layers import *\n",
        "from tf_spec_compat.contrib.layers import *\n",
    ),
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewrite_names(draft, _use, _import, _star)


def _use(path: str) -> str | None:
    return f"{names.OURS}:" if path == names.LEGACY else None


def _import(path: str) -> str | None:
    path = canonical(path)
    is_contrib = f"{path}.".startswith(f"{names.LEGACY}.")
    return f"{names.ours(path)}:" if is_contrib else None


def _star(module: str) -> str | None:
    home = _import(module)
    return None if home is None else home.rstrip(":")
