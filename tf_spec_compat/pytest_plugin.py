"""A pytest plugin: a legacy code base's own tests run under TensorFlow 2, unedited.

It does nothing until the option `--tf1-view` or the ini value `tf1_view` names the code, for
example in `pytest.ini`:

    [pytest]
    tf1_view = .

or pytest itself runs with the view: `tf-spec-compat run -m pytest`.

pytest loads this file in every run of an environment that has the package, so it imports nothing
that pytest has not imported itself.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

import pytest

_HANDLE = "tf_spec_compat.hook.handle"

__all__ = ["pytest_addoption", "pytest_load_initial_conftests"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--tf1-view`, `--tf1-eager` and the ini values of the same names."""
    what = "package or folder whose modules see TensorFlow as TF1, or * for all not installed"
    name = "PACKAGE_OR_FOLDER"
    group = parser.getgroup("tf-spec-compat", "TF1 view (tf-spec-compat)")
    group.addoption("--tf1-view", action="append", default=[], metavar=name, help=what)
    group.addoption("--tf1-eager", action="store_true", help="leave eager mode on in the TF1 view")
    parser.addini("tf1_view", type="args", default=[], help=what)
    parser.addini("tf1_eager", type="bool", default=False, help="leave eager mode on")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Installs the hook, before any conftest is imported, if the user asked for it."""
    options = early_config.known_args_namespace
    ini = early_config.inipath
    entries = [_entry(entry, Path.cwd()) for entry in options.tf1_view]
    entries += [
        _entry(entry, early_config.rootpath if ini is None else ini.parent)
        for entry in early_config.getini("tf1_view")
    ]
    if not entries and _HANDLE not in sys.modules:
        return
    if options.assertmode != "plain":  # else pytest imports test modules as Python does
        _rewrite_assertions(early_config)
    if not entries:
        return
    from tf_spec_compat.hook.handle import install

    handle = install(
        tf1_view=entries, eager=bool(options.tf1_eager or early_config.getini("tf1_eager"))
    )

    def uninstall() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # the tests used the default graph
            handle.uninstall()

    early_config.add_cleanup(uninstall)


def _rewrite_assertions(config: pytest.Config) -> None:
    try:
        from tf_spec_compat.hook import assertions
    except ImportError as error:  # they are no public part of pytest
        raise pytest.UsageError(
            f"the TF1 view cannot explain assertions with pytest {pytest.__version__}: {error}; "
            "--assert=plain runs the tests without"
        ) from error
    config.add_cleanup(assertions.bind())


def _entry(entry: str, base: Path) -> str:
    path = base / os.path.expanduser(entry)
    return str(path) if path.exists() else entry
