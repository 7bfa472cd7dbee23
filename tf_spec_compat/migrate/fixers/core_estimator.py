"""`tf.estimator` becomes `tf_spec_compat.estimator`.

TensorFlow 2.16 dropped `tf.estimator`, and `tf.compat.v1.estimator` with it; this package brings it
back there, and has TensorFlow's own up to 2.15. For `--target-version 2.15` nothing changes.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Options, Sample
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.rewriting import rewrite_names

__all__ = ["SAMPLES", "fix"]

_SPEC = "import tensorflow as tf\n\nspec = tf.estimator.EstimatorSpec('train')\n"

SAMPLES = (
    Sample(
        _SPEC,
        "import tensorflow as tf\nfrom tf_spec_compat import estimator as tf_estimator\n\n"
        "spec = tf_estimator.EstimatorSpec('train')\n",
    ),
    Sample(_SPEC, _SPEC, Options(line="2.15")),
    Sample(
        "from tensorflow import estimator, nn\n"
        "from tensorflow.estimator import RunConfig as Config\n",
        "from tensorflow import nn\nfrom tf_spec_compat import estimator\n"
        "from tf_spec_compat import estimator as tf_estimator\nConfig = tf_estimator.RunConfig\n",
    ),
)

_LEGACY = "tensorflow.estimator"
_OURS = "tf_spec_compat.estimator"


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    if draft.options.line == "2.15":
        return draft.module
    return rewrite_names(draft, _use, _import)


def _use(path: str) -> str | None:
    return f"{_OURS}:" if path == _LEGACY else None


def _import(path: str) -> str | None:
    path = canonical(path)
    if not f"{path}.".startswith(f"{_LEGACY}."):
        return None
    return f"{_OURS}:{path[len(_LEGACY) + 1 :]}"
