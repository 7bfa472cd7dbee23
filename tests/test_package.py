import ast
import configparser
import email
import importlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tf_spec_compat

_LAZY = ("tf_spec_compat", "tf_spec_compat._tf", "tf_spec_compat.specs")
_DISTRIBUTIONS = {"absl": "absl_py", "google": "protobuf"}
_HOSTS = ("_pytest", "pytest")  # the plugin is imported by pytest itself
ROOT = Path(__file__).parent.parent
PACKAGE = Path(tf_spec_compat.__file__).parent


def module_name(path):
    """What the file at `path` is imported as."""
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


PUBLIC_MODULES = sorted(
    name
    for name in map(module_name, PACKAGE.rglob("*.py"))
    if not any(part.startswith("_") for part in name.split("."))
)


def run_python(code, *arguments):
    """Runs `code` in a new Python that imports this checkout, and returns its output."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PACKAGE.parent,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that this checkout builds."""
    source = tmp_path_factory.mktemp("source")
    for name in ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(PACKAGE, source / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-c", "from setuptools import build_meta; build_meta.build_wheel('.')"],
        cwd=source,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (path,) = source.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_wheel_holds_every_file_of_the_package(wheel):
    """The wheel has every module, data file and type marker of the checkout, and nothing else."""
    files = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "tf_spec_compat/py.typed" in files
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == files


def test_wheel_states_its_requirements(metadata):
    """The wheel's metadata name the supported Pythons, and TensorFlow and Keras only as extras."""
    assert metadata["Name"] == "tf-spec-compat"
    assert set(metadata["Requires-Python"].split(",")) == {">=3.9", "<3.14"}
    required = [row for row in metadata.get_all("Requires-Dist") if "extra ==" not in row]
    assert sorted(re.match(r"[\w-]+", row)[0] for row in required) == [
        "absl-py",
        "numpy",
        "packaging",
        "protobuf",
        "tensorflow-estimator",
        "tf-slim",
    ]
    assert set(metadata.get_all("Provides-Extra")) == {
        "cpu",
        "legacy-keras",
        "migrate",
        "python2",
        "tensorflow",
    }


def test_wheel_says_whose_it_is_and_links_to_no_file_of_the_checkout(metadata):
    """The metadata name the authors; the description has no link that an index cannot follow."""
    assert metadata["Author"] == "The tf_spec_compat authors"
    text = metadata.get_payload()
    assert "tf-spec-compat run" in text
    assert re.findall(r"\]\((?!https?://|#)[^)]*\)", text) == []


def test_links_of_the_readme_lead_to_the_release():
    """Where the address of the repository is known, a link leads to the file of that release."""
    code = (
        "import runpy, sys; describe = runpy.run_path('setup.py')['describe']\n"
        "print(describe(sys.argv[1], sys.argv[2], '1.2.3'))"
    )
    text = "[a](docs/a.md) [b](https://x.y/b) [c](#there)"
    assert run_python(code, text, "https://h.o/r") == (
        "[a](https://h.o/r/blob/v1.2.3/docs/a.md) [b](https://x.y/b) [c](#there)\n"
    )
    assert run_python(code, text, "") == "a [b](https://x.y/b) [c](#there)\n"


def test_wheel_installs_the_command(wheel):
    """The `tf-spec-compat` command runs a function that is there."""
    (name,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
    entry_points = configparser.ConfigParser()
    entry_points.read_string(wheel.read(name).decode())
    module, _, function = entry_points["console_scripts"]["tf-spec-compat"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_version_stands_in_one_place(metadata):
    """The version of the wheel is the package's `__version__`, and in no other file of the code."""
    version = metadata["Version"]
    assert version == tf_spec_compat.__version__
    sources = [
        ROOT / "setup.cfg",
        ROOT / "pyproject.toml",
        ROOT / "CITATION.cff",
        *PACKAGE.rglob("*.py"),
    ]
    found = [path for path in sources if version in path.read_text("utf-8")]
    assert found == [PACKAGE / "__init__.py"]


def test_names_that_need_no_tensorflow_do_not_load_it():
    """The namespaces, the vocabulary and `install` are there without TensorFlow being imported."""
    output = run_python(
        """
import sys, tf_spec_compat as t
t.__version__, t.ModeKeys, t.PredictionKey, t.ProblemType, t.contrib, t.errors, t.install
t.layers, t.learn, t.learn.python.learn, t.learn.estimators.head, t.unload_ipython_extension
print("tensorflow" in sys.modules)
"""
    )
    assert output.strip() == "False"


def test_dir_lists_what_is_public():
    """`dir()` of a module whose names are lazy has its public names, and not what it is made by."""
    for module in map(importlib.import_module, _LAZY):
        assert dir(module) == sorted(module.__all__)
        assert "attach" not in dir(module)


@pytest.mark.skipif(sys.version_info < (3, 10), reason="nothing says what is Python's own")
def test_imports_are_declared():
    """What the package imports of others is a requirement, or optional and imported with care."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    required = config["options"]["install_requires"]
    extras = config["options.extras_require"]
    optional = extras["tensorflow"] + extras["migrate"]
    declared = re.findall(r"^[\w-]+", required + optional, re.MULTILINE)
    imported = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Import):
                imported.update(alias.name.partition(".")[0] for alias in node.names)
    others = imported - set(sys.stdlib_module_names) - {"tf_spec_compat"}
    named = {_DISTRIBUTIONS.get(name, name) for name in others} - {*_HOSTS}
    assert named <= {name.replace("-", "_") for name in declared}


def defined_names(module):
    """The public names that the source of `module` gives a value of its own at its top level."""
    names = set()
    for node in ast.parse(Path(module.__file__).read_text("utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names.update(
                leaf.id
                for target in targets
                for leaf in ast.walk(target)
                if isinstance(leaf, ast.Name) and isinstance(leaf.ctx, ast.Store)
            )
    return {name for name in names if not name.startswith("_")} - {"TYPE_CHECKING"}


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_all_lists_what_a_module_offers(name):
    """`__all__` has each public name that the module defines, and each name in it can be had.

    A package that is nothing but the folder of its modules needs none.
    """
    module = importlib.import_module(name)
    names = list(getattr(module, "__all__", []))
    assert len(names) == len(set(names))
    assert defined_names(module) <= set(names)
    assert [entry for entry in names if not hasattr(module, entry)] == []
    assert set(names) <= set(dir(module))


@pytest.mark.parametrize(
    "name", ["tf_spec_compat", "tf_spec_compat.errors", "tf_spec_compat.contrib.learn"]
)
def test_import_changes_nothing(name):
    """Importing the package loads no other installed one and leaves the interpreter as it was."""
    output = run_python(
        """
import importlib, json, logging, os, sys, threading, warnings

def state():
    return {
        "environment": dict(os.environ),
        "finders": [repr(finder) for finder in [*sys.meta_path, *sys.path_hooks]],
        "handlers": [repr(handler) for handler in logging.getLogger().handlers],
        "path": list(sys.path),
        "threads": threading.active_count(),
        "warnings": [repr(row) for row in warnings.filters],
    }

modules, before = set(sys.modules), state()
importlib.import_module(sys.argv[1])
installed = {
    module.partition(".")[0]
    for module in set(sys.modules) - modules
    if "site-packages" in (getattr(sys.modules[module], "__file__", None) or "")
}
print(json.dumps({"installed": sorted(installed), "unchanged": before == state()}))
""",
        name,
    )
    result = json.loads(output)
    assert set(result["installed"]) <= {"tf_spec_compat"}
    assert result["unchanged"]
