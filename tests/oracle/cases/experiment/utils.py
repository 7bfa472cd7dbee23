"""Cases for `learn.utils`: signatures, alternatives, serving input_fns, folders and strategies."""

import os
import shutil
import tempfile

from tests.oracle.facts import plain, signature_facts, tensor_facts
from tests.oracle.legacy import (
    constants,
    estimator,
    export_strategy,
    gc,
    input_fn_utils,
    model_fn,
    tf,
)
from tests.oracle.legacy import (
    saved_model_export_utils as export_utils,
)

TYPES = constants.ProblemType


class Facts(object):
    """A case that records what `function` returns, called in a graph of its own."""

    def __init__(self, function, *args):
        self._function = function
        self._args = args

    def facts(self):
        """Gives the record."""
        with tf.Graph().as_default():
            return {"result": self._function(*self._args)}


class InFolder(Facts):
    """The same, with a new folder as the first argument."""

    def facts(self):
        """Gives the record."""
        folder = tempfile.mkdtemp()
        try:
            with tf.Graph().as_default():
                return {"result": self._function(folder, *self._args)}
        finally:
            shutil.rmtree(folder)


# One letter a tensor: what it holds and its shape.
_TENSORS = {
    "e": (tf.string, [None]),
    "x": (tf.float32, [None, 2]),
    "s": (tf.float32, [None, 3]),
    "i": (tf.int64, [None]),
    "c": (tf.string, [None, 3]),
}


def _tensors(letters):
    """Makes `{name: placeholder}` of `{name: letter}`."""
    if letters is None:
        return None
    return {
        name: tf.sparse_placeholder(tf.float32, [None, 4])
        if letter == "p"
        else tf.placeholder(*_TENSORS[letter])
        for name, letter in letters.items()
    }


def _signature(inputs, outputs, problem_type):
    made = export_utils.build_standardized_signature_def(
        _tensors(inputs), _tensors(outputs), problem_type
    )
    return signature_facts(made)


def _all_signatures(inputs, outputs, default):
    made = export_utils.build_all_signature_defs(
        {name: _tensors(letters) for name, letters in inputs.items()},
        {name: (kind, _tensors(letters)) for name, (kind, letters) in outputs.items()},
        default,
    )
    return {key: signature_facts(signature) for key, signature in made.items()}


_INPUTS = {
    "examples": {"e": "e"},
    "raw": {"x": "x"},
    "two": {"e": "e", "x": "x"},
    "sparse": {"p": "p"},
    "none": {},
}
_OUTPUTS = {
    "scores": {"scores": "s"},
    "scores_logits": {"scores": "s", "logits": "x"},
    "int_scores": {"scores": "i"},
    "string_scores": {"scores": "c"},
    "any": {"a": "s"},
    "any_string": {"a": "c"},
    "any_int": {"a": "i"},
    "any_two": {"a": "s", "b": "x"},
    "classes": {"classes": "c"},
    "int_classes": {"classes": "i"},
    "classes_probabilities": {"classes": "c", "probabilities": "s"},
    "svm": {"classes": "i", "logits": "s"},
    "classifier": {"classes": "i", "probabilities": "s", "logits": "x"},
    "both": {"classes": "c", "scores": "s", "probabilities": "x"},
    "string_classes_logits": {"classes": "c", "logits": "s"},
    "int_scores_logistic": {"scores": "i", "logistic": "s"},
    "sparse": {"a": "p"},
    "none": {},
}
_DEFAULT = export_utils.DEFAULT_INPUT_ALTERNATIVE_KEY
_REGRESSION = (TYPES.LINEAR_REGRESSION, {"scores": "s"})
_CLASSES = (TYPES.CLASSIFICATION, {"scores": "s"})
_ANYTHING = (TYPES.UNSPECIFIED, {"p": "s", "q": "c"})


def _cases_of_signatures():
    cases = {}
    for kind in (TYPES.UNSPECIFIED, TYPES.CLASSIFICATION, TYPES.LINEAR_REGRESSION, 3, None, 7):
        for in_name, inputs in _INPUTS.items():
            for out_name, outputs in _OUTPUTS.items():
                name = "signature_%s_%s_%s" % (kind, in_name, out_name)
                cases[name] = Facts(_signature, inputs, outputs, kind)
    both = {_DEFAULT: {"examples": "e"}, "features_input_alternative": {"more": "e"}}
    for name, args in {
        "one": ({_DEFAULT: {"examples": "e"}}, {"h": _REGRESSION}, "h"),
        "unnamed": ({_DEFAULT: {"examples": "e"}}, {None: _CLASSES}, None),
        "several": (both, {"h": _REGRESSION, "g": _CLASSES, "p": _ANYTHING}, "g"),
        "raw": ({_DEFAULT: {"x": "x"}}, {"p": _ANYTHING}, "p"),
        "raw_regression": ({_DEFAULT: {"x": "x"}}, {"h": _REGRESSION}, "h"),
        "no_default_input": ({"other": {"e": "e"}}, {"h": _REGRESSION}, "h"),
        "no_inputs": ({}, {"h": _REGRESSION}, "h"),
        "wrong_key": ({_DEFAULT: {"e": "e"}}, {"h": _REGRESSION}, "g"),
        "no_key": ({_DEFAULT: {"e": "e"}}, {"h": _REGRESSION}, None),
    }.items():
        cases["all_signatures_" + name] = Facts(_all_signatures, *args)
    return cases


def _input_alternatives(make):
    alternatives, features = export_utils.get_input_alternatives(make())
    return [_described(alternatives), _described(features)]


def _described(value):
    if isinstance(value, dict):
        return {str(k): _described(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_described(v) for v in value]
    return tensor_facts(value) if hasattr(value, "dtype") else plain(value)


def _output_alternatives(predictions, alternatives, key):
    ops = model_fn.ModelFnOps(
        "infer",
        predictions=_tensors(predictions)
        if isinstance(predictions, dict)
        else tf.placeholder(*_TENSORS[predictions]),
        output_alternatives=alternatives
        and {name: (kind, _tensors(letters)) for name, (kind, letters) in alternatives.items()},
    )
    found, default = export_utils.get_output_alternatives(ops, key)
    return [_described(found), default]


def _ops(features, inputs):
    return lambda: input_fn_utils.InputFnOps(_tensors(features), None, _tensors(inputs))


def _serving(make):
    made = make()
    names = {k: v.op.name for k, v in made.default_inputs.items()}
    inputs = _described(made.default_inputs)
    return [type(made).__name__, _described(made.features), made.labels, names, inputs]


_SPEC = {"x": tf.FixedLenFeature([2], tf.float32), "s": tf.VarLenFeature(tf.string)}


def _default_serving(features, size=None):
    return _serving(input_fn_utils.build_default_serving_input_fn(features(), size))


def _parsing_serving(spec, size=None):
    return _serving(input_fn_utils.build_parsing_serving_input_fn(spec, size))


def _named():
    with tf.name_scope("a/b"):
        return {"x": tf.placeholder(tf.float32, [5, 2], name="x"), "y": tf.zeros([3], tf.int64)}


def _cases_of_alternatives():
    one, two = {"h": _REGRESSION}, {"h": _REGRESSION, "g": _ANYTHING}
    cases = {
        "inputs_given": Facts(_input_alternatives, _ops({"x": "x"}, {"examples": "e"})),
        "inputs_none": Facts(_input_alternatives, _ops({"x": "x"}, None)),
        "inputs_no_features": Facts(_input_alternatives, _ops(None, {"examples": "e"})),
        "inputs_empty_features": Facts(_input_alternatives, _ops({}, {"examples": "e"})),
        "inputs_pair": Facts(_input_alternatives, lambda: (_tensors({"x": "x"}), None)),
        "inputs_triple": Facts(_input_alternatives, lambda: (_tensors({"x": "x"}), None, None)),
        "serving_parsed": Facts(_parsing_serving, _SPEC),
        "serving_parsed_3": Facts(_parsing_serving, {"x": _SPEC["x"]}, 3),
        "serving_parsed_nothing": Facts(_parsing_serving, {}),
        "serving_default": Facts(_default_serving, _named),
        "serving_default_7": Facts(_default_serving, _named, 7),
        "serving_default_nothing": Facts(_default_serving, dict),
        "serving_default_scalar": Facts(_default_serving, lambda: {"x": tf.constant(1.0)}),
        "serving_default_unknown": Facts(
            _default_serving, lambda: {"x": tf.placeholder(tf.float32)}
        ),
        "serving_default_list": Facts(_default_serving, lambda: {"x": [1.0]}),
        "serving_default_variable": Facts(
            _default_serving, lambda: {"x": tf.get_variable("v", [2, 3])}
        ),
    }
    for name, args in {
        "tensor": ("s", None),
        "dict": ({"a": "s", "b": "c"}, None),
        "empty": ({"a": "s"}, {}),
        "one": ("s", one),
        "unnamed": ("s", {None: _CLASSES}),
        "two": ("s", two),
    }.items():
        for key in (None, "h", "zz"):
            full = "outputs_%s_%s" % (name, key)
            cases[full] = Facts(_output_alternatives, args[0], args[1], key)
    return cases


def _filtered(make, versions):
    paths = [gc.Path("p%d" % (9 - place), version) for place, version in enumerate(versions)]
    return [[p.path, p.export_version] for p in make()(paths)]


def _folders(folder):
    for name in ("temp-1500000005", "1500000001", "1500000007", "1500000003", "500000003"):
        os.makedirs(os.path.join(folder, name))
    for name in ("15000000030", "x1500000009", "1500000009x"):
        os.makedirs(os.path.join(folder, name))
    newest = export_utils.get_most_recent_export(folder)
    found = [newest.path == os.path.join(folder, "1500000007"), newest.export_version]
    for keep in (None, 5, 2, 0):
        export_utils.garbage_collect_exports(folder, keep)
        found.append(sorted(os.listdir(folder)))
    found.append(export_utils.get_most_recent_export(folder))
    return found


def _export_dirs(folder):
    made = export_utils.get_timestamped_export_dir(folder)
    temporary = export_utils.get_temp_export_dir(made)
    base, name = os.path.split(made)
    return [
        base.decode() == folder,
        len(name) == 10 and name.isdigit(),
        os.path.split(temporary) == (base, b"temp-" + name),
        os.listdir(folder),
    ]


def _cases_of_folders():
    cases = {
        "folders": InFolder(_folders),
        "export_dirs": InFolder(_export_dirs),
        "folders_missing": InFolder(
            lambda folder: export_utils.get_most_recent_export(os.path.join(folder, "no"))
        ),
        "garbage_missing": InFolder(
            lambda folder: export_utils.garbage_collect_exports(os.path.join(folder, "no"), 1)
        ),
    }
    for name, make in {
        "largest_2": lambda: gc.largest_export_versions(2),
        "largest_0": lambda: gc.largest_export_versions(0),
        "largest_100": lambda: gc.largest_export_versions(100),
        "every_3": lambda: gc.one_of_every_n_export_versions(3),
        "every_100": lambda: gc.one_of_every_n_export_versions(100),
        "mod_3": lambda: gc.mod_export_version(3),
        "mod_0": lambda: gc.mod_export_version(0),
        "union": lambda: gc.union(gc.largest_export_versions(1), gc.mod_export_version(3)),
        "negation": lambda: gc.negation(gc.largest_export_versions(2)),
    }.items():
        cases["gc_" + name] = Facts(_filtered, make, (3, 1, 2, 7, 7, 12, 4))
        cases["gc_%s_of_none" % name] = Facts(_filtered, make, ())
    return cases


class Recording(object):
    """Stands in for an estimator, and notes what it was asked to export."""

    def __init__(self):
        self.asked = []

    def export_savedmodel(self, export_dir_base, serving_input_fn, **options):
        """Makes the folder of an export."""
        self.asked.append([plain(serving_input_fn), options])
        folder = os.path.join(export_dir_base, str(1500000000 + len(self.asked)))
        os.makedirs(folder)
        return folder.encode()


class RecordingCore(Recording, estimator.Estimator):
    """The same as a core estimator."""


def _relative(folder, paths):
    return [tf.compat.as_str(p).replace(folder, "") for p in paths]


def _tree(folder):
    return sorted(root.replace(folder, "") for root, _, _ in os.walk(folder))


def _strategy(folder, kind, make):
    asked = kind()
    strategy = make()
    paths = [strategy.export(asked, folder, "m/cp", {"loss": 1.0}) for _ in range(3)]
    return [
        strategy.name,
        strategy.strip_default_attrs,
        _relative(folder, paths),
        _tree(folder),
        asked.asked,
    ]


def _export_fns():
    def plainest(estimator, path):
        return [estimator, path]

    def checkpoint(estimator, path, checkpoint_path):
        return [estimator, path, checkpoint_path]

    def result(estimator, path, checkpoint_path, eval_result):
        return [estimator, path, checkpoint_path, eval_result]

    def everything(estimator, path, checkpoint_path=1, eval_result=2, strip_default_attrs=3):
        return [estimator, path, checkpoint_path, eval_result, strip_default_attrs]

    def only_result(estimator, path, eval_result=None):
        return [estimator, path, eval_result]

    def anything(*args, **kwargs):
        return [args, kwargs]

    return [plainest, checkpoint, result, everything, only_result, anything]


def _exported(function, strip, given):
    return plain(export_strategy.ExportStrategy("n", function, strip).export("e", "p", **given))


def _best(updates, compare_fn=None):
    selector = export_utils.BestModelSelector(compare_fn=compare_fn)
    return [list(selector.update(*update)) for update in updates]


def _event_files(folder, pattern, losses):
    writer = tf.summary.FileWriter(os.path.join(folder, "eval"))
    for step, (loss, accuracy) in enumerate(((3.0, 0.1), (1.5, 0.5), (2.0, 0.2))):
        values = {"loss": loss, "accuracy": accuracy}.items()
        summary = tf.Summary(value=[tf.Summary.Value(tag=t, simple_value=v) for t, v in values])
        writer.add_summary(summary, step)
    writer.close()
    selector = export_utils.BestModelSelector(os.path.join(folder, pattern))
    return [selector.update("cp", {"loss": loss})[0] for loss in losses]


def _best_strategy(folder, results):
    asked = Recording()
    strategy = export_utils.make_best_model_export_strategy(None, 2)
    paths = [
        strategy.export(asked, folder, "m/cp-%d" % place, {"loss": result})
        for place, result in enumerate(results)
    ]
    return [strategy.name, _relative(folder, paths), _tree(folder), asked.asked]


def _extended(folder, post, name):
    asked = Recording()
    seen = []

    def post_export_fn(exported, new):
        seen.append([os.path.isdir(exported), os.listdir(new)])
        return post(new)

    base = export_utils.make_export_strategy(None)
    strategy = export_utils.extend_export_strategy(base, post_export_fn, name)
    path = strategy.export(asked, folder, "cp")
    return [strategy.name, _relative(folder, [path]), _tree(folder), seen]


def _make_sub(new):
    os.makedirs(os.path.join(new, "sub", "deep"))
    return os.path.join(new, "sub")


def _cases_of_strategies():
    smaller = ("a", {"loss": 2.0}), ("b", {"loss": 3.0}), ("c", {"loss": 1.0}), ("d", {"loss": 1})
    utils = export_utils
    cases = {
        "best_smaller": Facts(_best, smaller),
        "best_larger": Facts(_best, smaller, lambda best, new: new["loss"] > best["loss"]),
        "best_no_checkpoint": Facts(_best, [(None, {"loss": 1.0})]),
        "best_no_result": Facts(_best, [("a", None)]),
        "best_no_loss": Facts(_best, [("a", {"accuracy": 1.0}), ("b", {"accuracy": 2.0})]),
        "best_of_events": InFolder(_event_files, "eval/*.tfevents.*", (1.6, 1.5, 1.4, 1.45)),
        "best_strategy": InFolder(_best_strategy, (3.0, 2.0, 2.0, 5.0, 1.0)),
        "extended": InFolder(_extended, _make_sub, None),
        "extended_named": InFolder(_extended, _make_sub, "other"),
        "extended_elsewhere": InFolder(_extended, lambda new: "/elsewhere/sub", None),
        "strategy_core_key": InFolder(
            _strategy, RecordingCore, lambda: utils.make_export_strategy(None, "k")
        ),
    }
    for kind in (Recording, RecordingCore):
        for name, options in {
            "plain": {},
            "all": {"assets_extra": {"a": "b"}, "as_text": True, "exports_to_keep": 1},
            "strip": {"strip_default_attrs": True, "exports_to_keep": None},
        }.items():
            cases["strategy_%s_%s" % (kind.__name__, name)] = InFolder(
                _strategy,
                kind,
                lambda options=options: utils.make_export_strategy(None, **options),
            )
    everything = {"checkpoint_path": "c", "eval_result": {"loss": 1}}
    for function in _export_fns():
        for strip in (None, True):
            for given in ({}, everything):
                name = "export_fn_%s_%s_%d" % (function.__name__, strip, len(given))
                cases[name] = Facts(_exported, function, strip, given)
    return cases


CASES = {}
for _part in (
    _cases_of_signatures,
    _cases_of_alternatives,
    _cases_of_folders,
    _cases_of_strategies,
):
    CASES.update(_part())
