"""`tf-spec-compat run`: the program sees what `python` would show it, and TF1."""

import os
import py_compile
import shutil
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.hook.conftest import ROOT, run_python
from tests.keras2 import needs_keras2
from tf_spec_compat._tf import keras

PLAIN = """\
import sys, os

def show():
    print(__name__, __file__, sys.argv, sys.path[0], __package__, __spec__ and __spec__.name)

show()
assert sys.modules["__main__"].show is show
assert "tensorflow" not in sys.modules
how = sys.argv[1]
if how == "exit":
    sys.exit(7)
if how == "words":
    sys.exit("words for stderr")
if how == "raise":
    import helper
    helper.fail()
if how == "signal":
    import time
    print("ready", flush=True); time.sleep(60)
if how == "pickle":
    import pickle
    class Kept: pass
    assert type(pickle.loads(pickle.dumps(Kept()))) is Kept
    import inspect
    print(inspect.getsource(show).splitlines()[0], inspect.getsource(Kept).strip())
if how == "chain":
    try:
        helper
    except NameError as error:
        raise KeyError("second") from error
"""


# What a program can see of how it was started. `__builtins__` of bytecode is not the module.
MAIN = """\
import sys
names = sorted(globals())
print(__name__, __file__, sys.argv, sys.path[0], repr(__package__), type(__loader__).__name__)
print(__spec__ and (__spec__.name, __spec__.origin, __spec__.cached), __cached__, names)
print(sys.modules["__main__"].__dict__ is globals(), __doc__)
if sys.argv[-1] == "raise":
    import helper
    helper.fail()
if sys.argv[-1] == "exit":
    sys.exit("words")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programs")
    files = {
        "plain.py": PLAIN,
        "helper.py": "def fail():\n    raise ValueError('wrong')\n",
        "pack/__init__.py": "",
        "pack/task.py": PLAIN,
        "pack/__main__.py": "print('package', __name__, __package__)\n",
        "app/__main__.py": MAIN,
        "app/helper.py": "def fail():\n    raise ValueError('wrong')\n",
        "empty/nothing.txt": "",
        "broken.py": "x = 1\nprint 'python 2'\n",
        "imports_broken.py": "import broken\n",
    }
    for name, source in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(source, "utf-8")
    py_compile.compile(folder / "app" / "__main__.py", folder / "main.pyc", doraise=True)
    shutil.copy(folder / "app" / "__main__.py", folder / "no_suffix")
    shutil.make_archive(str(folder / "app"), "zip", folder / "app")
    return folder


def run(*arguments, cwd=ROOT):
    return run_python("-m", "tf_spec_compat", "run", *arguments, cwd=cwd)


def test_script_sees_what_python_shows(folder):
    """Name, file, arguments and first path entry are those that `python script.py` gives."""
    script = folder / "plain.py"
    done = run(script, "a", "--eager", "-m", "--", "b")
    plain = run_python(script, "a", "--eager", "-m", "--", "b")
    assert done.returncode == plain.returncode == 0
    assert done.stdout == plain.stdout
    assert f"['{script}', 'a', '--eager', '-m', '--', 'b']" in done.stdout


def test_module_sees_what_python_shows(folder):
    """With `-m`, too, including the package and the spec."""
    done = run("-m", "pack.task", "a", "-m", cwd=folder)
    plain = run_python("-m", "pack.task", "a", "-m", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == plain.stdout
    assert "pack.task" in done.stdout


@pytest.mark.parametrize(
    "target",
    ["app", "./app/", "app.zip", "main.pyc", "no_suffix", "./no_suffix", "-mapp", "-m app.helper"],
)
@pytest.mark.parametrize("last", ["raise", "exit"])
def test_programs_of_every_kind_see_what_python_shows(folder, target, last):
    """Folders, zip files, bytecode and modules run as by `python`: names, tracebacks, exit code."""
    arguments = [*target.split(), "--eager", "-m", last]
    done, plain = run(*arguments, cwd=folder), run_python(*arguments, cwd=folder)
    assert done.stdout == plain.stdout
    assert done.stderr == plain.stderr
    assert done.returncode == plain.returncode == ("helper" not in target)


@pytest.mark.parametrize("target", ["-m os", "empty", "-m empty", "-mbroken", "imports_broken.py"])
def test_what_does_not_run_ends_as_by_python(folder, target):
    """What cannot be run, or does nothing, ends with the words and exit code of `python`."""
    done, plain = run(*target.split(), cwd=folder), run_python(*target.split(), cwd=folder)
    words, _, _ = done.stderr.partition("\ntf-spec-compat: ")  # a hint for Python 2's syntax
    assert (done.returncode, done.stdout, words) == (
        plain.returncode,
        plain.stdout,
        plain.stderr,
    )


def test_package_runs_its_main(folder):
    """`-m package` runs the package's `__main__`."""
    assert run("-m", "pack", cwd=folder).stdout == "package __main__ pack\n"


def test_exit_codes(folder):
    """The exit code and the words of `sys.exit` pass through."""
    assert run(folder / "plain.py", "exit").returncode == 7
    done = run(folder / "plain.py", "words")
    assert (done.returncode, done.stderr) == (1, "words for stderr\n")


@pytest.mark.parametrize("how", ["raise", "chain"])
def test_tracebacks_are_pythons(folder, how):
    """A traceback shows the program's frames and no others, in chained errors too."""
    script = folder / "plain.py"
    done, plain = run(script, how), run_python(script, how)
    assert done.returncode == plain.returncode == 1
    assert done.stderr == plain.stderr
    assert "plain.py" in done.stderr


def test_syntax_errors_are_pythons(folder):
    """A program that does not parse is reported as by `python`, without our frames, and a hint."""
    done, plain = run(folder / "broken.py"), run_python(folder / "broken.py")
    assert done.returncode == 1
    words, _, hint = done.stderr.partition("\ntf-spec-compat: ")
    assert words == plain.stderr
    assert "print 'python 2'" in words
    assert "broken.py, line 2, is Python 2" in hint
    assert "--python2" in hint


def test_program_is_what_pickle_and_inspect_find(folder):
    """Classes of `__main__` pickle, and their source is found."""
    done = run(folder / "plain.py", "pickle")
    assert done.stdout.splitlines()[-1] == "def show(): class Kept: pass", done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_pass_through(folder, number):
    """A signal ends the program as it ends it under `python`."""
    codes = []
    for command in (["-m", "tf_spec_compat", "run"], []):
        # In the background of a shell SIGINT is ignored, and children inherit that.
        before = signal.signal(number, signal.SIG_DFL)
        try:
            process = subprocess.Popen(
                [sys.executable, *command, str(folder / "plain.py"), "signal"],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                # The line is the same wherever on it the signal comes; marks in it would not be.
                env={**os.environ, "PYTHONNODEBUGRANGES": "1"},
            )
        finally:
            signal.signal(number, before)
        with process:
            lines = iter(process.stdout.readline, "")
            assert any(line == "ready\n" for line in lines)
            process.send_signal(number)
            errors = process.stderr.read()
        codes.append((process.returncode, errors))
    assert codes[0] == codes[1]


def test_bad_calls(folder):
    """A missing script or module, and a missing package, end in one line that names it."""
    done = run("nosuch.py")
    assert (done.returncode, done.stderr) == (
        2,
        "tf-spec-compat run: there is no file 'nosuch.py'\n",
    )
    done = run("-m", "nosuch.module")
    plain = run_python("-m", "nosuch.module")
    assert (done.returncode, done.stderr) == (plain.returncode, plain.stderr) == (1, plain.stderr)
    done = run()
    assert done.returncode == 2
    assert done.stderr.endswith("run: error: the following arguments are required: PROGRAM\n")
    done = run("--package", "no/such", folder / "plain.py", "x")
    assert done.returncode == 2
    assert "no/such" in done.stderr


LEGACY = {
    "program.py": """\
        from __future__ import print_function
        import sys
        import tensorflow as tf
        from tensorflow.contrib import learn
        from tensorflow.contrib.learn.python.learn.estimators import model_fn
        import near, outside, marked

        flags = tf.flags
        flags.DEFINE_string("how", "", "What to do.")
        FLAGS = flags.FLAGS

        def main(unused):
            x = tf.placeholder(tf.float32, [None, 2])
            assert learn.ModelFnOps is model_fn.ModelFnOps is tf.contrib.learn.ModelFnOps
            print("near", near.tf is tf, "outside", outside.tf is tf, "marked", marked.tf is tf)
            print("rest", unused[1:], "dense", tf.layers.dense(x, 3).shape.as_list())
            print("graph", not tf.executing_eagerly(), tf.estimator.Estimator.__name__)
            if FLAGS.how == "gone":
                from tensorflow.contrib import tensor_forest
            if FLAGS.how == "outside":
                outside.build()
            return 5

        if __name__ == "__main__":
            tf.app.run()
        """,
    "near.py": "import tensorflow as tf\n",
    "narrow.py": "import near, marked, tensorflow as tf\nprint(near.tf is tf, marked.tf is tf)\n",
    "layers.py": "import tensorflow as tf\ntf.layers.dense\n",
    "eager.py": """\
        import tensorflow as tf
        print(tf.executing_eagerly(), tf.resource_variables_enabled(), int(tf.add(1, 2)))
        """,
}
OTHERS = {
    "outside.py": "import tensorflow as tf\n\ndef build():\n    return tf.placeholder\n",
    "marked.py": "import tensorflow as tf\n",
}


@pytest.fixture(scope="module")
def legacy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("legacy")
    others = tmp_path_factory.mktemp("others") / "site-packages"
    others.mkdir()
    for where, files in ((folder, LEGACY), (others, OTHERS)):
        for name, source in files.items():
            (where / name).write_text(textwrap.dedent(source), "utf-8")

    def run_legacy(*arguments, environment=None):
        command = ["-m", "tf_spec_compat", "run", *arguments]
        return run_python(*command, cwd=folder, paths=[others], environment=environment)

    return run_legacy


@needs_keras2
def test_legacy_program(legacy):
    """A TF1 program runs: flags, `tf.app.run`, contrib, `tf.layers`, estimators and exit code."""
    done = legacy("--package", "marked", "program.py", "a", "--how=x")
    assert done.returncode == 5, done.stderr
    assert done.stdout.splitlines() == [
        "near True outside False marked True",
        "rest ['a'] dense [None, 3]",
        "graph True Estimator",
    ]


@pytest.mark.parametrize("target", ["narrow.py", "-m narrow"])
def test_only(legacy, target):
    """`--only` covers the program itself and what it names, installed or not."""
    done = legacy("--only=marked", *target.split())
    assert done.stdout == "False True\n", done.stderr
    done = legacy("--only", "marked", "--package", "near", *target.split())
    assert done.stdout == "True True\n", done.stderr


def test_root_of_the_program_beside_its_folder(tmp_path):
    """A program's package has the view where the program's own folder is another."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "hooks.py").write_text(
        "import tensorflow as tf\nclass Hook(tf.train.SessionRunHook): pass\n", "utf-8"
    )
    (tmp_path / "bin" / "main.py").write_text(
        "import os, sys\n"
        "sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))\n"
        "import pkg.hooks\nprint(pkg.hooks.Hook.__name__)\n",
        "utf-8",
    )
    done = run("bin/main.py", cwd=tmp_path)
    assert done.stdout == "Hook\n", done.stderr


@needs_keras2
def test_advice_ends_at_the_programs_line(legacy):
    """A name that is gone ends in its advice, below the line of the program that asks for it."""
    done = legacy("program.py", "--how=gone")
    assert done.returncode == 1
    assert "_hook" not in done.stderr
    last = done.stderr.splitlines()[-4:]
    assert last[-1].startswith("ModuleNotFoundError: 'tensorflow.contrib.tensor_forest' is gone")
    assert any("tensor_forest" in line for line in last[:-1])


@needs_keras2
def test_legacy_code_that_is_installed_is_named(legacy):
    """Where a library turns out to be legacy code, the last line says which option it needs."""
    done = legacy("program.py", "--how=outside")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("run with --package outside.")


@pytest.mark.skipif(not keras.needs_variable(), reason="TensorFlow <= 2.15 has Keras 2 itself")
def test_missing_keras_2_is_explained(legacy):
    """Where TensorFlow would use Keras 3, the last line says what to install or set."""
    done = legacy("layers.py", environment={keras.VARIABLE: "0"})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("tf-spec-compat: This needs Keras 2")


def test_eager(legacy):
    """`--eager` leaves eager mode on, and the rest of TF1's behaviour."""
    done = legacy("--eager", "eager.py")
    assert done.stdout == "True False 3\n", done.stderr
