"""The old import paths, and the TF1 view of the user's own modules."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Protocol

from tf_spec_compat.hook.installation import Installation, Request
from tf_spec_compat.hook.scope import PROGRAM, Scope

__all__ = ["Handle", "has_view", "install", "load_ipython_extension", "unload_ipython_extension"]

_INSTALLATION = Installation()


class Handle:
    """What `install()` did; `uninstall()` takes it back. Also a context manager."""

    def __init__(self, request: Request) -> None:
        """Keeps the request; users get handles from `install()`."""
        self._request = request

    def uninstall(self) -> None:
        """Takes back what this handle installed and no other handle needs; twice is once.

        User modules that were imported with the TF1 view keep it. Eager mode cannot come back while
        TensorFlow's default graph is in use; a `RuntimeWarning` says so then.
        """
        self._uninstall(3)

    def _uninstall(self, stacklevel: int) -> None:
        if not _INSTALLATION.remove(self._request):
            warnings.warn(
                "tf_spec_compat: eager execution stays off, because TensorFlow's default graph is "
                "in use; call tf.compat.v1.reset_default_graph() before uninstall() to have it.",
                RuntimeWarning,
                stacklevel=stacklevel,
            )

    def __enter__(self) -> Handle:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._uninstall(3)


def install(
    tf1_view: Iterable[str | os.PathLike[str]] | None = None,
    eager: bool = False,
    python2: bool = False,
) -> Handle:
    """Makes `tensorflow.contrib` importable and `tf.contrib` an attribute.

    From then on every legacy path (`tensorflow.contrib.learn.python.learn.estimators.head` and so
    on) is this package's module, the same object as under `tf_spec_compat.contrib`; on TensorFlow
    2.16 and newer `tf.estimator` and `tf.compat.v1.estimator` are there too. TensorFlow is not
    imported: if it is not loaded yet, it gets its attributes when it is.

    Args:
      tf1_view: Which modules are the user's own legacy code: in them `tensorflow` is
        `tensorflow.compat.v1`, and the process gets TF1 behaviour (graph mode and so on, as by
        `tf.compat.v1.disable_v2_behavior`). `"*"` stands for every module that is not installed:
        not the standard library's, nor in site-packages, nor of an editable install. A string of
        identifiers and dots is a package name, anything else a folder or file; together with `"*"`
        they widen it, alone they are all there is. Only modules imported afterwards are concerned.
        None leaves TensorFlow's behaviour and all modules alone.
      eager: Whether eager mode stays on with `tf1_view`.
      python2: Whether the user's modules are Python 2's: all of them that do not have to be Python
        3 by their syntax are converted while they are imported. Needs the package fissix.

    Returns:
      A handle whose `uninstall()` takes everything back.

    Raises:
      ModuleNotFoundError: `python2`, and there is no fissix.
      TypeError: An entry of `tf1_view` is neither a string nor a path.
      ValueError: A folder or file does not exist, `eager` or `python2` without `tf1_view`, or
        another handle has the other `eager`.

    Example:
      >>> with tf_spec_compat.install():
      ...     from tensorflow.contrib.learn.python.learn.estimators import head
      >>> head.multi_class_head is tf_spec_compat.multi_class_head
      True
    """
    if eager and tf1_view is None:
        raise ValueError("install(eager=True) needs tf1_view; without it eager mode stays on.")
    if python2:
        _check_python2(tf1_view is not None)
    request = Request(None if tf1_view is None else Scope(tf1_view), eager, python2)
    _INSTALLATION.add(request)
    return Handle(request)


def has_view(name: str, path: str) -> bool:
    """Says whether a module gets the TF1 view when it is loaded from the file `path` now."""
    return _INSTALLATION.is_user(name, path)


def _check_python2(has_view: bool) -> None:
    from tf_spec_compat.python2 import is_available

    if not has_view:
        raise ValueError("install(python2=True) needs tf1_view, which says what to convert.")
    if not is_available():
        raise ModuleNotFoundError(
            "Python 2's sources are converted by the package fissix; "
            "pip install 'tf-spec-compat[python2]'.",
            name="fissix",
        )


class _Shell(Protocol):
    ast_transformers: list[Any]


_SHELLS: list[tuple[_Shell, Handle, list[object]]] = []


def load_ipython_extension(shell: _Shell) -> None:
    """`%load_ext tf_spec_compat`: the TF1 view for a notebook and all that is not installed."""
    from tf_spec_compat.hook.libraries import LibraryTransformer
    from tf_spec_compat.hook.view import ViewTransformer

    handle = install(tf1_view=[PROGRAM, os.path.join(os.getcwd(), "")])
    transformers: list[object] = [ViewTransformer(), LibraryTransformer()]
    shell.ast_transformers += transformers
    _SHELLS.append((shell, handle, transformers))


def unload_ipython_extension(shell: _Shell) -> None:
    """`%unload_ext tf_spec_compat`: takes back what loading it did."""
    for entry in [entry for entry in _SHELLS if entry[0] is shell]:
        _SHELLS.remove(entry)
        for transformer in entry[2]:
            if transformer in shell.ast_transformers:
                shell.ast_transformers.remove(transformer)
        entry[1].uninstall()
