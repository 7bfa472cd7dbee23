"""What is installed in this process: one finder, however many handles."""

from __future__ import annotations

import os
import sys
import threading
from types import ModuleType

from tf_spec_compat import _tf, contrib, names
from tf_spec_compat.hook import old_numpy, shown_version
from tf_spec_compat.hook.behaviour import Behaviour
from tf_spec_compat.hook.bindings import Bindings
from tf_spec_compat.hook.finder import Finder
from tf_spec_compat.hook.scope import Scope

__all__ = ["Installation", "Request"]


class Request:
    """What one `install()` asked for."""

    def __init__(self, scope: Scope | None, eager: bool, python2: bool = False) -> None:
        """Takes the user's modules (None: no TF1 view), and how they are to be read.

        Args:
          scope: Which they are.
          eager: Whether eager mode stays on.
          python2: Whether they may be Python 2's.
        """
        self.scope = scope
        self.eager = eager
        self.python2 = python2


class Installation:
    """The state that all handles of a process share."""

    def __init__(self) -> None:
        """Starts with nothing installed."""
        self._lock = threading.RLock()
        self._requests: list[Request] = []
        self._bindings = Bindings()
        self._view_bindings = Bindings()
        self._behaviour: Behaviour | None = None
        self._has_old_numpy = False
        self._scopes: list[Scope] = []
        self._has_view = False
        self._variable: str | None = None  # of the environment, that was set
        self._applying = False
        self._finder: Finder | None = None

    def add(self, request: Request) -> None:
        """Installs what is not installed yet.

        Raises:
          ValueError: Another handle wants eager mode the other way.
        """
        with self._lock:
            if request.scope is not None:
                for other in self._views():
                    if other.eager != request.eager:
                        raise ValueError(
                            f"install(eager={request.eager}): another handle of this process has "
                            f"eager={other.eager}; uninstall that one first."
                        )
            self._requests.append(request)
            if self._finder is None:
                self._finder = Finder(self._bindings, self._imported)
                sys.meta_path.insert(0, self._finder)
            try:
                self._refresh()
            except BaseException:
                self.remove(request)
                raise

    def remove(self, request: Request) -> bool:
        """Takes back what no other handle needs.

        Returns:
          Whether that was possible; False if eager mode stays off.
        """
        with self._lock:
            if request not in self._requests:
                return True
            self._requests.remove(request)
            restored = self._refresh()
            if not self._requests and self._finder is not None:
                self._finder.bound = False
                if self._finder in sys.meta_path:
                    sys.meta_path.remove(self._finder)
                self._finder = None
                self._bindings.undo()
            return restored

    def is_user(self, name: str, path: str) -> bool:
        """Says whether the module `name` of the file `path` has the TF1 view when it is loaded."""
        if name.startswith("tensorflow") and name[10:11] in ("", "."):
            return False
        return any(scope.holds(name, path) for scope in self._scopes)

    def _views(self) -> list[Request]:
        return [request for request in self._requests if request.scope is not None]

    def _refresh(self) -> bool:
        restored = True
        assert self._finder is not None
        views = self._views()
        self._finder.has_view = bool(views)
        self._scopes = [view.scope for view in views if view.scope is not None]
        if views:
            self._start_view()
        else:
            restored = self._end_view()
        for name, apply in (("numpy", self._apply_numpy), ("tensorflow", self._apply)):
            module = sys.modules.get(name)
            if module is not None and not _is_loading(module):
                apply(module)
        return restored

    def _start_view(self) -> None:
        if not self._has_view:
            from tf_spec_compat._tf import keras
            from tf_spec_compat.hook.sources import bind

            self._has_view = True
            bind(self.is_user, self._view_bindings)
            if keras.set_variable() is keras.Outcome.SET:
                self._variable = keras.VARIABLE
        if any(request.python2 for request in self._requests):
            import tf_spec_compat.hook.view as view

            self._view_bindings.set(view, "PYTHON2", True)

    def _end_view(self) -> bool:
        self._view_bindings.undo()
        self._has_view = self._has_old_numpy = False
        if self._variable is not None:
            os.environ.pop(self._variable, None)
            self._variable = None
        if self._behaviour is not None:
            behaviour, self._behaviour = self._behaviour, None
            return behaviour.undo()
        return True

    def _imported(self, module: ModuleType) -> None:
        with self._lock:
            if module.__name__ == "numpy":
                self._apply_numpy(module)
            elif module.__name__ in names.internals():
                if self._behaviour is not None:  # TensorFlow has its view
                    self._complete(module)
            elif self._finder is not None:
                self._apply(module)

    def _apply_numpy(self, numpy: ModuleType) -> None:
        if self._views() and not self._has_old_numpy:
            self._has_old_numpy = True
            old_numpy.bind(numpy, self._view_bindings)

    def _apply(self, tensorflow: ModuleType) -> None:
        if self._applying:  # what it imports is watched, and leads back here
            return
        self._applying = True
        try:
            if self._requests and self._finder is not None and not self._finder.bound:
                self._bind(tensorflow, self._finder)
            views = self._views()
            if views and self._behaviour is None:
                self._behaviour = Behaviour(views[0].eager)
                self._bind_view(tensorflow)
        finally:
            self._applying = False

    def _bind(self, tensorflow: ModuleType, finder: Finder) -> None:
        finder.bound = True
        v1_modules = _v1_modules(tensorflow)
        for owner in [tensorflow, *v1_modules]:
            self._bindings.set(owner, "contrib", contrib)
        if "estimator" not in vars(v1_modules[0]):  # TensorFlow >= 2.16
            v1_estimator, v2_estimator = _tf.estimator, _tf.estimator_v2()
            self._bindings.set(tensorflow, "estimator", v2_estimator)
            for owner in v1_modules:
                self._bindings.set(owner, "estimator", v1_estimator)
            # In a TF1 program `tf.compat` is that of `tf.compat.v1`, with modules of its own.
            for compat in [tensorflow.compat, *(module.compat for module in v1_modules)]:
                self._bindings.set(compat.v1, "estimator", v1_estimator)
                self._bindings.set(compat.v2, "estimator", v2_estimator)

    def _bind_view(self, tensorflow: ModuleType) -> None:
        for name, module in _tf.view_attributes():
            for owner in _v1_modules(tensorflow):
                self._view_bindings.set(owner, name, module)
        for owner in _v1_modules(tensorflow):
            shown_version.bind(owner, self._view_bindings)
        self._view_bindings.set(
            _tf.BaseResourceVariable, "initialized_value", _tf.initialized_value
        )
        for path in names.internals():
            loaded = sys.modules.get(path)
            if loaded is not None and not _is_loading(loaded):
                self._complete(loaded)

    def _complete(self, module: ModuleType) -> None:
        """Gives a module of TensorFlow the names that it had in TF 1.15."""
        self._view_bindings.set(module, "__getattr__", _tf.legacy_getattr(module))


def _is_loading(module: ModuleType) -> bool:
    return bool(getattr(module.__spec__, "_initializing", False))


def _v1_modules(tensorflow: ModuleType) -> list[ModuleType]:
    # Since TensorFlow 2.16 `import tensorflow.compat.v1` makes a second copy of `tf.compat.v1`.
    modules = [tensorflow.compat.v1]
    copy = sys.modules.get("tensorflow.compat.v1")
    if copy is not None and copy is not modules[0]:
        modules.append(copy)
    return modules
