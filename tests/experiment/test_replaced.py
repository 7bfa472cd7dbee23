"""What a test replaces at contrib's old path is replaced for this package."""

import importlib
from unittest import mock

import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import basic_session_run_hooks, checkpoint_management, gfile
from tf_spec_compat._tf.private import server_lib as servers
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import evaluable, experiment, learn_runner, monitors, trainable
from tf_spec_compat.contrib.learn.learn_io import graph_io
from tf_spec_compat.experiment import checkpoints, cluster
from tf_spec_compat.experiment import experiment as home
from tf_spec_compat.experiment import learn_runner as runner

# Old module, the module that it had imported there, and who of ours looks it up.
IMPORTED = [
    ("learn.estimators.estimator", "checkpoint_management", "estimators.base_estimator"),
    ("learn.experiment", "basic_session_run_hooks", "experiment.checkpoints"),
    ("learn.experiment", "checkpoint_management", "experiment.checkpoints"),
    ("learn.experiment", "checkpoint_management", "experiment.experiment"),
    ("learn.experiment", "server_lib", "experiment.cluster"),
    ("learn.experiment", "time", "experiment.experiment"),
    ("learn.graph_actions", "coordinator", "training.graph_actions.common"),
    ("learn.graph_actions", "logging=tf_logging", "training.graph_actions.train"),
    ("learn.graph_actions", "resources", "training.graph_actions.common"),
    ("learn.graph_actions", "tf_saver", "training.graph_actions.common"),
    ("learn.graph_actions", "tf_saver", "training.graph_actions.train"),
    ("learn.graph_actions", "tf_supervisor", "training.graph_actions.train"),
    ("learn.graph_actions", "time", "training.graph_actions.train"),
    ("learn.learn_io.graph_io", "gfile", "inputs.read"),
    ("learn.monitors", "checkpoint_management", "training.monitors.validation"),
    ("learn.monitors", "logging=tf_logging", "training.monitors.saving"),
    (
        "predictor.contrib_estimator_predictor",
        "monitored_session",
        "estimators.predictor.contrib_estimator_predictor",
    ),
    (
        "predictor.core_estimator_predictor",
        "monitored_session",
        "estimators.predictor.core_estimator_predictor",
    ),
]


@pytest.mark.parametrize(("old", "names", "ours"), IMPORTED)
def test_a_module_that_the_module_imported(old, names, ours):
    """It is another one in the code of that module, and comes back."""
    name, _, here = names.partition("=")
    user = importlib.import_module(f"tf_spec_compat.{ours}")
    before = getattr(user, here or name)
    module = importlib.import_module(f"tf_spec_compat.contrib.{old}")
    assert getattr(module, name) is before
    with mock.patch.object(module, name) as replaced:
        assert getattr(user, here or name) is replaced
    assert getattr(user, here or name) is before


def test_a_name_that_the_module_defined():
    """It is another one wherever it is in use."""
    before = home.ValidationMonitor
    with mock.patch.object(monitors, "ValidationMonitor") as replaced:
        assert home.ValidationMonitor is replaced
    assert home.ValidationMonitor is before


def test_other_modules_keep_theirs():
    """What one module imported from another is that one's own name."""
    with mock.patch.object(learn_runner, "Experiment") as replaced:
        assert runner.Experiment is replaced
        assert home.Experiment is not replaced


def test_functions_of_tensorflow_are_looked_up_when_they_are_called():
    """What is replaced in TensorFlow's own modules is what experiments call."""
    config = mock.Mock(model_dir="", save_checkpoints_secs=None, save_checkpoints_steps=1)
    with mock.patch.object(basic_session_run_hooks, "CheckpointSaverHook") as saver:
        assert checkpoints.saver_hooks(config, None) == [saver.return_value]
    config = learn.RunConfig(master="grpc://a:1")
    config._cluster_spec = tf1.train.ClusterSpec({"ps": ["a:1"]})
    config._task_type = "ps"
    with mock.patch.object(servers, "Server") as server:
        assert cluster.start_server(config) is server.return_value
    listener = checkpoints.EvaluateAndExport(mock.Mock(), mock.Mock(), mock.Mock())
    with mock.patch.object(checkpoint_management, "latest_checkpoint", return_value="a"):
        listener.after_save(None, 1)
    listener._evaluate.assert_called_once_with(name="intermediate_export", checkpoint_path="a")


def test_file_patterns_go_through_gfile():
    """As in TF 1.15.5: `Glob` of TensorFlow's `gfile` counts, that of `tf.io.gfile` does not."""
    with mock.patch.object(gfile, "Glob", return_value=["b", "a"]):
        assert graph_io._get_file_names("/nowhere*", False) == ["a", "b"]
    with (
        mock.patch.object(tf.io.gfile, "glob", return_value=["a"]),
        pytest.raises(ValueError, match="No files match /nowhere"),
    ):
        graph_io._get_file_names("/nowhere*", False)


class _Trained(trainable.Trainable, evaluable.Evaluable):
    """What an experiment takes for an estimator."""

    config = learn.RunConfig()
    model_dir = "/nowhere"

    def fit(self, **options):
        raise AssertionError("replaced")

    evaluate = fit


# Method, and the keywords that TF 1.15.5 gave `_call_train` and `_call_evaluate`.
CALLS = [
    ("train", [{"hooks", "input_fn", "max_steps", "saving_listeners"}]),
    ("evaluate", [{"hooks", "input_fn", "metrics", "name", "steps"}]),
    (
        "continuous_train_and_eval",
        [
            {"hooks", "input_fn", "saving_listeners", "steps"},
            {"checkpoint_path", "hooks", "input_fn", "metrics", "name", "steps"},
        ],
    ),
]


@pytest.mark.parametrize(("method", "keywords"), CALLS)
def test_methods_of_an_experiment(method, keywords):
    """Tests replace how it trains, evaluates and exports."""
    with (
        mock.patch.object(experiment.Experiment, "_call_train") as train,
        mock.patch.object(experiment.Experiment, "_call_evaluate") as evaluate,
        mock.patch.object(experiment.Experiment, "_maybe_export", return_value=["x"]) as export,
    ):
        evaluate.return_value = {"global_step": 10}
        made = experiment.Experiment(
            _Trained(), lambda: None, lambda: None, train_steps=10, eval_delay_secs=0
        )
        result = getattr(made, method)()
    calls = [*train.call_args_list, *evaluate.call_args_list]
    assert [set(call.kwargs) for call in calls] == keywords
    assert not any(call.args for call in calls)
    if method == "continuous_train_and_eval":
        assert result == ({"global_step": 10}, ["x"])
        export.assert_called_once_with({"global_step": 10})
