"""What SciPy, scikit-learn, pandas, Pillow and scikit-image moved is taken from where it is now.

scikit-learn 0.20 replaced `sklearn.cross_validation` by `sklearn.model_selection`, SciPy 1.3
dropped `scipy.misc.logsumexp`, Pillow 10 `Image.ANTIALIAS`, and so on. Only what has one successor
of the same name is rewritten; the rest is left for a person.
"""

from __future__ import annotations

import libcst as cst

from tf_spec_compat.migrate.draft import Draft, Sample
from tf_spec_compat.migrate.dropped import homes
from tf_spec_compat.migrate.rewriting import rewrite_names

__all__ = ["SAMPLES", "fix"]

SAMPLES = (
    Sample(
        "from sklearn.cross_validation import train_test_split\n"
        "from sklearn import cross_validation\n",
        "from sklearn.model_selection import train_test_split\n"
        "from sklearn import model_selection as cross_validation\n",
    ),
    Sample(
        "from scipy.misc import logsumexp\nimport scipy.misc\n\nscipy.misc.imread('a')\n",
        "from scipy.special import logsumexp\nimport scipy.misc\n\nscipy.misc.imread('a')\n",
    ),
    Sample(
        "from PIL import Image\n\nimage.resize((1, 1), Image.ANTIALIAS)\n",
        "from PIL import Image\n\nimage.resize((1, 1), Image.LANCZOS)\n",
    ),
)

_LIBRARIES = ("pandas", "scipy", "sklearn", "others")


def fix(draft: Draft) -> cst.Module:
    """Rewrites a file."""
    return rewrite_names(draft, _use, _import)


def _use(path: str) -> str | None:
    return next((homes(name)[path] for name in _LIBRARIES if path in homes(name)), None)


def _import(path: str) -> str | None:
    found = _use(path)
    if found is None:  # a name of a module that moved
        module, _, name = path.rpartition(".")
        home = _use(module) or ""
        found = f"{home}{name}" if home.endswith(":") else None
    return found
