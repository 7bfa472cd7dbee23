"""What `learn.utils` says and does beyond what contrib did; the oracle has the rest."""

import os
import runpy
import sys

import pytest
import tensorflow as tf

from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.utils import export, input_fn_utils, inspect_checkpoint
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as utils

DEFAULT = utils.DEFAULT_INPUT_ALTERNATIVE_KEY


class Exporting:
    """Stands in for an estimator: makes a folder, or fails half-way."""

    def __init__(self, fails=False):
        self.fails = fails

    def export_savedmodel(self, export_dir_base, serving_input_fn, **options):
        folder = os.path.join(export_dir_base, "1500000000")
        os.makedirs(folder)
        if self.fails:
            raise OSError(28, "No space left on device", folder)
        return folder.encode()


@pytest.mark.parametrize(
    "name",
    ["ExportStrategy", "InputFnOps", "build_parsing_serving_input_fn", "make_export_strategy"],
)
def test_names_are_those_of_learn(name):
    """`tf.contrib.learn` has the four public names."""
    assert getattr(learn, name).__name__ == name


def test_utils_has_contribs_names():
    """`tf.contrib.learn.utils` has its modules and functions."""
    assert learn.utils.saved_model_export_utils is utils
    assert learn.utils.gc is utils.gc
    assert learn.utils.InputFnOps is learn.InputFnOps
    assert learn.utils.export_estimator is export.export_estimator


def test_classify_by_raw_features_says_how_to_feed(graph):
    """A classification head that is fed no tf.Examples is an error that says what to do."""
    x = tf.compat.v1.placeholder(tf.float32, [None, 2])
    outputs = {"h": (ProblemType.CLASSIFICATION, {"scores": x})}
    with pytest.raises(ValueError, match=r"build_parsing_serving_input_fn.*head 'h'"):
        utils.build_all_signature_defs({DEFAULT: {"x": x}}, outputs, "h")


def test_several_heads_without_default_are_listed(graph):
    """An export without a default head names the heads there are."""
    x = tf.compat.v1.placeholder(tf.float32, [None, 2])
    head = (ProblemType.UNSPECIFIED, {"x": x})
    ops = learn.ModelFnOps("infer", predictions=x, output_alternatives={"a": head, None: head})
    with pytest.raises(ValueError, match=r"specify a default_output_alternative.*\[None, 'a'\]"):
        utils.get_output_alternatives(ops)
    with pytest.raises(ValueError, match=r"Requested default_output_alternative: c,.*are:.*'a'"):
        utils.get_output_alternatives(ops, "c")


def test_serving_default_is_a_copy(graph):
    """Editing one signature leaves the other one as it was."""
    x = tf.compat.v1.placeholder(tf.float32, [None, 2])
    outputs = {"h": (ProblemType.UNSPECIFIED, {"x": x})}
    made = utils.build_all_signature_defs({DEFAULT: {"x": x}}, outputs, "h")
    made["serving_default"].method_name = "other"
    assert made[DEFAULT + ":h"].method_name == "tensorflow/serving/predict"


def test_tensor_features_are_features(graph):
    """A single feature tensor is as good as a dict of them."""
    x = tf.compat.v1.placeholder(tf.float32, [None, 2])
    ops = input_fn_utils.InputFnOps(x, None, {"x": x})
    assert utils.get_input_alternatives(ops) == ({DEFAULT: {"x": x}}, x)


def test_wrong_serving_input_fn_is_told_apart(graph):
    """What is no InputFnOps is shown, with what it should be."""
    with pytest.raises(ValueError, match=r"must return InputFnOps.*but returned \{'x': 1\}"):
        utils.get_input_alternatives({"x": 1})


def test_best_model_starts_without_event_files(tmp_path):
    """No evaluation so far means that the first one is the best."""
    selector = utils.BestModelSelector(str(tmp_path / "eval" / "*.tfevents.*"))
    assert selector.update("cp", {"loss": 9.0}) == ("cp", {"loss": 9.0})


def test_best_model_keeps_the_exports_of_other_checkpoints(tmp_path):
    """Exports of a checkpoint replace its own, and leave those of others."""
    strategy = utils.make_best_model_export_strategy(None, 1, compare_fn=lambda best, new: True)
    (tmp_path / "cp" / "1400000000").mkdir(parents=True)
    (tmp_path / "older" / "1400000000").mkdir(parents=True)
    path = strategy.export(Exporting(), str(tmp_path), "m/cp", {"loss": 1.0})
    assert path == os.fsencode(tmp_path / "cp" / "1500000000")
    assert os.listdir(tmp_path / "cp") == ["1500000000"]
    assert os.listdir(tmp_path / "older") == ["1400000000"]


def test_extended_strategy_hands_on_the_result(tmp_path):
    """An extended best-model strategy exports the best model, and nothing for another one."""
    base = utils.make_best_model_export_strategy(None)
    made = []

    def post_export_fn(exported, folder):
        path = os.path.join(folder, f"post{len(made)}")
        os.rename(exported, path.encode())
        made.append(path)
        return path.encode()

    strategy = utils.extend_export_strategy(base, post_export_fn, "mine")
    assert strategy.name == "mine"
    first = strategy.export(Exporting(), str(tmp_path), "cp", {"loss": 1.0})
    assert first == str(tmp_path / "post0")
    assert strategy.export(Exporting(), str(tmp_path), "cp", {"loss": 2.0}) == ""
    assert os.listdir(tmp_path) == ["post0"]


@pytest.mark.parametrize("returned", ["elsewhere", "", None, "{}/a/b", "{}"])
def test_extended_strategy_leaves_nothing_behind(tmp_path, returned):
    """A post_export_fn that returns no sub-folder is an error, and no folder stays."""
    strategy = utils.extend_export_strategy(
        utils.make_export_strategy(None), lambda old, new: returned and returned.format(new)
    )
    with pytest.raises(ValueError, match="must return a sub-directory"):
        strategy.export(Exporting(), str(tmp_path))
    assert os.listdir(tmp_path) == []


def test_extended_strategy_does_not_overwrite(tmp_path):
    """An export that is there already is kept, and named."""
    (tmp_path / "sub").mkdir()

    def post_export_fn(exported, folder):
        os.makedirs(os.path.join(folder, "sub"))
        return os.path.join(folder, "sub")

    base = utils.make_export_strategy(None)
    strategy = utils.extend_export_strategy(base, post_export_fn)
    with pytest.raises(RuntimeError, match=r"/sub exists already"):
        strategy.export(Exporting(), str(tmp_path))
    assert os.listdir(tmp_path) == ["sub"]


def test_extended_strategy_cleans_up_after_a_full_disk(tmp_path):
    """A failed export leaves nothing behind, and its error arrives as it is."""
    strategy = utils.extend_export_strategy(utils.make_export_strategy(None), lambda old, new: new)
    with pytest.raises(OSError, match="No space left"):
        strategy.export(Exporting(fails=True), str(tmp_path))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("given", [list, lambda columns: {"x": columns[0]}, lambda c: c[0]])
def test_parsing_strategy_takes_core_columns(tmp_path, graph, given):
    """The examples are parsed for the columns of `tf.feature_column`, however they are given."""
    columns = given([tf.feature_column.numeric_column("x", 2)])
    received = []

    class Asking(Exporting):
        def export_savedmodel(self, base, serving_input_fn, **options):
            received.append(serving_input_fn())
            return super().export_savedmodel(base, serving_input_fn, **options)

    for core in (False, True):
        strategy = utils.make_parsing_export_strategy(columns, target_core=core)
        strategy.export(Asking(), str(tmp_path / str(core)))
    legacy, core = received
    assert list(legacy.default_inputs) == list(core.receiver_tensors) == ["examples"]
    assert legacy.features["x"].shape.as_list() == core.features["x"].shape.as_list() == [None, 2]


def test_parsing_strategy_takes_contribs_columns(tmp_path, graph):
    """A column of contrib.layers says by its `config` how it is parsed."""

    class Column:
        config = {"y": tf.io.FixedLenFeature([3], tf.int64)}  # noqa: RUF012

    strategy = utils.make_parsing_export_strategy([Column()])
    received = []

    class Asking(Exporting):
        def export_savedmodel(self, base, serving_input_fn, **options):
            received.append(serving_input_fn())
            return super().export_savedmodel(base, serving_input_fn, **options)

    strategy.export(Asking(), str(tmp_path))
    assert received[0].features["y"].dtype == tf.int64


def test_parsing_strategy_names_what_is_no_column():
    """Something else among the feature columns is shown."""
    with pytest.raises(TypeError, match="got 'x'"):
        utils.make_parsing_export_strategy(["x"])


def test_not_exportable_is_said(tmp_path):
    """An object without export_savedmodel is named."""
    with pytest.raises(AttributeError, match=r"3 cannot be exported"):
        utils.make_export_strategy(None).export(3, str(tmp_path))


def test_strategy_without_function_is_said():
    """An export_fn that cannot be called is shown."""
    with pytest.raises(TypeError, match="must be callable, got None"):
        learn.ExportStrategy("a", None).export(None, "")


def test_inspect_checkpoint(tmp_path, graph, capsys, monkeypatch):
    """It prints names and shapes, a value, or what is missing, also from the command line."""
    path = os.path.join(tmp_path, "model")
    tf.compat.v1.get_variable("a/b", initializer=[[3.0, 4.0]])
    with tf.compat.v1.Session() as session:
        session.run(tf.compat.v1.global_variables_initializer())
        tf.compat.v1.train.Saver().save(session, path)
    shown = inspect_checkpoint.print_tensors_in_checkpoint_file
    shown(path, "")
    assert capsys.readouterr().out == "a/b\t[1, 2]\n"
    shown(str(tmp_path), "a/b")
    assert capsys.readouterr().out == "tensor_name:  a/b\n[[3. 4.]]\n"
    shown(path, "zz")
    assert "zz not found in checkpoint" in capsys.readouterr().out
    shown(path + "x", "a/b")
    assert "model" in capsys.readouterr().out
    arguments = ["inspect_checkpoint", f"--file_name={path}"]
    monkeypatch.setattr(sys, "argv", arguments)
    # By its path: pytest's own importer, which loads our modules here, cannot run one by its name.
    program = sys.modules[inspect_checkpoint.main.__module__].__file__
    runpy.run_path(program, run_name="__main__")
    assert capsys.readouterr().out == "a/b\t[1, 2]\n"
    del arguments[1]
    with pytest.raises(SystemExit, match="1"):
        runpy.run_path(program, run_name="__main__")
    assert "Usage" in capsys.readouterr().out
