"""Which modules the TF1 view covers."""

import ast
import json
import os
import zipfile

import pytest

from tests.hook.conftest import facts_of
from tf_spec_compat import names
from tf_spec_compat.hook import installed
from tf_spec_compat.hook.scope import Scope


@pytest.mark.parametrize("wrong", [3, b"x", None])
def test_scope_refuses_other_types(wrong):
    """What is neither a string nor a path is refused with its repr."""
    with pytest.raises(TypeError):
        Scope([wrong])


def test_scope_refuses_missing_folders(tmp_path):
    """A folder that is not there is refused by name."""
    with pytest.raises(ValueError, match="neither a package name nor a folder"):
        Scope([tmp_path / "nosuch"])


def test_scope_of_folders(tmp_path):
    """A folder covers what is below it, except environments inside it and this package."""
    inside = tmp_path / "venv" / "lib" / "site-packages"
    inside.mkdir(parents=True)
    scope = Scope([tmp_path])
    assert scope.holds("a", str(tmp_path / "a.py"))
    assert scope.holds("p.a", str(tmp_path / "p" / "a.py"))
    assert not scope.holds("a", str(inside / "a.py"))
    assert not scope.holds("a", str(tmp_path) + "-other/a.py")
    assert Scope([inside]).holds("a", str(inside / "a.py"))
    assert not Scope(["/"]).holds("ast", ast.__file__)
    assert not Scope(["/"]).holds("tf_spec_compat.names", names.__file__)


def test_scope_of_packages():
    """A package is covered wherever it is, by its whole name."""
    scope = Scope(["trainer", "lib.legacy"])
    assert scope.holds("trainer.task", "/x/site-packages/trainer/task.py")
    assert scope.holds("lib.legacy", "/x/lib/legacy.py")
    assert not scope.holds("trainers", "/x/trainers.py")
    assert not scope.holds("lib", "/x/lib/__init__.py")


def test_scope_of_a_name_that_is_a_folder(tmp_path, monkeypatch):
    """A name that is a folder's here too covers the package of that name, and the folder."""
    (tmp_path / "src" / "lib").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    scope = Scope(["src"])
    assert scope.holds("lib.a", "bin/../src/lib/a.py")
    assert scope.holds("src.a", "/x/site-packages/src/a.py")
    assert not scope.holds("lib.a", "lib/a.py")


def test_scope_of_files(tmp_path):
    """A file covers itself, by whichever of its paths; a zip file covers what is in it."""
    (tmp_path / "main.py").touch()
    (tmp_path / "link.py").symlink_to(tmp_path / "main.py")
    with zipfile.ZipFile(tmp_path / "app.zip", "w"):
        pass
    scope = Scope([tmp_path / "main.py", tmp_path / "app.zip"])
    assert scope.holds("__main__", str(tmp_path / "x" / ".." / "main.py"))
    assert scope.holds("__main__", str(tmp_path / "link.py"))
    assert scope.holds("p.a", str(tmp_path / "app.zip" / "p" / "a.py"))
    assert not scope.holds("other", str(tmp_path / "other.py"))


def test_scope_of_the_program(tmp_path, monkeypatch):
    """`"*"` covers all but the standard library, this package and what is installed."""
    site = tmp_path / "venv" / "lib" / "site-packages"
    site.mkdir(parents=True)
    (tmp_path / "linked").symlink_to(site)
    scope = Scope("*")
    monkeypatch.chdir(tmp_path)
    assert scope.holds("a", str(tmp_path / "a.py"))
    assert scope.holds("p.a", "bin/../p/a.py")
    assert scope.holds("p.a", str(tmp_path / "app.zip" / "p" / "a.py"))
    assert not scope.holds("a", str(site / "a.py"))
    assert not scope.holds("a", str(tmp_path / "linked" / "a.py"))
    assert not scope.holds("a", str(tmp_path / "x" / "dist-packages" / "p" / "a.py"))
    assert not scope.holds("ast", ast.__file__)
    assert not scope.holds("json", json.__file__)
    assert not scope.holds("pytest", pytest.__file__)
    assert not scope.holds("tf_spec_compat.names", names.__file__)
    assert Scope(["*", "named"]).holds("named.a", str(site / "named" / "a.py"))
    (site / "p").mkdir()
    assert Scope(["*", site / "p"]).holds("p.a", str(site / "p" / "a.py"))


@pytest.mark.parametrize("how", ["direct_url.json", "egg-link"])
def test_scope_of_the_program_without_editable_projects(tmp_path, monkeypatch, how):
    """`"*"` leaves editable installs out, unless a folder or file in them is named."""
    project = tmp_path / "a project"
    site = tmp_path / "venv" / "site-packages"
    (site / "lib.dist-info").mkdir(parents=True)
    (project / "src").mkdir(parents=True)
    if how == "egg-link":
        (site / "lib.egg-link").write_text(f"{project}\n../", "utf-8")
    else:
        said = {"dir_info": {"editable": True}, "url": project.as_uri()}
        (site / "lib.dist-info" / how).write_text(json.dumps(said), "utf-8")
    monkeypatch.syspath_prepend(str(site))
    assert os.path.join(project, "") in installed.editable_projects()
    module = "lib.a", str(project / "src" / "lib" / "a.py")
    assert not Scope(["*"]).holds(*module)
    assert Scope(["*"]).holds("a", str(tmp_path / "a.py"))
    assert Scope(["*", "lib"]).holds(*module)
    assert Scope(["*", project]).holds(*module)
    assert Scope(["*", project / "src"]).holds("tools", str(project / "tools.py"))


def test_scope_of_the_program_without_a_target_of_pip(tmp_path, monkeypatch):
    """What `pip install --target` wrote is installed; what lies beside it is the user's."""
    folder = tmp_path / "folder"
    (folder / "lib-1.0.dist-info").mkdir(parents=True)
    record = "lib/__init__.py,sha256=x,1\nlib-1.0.dist-info/RECORD,,\nsingle.py,sha256=y,2\n"
    (folder / "lib-1.0.dist-info" / "RECORD").write_text(record, "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    for scope in (Scope("*"), Scope(["*", folder])):
        assert not scope.holds("lib.a", str(folder / "lib" / "a.py"))
        assert not scope.holds("single", str(folder / "single.py"))
        assert scope.holds("own", str(folder / "own.py"))
        assert scope.holds("own.a", str(folder / "own" / "a.py"))
    assert Scope(["*", "single"]).holds("single", str(folder / "single.py"))


def test_handles_add_up(project):
    """What one of several handles covers has the view; TensorFlow itself never has."""
    code = """
    import os
    from tf_spec_compat.hook.handle import has_view, install
    paths = {name: os.path.join(sys.argv[1], "site-packages", name, "a.py") for name in "abc"}
    seen = lambda: [name for name in "abc" if has_view(name + ".a", paths[name])]
    first, second = install(tf1_view=["a", "tensorflow"]), install(tf1_view=["b"])
    facts["both"] = seen()
    facts["tensorflow"] = has_view("tensorflow.x", "/x.py"), has_view("tensorflow", "/x.py")
    first.uninstall()
    facts["one"] = seen()
    second.uninstall()
    facts["none"] = seen()
    """
    facts = facts_of(code, project({}))
    assert facts == {"both": ["a", "b"], "tensorflow": [False, False], "one": ["b"], "none": []}
