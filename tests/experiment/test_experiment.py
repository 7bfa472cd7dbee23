"""What `Experiment` says and does beyond what contrib did; the oracle has the rest."""

import os
import resource
import threading

import pytest
import tensorflow as tf

from tf_spec_compat import estimator as core
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators.run_config import RunConfig
from tf_spec_compat.contrib.learn.evaluable import Evaluable
from tf_spec_compat.contrib.learn.trainable import Trainable
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as export_utils
from tf_spec_compat.experiment import cluster

tf1 = tf.compat.v1


def input_fn():
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([[2.0], [4.0]])


def model_fn(features, labels, mode):
    weight = tf1.get_variable("weight", [], initializer=tf1.zeros_initializer())
    predictions = features["x"] * weight
    outputs = {"serving_default": core.export.PredictOutput({"y": predictions})}
    if mode == "infer":
        return core.EstimatorSpec(mode, {"y": predictions}, export_outputs=outputs)
    loss = tf.reduce_mean((predictions - labels) ** 2)
    train_op = tf1.train.GradientDescentOptimizer(0.1).minimize(
        loss, tf1.train.get_or_create_global_step()
    )
    return core.EstimatorSpec(mode, {"y": predictions}, loss, train_op)


def serving_input_fn():
    x = tf1.placeholder(tf.float32, [None, 1])
    return core.export.ServingInputReceiver({"x": x}, {"x": x})


def make_estimator(folder, kind=core.Estimator, **options):
    config = RunConfig(model_dir=str(folder), save_checkpoints_steps=2, **options)
    return kind(model_fn, config=config)


class Noting(Trainable, Evaluable):
    """Stands in for contrib's estimator."""

    def __init__(self, config=None, model_dir="model"):
        self.config = config or RunConfig()
        self.model_dir = model_dir
        self.log = []

    model_dir = None

    def fit(self, **options):
        self.log.append(options)
        return self

    def evaluate(self, **options):
        return {"loss": 1.0, "global_step": 1}


def make(estimator=None, **options):
    return learn.Experiment(estimator or Noting(), input_fn, input_fn, **options)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"estimator": 3}, r"Evaluable.*evaluate.*: 3"),
        ({"saving_listeners": [1]}, r"saving_listeners.*None.*CheckpointSaverHook"),
        ({"export_strategies": ["x"]}, r"iterable of ExportStrategy.*found x"),
        ({"train_steps_per_iteration": 2.5}, r"must be an integer, got 2.5"),
    ],
)
def test_wrong_arguments_are_named(options, words):
    """An argument that is not for this experiment is an error that shows it."""
    with pytest.raises(ValueError, match=words):
        make(**options)


def test_metrics_are_not_for_core_estimators(tmp_path):
    """eval_metrics with a core estimator says where its metrics belong."""
    with pytest.raises(ValueError, match=r"eval_metric_ops.*EstimatorSpec"):
        make(make_estimator(tmp_path), eval_metrics={"m": 1})


def test_predicates_are_called_by_what_they_take():
    """A predicate is given the checkpoint if it has such an argument."""
    with pytest.raises(ValueError, match=r"must be a callable, or None; got 3"):
        make().continuous_eval(continuous_eval_predicate_fn=3)
    seen = []
    make(eval_delay_secs=0).continuous_eval(continuous_eval_predicate_fn=seen.append)
    assert seen == [None]


def test_callers_lists_stay_as_they_are():
    """extend_train_hooks adds to a copy of train_monitors, and calls add nothing to it."""
    first, second = tf1.train.StopAtStepHook(1), tf1.train.StopAtStepHook(2)
    given = [first]
    experiment = make(train_monitors=given, delay_workers_by_global_step=True)
    experiment.extend_train_hooks((second,))
    for _ in range(2):
        experiment.train()
    assert given == [first]
    assert [len(call["monitors"]) for call in experiment.estimator.log] == [3, 3]
    assert experiment.estimator.log[0]["monitors"][:2] == [first, second]


def test_few_steps_make_a_round():
    """A tenth of fewer than ten steps is one step, which a core estimator takes as well."""
    experiment = make(train_steps=5, train_steps_per_iteration=None)
    rounds = []
    experiment.continuous_train_and_eval(lambda result: rounds.append(result) or len(rounds) < 2)
    assert experiment.estimator.log[0]["steps"] == 1


def test_no_checkpoint_is_said_and_waited_for(tmp_path, monkeypatch, caplog):
    """continuous_eval says where it looks for a checkpoint, waits, and ends without a wait."""
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr(tf1.logging, "warning", lambda *args: waited.append(args[0] % args[1:]))
    estimator = Noting(model_dir=str(tmp_path))
    experiment = make(estimator, eval_delay_secs=0, continuous_eval_throttle_secs=9)

    def proceed(result):
        if len(waited) == 2:
            with tf.Graph().as_default(), tf1.Session() as session:
                tf1.get_variable("v", [])
                session.run(tf1.global_variables_initializer())
                tf1.train.Saver().save(session, str(tmp_path / "model.ckpt"), 1)
        return True

    experiment._train_steps = 1
    experiment.continuous_eval(continuous_eval_predicate_fn=proceed)
    assert len(waited) == 2
    assert str(tmp_path) in waited[0]
    assert waited[1] == pytest.approx(9, abs=1)


@pytest.mark.parametrize("v2", [False, True])
def test_core_estimators_export_the_best_model(tmp_path, v2):
    """Both classes of tf.estimator train, evaluate and export the best and the latest model."""
    (kind,) = [
        one
        for one in [core.Estimator, *core.Estimator.__subclasses__()]
        if one.__name__ == ("EstimatorV2" if v2 else "Estimator")
        and one.__module__.endswith("python.estimator.estimator")
    ]
    experiment = make(
        make_estimator(tmp_path, kind),
        train_steps=2,
        eval_steps=1,
        min_eval_frequency=0,
        export_strategies=[
            learn.make_export_strategy(serving_input_fn),
            export_utils.make_best_model_export_strategy(serving_input_fn),
        ],
    )
    result, paths = experiment.train_and_evaluate()
    assert result["global_step"] == 2
    assert [os.path.dirname(path) for path in paths] == [
        os.fsencode(tmp_path / "export" / "Servo"),
        os.fsencode(tmp_path / "export" / "best_model" / "model.ckpt-2"),
    ]
    with tf.Graph().as_default(), tf1.Session() as session:
        loaded = tf1.saved_model.load(session, ["serve"], os.fsdecode(paths[1]))
        assert list(loaded.signature_def) == ["serving_default"]


def test_exports_are_whole_or_not_there(tmp_path):
    """While an export is written, its folder has a temporary name."""
    seen = []
    estimator = make_estimator(tmp_path)
    done = threading.Event()

    def watch():
        while not done.is_set():
            servo = tmp_path / "export" / "Servo"
            for path in servo.iterdir() if servo.exists() else ():
                if path.name.isdigit():
                    seen.append((path / "saved_model.pb").exists())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        strategy = learn.make_export_strategy(serving_input_fn)
        make(estimator, eval_steps=1, export_strategies=strategy).test()
    finally:
        done.set()
        watcher.join()
    (export,) = (tmp_path / "export" / "Servo").iterdir()
    assert (export / "saved_model.pb").exists()
    assert all(seen)


def test_unwritable_export_folder_is_named(tmp_path):
    """An export to where no folder can be is an error that names it."""
    (tmp_path / "export").write_text("a file in the way")
    strategy = learn.make_export_strategy(serving_input_fn)
    experiment = make(make_estimator(tmp_path), eval_steps=1, export_strategies=strategy)
    with pytest.raises(tf.errors.OpError, match=str(tmp_path / "export")):
        experiment.test()


def test_full_disk_is_said(tmp_path):
    """An export for which there is no space fails, names the file, and leaves no export."""

    def big_model_fn(features, labels, mode):
        tf1.get_variable("big", [1 << 20])
        return model_fn(features, labels, mode)

    config = RunConfig(model_dir=str(tmp_path))
    estimator = core.Estimator(big_model_fn, config=config)
    estimator.train(input_fn, steps=1)
    strategy = learn.make_export_strategy(serving_input_fn)
    # As on a full disk, a write fails half-way: here for files of more than a megabyte.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, limits[1]))
    try:
        with pytest.raises(tf.errors.OpError, match=rf"{tmp_path}/export/temp-\d+/variables"):
            strategy.export(estimator, str(tmp_path / "export"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not [name for name in os.listdir(tmp_path / "export") if name.isdigit()]


def test_run_std_server_needs_a_task():
    """Without a cluster, the error shows what the RunConfig has."""
    with pytest.raises(ValueError, match=r"Could not start server.*task_type=None"):
        make().run_std_server()


def test_core_config_is_not_for_clusters(tmp_path, monkeypatch):
    """In a cluster, a core RunConfig is an error that says which one to use."""
    cluster = '{"cluster": {"chief": ["localhost:1"], "ps": ["localhost:2"]}, "task": %s}'
    monkeypatch.setenv("TF_CONFIG", cluster % '{"type": "chief", "index": 0}')
    estimator = core.Estimator(model_fn, config=core.RunConfig(model_dir=str(tmp_path)))
    monkeypatch.delenv("TF_CONFIG")
    for method in ("train", "run_std_server"):
        with pytest.raises(ValueError, match=r"config=tf.contrib.learn.RunConfig\(\)"):
            getattr(make(estimator), method)()


@pytest.mark.parametrize("kind", [core.Estimator, learn.Estimator])
@pytest.mark.parametrize("given", [[], ["/job:ps", "/job:worker"]])
def test_sessions_see_their_own_task(tmp_path, kind, given):
    """In a cluster, sessions see this task and parameter servers, unless the user filters."""
    options = tf1.ConfigProto(device_filters=given, allow_soft_placement=True)
    estimator = make_estimator(tmp_path, kind, session_config=options)
    config = estimator.config
    config._task_type, config._task_id = "worker", 3
    cluster.see_own_task(estimator, config)
    used = getattr(estimator, "_core", estimator)._session_config
    assert list(used.device_filters) == (given or ["/job:ps", "/job:worker/task:3"])
    assert used.allow_soft_placement
    assert list(options.device_filters) == given
