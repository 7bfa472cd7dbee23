"""Hints below the tracebacks of programs that old libraries would have run."""

import io

import numpy as np
import pandas as pd
import pytest

from tf_spec_compat.hook import view
from tf_spec_compat.hook.hints import hint

FRAME = pd.DataFrame({"a": [1]})


def error_of(function):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any
        function()
    return caught.value


def missing(name):
    def fail():
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    return fail


def cannot_import(module, name):
    def fail():
        raise ImportError(f"cannot import name {name!r} from {module!r} (x.py)", name=module)

    return fail


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda: FRAME.as_matrix(), "pandas.DataFrame.as_matrix left with pandas 1.0: use to_n"),
        (lambda: FRAME.ix[0], "pandas.DataFrame.ix left with pandas 1.0"),
        (lambda: FRAME.a.set_value(0, 1), "pandas.Series.set_value left with pandas 1.0"),
        (lambda: FRAME.append(FRAME), "pandas.DataFrame.append left with pandas 2.0"),
        (lambda: pd.Panel, "pandas.Panel left with pandas 0.25"),
        (lambda: FRAME.drop("a", 1), "pandas.DataFrame.drop(axis=...) left with pandas 2.0"),
        (
            lambda: pd.read_csv(io.StringIO("a"), error_bad_lines=False),
            "pandas.read_csv(error_bad_lines=...) left with pandas 2.0: use on_bad_lines.",
        ),
        (missing("sklearn.cross_validation"), "use sklearn.model_selection."),
        (missing("sklearn.externals.joblib.parallel"), "sklearn.externals.joblib left with"),
        (cannot_import("sklearn", "grid_search"), "use sklearn.model_selection."),
        (cannot_import("scipy.misc", "imread"), "left with scipy 1.2: use imageio.imread."),
        (cannot_import("scipy.misc", "logsumexp"), "use scipy.special.logsumexp."),
        (cannot_import("sklearn.preprocessing", "Imputer"), "use sklearn.impute.SimpleImputer."),
        (cannot_import("collections", "Mapping"), "left with Python 3.10: use collections.abc"),
        (missing("asynchat"), "asynchat left with Python 3.12: install the package pyasynchat."),
        (lambda: {}.iteritems(), "dict.iteritems left with Python 3.0: use items()"),
        (lambda: eval("xrange(3)"), "xrange left with Python 3.0"),
        (missing("cPickle"), "cPickle left with Python 3.0: use pickle."),
        (lambda: eval("print >>io, 3", {"io": 1}), "looks like Python 2's print"),
    ],
)
def test_dropped(function, words):
    """The hint says which release dropped the name and what replaces it."""
    assert words in hint(error_of(function))


def test_python2_is_an_option(monkeypatch):
    """A name of Python 2 leads to the option, unless it is on."""
    assert "run it with --python2" in hint(error_of(missing("cPickle")))
    monkeypatch.setattr(view, "PYTHON2", True)
    assert "--python2" not in hint(error_of(missing("cPickle")))


def test_pickled_arrays(tmp_path):
    """The error of `numpy.load` is followed by what to pass."""
    np.save(tmp_path / "a.npy", np.array([[1], [1, 2]], dtype=object))
    assert "pass allow_pickle=True" in hint(error_of(lambda: np.load(tmp_path / "a.npy")))


def test_arguments_of_methods():
    """`yaml.load` without a loader, and methods' arguments, are known by their words."""
    error = TypeError("load() missing 1 required positional argument: 'Loader'")
    assert hint(error) == "yaml.load() changed in yaml 6.0: pass a Loader, or use yaml.safe_load."
    error = TypeError("OneHotEncoder.__init__() got an unexpected keyword argument 'sparse'")
    assert "use sparse_output" in hint(error)


@pytest.mark.parametrize(
    "source",
    [
        "print 'x'",
        "print >>f, 'x', 3 4",
        "try:\n    pass\nexcept E, e:\n    pass",
        "raise E, 'a'",
        "x = 0777",
        "x = 5L",
        "x = `3`",
        "x = ur'a'",
        "if x <> 3: pass",
        "exec code in space",
        "def f(a, (b, c)): pass",
        "lambda (a, b): a",
        "def f():\n\tx = 1\n        y = 2",
    ],
)
def test_syntax_of_python2(source):
    """A file that is Python 2 is said to be, with the option that converts it."""
    words = hint(error_of(lambda: compile(source, "old.py", "exec")))
    assert "is Python 2; if the program is, run it with --python2" in words
    assert "tf-spec-compat[python2]" in words


@pytest.mark.parametrize("source", ["x = (", "f(a b)", "def f(a=(1, 2)) pass", "x = 1 +"])
def test_other_syntax(source):
    """Any other syntax error has no hint."""
    assert hint(error_of(lambda: compile(source, "new.py", "exec"))) is None


@pytest.mark.parametrize(
    "function",
    [
        lambda: FRAME.no_such_name,
        missing("no_such_module"),
        cannot_import("collections", "NoSuchName"),
        lambda: eval("no_such_name"),
        lambda: int("x"),
        lambda: sorted(1, 2, 3),
    ],
)
def test_nothing_to_say(function):
    """Errors that no library's release explains have no hint."""
    assert hint(error_of(function)) is None
