"""What is installed in this process: one finder, however many handles."""

from __future__ import annotations

import importlib
import sys
import threading
from types import ModuleType

from tf_spec_compat import names
from tf_spec_compat._hook import contrib
from tf_spec_compat._hook.behaviour import Behaviour
from tf_spec_compat._hook.bindings import Bindings
from tf_spec_compat._hook.finder import Finder
from tf_spec_compat._hook.scope import Scope

__all__ = ["Installation", "Request"]


class Request:
    """What one `install()` asked for."""

    def __init__(self, scope: Scope | None, eager: bool) -> None:
        """Takes the user's modules (None: no TF1 view) and whether eager mode stays on."""
        self.scope = scope
        self.eager = eager


class Installation:
    """The state that all handles of a process share."""

    def __init__(self) -> None:
        """Starts with nothing installed."""
        self._lock = threading.RLock()
        self._requests: list[Request] = []
        self._bindings = Bindings()
        self._view_bindings = Bindings()
        self._behaviour: Behaviour | None = None
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
                self._finder = Finder(self._bindings, self._tensorflow_imported)
                sys.meta_path.insert(0, self._finder)
                contrib.advise_loaded()
            try:
                self._refresh()
            except BaseException:
                self.remove(request)
                raise

    def remove(self, request: Request) -> None:
        """Takes back what no other handle needs."""
        with self._lock:
            if request not in self._requests:
                return
            self._requests.remove(request)
            self._refresh()
            if not self._requests and self._finder is not None:
                self._finder.bound = False
                if self._finder in sys.meta_path:
                    sys.meta_path.remove(self._finder)
                self._finder = None
                self._bindings.undo()
                contrib.stop_advising()

    def _views(self) -> list[Request]:
        return [request for request in self._requests if request.scope is not None]

    def _refresh(self) -> None:
        assert self._finder is not None
        views = self._views()
        self._finder.scopes = [view.scope for view in views if view.scope is not None]
        if not views:
            self._view_bindings.undo()
            if self._behaviour is not None:
                self._behaviour.undo()
                self._behaviour = None
        tensorflow = sys.modules.get("tensorflow")
        if tensorflow is not None and not getattr(tensorflow.__spec__, "_initializing", False):
            self._apply(tensorflow)

    def _tensorflow_imported(self, tensorflow: ModuleType) -> None:
        with self._lock:
            if self._finder is not None:
                self._apply(tensorflow)

    def _apply(self, tensorflow: ModuleType) -> None:
        assert self._finder is not None
        views = self._views()
        if self._requests and not self._finder.bound:
            self._bind(tensorflow)
        if views and self._behaviour is None:
            self._behaviour = Behaviour(views[0].eager)
            for name, module in names.VIEW_ATTRIBUTES.items():
                for owner in _v1_modules(tensorflow):
                    self._view_bindings.set(owner, name, importlib.import_module(module))

    def _bind(self, tensorflow: ModuleType) -> None:
        assert self._finder is not None
        package = importlib.import_module(names.OURS)
        v1_modules = _v1_modules(tensorflow)
        for owner in [tensorflow, *v1_modules]:
            self._bindings.set(owner, "contrib", package)
        if "estimator" not in vars(v1_modules[0]):  # TensorFlow >= 2.16
            bridge = importlib.import_module("tf_spec_compat._tf.bridge")
            for owner in v1_modules:
                self._bindings.set(owner, "estimator", bridge.estimator)
            second = importlib.import_module("tensorflow_estimator._api.v2.estimator")
            self._bindings.set(tensorflow, "estimator", second)
        self._finder.bound = True


def _v1_modules(tensorflow: ModuleType) -> list[ModuleType]:
    # Since TensorFlow 2.16 `import tensorflow.compat.v1` makes a second copy of `tf.compat.v1`.
    modules = [tensorflow.compat.v1]
    copy = sys.modules.get("tensorflow.compat.v1")
    if copy is not None and copy is not modules[0]:
        modules.append(copy)
    return modules
