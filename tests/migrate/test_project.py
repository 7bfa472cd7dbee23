"""Re-exports between a project's own modules are followed."""

import pytest

from tf_spec_compat.migrate.analysis import analyze
from tf_spec_compat.migrate.project import Project

FILES = {
    "pkg/__init__.py": "from .compat import tf\nfrom pkg.stars import *\n",
    "pkg/compat.py": "import tensorflow.compat.v1 as tf\nlearn = tf.contrib.learn\nown = f()\n",
    "pkg/stars.py": "from .compat import *\n__all__ = ['learn']\nhidden = learn\n",
    "pkg/sub/__init__.py": "",
    "pkg/sub/deep.py": "from ..compat import learn as l\nfrom . import loop\n",
    "pkg/sub/loop.py": "from .deep import l, loop as again\nfrom .loop import gone\n",
    "script.py": "try:\n  from pkg import tf\nexcept ImportError:\n  tf = None\n",
    "folder/inside.py": "from tensorflow.contrib.learn import *\n",
}
LEARN = "tensorflow.compat.v1.contrib.learn"

# The file, its text, and what it uses besides imports.
USES = {
    "package": ("a.py", "import pkg\npkg.tf.x", ["tensorflow.compat.v1.x"]),
    "module": ("a.py", "from pkg.compat import learn\nlearn.x", [f"{LEARN}.x"]),
    "as module": ("a.py", "import pkg.compat as c\nc.learn.x", [f"{LEARN}.x"]),
    "relative": ("pkg/sub/a.py", "from .deep import l\nl.x", [f"{LEARN}.x"]),
    "two up": ("pkg/sub/a.py", "from ..compat import tf\ntf.x", ["tensorflow.compat.v1.x"]),
    "star of star": ("a.py", "from pkg import *\nlearn.x", [f"{LEARN}.x"]),
    "star, not in __all__": ("a.py", "from pkg.stars import *\nhidden.x\ntf.x", []),
    "star of contrib": (
        "a.py",
        "from folder.inside import *\nEstimator.x\nEstimater",
        ["tensorflow.contrib.learn.Estimator.x"],
    ),
    "its own": ("a.py", "from pkg.compat import own\nown.x", ["pkg.compat.own.x"]),
    "sibling script": ("a.py", "from script import tf\ntf.x", ["tensorflow.compat.v1.x"]),
    "no package": (
        "folder/a.py",
        "from .inside import Estimator as E\nE",
        ["tensorflow.contrib.learn.Estimator"],
    ),
    "of a root": ("folder/a.py", "from pkg.sub.loop import l\nl.x", [f"{LEARN}.x"]),
    "by name": (
        "pkg/sub/a.py",
        "import importlib\nimportlib.import_module('..compat', __package__).tf.x",
        ["importlib.import_module", "pkg.compat", "tensorflow.compat.v1.x"],
    ),
    "circles": (
        "pkg/sub/a.py",
        "from .loop import again, gone\nagain.x\ngone.x",
        ["pkg.sub.loop.x", "pkg.sub.loop.gone.x"],
    ),
}


@pytest.mark.parametrize("name", USES)
def test_follow(name, tmp_path):
    """A name has the path of what its module took it from, over as many modules as it takes."""
    for file, text in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    file, text, expected = USES[name]
    found = analyze(text, str(tmp_path / file), project=Project([str(tmp_path)]))
    assert sorted(use.path for use in found.uses if not use.is_import) == sorted(expected)


def test_module_name(tmp_path):
    """Modules are named from the outermost folder that is a package."""
    (tmp_path / "p/q").mkdir(parents=True)
    for file in ("p/__init__.py", "p/q/__init__.py"):
        (tmp_path / file).touch()
    project = Project()
    assert project.module_name(str(tmp_path / "p/q/m.py")) == ("p.q.m", False)
    assert project.module_name(str(tmp_path / "p/q/__init__.py")) == ("p.q", True)
    assert project.module_name(str(tmp_path / "m.py")) == ("m", False)


def test_free_names():
    """What nothing binds is told apart from what a star import of contrib brings."""
    found = analyze(
        "from tensorflow.contrib.learn import *\nEstimator\nxrange\ndef f(): return y\n"
    )
    assert list(found.free) == ["xrange", "y"]
