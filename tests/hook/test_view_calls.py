"""The TF1 view of modules that import by `importlib.import_module`."""

import ast

import pytest

from tests.hook.conftest import facts_of
from tf_spec_compat.hook.view import ViewTransformer

V1 = "tensorflow.compat.v1"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("importlib.import_module('tensorflow')", f"importlib.import_module('{V1}')"),
        ("x = import_module('tensorflow.nn', None)", f"x = import_module('{V1}.nn', None)"),
        ("f(import_module('tensorflow').nn)", f"f(import_module('{V1}').nn)"),
        ("importlib.import_module('tensorflow')()", f"importlib.import_module('{V1}')()"),
        ("importlib.import_module('tensorflow.contrib.learn')", None),
        ("importlib.import_module('tensorflow.python.ops')", None),
        ("importlib.import_module('tensorflow_probability')", None),
        ("importlib.import_module('tensorflow' + name)", None),
        ("importlib.import_module(name='tensorflow')", None),
        ("importlib.import_module(*['tensorflow'])", None),
        ("version('tensorflow')", None),
        ("other.import_module('tensorflow')", None),
        ("import_module()", None),
        ("importlib.import_module(1)", None),
    ],
)
def test_rewriting(before, after):
    """A name that stands in the call is rewritten as in an import statement; others are not."""
    found = ast.unparse(ViewTransformer().visit(ast.parse(before)))
    assert found == (before if after is None else after)


FACTS = """
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tf_spec_compat import install
install(tf1_view=[Path(sys.argv[1])])
import module
import tensorflow as tf
facts["v1"] = module.tf is tf.compat.v1 and module.late() is tf.compat.v1.nn
facts["lines"] = [module.late.__code__.co_firstlineno, module.LINE]
"""


def test_import_module(project):
    """`importlib.import_module("tensorflow")` gives v1, and lines stay where they are."""
    source = """\
        import importlib, inspect

        tf = importlib.import_module(
            "tensorflow"
        )
        LINE = inspect.currentframe().f_lineno

        def late():
            return importlib.import_module("tensorflow.nn")
        """
    folder = project({"module.py": source})
    assert facts_of(FACTS, folder) == {"v1": True, "lines": [8, 6]}
