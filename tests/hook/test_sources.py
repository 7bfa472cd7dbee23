"""However the code of a user's module is made, it has the TF1 view; nothing else has."""

import importlib.util
import sys

import pytest

from tests.hook.conftest import facts_of

SEEN = "import tensorflow as tf\nseen = tf.__name__.endswith('compat.v1')\n"
FILES = {
    "program/bin/main.py": "",
    "program/bin/by file.py": SEEN,
    "program/pkg/__init__.py": "",
    "program/pkg/hooks.py": SEEN,
    "program/pkg/bytecode.py": SEEN + "import tensorflow.contrib.layers as layers\n"
    "from tensorflow import flags, contrib\nimport tensorflow.python.ops.rnn as rnn\n",
    "program/zipped/__init__.py": "",
    "program/zipped/hooks.py": SEEN,
    "program/driver.py": """\
        from __future__ import annotations
        import os, sys
        file = os.path.join(os.path.dirname(__file__), "bin", "by file.py")
        found = {}

        def run(how):
            space = {}
            if how == "compile":
                exec(compile(open(file).read(), file, "exec"), space)
            elif how == "no name":
                exec(open(file).read(), space)
            elif how == "locals":
                exec(open(file).read())
                space = locals()
            elif how == "string":
                exec(compile(open(file).read(), "<string>", "exec"), space)
            elif how == "bytes":
                exec(open(file, "rb").read(), space)
            return space["seen"]

        for how in ("compile", "no name", "locals", "string", "bytes"):
            if how != "locals" or sys.version_info < (3, 13):  # where locals() is a copy
                found[how] = run(how)
        space = {}
        exec("def f(x: nothing): import tensorflow", space)
        exec(compile("def g(x: nothing): pass", "<string>", "exec"), space)
        found["future"] = [space[name].__annotations__["x"] for name in "fg"]
        exec("def f(x: 3): import tensorflow", globals())
        found["globals"] = f.__annotations__
        try:
            exec("tensorflow =")
        except SyntaxError as error:
            found["error"] = [error.filename, error.lineno]
        """,
    "site-packages/library.py": """\
        import tensorflow as tf
        seen = tf.__name__.endswith("compat.v1")
        space = {}
        exec("import tensorflow as tf", space)
        exec(compile("import tensorflow as other", "<string>", "exec"), space)
        seen = seen or space["tf"] is not tf or space["other"] is not tf

        def run(file):
            space = {}
            exec(compile(open(file).read(), file, "exec"), space)
            return space["seen"]
        """,
}

FACTS = """
import importlib.util, os, py_compile, runpy, zipfile
from importlib.machinery import SourceFileLoader
root = sys.argv[1]
program = os.path.join(root, "program")
os.chdir(program)
py_compile.compile("pkg/bytecode.py", "pkg/bytecode.pyc")
os.rename("pkg/bytecode.py", "pkg/bytecode.txt")
with zipfile.ZipFile("lib.zip", "w") as file:
    for name in ("__init__.py", "hooks.py"):
        file.write("zipped/" + name)
    file.write("pkg/bytecode.pyc", "zipped/bytecode.pyc")
os.rename("zipped", "was_zipped")
os.symlink(os.path.join(program, "pkg"), os.path.join(root, "linked"))
original = compile
import tf_spec_compat
handle = tf_spec_compat.install(tf1_view="*")
sys.path[:0] = ["bin/../", "lib.zip", root, os.path.join(root, "site-packages")]

from pkg import hooks, bytecode
import zipped.hooks, zipped.bytecode, linked.hooks, library, driver
facts["imported"] = [hooks.seen, zipped.hooks.seen, linked.hooks.seen]
facts["bytecode"] = [bytecode.seen, zipped.bytecode.seen, bytecode.contrib is bytecode.tf.contrib,
                     bytecode.layers is bytecode.tf.contrib.layers,
                     bytecode.rnn is sys.modules["tensorflow.python.ops.rnn"]]
facts["library"] = library.seen
facts["code"] = driver.found
facts["by a library"] = library.run(driver.file)
spec = importlib.util.spec_from_file_location("by_file", "bin/by file.py")
by_file = importlib.util.module_from_spec(spec)
spec.loader.exec_module(by_file)
facts["spec"] = by_file.seen
facts["loader"] = SourceFileLoader("loaded", driver.file).load_module().seen
if sys.version_info < (3, 12):
    import imp
    facts["imp"] = imp.load_source("sourced", driver.file).seen
facts["run_path"] = runpy.run_path(driver.file)["seen"]
facts["run_module"] = runpy.run_module("pkg.hooks")["seen"]
handle.uninstall()
facts["after"] = [compile is original, library.run(driver.file),
                  runpy.run_path(driver.file)["seen"]]
"""


@pytest.fixture(scope="module")
def facts(project):
    return facts_of(FACTS, project(FILES))


def test_imports(facts):
    """Modules have the view by an unnormalised path, from a zip file, and by a link."""
    assert facts["imported"] == [True, True, True]
    assert facts["library"] is False


def test_modules_without_source(facts):
    """A module that is there as bytecode only has the view, beside others and in a zip file."""
    assert facts["bytecode"] == [True] * 5


def test_loaders(facts):
    """Modules loaded from a file by hand, and run by `runpy`, have the view."""
    assert facts["spec"]
    assert facts["loader"]
    assert facts.get("imp", True)
    assert facts["run_path"]
    assert facts["run_module"]


def test_compile_and_exec(facts):
    """A user's file that is compiled has the view, and what the user's own code executes."""
    found = facts["code"]
    hows = ["compile", "no name", "string", "bytes"]
    if sys.version_info < (3, 13):
        hows.append("locals")
    assert [how for how in hows if not found[how]] == []
    assert facts["by a library"]


def test_compile_and_exec_are_pythons(facts):
    """`__future__` features are inherited, namespaces are the caller's, and errors are the same."""
    assert facts["code"]["future"] == ["nothing", "nothing"]
    assert facts["code"]["globals"] == {"x": "3"}
    assert facts["code"]["error"] == ["<string>", 1]


def test_uninstall(facts):
    """After `uninstall()` the interpreter compiles as before."""
    assert facts["after"] == [True, False, False]


HOOKS = """
import ast, importlib, os
from importlib.machinery import (EXTENSION_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader,
                                 FileFinder, PathFinder, SourceFileLoader)
from unittest import mock
root, which, order = sys.argv[1:]
sys.path.insert(0, root)
sys.dont_write_bytecode = False

class Marking(ast.NodeTransformer):
    def visit_FunctionDef(self, node):
        node.body.insert(0, ast.parse("marks.append(1)").body[0])
        return node

def marked_bytecode():
    from importlib.util import cache_from_source
    where = lambda path: cache_from_source(path, optimization="marked")
    return mock.patch("importlib._bootstrap_external.cache_from_source", where)

class OwnCode(SourceFileLoader):  # as typeguard's
    @staticmethod
    def source_to_code(data, path, *arguments):
        tree = Marking().visit(ast.parse(data if isinstance(data, ast.AST) else bytes(data)))
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)

    def get_code(self, fullname):
        with marked_bytecode():
            return super().get_code(fullname)

class SuperCode(SourceFileLoader):  # as beartype's
    def get_code(self, fullname):
        if fullname != "module":
            return super().get_code(fullname)
        with marked_bytecode():
            return super().get_code(fullname)

    def source_to_code(self, data, path, **options):
        if os.path.dirname(path) != root:
            return super().source_to_code(data, path, **options)
        tree = compile(data, path, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        tree = ast.fix_missing_locations(Marking().visit(tree))
        return super().source_to_code(tree, path, **options)

class Finder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = PathFinder.find_spec(fullname, path, target) if fullname == "module" else None
        if spec is not None:
            spec.loader = OwnCode(spec.loader.name, spec.loader.path)
        return spec

def other_hook():
    if which == "finder":
        sys.meta_path.insert(0, Finder)
    elif which == "path hook":
        assert all(hook.__name__ for hook in sys.path_hooks)
        loaders = (ExtensionFileLoader, EXTENSION_SUFFIXES), (SuperCode, SOURCE_SUFFIXES)
        sys.path_hooks.insert(0, FileFinder.path_hook(*loaders))
        sys.path_importer_cache.clear()
    elif which == "typeguard":
        import typeguard
        typeguard.install_import_hook(["module"])
    elif which == "beartype":
        import beartype.claw
        beartype.claw.beartype_package("module")

if order == "last":
    other_hook()
if order != "alone":
    import tf_spec_compat
    tf_spec_compat.install(tf1_view="*")
if order != "last":
    other_hook()
import module
facts["view"] = module.seen
try:
    module.function("no number")
except Exception as error:
    facts["other"] = type(error).__name__
else:
    facts["other"] = len(module.marks)
facts["files"] = len([name for name in os.listdir(os.path.join(root, "__pycache__"))
                      if name.startswith("module.")])
"""
MODULE = SEEN + "marks = []\n\ndef function(number: int) -> None:\n    pass\n"
HOOK_NAMES = ["finder", "path hook"]
HOOK_NAMES += [name for name in ("typeguard", "beartype") if importlib.util.find_spec(name)]


@pytest.mark.parametrize("which", HOOK_NAMES)
def test_other_import_hooks(project, which):
    """Another import hook does its work with the view, in either order, and apart without it."""
    folder = project({"module.py": MODULE})
    seen = [facts_of(HOOKS, folder, which, order) for order in ("first", "alone", "last", "alone")]
    assert [each["view"] for each in seen] == [True, False, True, False]
    assert len({each["other"] for each in seen}) == 1
    assert seen[0]["other"] != 0
    assert [each["files"] for each in seen] == [1, 2, 2, 2]
