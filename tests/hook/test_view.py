"""The TF1 view of user modules: which imports it rewrites, and what it leaves alone."""

import ast
import re
import textwrap

import pytest

from tests import keras2
from tests.hook.conftest import facts_of
from tf_spec_compat.hook.view import ViewTransformer, compile_view

V1 = "tensorflow.compat.v1"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import tensorflow", f"import {V1} as tensorflow"),
        ("import tensorflow as tf", f"import {V1} as tf"),
        ("import tensorflow as tf, numpy as np", f"import {V1} as tf, numpy as np"),
        ("import os, tensorflow", f"import os, {V1} as tensorflow"),
        ("import tensorflow.train as t", f"import {V1}.train as t"),
        ("import tensorflow.nn", f"import {V1}.nn, {V1} as tensorflow"),
        (
            "import tensorflow.contrib.slim",
            f"import tensorflow.contrib.slim, {V1} as tensorflow",
        ),
        ("import tensorflow.contrib.layers as L", "import tensorflow.contrib.layers as L"),
        ("import tensorflow.python.ops.rnn as r", "import tensorflow.python.ops.rnn as r"),
        ("import tensorflow.compat.v2 as tf2", "import tensorflow.compat.v2 as tf2"),
        ("from tensorflow import *", f"from {V1} import *"),
        ("exec(*source)", "exec(*source)"),
        ("session.exec(source)", "session.exec(source)"),
        (
            "from tensorflow import flags, contrib, estimator as est",
            f"from {V1} import flags, contrib, estimator as est",
        ),
        ("from tensorflow.keras import layers", f"from {V1}.keras import layers"),
        ("from tensorflow.contrib import learn", "from tensorflow.contrib import learn"),
        ("from tensorflow.python.ops import rnn", "from tensorflow.python.ops import rnn"),
        ("from tensorflow.lite.python import lite", "from tensorflow.lite.python import lite"),
        ("import tensorflow.lite as lite", f"import {V1}.lite as lite"),
        ("from tensorflow.compat import v1 as tf", "from tensorflow.compat import v1 as tf"),
        ("from .tensorflow import x", "from .tensorflow import x"),
        ("from . import tensorflow", "from . import tensorflow"),
        ("import tensorflow_probability as tfp", "import tensorflow_probability as tfp"),
        ("import numpy as tensorflow", "import numpy as tensorflow"),
        ("def f():\n    import tensorflow as tf", f"def f():\n    import {V1} as tf"),
        (
            "try:\n    import tensorflow as tf\nexcept ImportError:\n    tf = None",
            f"try:\n    import {V1} as tf\nexcept ImportError:\n    tf = None",
        ),
    ],
)
def test_rewriting(before, after):
    """Imports of TensorFlow's API become imports of v1; contrib and internals stay as they are."""
    assert ast.unparse(ViewTransformer().visit(ast.parse(before))) == after


SOURCE = '''\
#!/usr/bin/env python
# -*- coding: latin-1 -*-
"""Doc with \xe9."""
from __future__ import annotations, print_function
import os; import tensorflow as tf, sys
class C:
    import tensorflow
    def f(self):
        from tensorflow import flags; return flags
'''


def test_lines_columns_docstring_and_futures_stay():
    """The code has the original's docstring, future flags, lines and columns."""
    code = compile_view(SOURCE.encode("latin-1"), "x.py")
    plain = compile(SOURCE.encode("latin-1"), "x.py", "exec")
    assert code.co_consts[0] == plain.co_consts[0] == "Doc with \xe9."
    assert code.co_flags == plain.co_flags
    tree, rewritten = ast.parse(SOURCE), ViewTransformer().visit(ast.parse(SOURCE))
    places = [
        [
            (
                type(node).__name__,
                node.lineno,
                node.col_offset,
                node.end_lineno,
                node.end_col_offset,
            )
            for node in ast.walk(each)
            if isinstance(node, ast.stmt)
        ]
        for each in (tree, rewritten)
    ]
    assert places[0] == places[1]


FILES = {
    "app/variants.py": """\
        '''Doc.'''
        from __future__ import absolute_import, division
        import tensorflow as tf, os
        import tensorflow
        import tensorflow.contrib.learn
        import tensorflow.contrib.learn.python.learn.estimators as deep
        import tensorflow.python.ops.rnn
        import tensorflow.train as train
        from tensorflow import flags, contrib, estimator as est
        from tensorflow.keras import layers as keras_layers
        from tensorflow.keras.layers import Dense
        from tensorflow.estimator import export
        from tensorflow.python.framework import ops
        try:
            from tensorflow import placeholder
        except ImportError:
            placeholder = None

        class Net:
            import tensorflow as inner

            def build(self):
                import tensorflow as local
                return local.placeholder(local.float32, [], name="in_a_function")

        def fail():
            graph = tf.Graph()
            with graph.as_default():
                return tf.placeholder(tf.float32, []).no_such_attribute  # line 29
        """,
    "app/star.py": "from tensorflow import *\nnames = sorted(globals())\n",
    "app/gone.py": "import tensorflow.no_such_module\n",
    "app/space/deeper/leaf.py": "import tensorflow as tf\n",
    "app/figures.py": """\
import numpy as np

TYPES = [np.int, np.float, np.object, np.str, np.complex, np.unicode]
SAME = [np.NaN is np.nan, np.Inf is np.inf, np.float_ is np.float64]
FLAGS = np.array([0, 1], dtype=np.bool)
""",
    "app/internals.py": """\
from tensorflow.python.framework.graph_util import convert_variables_to_constants
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops
from tensorflow.python.pywrap_tensorflow import NewCheckpointReader

def frozen():
    with ops.Graph().as_default() as graph:
        tensor = control_flow_ops.cond(ops.convert_to_tensor(True), lambda: 1.5, lambda: 2.5)
        kept = convert_variables_to_constants(None, graph.as_graph_def(), [tensor.op.name])
    return isinstance(tensor, ops.Tensor), kept.node[-1].name == tensor.op.name
""",
    "elsewhere/library.py": "import tensorflow as tf\n",
    "elsewhere/named.py": "import tensorflow as tf\n",
    "app/site-packages/vendored.py": "import tensorflow as tf\n",
}

FACTS = """
import inspect, pickle, runpy, traceback, importlib
from pathlib import Path
root = Path(sys.argv[1])
sys.path[:0] = [str(root), str(root / "app"), str(root / "elsewhere"),
                str(root / "app" / "site-packages")]
from tf_spec_compat import install
install(tf1_view=[root / "app", "named"])
import app.figures as figures  # before anything imports TensorFlow
facts["types"] = [kind.__name__ for kind in figures.TYPES]
facts["same"] = figures.SAME
facts["flags"] = str(figures.FLAGS.dtype)
import app.variants as variants
import tensorflow as tf
v1 = tf.compat.v1
facts["views"] = {
    name: getattr(variants, name) is v1 for name in ("tf", "tensorflow")
}
facts["views"]["class"] = variants.Net.inner is v1
import app.internals
from tf_spec_compat import names
facts["internals"] = app.internals.frozen()
def has(path, name):
    try:
        return hasattr(importlib.import_module(path), name)
    except ModuleNotFoundError:
        return False
facts["moved internals"] = [
    (path, name) for path, moved in names.internals().items() for name in moved
    if name != "*" and not has(path, name)
]
import app.star, app.space.deeper.leaf, library, named, vendored
facts["namespace"] = app.space.deeper.leaf.tf is v1
facts["library"] = library.tf is tf
facts["vendored"] = vendored.tf is tf
facts["named"] = named.tf is v1
facts["star"] = [name for name in ("placeholder", "contrib", "estimator", "python", "layers")
                 if name not in app.star.names]
facts["names"] = {
    "deep": variants.deep is tf.contrib.learn.estimators,
    "train": variants.train is v1.train,
    "flags": variants.flags is v1.flags,
    "contrib": variants.contrib is tf.contrib,
    "estimator": variants.est.Estimator is v1.estimator.Estimator,
    "keras": variants.keras_layers.Dense is variants.Dense is v1.keras.layers.Dense,
    "export": variants.export is v1.estimator.export,
    "ops": variants.ops is sys.modules["tensorflow.python.framework.ops"],
    "placeholder": variants.placeholder is v1.placeholder,
    "dotted": variants.tensorflow.contrib.learn is tf.contrib.learn,
    "internal": variants.tensorflow.python.ops.rnn is sys.modules["tensorflow.python.ops.rnn"],
}
facts["of TF 1.15 only"] = [name for name in ("compiler", "core", "pywrap_tensorflow", "tools")
                            if not hasattr(variants.tf, name)]
with tf.Graph().as_default():
    facts["built"] = variants.Net().build().name
facts["graph mode"] = not tf.executing_eagerly()
facts["doc"] = variants.__doc__
facts["source"] = inspect.getsource(variants.Net).splitlines()[0]
facts["pickle"] = type(pickle.loads(pickle.dumps(variants.Net()))) is variants.Net
try:
    variants.fail()
except AttributeError as error:
    last = traceback.extract_tb(error.__traceback__)
    facts["trace"] = [[Path(row.filename).name, row.lineno, row.line] for row in last
                      if row.filename == variants.__file__]
try:
    import app.gone
except ModuleNotFoundError as error:
    facts["gone"] = [str(error), error.name]
before = list(sys.path)
facts["run_path"] = runpy.run_path(str(root / "app" / "star.py"), run_name="there")["__name__"]
facts["run_path view"] = runpy.run_path(str(root / "app/variants.py"))["tf"] is v1
facts["run_path elsewhere"] = runpy.run_path(str(root / "elsewhere/library.py"))["tf"] is tf
facts["run_module"] = runpy.run_module("app.variants")["tf"] is v1
facts["path kept"] = sys.path == before
facts["reload"] = importlib.reload(variants).tf is v1
facts["cache"] = {
    name: sorted(file.name for file in (root / name / "__pycache__").iterdir())
    for name in ("app", "elsewhere")
}
class Shell:
    ast_transformers = []
from tf_spec_compat.hook import load_ipython_extension, unload_ipython_extension
import ast
load_ipython_extension(Shell)
tree = ast.parse("import tensorflow as tf\\nresult = tf")
for transformer in Shell.ast_transformers:
    tree = transformer.visit(tree)
cell = {}
exec(compile(ast.fix_missing_locations(tree), "cell", "exec"), cell)
facts["cell"] = cell["result"] is v1
unload_ipython_extension(Shell)
facts["unloaded"] = Shell.ast_transformers == []
"""


@pytest.fixture(scope="module")
def facts(project):
    folder = project(FILES)
    found = facts_of(FACTS, folder)
    found["second start"] = facts_of(FACTS, folder)
    return found


def test_every_form_of_import(facts):
    """`import tensorflow` gives the real v1 module, in modules, classes and functions."""
    assert facts["views"] == {"tf": True, "tensorflow": True, "class": True}
    assert facts["built"] == "in_a_function:0"
    assert facts["graph mode"]


def test_imported_names(facts):
    """Names and submodules imported from TensorFlow are v1's, contrib's and the internals' own."""
    assert [name for name, right in facts["names"].items() if not right] == []


def test_star_import(facts):
    """`from tensorflow import *` gives what it gave under TF 1.15, contrib included."""
    assert facts["star"] == []
    assert facts["of TF 1.15 only"] == []


def test_only_the_users_modules(facts):
    """Folders, namespace packages and named packages have the view; libraries keep TF2."""
    assert facts["namespace"]
    assert facts["named"]
    assert facts["library"]
    assert facts["vendored"]


def test_internals(facts):
    """What programs took from TensorFlow's own modules and has moved is still found there."""
    assert facts["internals"] == [True, True]
    missing = [path for path, _ in facts["moved internals"]]
    if keras2.MISSING:  # tf.layers
        missing = [path for path in missing if not path.startswith("tensorflow.python.layers.")]
    assert missing == []


def test_old_numpy_names(facts):
    """Names that NumPy 1.24 and 2.0 took away are there, before TensorFlow is imported too."""
    assert facts["types"] == ["int", "float", "object", "str", "complex", "str"]
    assert facts["same"] == [True, True, True]
    assert facts["flags"] == "bool"


def test_missing_module(facts):
    """A module that TensorFlow does not have is a `ModuleNotFoundError`, as without the view."""
    text, name = facts["gone"]
    assert name == "tensorflow.compat.v1.no_such_module"
    assert name in text


def test_introspection(facts):
    """Docstrings, source, pickles and tracebacks are those of the user's file."""
    assert facts["doc"] == "Doc."
    assert facts["source"] == "class Net:"
    assert facts["pickle"]
    ((file, line, text),) = facts["trace"]
    assert (file, line) == ("variants.py", 29)
    assert text.endswith("# line 29")


def test_runpy(facts):
    """`runpy` gives files and modules of the user the view, others not, and `sys.path` stays."""
    assert facts["run_path"] == "there"
    assert facts["run_path view"]
    assert facts["run_path elsewhere"]
    assert facts["run_module"]
    assert facts["path kept"]


def test_reload(facts):
    """A reloaded module has the view again."""
    assert facts["reload"]


def test_notebooks(facts):
    """The notebook extension rewrites cells, and unloading it stops that."""
    assert facts["cell"]
    assert facts["unloaded"]


def test_bytecode_has_names_of_its_own(facts):
    """Bytecode with the view is cached under other names than ordinary bytecode."""
    assert facts["cache"]["app"]
    assert all(".opt-tf1view" in name for name in facts["cache"]["app"])
    named, library = sorted(facts["cache"]["elsewhere"], key=lambda name: ".opt-" not in name)
    assert re.match(r"named\..*\.opt-tf1view", named)
    assert re.match(r"library\.[^.]*\.pyc", library)


def test_second_start(facts):
    """A second start, from the cached bytecode, does the same."""
    second = facts["second start"]
    assert {key: second[key] for key in second} == {
        key: value for key, value in facts.items() if key != "second start"
    }


CACHE = """
import importlib.util, os
from pathlib import Path
folder = Path(sys.argv[1])
sys.path.insert(0, str(folder))
if sys.argv[2] == "view":
    from tf_spec_compat import install
    install(tf1_view=[folder])
    import tf_spec_compat.hook.view as view
    compiled = []
    transform = view.compile_view
    view.compile_view = lambda *arguments: compiled.append(1) or transform(*arguments)
import module
facts["files"] = sorted(path.name for path in (folder / "__pycache__").iterdir())
facts["names"] = list(module.f.__code__.co_names)
facts["compiled"] = len(compiled) if sys.argv[2] == "view" else None
facts["tensorflow"] = "tensorflow" in sys.modules
"""


def test_cache_is_used_and_kept_apart(project):
    """Bytecode with and without the view is kept apart, and used at the next start."""
    folder = project({"module.py": "def f():\n    import tensorflow as tf\n    return tf\n"})
    plain = facts_of(CACHE, folder, "plain")
    first = facts_of(CACHE, folder, "view")
    second = facts_of(CACHE, folder, "view")
    again = facts_of(CACHE, folder, "plain")
    assert len(plain["files"]) == 1
    assert len(first["files"]) == 2
    assert second["files"] == again["files"] == first["files"]
    assert (first["compiled"], second["compiled"]) == (1, 0)
    assert plain["names"] == again["names"] == ["tensorflow"]
    assert first["names"] == second["names"]
    assert V1 in first["names"]
    assert not first["tensorflow"]


def test_a_changed_file_is_compiled_again(project):
    """Bytecode of an older version of the file is not used."""
    folder = project({"module.py": "def f():\n    import tensorflow as tf\n    return tf\n"})
    facts_of(CACHE, folder, "view")
    changed = textwrap.dedent(
        "def f():\n    import tensorflow.nn as changed\n    return changed, 1\n"
    )
    (folder / "module.py").write_text(changed, "utf-8")
    assert f"{V1}.nn" in facts_of(CACHE, folder, "view")["names"]
