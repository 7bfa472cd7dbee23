"""What configurations, metric specs and feeders make of what they are given."""

import functools
import json
import os

import numpy as np

from tests.oracle.facts import plain
from tests.oracle.legacy import data_feeder, metric_spec, run_config, tf
from tests.oracle.observe import attempt

PROPERTIES = [
    "environment",
    "evaluation_master",
    "is_chief",
    "keep_checkpoint_every_n_hours",
    "keep_checkpoint_max",
    "log_step_count_steps",
    "master",
    "model_dir",
    "num_ps_replicas",
    "num_worker_replicas",
    "protocol",
    "save_checkpoints_secs",
    "save_checkpoints_steps",
    "save_summary_steps",
    "session_config",
    "session_creation_timeout_secs",
    "task_id",
    "task_type",
    "tf_random_seed",
]


def described(config):
    record = {name: plain(getattr(config, name)) for name in PROPERTIES}
    record["cluster"] = config.cluster_spec.as_dict()
    proto = config.tf_config
    record["tf_config"] = [
        proto.intra_op_parallelism_threads,
        proto.log_device_placement,
        plain(proto.gpu_options.per_process_gpu_memory_fraction),
    ]
    return record


def in_environment(folder, tf_config, **kwargs):
    """A RunConfig as `TF_CONFIG` makes it."""
    before = os.environ.get("TF_CONFIG")
    os.environ["TF_CONFIG"] = tf_config if isinstance(tf_config, str) else json.dumps(tf_config)
    try:
        return {
            "config": attempt(lambda: described(run_config.RunConfig(**kwargs))),
            "task_id": attempt(run_config.RunConfig.get_task_id),
            "master": attempt(lambda: run_config.ClusterConfig().master),
        }
    finally:
        del os.environ["TF_CONFIG"]
        if before is not None:
            os.environ["TF_CONFIG"] = before


CLUSTER = {"ps": ["h1:1", "h2:2"], "worker": ["h3:3", "h4:4", "h5:5"], "master": ["h0:0"]}
CHIEF = {"ps": ["h1:1"], "worker": ["h3:3"], "chief": ["h0:0"]}


def task(kind, index, cluster=None, **more):
    config = {"task": {"type": kind, "index": index}}
    if cluster is not None:
        config["cluster"] = cluster
    config.update(more)
    return config


CONFIGS = {
    "none": {},
    "worker0": task("worker", 0, CLUSTER),
    "worker1": task("worker", 1, CLUSTER),
    "worker0_cloud": task("worker", 0, CLUSTER, environment="cloud"),
    "master": task("master", 0, CLUSTER),
    "master_cloud": task("master", 0, CLUSTER, environment="cloud"),
    "master_alone": task("master", 0, {"master": ["m:1"]}),
    "ps1": task("ps", 1, CLUSTER),
    "no_task": {"cluster": CLUSTER},
    "no_cluster": task("worker", 2),
    "bad_index": task("worker", 7, CLUSTER),
    "negative": task("worker", -1, CLUSTER),
    "bad_type": task("bogus", 0, CLUSTER),
    "chief": task("chief", 0, CHIEF, environment="cloud"),
    "evaluator": task("evaluator", 0, CHIEF),
    "evaluator_alone": task("evaluator", 0, environment="cloud"),
    "one_worker": task("worker", 0, {"worker": ["a:1"]}, environment="google"),
    "two_workers": task("worker", 1, {"worker": ["a:1", "b:1"]}),
    "string_index": task("worker", "1", CLUSTER),
    "no_index": {"cluster": CLUSTER, "task": {"type": "worker"}},
    "no_type": {"cluster": CLUSTER, "task": {"index": 1}},
    "model_dir": {"model_dir": "/m"},
    "no_json": "{",
}

ARGUMENTS = {
    "steps": {"save_checkpoints_steps": 5},
    "secs": {"save_checkpoints_secs": 7},
    "both": {"save_checkpoints_steps": 5, "save_checkpoints_secs": 7},
    "neither": {"save_checkpoints_steps": None, "save_checkpoints_secs": None},
    "cores": {"num_cores": 3, "gpu_memory_fraction": 0.5, "log_device_placement": True},
    "masters": {"master": "grpc://a", "evaluation_master": "grpc://b"},
    "odd": {"keep_checkpoint_max": -1, "save_summary_steps": 0, "tf_random_seed": "a"},
    "empty": {"model_dir": ""},
    "unknown": {"foo": 1},
}


def configs(folder):
    record = {name: in_environment(folder, config) for name, config in CONFIGS.items()}
    for name, kwargs in ARGUMENTS.items():
        record["with_" + name] = in_environment(folder, {}, **kwargs)
    record["other_model_dir"] = in_environment(folder, {"model_dir": "/m"}, model_dir="/n")
    record["given_master"] = in_environment(folder, CONFIGS["worker1"], master="x")
    config = run_config.RunConfig(tf_random_seed=1, model_dir="/d")
    record["replaced"] = described(config.replace(model_dir="/e", save_summary_steps=3))
    for name in ("master", "num_cores", "nonsense"):
        record["replace_" + name] = attempt(lambda: config.replace(**{name: 1}))  # noqa: B023
    record["uid"] = [
        config.uid() == run_config.RunConfig(model_dir="/d").uid(),
        config.uid() == config.replace(model_dir="/e").uid(),
        config.uid() == config.replace(model_dir="/e").uid(),
        config.uid(["model_dir"]) == config.replace(model_dir="/e").uid(["model_dir"]),
        config.uid([]) == config.replace(tf_random_seed=2).uid([]),
        sorted(part.split("=")[0] for part in config.uid([]).split(", ") if part[:1] == "_"),
    ]
    return record


def echo(arguments):
    """A metric function with these arguments, which returns them."""
    scope = {}
    exec("def fn(%s):\n    return {k: str(v) for k, v in locals().items()}" % arguments, scope)
    return scope["fn"]


METRICS = [
    "predictions, labels",
    "labels, predictions, weights=None",
    "predictions, targets, weight=None",
    "prediction, target, weight",
    "logits, label",
    "labels, logit=None",
    "values, weights=None",
    "labels, values",
    "values, labels, weights=None",
    "a, b",
    "weights, values",
    "labels",
    "predictions",
    "*args",
    "predictions, *args, **kwargs",
    "**kwargs",
    "labels, predictions, k",
    "labels, predictions, k=3",
    "labels, label, predictions",
    "predictions, logits",
    "predictions, labels, sample_weight=None",
]


def metric_specs(folder):
    """Which value goes where, for functions with all kinds of arguments."""
    keys = [{}, {"weight_key": "w"}, {"prediction_key": "p"}, {"label_key": "l"}]
    keys.append({"prediction_key": "p", "label_key": "l", "weight_key": "w"})
    values = [
        ({"w": "W"}, "L", "P"),
        ({"w": "W"}, {"l": "L"}, {"p": "P"}),
        ({"w": "W", "v": "V"}, {"l": "L", "m": "M"}, {"p": "P", "q": "Q"}),
        ("F", "L", "P"),
        (None, None, None),
    ]
    record = {}
    for arguments in METRICS:
        for index, key in enumerate(keys):
            made = attempt(lambda: metric_spec.MetricSpec(echo(arguments), **key) and None)  # noqa: B023
            name = "%s/%d" % (arguments, index)
            if made is not None:
                record[name] = made
                continue
            spec = metric_spec.MetricSpec(echo(arguments), **key)
            record[name] = [attempt(spec.create_metric_ops, *value) for value in values]
    bound = functools.partial(echo("labels, predictions, k"), k=5)
    record["partial"] = attempt(metric_spec.MetricSpec(bound).create_metric_ops, {}, "L", "P")
    first = functools.partial(echo("a, predictions, labels"), 5)
    record["first"] = attempt(metric_spec.MetricSpec(first).create_metric_ops, {}, "L", "P")
    record["text"] = [
        str(metric_spec.MetricSpec(tf.metrics.accuracy, "p", "l", "w")),
        str(metric_spec.MetricSpec(bound)),
    ]
    return record


A = np.arange(10, dtype=np.float64).reshape(5, 2)
B = np.array([0, 1, 2, 0, 1])


def feeds(make):
    """The placeholders of a feeder and its first feeds."""
    with tf.Graph().as_default():
        feeder = make()
        built = feeder.input_builder()
        names = [t.op.name for part in built for t in _flat(part)]
        shapes = [t.shape.as_list() for part in built for t in _flat(part)]
        dtypes = [t.dtype.name for part in built for t in _flat(part)]
        feed_dict_fn = feeder.get_feed_dict_fn()
        fed = [attempt(feed_dict_fn) for _ in range(5)]
        return {
            "placeholders": [list(row) for row in zip(names, shapes, dtypes)],
            "fed": fed,
            "params": feeder.get_feed_params(),
            "batch_size": feeder.batch_size,
        }


def _flat(part):
    if part is None:
        return []
    return [part[k] for k in sorted(part)] if isinstance(part, dict) else [part]


def feeders(folder):
    setup = data_feeder.setup_train_data_feeder
    one_by_one = functools.partial(setup, batch_size=2, shuffle=False)
    strings = np.array([["a", "b"], ["c", "d"]]), np.array(["p", "q"])
    makes = {
        "basic": lambda: setup(A, B, None, batch_size=2),
        "whole": lambda: setup(A, B, None),
        "once": lambda: setup(A, B, None, batch_size=128, epochs=1, shuffle=False),
        "twice": lambda: setup(A, B, None, batch_size=4, epochs=2),
        "classes": lambda: one_by_one(A, B, 3),
        "classes_1": lambda: one_by_one(A, B, 1),
        "classes_0": lambda: one_by_one(A, B, 0),
        "dict": lambda: one_by_one({"a": A, "b": A[:, 0].astype(np.float32)}, B, None),
        "dict_labels": lambda: one_by_one({"a": A}, {"l": B, "m": B * 2.0}, None),
        "dict_classes": lambda: one_by_one({"a": A}, {"l": B, "m": B * 2.0}, {"l": 3, "m": None}),
        "no_labels": lambda: one_by_one(A, None, None),
        "strings": lambda: one_by_one(strings[0], strings[1], None),
        "bytes": lambda: one_by_one(A.astype(np.uint8), B > 0, None),
        "halves": lambda: one_by_one(A.astype(np.float16), B.astype(np.float32), None),
        "flat": lambda: one_by_one(np.arange(4.0), np.arange(4.0), None),
        "wide_labels": lambda: one_by_one(A, np.stack([B, B], 1), None),
        "column_labels": lambda: one_by_one(A, B[:, None], None),
        "wide_classes": lambda: one_by_one(A, np.stack([B, B], 1), 3),
        "cubes": lambda: one_by_one(np.zeros([4, 2, 3]), np.arange(4.0), None),
        "few_labels": lambda: one_by_one(A, B[:3], None),
        "no_batch": lambda: setup(A, B, None, batch_size=0),
        "iterators": lambda: setup(iter(A), iter(B), None, batch_size=2),
        "iterator_alone": lambda: setup(iter(A), None, None, batch_size=2),
        "iterator_classes": lambda: setup(iter(A), iter(B), 3, batch_size=2),
        "iterator_single": lambda: setup(iter(A), iter(B), None),
        "iterator_wide": lambda: setup(iter(A), iter(np.stack([B, B], 1)), None, batch_size=2),
        "mixed": lambda: setup(iter(A), B, None, batch_size=2),
    }
    record = {name: attempt(feeds, make) for name, make in makes.items()}
    predict = data_feeder.setup_predict_data_feeder
    record["predict"] = [
        attempt(lambda: list(predict(A))),
        attempt(lambda: list(predict(A, 2))),
        attempt(lambda: list(predict(np.arange(3.0), 2))),
        attempt(lambda: [np.asarray(batch) for batch in predict(iter(A), 2)]),
        attempt(lambda: [np.asarray(batch) for batch in predict(iter(A))]),
        attempt(lambda: predict(A, 0)),
    ]
    return record
