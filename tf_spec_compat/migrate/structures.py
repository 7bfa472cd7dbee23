"""The parts of a program that leaving is about: model functions, heads, estimators, and so on."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from typing import NamedTuple

from tf_spec_compat.migrate import contrib
from tf_spec_compat.migrate.analysis import Analysis, Span
from tf_spec_compat.migrate.collect import Function
from tf_spec_compat.migrate.returns import Returns
from tf_spec_compat.migrate.scopes import Arm, Scope

__all__ = ["Structure", "structures"]

_CORE = "tensorflow.estimator."
_LEARN = "tensorflow.contrib.learn."

# Arguments by which functions of the user's are handed on -> the code of what they are.
_ROLES = {
    "model_fn": "S80",
    "input_fn": "S817",
    "train_input_fn": "S817",
    "eval_input_fn": "S817",
    "predict_input_fn": "S817",
    "serving_input_fn": "S818",
    "serving_input_receiver_fn": "S818",
    "export_input_fn": "S818",
}
_MODES = frozenset({"mode", "params", "config"})
_FEATURES = frozenset({"feature", "features", "inputs", "input", "x"})
_LABELS = frozenset({"label", "labels", "target", "targets", "y"})

_SERVING = frozenset({"InputFnOps", "ServingInputReceiver", "TensorServingInputReceiver"})

# The type of what a model function returns -> code and words.
_MODELS = {
    "ModelFnOps": "S801",
    "EstimatorSpec": "S802",
    "tuple": "S803",
    "TPUEstimatorSpec": "S805",
}


class Structure(NamedTuple):
    """One part of a program.

    Attributes:
      code: The code.
      span: Where it is: the name of a function or class, or what is called.
      name: Its name in the program, or the legacy name that is called.
      message: One line.
    """

    code: str
    span: Span
    name: str
    message: str


def structures(found: Analysis) -> Iterator[Structure]:
    """Yields the structures of a module, in no order."""
    roles: dict[Function, str] = {}
    for call, scope, order, arm in found.collected.calls:
        yield from _of_call(found, call, scope, order, arm, roles)
    returns = Returns(found)
    for function, _, scope in found.collected.functions:
        code = roles.get(function) or _role_by_signature(function, returns, scope)
        if code == "S80":
            yield _model_fn(found, function, returns.of(scope))
        elif code == "S817" and _SERVING & returns.of(scope):
            yield _function(found, function, "S818", "a serving input function")
        elif code == "S817":
            yield _function(found, function, "S817", "an input function")
        elif code == "S818":
            yield _function(found, function, "S818", "a serving input function")
    for node, around, scope in found.collected.classes:
        for base in node.bases:
            path = found.resolver.expression(base, around, scope.order, scope.arm)
            code = _kind(path) if path else ""
            if path and code in ("S811", "S812", "S815"):
                what = _WORDS[code]
                message = f"{node.name} is derived from {_short(path)}: {what}"
                yield Structure(code, _name_span(found, node), node.name, message)


_WORDS = {
    "S811": "a head",
    "S812": "an estimator",
    "S813": "an experiment",
    "S814": "an export strategy",
    "S815": "a monitor",
    "S816": "a RunConfig",
    "S817": "an input function, made by TensorFlow",
    "S818": "a serving input function, made by TensorFlow",
}


@functools.lru_cache(maxsize=1 << 14)
def _kind(path: str) -> str:
    """Returns the code of what a path is when it is called, or `""`."""
    path = contrib.canonical(path)
    in_core = path.startswith((_CORE, "tensorflow_estimator."))
    in_contrib = path.startswith("tensorflow.contrib.")
    if not in_core and not in_contrib:
        return ""
    parts = path.split(".")
    if in_contrib:
        place = contrib.find(path)
        if not place.is_here or place.length < len(parts) or not place.home:
            return ""
    last = parts[-1]
    package = parts[2] if in_contrib and len(parts) > 2 else ""
    if last == "RunConfig" or last.endswith("RunConfig"):
        return "S816"
    if last == "Experiment" or (last in ("run", "tune") and parts[-2] == "learn_runner"):
        return "S813"
    if last == "ExportStrategy" or last.endswith("export_strategy"):
        return "S814"
    if last.endswith("Exporter") or (last.endswith("exporter") and in_core):
        return "S814"
    if package == "learn" and ("monitors" in parts or last.endswith("Monitor")):
        is_class = last[:1].isupper() or last == "get_default_monitors"
        return "S815" if is_class and last not in ("RunHookAdapterForMonitors",) else ""
    if last.endswith(("_head", "Head")) and package in ("", "learn", "estimator"):
        return "S811"
    if "serving_input" in last and last.endswith("_fn"):
        return "S818"
    if last.endswith("_input_fn"):
        return "S817"
    if last.endswith(("Estimator", "Classifier", "Regressor")) or (
        package in ("learn", "factorization") and last in _OTHER_ESTIMATORS
    ):
        return "S812"
    return ""


_OTHER_ESTIMATORS = frozenset(
    {"DynamicRnnEstimator", "GMM", "KMeans", "KMeansClustering", "SKCompat", "SVM"}
)


def _of_call(
    found: Analysis,
    call: ast.Call,
    scope: Scope,
    order: int,
    arm: Arm,
    roles: dict[Function, str],
) -> Iterator[Structure]:
    for keyword in call.keywords:
        role = _ROLES.get(keyword.arg or "")
        if role is not None:
            _assign(found, keyword.value, role, scope, order, arm, roles)
    path = found.resolver.expression(call.func, scope, order, arm)
    if path is None or not path.startswith(("tensorflow", "tf_spec_compat")):
        return
    code = _kind(path)
    if code:
        yield Structure(
            code, found.lines.span(call.func), _legacy(path), f"{_short(path)}: {_WORDS[code]}"
        )
    last = path.rpartition(".")[2]
    if code == "S812" and call.args and last in ("Estimator", "TPUEstimator"):
        _assign(found, call.args[0], "S80", scope, order, arm, roles)
    elif code == "S814" and call.args:
        _assign(found, call.args[0], "S818", scope, order, arm, roles)
    elif code == "S813" and last == "Experiment":
        for argument in call.args[1:3]:
            _assign(found, argument, "S817", scope, order, arm, roles)
    elif last == "ModelFnOps":
        given = [keyword.value for keyword in call.keywords if keyword.arg == "output_alternatives"]
        given += call.args[5:6]
        for value in given:
            if not (isinstance(value, ast.Constant) and value.value is None):
                message = "output_alternatives: a model of several heads"
                yield Structure("S819", found.lines.span(value), "output_alternatives", message)


def _assign(
    found: Analysis,
    value: ast.expr,
    role: str,
    scope: Scope,
    order: int,
    arm: Arm,
    roles: dict[Function, str],
) -> None:
    """Gives a function that is handed on its role, also in `partial(f)`, `lambda: f()`, `f()`."""
    if isinstance(value, ast.Lambda):
        value = value.body
    for _ in range(3):
        function = found.resolver.definition(value, scope, order, arm)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inner = _made_by(function) if isinstance(value, ast.Call) else function
            roles.setdefault(inner, role)
            return
        if not isinstance(value, ast.Call):
            return
        path = found.resolver.called(value, scope, order, arm) or ""
        if path.rpartition(".")[2] == "partial" and value.args:
            value = value.args[0]
            continue
        function = found.resolver.definition(value.func, scope, order, arm)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            roles.setdefault(_made_by(function), role)
        return


def _made_by(function: Function) -> Function:
    """Returns the function inside another one that it returns, or itself if there is none."""
    inner = {
        node.name: node
        for node in function.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    for node in function.body:
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Name):
            return inner.get(node.value.id, function)
    return function


def _role_by_signature(function: Function, returns: Returns, scope: Scope) -> str:
    """Tells what a function is by its arguments and by what it returns."""
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    if names[:1] in (["self"], ["cls"]):
        names = names[1:]
    if (
        len(names) > 1
        and names[0] in _FEATURES
        and names[1] in _LABELS
        and (_MODES & set(names[2:]) or function.name.endswith("model_fn"))
        and (function.name.endswith("model_fn") or returns.of(scope) & set(_MODELS) - {"tuple"})
    ):
        return "S80"
    if not names and _SERVING & returns.of(scope):
        return "S818"
    return ""


def _model_fn(found: Analysis, function: Function, kinds: frozenset[str]) -> Structure:
    known = sorted(kinds & set(_MODELS))
    if len(known) > 1:
        return _function(found, function, "S804", f"a model_fn that returns {' or '.join(known)}")
    if not known:
        return _function(found, function, "S806", "a model_fn, of which what it returns is unknown")
    what = "a tuple" if known == ["tuple"] else known[0]
    return _function(found, function, _MODELS[known[0]], f"a model_fn that returns {what}")


def _function(found: Analysis, function: Function, code: str, what: str) -> Structure:
    return Structure(code, _name_span(found, function), function.name, f"{function.name}: {what}")


def _name_span(found: Analysis, node: Function | ast.ClassDef) -> Span:
    """Returns where the name in a definition is."""
    word = {ast.ClassDef: "class", ast.AsyncFunctionDef: "async def"}.get(type(node), "def")
    line = node.lineno
    text = found.lines.lines[line - 1] if line <= len(found.lines.lines) else ""
    start = text.find(node.name, found.lines.column(line, node.col_offset) + len(word))
    start = max(start, 0)
    return Span(line, start, line, start + len(node.name))


def _legacy(path: str) -> str:
    known = contrib.canonical(path)
    return contrib.find(known).name if known.startswith("tensorflow.contrib.") else known


def _short(path: str) -> str:
    path = _legacy(path)
    return "tf" + path[len("tensorflow") :] if path.startswith("tensorflow.") else path
