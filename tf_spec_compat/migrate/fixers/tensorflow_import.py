"""`import tensorflow as tf` becomes `import tensorflow.compat.v1 as tf`.

Since TensorFlow 2.0 `tensorflow` itself has the new API; TensorFlow 1's is `tensorflow.compat.v1`.
Folders of TensorFlow's sources, such as `tensorflow.python`, stay where they are.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.rewriting import rewrite_names

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "import numpy as np, tensorflow as tf  # both\n",
        "import numpy as np\nimport tensorflow.compat.v1 as tf  # both\n",
    ),
    Sample(
        "import tensorflow\n\ntensorflow.Session()\n",
        "import tensorflow.compat.v1 as tensorflow\n\ntensorflow.Session()\n",
    ),
    Sample(
        "from tensorflow import gfile, layers as tf_layers\nfrom tensorflow.nn import rnn_cell\n",
        "from tensorflow.compat.v1 import gfile, layers as tf_layers\n"
        "from tensorflow.compat.v1.nn import rnn_cell\n",
    ),
    Sample(
        "from tensorflow.keras import layers\n",
        "from tensorflow.compat.v1 import keras\nlayers = keras.layers\n",
    ),
    Sample(
        "from tensorflow import *\nfrom tensorflow.python.ops import array_ops\n",
        "from tensorflow.compat.v1 import *\nfrom tensorflow.python.ops import array_ops\n",
    ),
)

# Below these, `tensorflow.X` is a folder of TensorFlow's sources (or contrib), not part of its API.
_NOT_API = frozenset(
    {"_api", "compat", "compiler", "contrib", "core", "examples", "include", "python", "tools"}
)


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewrite_names(draft, lambda path: None, _import, _star)


def _import(path: str) -> str | None:
    package, _, rest = path.partition(".")
    if package != "tensorflow" or rest.partition(".")[0] in _NOT_API:
        return None
    return f"tensorflow.compat.v1.{rest}".rstrip(".") + ":"


def _star(module: str) -> str | None:
    home = _import(module)
    return None if home is None else home.rstrip(":")
