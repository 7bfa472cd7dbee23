"""`tf.estimator` becomes `tf_spec_compat.estimator`.

TensorFlow 2.16 dropped `tf.estimator`, and `tf.compat.v1.estimator` with it; this package brings it
back there, and tensorflow_estimator with it, and has TensorFlow's own up to 2.15. For
`--target-version 2.15` nothing changes.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Options, Sample
from tf_spec_compat.migrate.fixers.catalog import canonical
from tf_spec_compat.migrate.rewriting import rewrite_names
from tf_spec_compat.migrate.syntax import all_imports, imported, parse_statement

__all__ = ["SAMPLES", "fix"]

_SPEC = "import tensorflow as tf\n\nspec = tf.estimator.EstimatorSpec('train')\n"

SAMPLES = (
    Sample(
        _SPEC,
        "import tensorflow as tf\nfrom tf_spec_compat import estimator as tf_estimator\n\n"
        "spec = tf_estimator.EstimatorSpec('train')\n",
    ),
    Sample(
        "import os\n\nfrom tensorflow_estimator.python.estimator.canned import head\n",
        "import os\n\n"
        "from tf_spec_compat import estimator as tf_estimator  # has tensorflow_estimator\n"
        "from tensorflow_estimator.python.estimator.canned import head\n",
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
_PACKAGES = ("tensorflow_estimator.", "tensorflow.python.estimator.")
_OWN = "from tf_spec_compat import estimator as tf_estimator  # has tensorflow_estimator"


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    if draft.options.line == "2.15":
        return draft.module
    return _bring_back(rewrite_names(draft, _use, _import))


def _bring_back(module: cst.Module) -> cst.Module:
    """Lets a file load what has tensorflow_estimator before it imports that package itself."""
    body = [*module.body]
    for index, statement in enumerate(body):
        for node in all_imports(statement):
            paths = [f"{path}." for _, path in imported(node)]
            if f"{_OURS}." in paths:
                return module
            if any(path.startswith(_PACKAGES) for path in paths):
                own = parse_statement(_OWN).with_changes(leading_lines=statement.leading_lines)
                body[index : index + 1] = [own, statement.with_changes(leading_lines=[])]
                return module.with_changes(body=body)
    return module


def _use(path: str) -> str | None:
    return f"{_OURS}:" if path == _LEGACY else None


def _import(path: str) -> str | None:
    path = canonical(path)
    if not f"{path}.".startswith(f"{_LEGACY}."):
        return None
    return f"{_OURS}:{path[len(_LEGACY) + 1 :]}"
