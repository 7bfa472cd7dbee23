"""What other libraries dropped: the rows are true here, and what they name is there."""

import importlib
import re
import sys
import warnings
from pkgutil import resolve_name

import numpy
import pandas
import pytest

from tf_spec_compat.hook import lookup
from tf_spec_compat.names import libraries

INSTALLED = {
    "python": sys.version_info[:2],
    "numpy": tuple(map(int, numpy.__version__.split(".")[:2])),
    "pandas": tuple(map(int, pandas.__version__.split(".")[:2])),
}
# What some platforms, some builds of Python and some releases of setuptools do not have.
OPTIONAL = {
    "crypt",
    "distutils",
    "lib2to3",
    "ssl.wrap_socket",
    "cgi",
    "cgi.escape",
    "pkg_resources",
}


def rows(library):
    return libraries.dropped(library)


def release(row):
    return tuple(map(int, row.release.split(".")[:2]))


def attribute(path):
    """Says whether there is something under a dotted path, without a word of deprecation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            resolve_name(path)
        except (AttributeError, ImportError):
            return False
        return True


@pytest.mark.parametrize("library", ["python", "numpy", "pandas"])
def test_what_was_dropped_is_not_there(library):
    """A name that left with this release or an older one is gone."""
    there = [
        row.path
        for row in rows(library)
        if row.argument is None
        and release(row) <= INSTALLED[library]
        and row.path not in OPTIONAL
        and attribute(row.path)
    ]
    # NumPy 2.0 gave two of the names to other things, 1.20 left functions that say so.
    fine = {"numpy.bool", "numpy.long"}
    if INSTALLED["numpy"] < (2, 0):
        fine |= {row.path for row in rows("numpy") if row.release == "1.20"}
    assert sorted(set(there) - fine) == []


@pytest.mark.parametrize("library", ["python", "numpy"])
def test_what_is_dropped_later_is_there(library):
    """A name that leaves with a newer release is still there."""
    missing = [
        row.path
        for row in rows(library)
        if row.argument is None and release(row) > INSTALLED[library] and not attribute(row.path)
    ]
    assert sorted(set(missing) - OPTIONAL) == []


@pytest.mark.parametrize("library", ["python", "python2", "numpy"])
def test_homes(library):
    """What the view gives back is found where the table says."""
    for row in rows(library):
        home = row.home or "."
        is_later = row.library == "numpy" and release(row) > INSTALLED["numpy"]
        if home.startswith(".") or is_later:
            continue
        if row.name == "*":
            assert importlib.import_module(home.replace("hook.", "tf_spec_compat.hook.")), row.path
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some are to leave from there too
            assert lookup.stand_in(row) is not None, row.path


@pytest.mark.parametrize("library", ["python", "numpy", "pandas"])
def test_advice_names_what_is_there(library):
    """Each dotted path that is to be used instead exists."""
    known = {"numpy", "pandas", *sys.stdlib_module_names} if sys.version_info >= (3, 10) else set()
    for row in rows(library):
        if release(row) > INSTALLED[library]:
            continue
        for path in re.findall(r"\b[a-z]\w*(?:\.\w+)+", row.instead):
            if path.partition(".")[0] in known:
                assert attribute(path), f"{row.path}: {path}"


def test_words():
    """A row says what left with which release, and what to use."""
    found = {row.path: row.advice for library in libraries.LIBRARIES for row in rows(library)}
    assert found["collections.Mapping"] == (
        "collections.Mapping left with Python 3.10: use collections.abc.Mapping."
    )
    assert found["pandas.read_csv"] == (
        "pandas.read_csv(tupleize_cols=...) left with pandas 1.0: leave it out."
    )
    assert found["numpy.load"].startswith("numpy.load() changed in numpy 1.16.3: ")
    assert found["sklearn.cross_validation"] == (
        "sklearn.cross_validation left with sklearn 0.20: use sklearn.model_selection."
    )
    assert found["xrange" if "xrange" in found else "builtins.xrange"].startswith("xrange left")


def test_every_line_is_read():
    """Each row has a release and words, and none stands twice."""
    for library in libraries.LIBRARIES:
        seen = set()
        for row in rows(library):
            assert re.fullmatch(r"\d+\.\d+(\.\d+)?", row.release), row.path
            assert row.owner, row.name
            assert row.instead.strip(), row.path
            key = row.path, row.argument
            assert key not in seen, key
            seen.add(key)
