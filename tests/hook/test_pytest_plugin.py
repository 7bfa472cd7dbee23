"""The pytest plugin: off by default, and a legacy suite runs with it."""

import importlib.metadata
import re

import pytest

from tests.hook.conftest import run_python

PLUGIN = "tf_spec_compat.pytest_plugin"
IS_ENTRY_POINT = any(
    entry.group == "pytest11" and entry.value == PLUGIN
    for distribution in importlib.metadata.distributions()
    for entry in distribution.entry_points
)

FILES = {
    "net.py": """\
        import tensorflow as tf

        def build():
            return tf.placeholder(tf.float32, [None, 2], name="x")
        """,
    "suite/conftest.py": """\
        import pytest
        import tensorflow as tf

        @pytest.fixture
        def graph():
            with tf.Graph().as_default() as graph:
                yield graph
        """,
    "suite/test_net.py": """\
        import tensorflow as tf
        from absl.testing import parameterized
        from tensorflow.contrib.learn.python.learn.estimators import model_fn

        import net

        class NetTest(tf.test.TestCase, parameterized.TestCase):
            @parameterized.parameters(1, 2)
            def test_session(self, number):
                with self.cached_session() as session:
                    self.assertAllEqual(session.run(tf.constant(number)), number)

            def test_contrib(self):
                self.assertIs(tf.contrib.learn.ModelFnOps, model_fn.ModelFnOps)

        def test_placeholder(graph):
            assert net.build().graph is graph

        def test_failing():
            values = [1, 2]
            assert values == [1, 3], "seen"
        """,
    "plain/test_plain.py": """\
        import sys

        def test_nothing_is_installed():
            ours = {name for name in sys.modules if name.startswith("tf_spec_compat")}
            assert ours <= {"tf_spec_compat", "tf_spec_compat.lazy", "tf_spec_compat.pytest_plugin"}
            assert "tensorflow" not in sys.modules
        """,
}


@pytest.fixture(scope="module")
def folder(project):
    return project(FILES)


def run_pytest(folder, *arguments):
    (folder / "pytest.ini").write_text("[pytest]\n" + arguments[0], "utf-8")
    options = ["-p", "no:randomly", "-q", *arguments[1:]]
    if not IS_ENTRY_POINT:
        options += ["-p", PLUGIN]
    return run_python("-m", "pytest", *options, cwd=folder, paths=[folder])


@pytest.mark.parametrize(
    ("ini", "arguments"),
    [
        ("tf1_view = .", ["suite"]),
        ("", ["--tf1-view=.", "--import-mode=importlib", "suite"]),
        ("tf1_view = net suite", ["-n1", "suite"]),
    ],
    ids=["ini", "option", "xdist"],
)
def test_legacy_suite(folder, ini, arguments):
    """A suite of `tf.test.TestCase`s, absl cases and fixtures runs, with assertions explained."""
    done = run_pytest(folder, ini, *arguments)
    assert re.search(r"1 failed, 4 passed", done.stdout), done.stdout + done.stderr
    assert "assert [1, 2] == [1, 3]" in done.stdout
    assert "At index 1 diff: 2 != 3" in done.stdout
    names = {path.name for path in (folder / "suite" / "__pycache__").iterdir()}
    assert any(re.search(r"^test_net\..*\.opt-tf1view\d+pytest", name) for name in names), names


def test_pytest_under_run(folder):
    """`run -m pytest` gives a suite the view without an option, and bytecode names of its own."""
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    options = ["-p", "no:randomly", "-q", *([] if IS_ENTRY_POINT else ["-p", PLUGIN])]
    command = ["-m", "tf_spec_compat", "run", "-m", "pytest", *options, "suite"]
    done = run_python(*command, cwd=folder, paths=[folder])
    assert re.search(r"1 failed, 4 passed", done.stdout), done.stdout + done.stderr
    names = {path.name for path in (folder / "suite" / "__pycache__").iterdir()}
    assert all("tf1view" in name for name in names), names


def test_legacy_suite_without_rewritten_assertions(folder):
    """With `--assert=plain` nothing of pytest's own import hook is needed, or touched."""
    (folder / "hidden.py").write_text("import sys\nsys.modules['_pytest.doctest'] = None\n")
    done = run_pytest(folder, "tf1_view = .", "--assert=plain", "suite")
    assert re.search(r"1 failed, 4 passed", done.stdout), done.stdout + done.stderr
    assert "[1, 2] == [1, 3]" not in done.stdout.partition("assert values")[2]


def test_pytest_that_rewrites_differently(folder):
    """Where pytest has no such import hook any more, the call ends with what to do."""
    # pytest's own functions keep it, for plugins whose bytecode is not cached.
    (folder / "newer.py").write_text(
        "import sys, types\n"
        "import _pytest.assertion.rewrite as module\n"
        "sys.modules[module.__name__] = newer = types.ModuleType(module.__name__)\n"
        "vars(newer).update(vars(module))\n"
        "del newer.rewrite_asserts\n",
        "utf-8",
    )
    done = run_pytest(folder, "tf1_view = .", "-p", "newer", "suite")
    assert done.returncode == 4, done.stdout
    assert "--assert=plain runs the tests without" in done.stderr


def test_off_by_default(folder):
    """Without the option or ini value nothing is installed or imported."""
    done = run_pytest(folder, "", "plain")
    assert "1 passed" in done.stdout, done.stdout


def test_folder_that_is_not_there(folder):
    """A folder that does not exist is an error of the call, by name."""
    done = run_pytest(folder, "tf1_view = no/such", "plain")
    assert done.returncode != 0
    assert "no/such" in done.stderr + done.stdout
