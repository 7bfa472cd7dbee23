"""The module `imp`."""

import os
import py_compile
import sys

import pytest

from tf_spec_compat.hook.standins import imp


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "one.py").write_text("VALUE = globals().get('VALUE', 0) + 1\n", "utf-8")
    (tmp_path / "wrong.py").write_text("1 / 0\n", "utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("NAME = __name__\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in ("other", "other.sub", "wrong", "pack"):
        sys.modules.pop(name, None)


def test_load_source(folder):
    """A file becomes the module of a name; the second time in the same module."""
    module = imp.load_source("other", str(folder / "one.py"))
    assert (module.__name__, module.VALUE) == ("other", 1)
    assert sys.modules["other"] is module
    assert imp.load_source("other", str(folder / "one.py")) is module
    assert module.VALUE == 2
    with pytest.raises(ZeroDivisionError):
        imp.load_source("wrong", str(folder / "wrong.py"))
    assert "wrong" not in sys.modules


def test_find_and_load(folder):
    """What is found can be loaded: a file, a package, a built-in module."""
    file, path, details = imp.find_module("one")
    with file:
        assert details == (".py", "r", imp.PY_SOURCE)
        assert imp.load_module("other", file, path, details).VALUE == 1
    file, path, details = imp.find_module("pack", [str(folder)])
    assert (file, path, details) == (None, str(folder / "pack"), ("", "", imp.PKG_DIRECTORY))
    assert imp.load_module("pack", file, path, details).NAME == "pack"
    assert imp.find_module("sys") == (None, None, ("", "", imp.C_BUILTIN))
    assert imp.load_module("sys", *imp.find_module("sys")) is sys
    with pytest.raises(ImportError, match="No module named 'nosuch'"):
        imp.find_module("nosuch")
    with pytest.raises(ImportError, match="Don't know how to import x"):
        imp.load_module("x", None, "x", ("", "", imp.PY_RESOURCE))
    with pytest.raises(ValueError, match="is not a package"):
        imp.load_package("x", str(folder))


def test_bytecode(folder):
    """A file of bytecode becomes a module."""
    path = py_compile.compile(str(folder / "one.py"), str(folder / "two.pyc"))
    assert imp.load_compiled("other", path).VALUE == 1


def test_the_rest(folder):
    """The small functions are those of `importlib` and `sys`."""
    assert imp.new_module("x").__name__ == "x"
    assert imp.get_tag() == sys.implementation.cache_tag
    assert (".py", "r", imp.PY_SOURCE) in imp.get_suffixes()
    assert imp.source_from_cache(imp.cache_from_source("/a/b.py")) == "/a/b.py"
    assert len(imp.get_magic()) == 4
    assert imp.init_builtin("sys") is sys
    assert imp.init_builtin("nosuch") is None
    assert imp.find_loader("one").get_filename("one") == str(folder / "one.py")
    assert imp.find_loader("nosuch") is None
    assert imp.find_loader("one", [os.devnull]) is None
    imp.acquire_lock()
    assert imp.lock_held()
    imp.release_lock()
    with pytest.raises(ImportError, match="existing directory"):
        imp.NullImporter(str(folder))
    with pytest.raises(ImportError, match="empty pathname"):
        imp.NullImporter("")
    assert imp.NullImporter("nosuch").find_module("x") is None
