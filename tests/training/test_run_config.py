"""RunConfig in the hands of the real Estimator; its fields are compared by the oracle's cases."""

import copy
import json
import os

import pytest

from tf_spec_compat import estimator
from tf_spec_compat.contrib.learn.estimators.run_config import ClusterConfig, RunConfig

CLUSTER = {"ps": ["h:1"], "worker": ["h:2", "h:3"], "master": ["h:4"]}


@pytest.fixture
def in_cluster(monkeypatch):
    """Puts this process somewhere in a cluster."""

    def put(kind, index, **more):
        config = {"cluster": CLUSTER, "task": {"type": kind, "index": index}, **more}
        monkeypatch.setenv("TF_CONFIG", json.dumps(config))

    return put


def model_fn(features, labels, mode):
    raise AssertionError("not to be called")


def test_it_is_a_core_config():
    """The class is a `tf.estimator.RunConfig`, so that it can be handed to anything."""
    assert issubclass(RunConfig, estimator.RunConfig)
    assert issubclass(RunConfig, ClusterConfig)


def test_the_core_estimator_keeps_every_field(in_cluster, tmp_path):
    """A real Estimator takes contrib's config and loses nothing of it."""
    in_cluster("worker", 1)
    config = RunConfig(num_cores=2, tf_random_seed=3, save_checkpoints_steps=7, protocol="grpc")
    core = estimator.Estimator(model_fn, model_dir=str(tmp_path), config=config)
    kept = core.config
    assert type(kept) is RunConfig
    same = [
        "master",
        "task_type",
        "task_id",
        "is_chief",
        "num_ps_replicas",
        "num_worker_replicas",
        "tf_random_seed",
        "save_checkpoints_steps",
        "save_checkpoints_secs",
        "protocol",
        "environment",
        "evaluation_master",
        "global_id_in_cluster",
    ]
    assert {n: getattr(kept, n) for n in same} == {n: getattr(config, n) for n in same}
    assert kept.cluster_spec.as_dict() == CLUSTER
    assert kept.tf_config == config.tf_config
    assert kept.model_dir == str(tmp_path)


def test_numbers_in_the_cluster_are_those_of_the_core(in_cluster):
    """Each member has a number of its own, the master the first."""
    numbers = []
    for kind, index in [("master", 0), ("worker", 0), ("worker", 1), ("ps", 0)]:
        in_cluster(kind, index)
        numbers.append(RunConfig().global_id_in_cluster)
    assert numbers == [0, 1, 2, 3]


def test_a_config_does_not_change_the_environment_it_reads(in_cluster):
    """The session config stays as it was given, in a cluster too."""
    in_cluster("worker", 0)
    assert RunConfig().session_config is None


@pytest.mark.parametrize(
    ("kind", "index", "words"),
    [("bogus", 0, "bogus is not a valid task_type.*'worker'"), ("worker", 5, "5 is not a valid")],
)
def test_a_task_that_is_not_in_the_cluster_is_named(in_cluster, kind, index, words):
    """The error has the task, the cluster, and where they come from."""
    in_cluster(kind, index)
    with pytest.raises(ValueError, match=f"(?s){words}.*TF_CONFIG"):
        RunConfig()


def test_copies_are_equal_by_uid():
    """A deep copy and a replacement by nothing are the same run."""
    config = RunConfig(model_dir="/d")
    assert copy.deepcopy(config).uid() == config.uid() == config.replace().uid()


def test_empty_tf_config(monkeypatch):
    """`TF_CONFIG` that is set but empty is none, and stays as it is."""
    monkeypatch.setenv("TF_CONFIG", "")
    assert RunConfig().is_chief
    assert os.environ["TF_CONFIG"] == ""


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("[]", AttributeError, r"^TF_CONFIG must be a JSON object, got \[\]; it looks like"),
        ('{"task": 1}', AttributeError, "^The task of TF_CONFIG must be a JSON object, got 1"),
        ('{"task": {"index": [1]}}', TypeError, r"the task index of TF_CONFIG .*, got \[1\]"),
        ('{"task": {"index": "x"}}', ValueError, "^invalid literal.*index of TF_CONFIG.* 'x'"),
        ('{"task": {"index": 1e400}}', OverflowError, "the task index of TF_CONFIG .* inf"),
        ('{"task": {"type": []}}', TypeError, r"^The task type of TF_CONFIG .*, got \[\]"),
        ('{"cluster": []}', TypeError, "^`cluster` must be a dictionary"),
        ("[" * 100000, ValueError, r"^TF_CONFIG has too many .* begins with '\[\["),
    ],
)
def test_a_tf_config_of_another_form_is_named(monkeypatch, text, error, words):
    """The errors are of TF 1.15.5's types, but for what is too deep to be read, and say where."""
    monkeypatch.setenv("TF_CONFIG", text)
    for make in (RunConfig, ClusterConfig, ClusterConfig.get_task_id):
        if "cluster" not in text or make is not ClusterConfig.get_task_id:
            with pytest.raises(error, match=words):
                make()
