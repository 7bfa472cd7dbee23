"""A pytest plugin: a legacy code base's own tests run under TensorFlow 2, unedited.

It does nothing until the option `--tf1-view` or the ini value `tf1_view` names the code, for
example in `pytest.ini`:

    [pytest]
    tf1_view = .

or pytest itself runs with the view: `tf-spec-compat run -m pytest`.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from _pytest.assertion.rewrite import AssertionRewritingHook, rewrite_asserts

from tf_spec_compat.hook.sources import ViewLoader
from tf_spec_compat.hook.view import CACHE_TAG, compile_view

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
    from tf_spec_compat.hook.handle import has_view, install

    exec_module = AssertionRewritingHook.exec_module

    def exec_with_view(hook: AssertionRewritingHook, module: ModuleType) -> None:
        path = str(module.__file__)
        if has_view(module.__name__, path):
            _RewritingLoader(module.__name__, path, hook).exec_module(module)
        else:
            exec_module(hook, module)

    AssertionRewritingHook.exec_module = exec_with_view
    early_config.add_cleanup(lambda: setattr(AssertionRewritingHook, "exec_module", exec_module))
    if not entries:
        return
    handle = install(
        tf1_view=entries, eager=bool(options.tf1_eager or early_config.getini("tf1_eager"))
    )

    def uninstall() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # the tests used the default graph
            handle.uninstall()

    early_config.add_cleanup(uninstall)


def _entry(entry: str, base: Path) -> str:
    path = base / os.path.expanduser(entry)
    return str(path) if path.exists() else entry


class _RewritingLoader(ViewLoader):
    """Gives a test module the TF1 view, then pytest's rewritten assertions."""

    tag = CACHE_TAG + "pytest" + re.sub(r"\W", "", pytest.__version__)

    def __init__(self, name: str, path: str, hook: AssertionRewritingHook) -> None:
        super().__init__(name, path)
        self._hook = hook

    def source_to_code(self, data: Any, path: Any, *args: Any, **kwargs: Any) -> CodeType:  # type: ignore[override]
        return compile_view(
            data, path, then=lambda tree: rewrite_asserts(tree, data, path, self._hook.config)
        )
