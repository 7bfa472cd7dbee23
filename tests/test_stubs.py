"""The stubs say what is there, on the TensorFlow that is installed."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import tf_spec_compat
from tf_spec_compat import _tf
from tf_spec_compat._tf import legacy_keras_problem

PACKAGE = Path(tf_spec_compat.__file__).parent
STUBS = [
    path
    for path in sorted(PACKAGE.rglob("*.pyi"))
    # Keras 2 has to be settled on as TensorFlow loads: tests/contrib/test_modules.py tries it.
    if "keras" not in path.parts or legacy_keras_problem() is None
]


def module_name(stub):
    """What the module of a stub is imported as."""
    name = ".".join(stub.relative_to(PACKAGE.parent).with_suffix("").parts)
    return name.removesuffix(".__init__")


def stated(stub):
    """The names that a stub has, without those that it takes from another by a star."""
    names = set()
    for node in ast.parse(stub.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname for alias in node.names if alias.asname}
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            names.add(ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target))
        elif isinstance(node, ast.ClassDef):
            names.add(node.name)
    return names - {"__all__", "__getattr__"}


def test_each_name_of_a_stub_is_there():
    """Nothing that a type checker lets pass as a name of the package is missing from it."""
    assert len(STUBS) > 200
    missing = []
    for stub in STUBS:
        module = importlib.import_module(module_name(stub))
        missing += [(module_name(stub), n) for n in stated(stub) if not hasattr(module, n)]
    assert missing == []


@pytest.mark.parametrize("name", ["EstimatorSpec", "TPUEstimatorSpec"])
def test_specs_have_the_fields_that_type_checkers_are_told(name):
    """What is written down for type checkers has TensorFlow's fields, in order, and its methods."""
    source = (PACKAGE / "_tf" / "bridge" / "namespace.py").read_text("utf-8")
    (written,) = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and node.name == name
    )
    fields = [node.target.id for node in written.body if isinstance(node, ast.AnnAssign)]
    methods = {node.name for node in written.body if isinstance(node, ast.FunctionDef)}
    real = getattr(_tf, name)
    assert tuple(fields) == real._fields
    assert methods == {name for name in vars(real) if not name.startswith("_")}
    needed = [
        parameter.name
        for parameter in inspect.signature(real).parameters.values()
        if parameter.default is parameter.empty
    ]
    assert needed == ["mode"]
