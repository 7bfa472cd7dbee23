"""A pytest plugin: a legacy code base's own tests run under TensorFlow 2, unedited.

It does nothing until the option `--tf1-view` or the ini value `tf1_view` names the code, for
example in `pytest.ini`:

    [pytest]
    tf1_view = .
"""

from __future__ import annotations

import ast
import os
import re
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.assertion.rewrite import AssertionRewritingHook, rewrite_asserts

from tf_spec_compat.hook import view

__all__ = ["pytest_addoption", "pytest_load_initial_conftests"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--tf1-view`, `--tf1-eager` and the ini values of the same names."""
    what = "package or folder whose modules see TensorFlow as TF1"
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
    if not entries:
        return
    from tf_spec_compat.hook.handle import install

    view.ADAPTERS[AssertionRewritingHook] = _RewritingLoader
    handle = install(
        tf1_view=entries, eager=bool(options.tf1_eager or early_config.getini("tf1_eager"))
    )

    def uninstall() -> None:
        del view.ADAPTERS[AssertionRewritingHook]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # the tests used the default graph
            handle.uninstall()

    early_config.add_cleanup(uninstall)


def _entry(entry: str, base: Path) -> str:
    folder = base / os.path.expanduser(entry)
    return os.path.join(folder, "") if folder.is_dir() else entry


class _RewritingLoader(view.ViewLoader):
    """Gives a test module the TF1 view, then pytest's rewritten assertions."""

    tag = view.CACHE_TAG + "pytest" + re.sub(r"\W", "", pytest.__version__)

    def __init__(self, name: str, path: str, hook: AssertionRewritingHook) -> None:
        super().__init__(name, path)
        self._hook = hook

    def _is_concerned(self, data: bytes) -> bool:
        return True

    def _then(self, data: bytes, path: str) -> Callable[[ast.Module], None]:
        return lambda tree: rewrite_asserts(tree, data, path, self._hook.config)
