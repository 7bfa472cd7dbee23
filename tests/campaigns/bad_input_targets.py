"""What `bad_inputs` calls, with arguments that are good: they run in both worlds.

`targets()` gives (name, function of a folder that gives what is called, function that gives the
arguments). Only these arguments are replaced.
"""

import numpy as np

from tests.oracle.legacy import (
    contrib,
    export_strategy,
    graph_actions,
    head,
    layers,
    learn,
    learn_io,
    learn_runner,
    model_fn,
    monitors,
    run_config,
    saved_model_export_utils,
    tf,
)

X = np.ones([4, 2], np.float32)
Y = np.array([1.0, 0.0, 1.0, 0.0], np.float32)


def model(features, labels, mode):
    """Sums."""
    weight = tf.get_variable("w", [], initializer=tf.ones_initializer())
    sums = tf.reduce_sum(features * weight, 1)
    loss = train_op = None
    if mode != "infer":
        loss = tf.reduce_mean(tf.square(sums - labels))
    if mode == "train":
        train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return model_fn.ModelFnOps(mode, sums, loss, train_op)


def input_fn():
    return tf.constant(X), tf.constant(Y)


def dict_fn():
    return {"x": tf.constant(X), "w": tf.ones([4, 1])}, tf.constant([[1], [0], [1], [0]])


def serving():
    x = tf.placeholder(tf.float32, [None, 2])
    return learn.utils.input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def made(folder):
    return learn.Estimator(model, model_dir=folder)


def trained(folder):
    return made(folder).fit(input_fn=input_fn, steps=1)


def column():
    return layers.real_valued_column("x", 2)


def ids():
    return layers.sparse_column_with_integerized_feature("i", 5)


def then_fit(make, give=dict_fn):
    """A function that makes an estimator, and trains it for a step."""

    def call(**arguments):
        return make(**arguments).fit(input_fn=give, steps=1)

    return lambda folder: call


def method(make, name):
    """A method of what `make` makes in a folder."""
    return lambda folder: getattr(make(folder), name)


def listed(make, name):
    """Likewise, of which the result is read to the end."""
    return lambda folder: lambda **arguments: list(getattr(make(folder), name)(**arguments))


def plain(function):
    return lambda folder: function


def targets():
    yield from _estimators()
    yield from _canned()
    yield from _heads()
    yield from _columns()
    yield from _around()
    yield from _training()


def _estimators():
    yield (
        "Estimator",
        then_fit(learn.Estimator, input_fn),
        lambda: {
            "model_fn": model,
            "model_dir": "m",
            "config": None,
            "params": None,
            "feature_engineering_fn": None,
        },
    )
    arrays = {"x": X, "y": Y, "batch_size": 2}
    yield "fit", method(made, "fit"), lambda: dict(arrays, steps=1, monitors=None)
    yield "fit_to", method(made, "fit"), lambda: {"input_fn": input_fn, "max_steps": 1}
    yield "fit_dict", method(made, "fit"), lambda: {"x": {"a": X}, "y": {"b": Y}, "steps": 1}
    yield "fit_fn", method(made, "fit"), lambda: {"input_fn": input_fn, "steps": 1}
    yield "evaluate", method(trained, "evaluate"), lambda: dict(arrays, steps=1, metrics=None)
    yield (
        "evaluate_fn",
        method(trained, "evaluate"),
        lambda: {
            "input_fn": input_fn,
            "steps": 1,
            "feed_fn": None,
            "name": None,
            "checkpoint_path": None,
            "hooks": None,
            "log_progress": True,
        },
    )
    yield (
        "predict",
        listed(trained, "predict"),
        lambda: {"x": X, "batch_size": 2, "outputs": None},
    )
    yield "predict_fn", listed(trained, "predict"), lambda: {"input_fn": lambda: tf.constant(X)}
    yield "get_variable_value", method(trained, "get_variable_value"), lambda: {"name": "w"}
    yield "set_params", method(made, "set_params"), lambda: {"params": None}
    yield (
        "export_savedmodel",
        method(trained, "export_savedmodel"),
        lambda: {
            "export_dir_base": "e",
            "serving_input_fn": serving,
            "assets_extra": None,
            "default_output_alternative_key": None,
            "checkpoint_path": None,
        },
    )
    yield (
        "ModelFnOps",
        plain(model_fn.ModelFnOps),
        lambda: {
            "mode": "train",
            "predictions": tf.constant([1.0]),
            "loss": tf.constant(1.0),
            "train_op": tf.no_op(),
            "eval_metric_ops": {},
            "output_alternatives": None,
            "training_chief_hooks": [],
            "training_hooks": [],
            "scaffold": None,
        },
    )
    for problem in ("classification", "linear_regression", "logistic_regression", "unspecified"):
        for key in ("classes", "scores", "probabilities"):
            yield "alternatives_" + problem, plain(_alternatives(problem)), lambda k=key: {k: None}

    def alternatives(**given):
        ops = model_fn.ModelFnOps("infer", tf.constant([1.0]), **given)
        return ops.estimator_spec()

    yield "alternatives", plain(alternatives), lambda: {"output_alternatives": None}


def _alternatives(problem):
    def call(**tensors):
        given = {"a": (problem, tensors)}
        ops = model_fn.ModelFnOps("infer", tf.constant([1.0]), output_alternatives=given)
        return ops.estimator_spec()

    return call


def _canned():
    common = {
        "model_dir": None,
        "weight_column_name": None,
        "optimizer": None,
        "config": None,
        "feature_engineering_fn": None,
    }
    clip = {"gradient_clip_norm": None}
    for name, extra in (
        ("LinearClassifier", {"n_classes": 2, "label_keys": None, **clip}),
        ("LinearRegressor", {"label_dimension": 1, **clip}),
        ("DNNClassifier", {"n_classes": 2, "dropout": None, "hidden_units": [2], **clip}),
        ("DNNRegressor", {"label_dimension": 1, "dropout": None, "hidden_units": [2], **clip}),
    ):
        yield (
            name,
            then_fit(getattr(learn, name)),
            lambda extra=extra: dict(common, feature_columns=[column()], **extra),
        )
    yield (
        "DNNLinearCombinedClassifier",
        then_fit(learn.DNNLinearCombinedClassifier),
        lambda: {
            "linear_feature_columns": [column()],
            "dnn_feature_columns": [column()],
            "dnn_hidden_units": [2],
            "n_classes": 2,
            "linear_optimizer": None,
            "dnn_optimizer": None,
            "fix_global_step_increment_bug": True,
        },
    )
    yield (
        "KMeansClustering",
        then_fit(contrib.factorization.KMeansClustering, lambda: (tf.constant(X), None)),
        lambda: {
            "num_clusters": 2,
            "initial_clusters": "random",
            "distance_metric": "squared_euclidean",
            "random_seed": 0,
            "use_mini_batch": True,
            "relative_tolerance": None,
        },
    )
    yield (
        "SVM",
        plain(learn.SVM),
        lambda: {
            "example_id_column": "id",
            "feature_columns": [column()],
            "config": None,
            "l1_regularization": 0.0,
            "l2_regularization": 1.0,
            "num_loss_partitions": 1,
        },
    )
    yield (
        "DynamicRnnEstimator",
        plain(learn.DynamicRnnEstimator),
        lambda: {
            "problem_type": "classification",
            "prediction_type": 2,
            "sequence_feature_columns": [column()],
            "num_classes": 2,
            "num_units": 2,
            "cell_type": "basic_rnn",
            "dropout_keep_probabilities": None,
        },
    )


def _heads():
    for name, extra in (
        ("multi_class_head", {"n_classes": 3, "label_keys": None, "metric_class_ids": None}),
        ("regression_head", {"label_dimension": 1}),
        ("poisson_regression_head", {}),
        ("binary_svm_head", {}),
        ("multi_label_head", {"n_classes": 3}),
    ):

        def given(extra=extra):
            return dict(extra, label_name=None, weight_column_name=None, head_name=None)

        yield name, plain(getattr(head, name)), given
    yield (
        "multi_head",
        plain(head.multi_head),
        lambda: {"heads": [head.regression_head(head_name="a")], "loss_weights": None},
    )
    yield (
        "create_model_fn_ops",
        lambda folder: head.regression_head().create_model_fn_ops,
        lambda: {
            "features": {},
            "mode": "train",
            "labels": tf.ones([4, 1]),
            "train_op_fn": head.no_op_train_fn,
            "logits": tf.ones([4, 1]),
            "logits_input": None,
            "scope": None,
        },
    )


def _columns():
    def parsed(make):
        def call(**arguments):
            column = make(**arguments)
            return str(column), layers.create_feature_spec_for_parsing([column])

        return plain(call)

    yield (
        "real_valued_column",
        parsed(layers.real_valued_column),
        lambda: {
            "column_name": "x",
            "dimension": 1,
            "default_value": None,
            "dtype": tf.float32,
            "normalizer": None,
        },
    )
    yield (
        "hash_bucket",
        parsed(layers.sparse_column_with_hash_bucket),
        lambda: {"column_name": "x", "hash_bucket_size": 5, "combiner": "sum", "dtype": tf.string},
    )
    yield (
        "keys",
        parsed(layers.sparse_column_with_keys),
        lambda: {"column_name": "x", "keys": ["a"], "default_value": -1, "combiner": "sum"},
    )
    yield (
        "integerized",
        parsed(layers.sparse_column_with_integerized_feature),
        lambda: {"column_name": "x", "bucket_size": 5, "combiner": "sum", "dtype": tf.int64},
    )
    yield (
        "vocabulary_file",
        parsed(layers.sparse_column_with_vocabulary_file),
        lambda: {
            "column_name": "x",
            "vocabulary_file": "v",
            "num_oov_buckets": 0,
            "vocab_size": 2,
            "default_value": -1,
        },
    )
    yield (
        "embedding_column",
        parsed(layers.embedding_column),
        lambda: {
            "sparse_id_column": ids(),
            "dimension": 2,
            "combiner": "mean",
            "initializer": None,
            "ckpt_to_load_from": None,
            "max_norm": None,
        },
    )
    yield (
        "one_hot_column",
        parsed(layers.one_hot_column),
        lambda: {"sparse_id_column": ids()},
    )
    yield (
        "bucketized_column",
        parsed(layers.bucketized_column),
        lambda: {"source_column": layers.real_valued_column("x"), "boundaries": [1.0, 2.0]},
    )
    yield (
        "crossed_column",
        parsed(layers.crossed_column),
        lambda: {
            "columns": [ids(), layers.sparse_column_with_hash_bucket("j", 5)],
            "hash_bucket_size": 5,
            "combiner": "sum",
            "hash_key": None,
        },
    )
    yield (
        "weighted_sparse_column",
        parsed(layers.weighted_sparse_column),
        lambda: {"sparse_id_column": ids(), "weight_column_name": "w", "dtype": tf.float32},
    )
    yield (
        "input_from_feature_columns",
        plain(layers.input_from_feature_columns),
        lambda: {
            "columns_to_tensors": {"x": tf.constant(X)},
            "feature_columns": [column()],
            "scope": None,
        },
    )
    yield (
        "weighted_sum_from_feature_columns",
        plain(layers.weighted_sum_from_feature_columns),
        lambda: {
            "columns_to_tensors": {"x": tf.constant(X)},
            "feature_columns": [column()],
            "num_outputs": 1,
        },
    )
    yield (
        "parse_feature_columns_from_examples",
        plain(layers.parse_feature_columns_from_examples),
        lambda: {"serialized": tf.constant([""]), "feature_columns": [ids()]},
    )


def _around():
    yield (
        "Experiment",
        plain(learn.Experiment),
        lambda: {
            "estimator": learn.Estimator(model),
            "train_input_fn": input_fn,
            "eval_input_fn": input_fn,
            "eval_metrics": None,
            "train_steps": 1,
            "eval_steps": 1,
            "train_monitors": None,
            "eval_hooks": None,
            "export_strategies": None,
            "min_eval_frequency": None,
            "train_steps_per_iteration": None,
            "checkpoint_and_export": False,
            "saving_listeners": None,
            "local_eval_frequency": None,
        },
    )

    def trained_and_evaluated(folder):
        def call(**changes):
            given = {"train_input_fn": input_fn, "eval_input_fn": input_fn, "train_steps": 1}
            given.update(changes, eval_steps=1)
            return learn.Experiment(made(folder), **given).train_and_evaluate()

        return call

    yield (
        "train_and_evaluate",
        trained_and_evaluated,
        lambda: {
            "train_input_fn": input_fn,
            "eval_input_fn": input_fn,
            "train_steps": 1,
            "eval_metrics": None,
            "train_monitors": None,
            "export_strategies": None,
            "min_eval_frequency": None,
            "eval_hooks": None,
        },
    )
    yield (
        "RunConfig",
        plain(run_config.RunConfig),
        lambda: {
            "master": None,
            "num_cores": 0,
            "log_device_placement": False,
            "gpu_memory_fraction": 1,
            "tf_random_seed": 1,
            "save_summary_steps": 100,
            "save_checkpoints_secs": None,
            "save_checkpoints_steps": 5,
            "keep_checkpoint_max": 5,
            "keep_checkpoint_every_n_hours": 1,
            "evaluation_master": "",
            "model_dir": None,
            "session_config": None,
            "log_step_count_steps": 100,
        },
    )
    yield (
        "RunConfig.replace",
        method(lambda folder: run_config.RunConfig(), "replace"),
        lambda: {"model_dir": "m", "tf_random_seed": 1, "zz": None},
    )

    def ran(folder):
        def call(experiment_fn=None, **given):
            return learn_runner.run(experiment_fn, **given)

        return call

    yield (
        "learn_runner.run",
        ran,
        lambda: {
            "experiment_fn": lambda path: learn.Experiment(
                made(path), input_fn, input_fn, train_steps=1, eval_steps=1
            ),
            "output_dir": "o",
            "schedule": "train_and_evaluate",
        },
    )

    def exported(folder):
        def call(**given):
            return saved_model_export_utils.make_export_strategy(**given).export(
                trained(folder), "e"
            )

        return call

    yield (
        "make_export_strategy",
        exported,
        lambda: {
            "serving_input_fn": serving,
            "default_output_alternative_key": None,
            "assets_extra": None,
            "as_text": False,
            "exports_to_keep": 5,
        },
    )
    yield (
        "garbage_collect_exports",
        plain(saved_model_export_utils.garbage_collect_exports),
        lambda: {"export_dir_base": ".", "exports_to_keep": 1},
    )
    yield (
        "ExportStrategy",
        plain(lambda **given: export_strategy.ExportStrategy(**given).export(None, "e")),
        lambda: {"name": "n", "export_fn": lambda estimator, export_dir_base: "p"},
    )
    yield (
        "numpy_input_fn",
        plain(lambda **given: learn_io.numpy_input_fn(**given)()),
        lambda: {
            "x": {"a": X},
            "y": Y,
            "batch_size": 2,
            "num_epochs": 1,
            "shuffle": False,
            "queue_capacity": 10,
            "num_threads": 1,
        },
    )
    yield (
        "generator_input_fn",
        plain(lambda **given: learn_io.generator_io.generator_input_fn(**given)()),
        lambda: {
            "x": lambda: iter([{"a": X[0]}]),
            "target_key": None,
            "batch_size": 2,
            "num_epochs": 1,
            "shuffle": False,
            "queue_capacity": 10,
            "num_threads": 1,
        },
    )
    yield (
        "read_batch_examples",
        plain(learn_io.read_batch_examples),
        lambda: {
            "file_pattern": __file__,
            "batch_size": 2,
            "reader": tf.TFRecordReader,
            "randomize_input": False,
            "num_epochs": 1,
            "queue_capacity": 10,
            "num_threads": 1,
            "read_batch_size": 1,
            "parse_fn": None,
        },
    )
    yield (
        "read_batch_features",
        plain(learn_io.read_batch_features),
        lambda: {
            "file_pattern": __file__,
            "batch_size": 2,
            "reader": tf.TFRecordReader,
            "features": {"a": tf.FixedLenFeature([1], tf.float32)},
        },
    )
    yield (
        "setup_train_data_feeder",
        plain(
            lambda **given: _fed(
                contrib.learn.python.learn.learn_io.data_feeder.setup_train_data_feeder(**given)
            )
        ),
        lambda: {"x": X, "y": Y, "n_classes": None, "batch_size": 2, "epochs": 1},
    )
    yield (
        "build_parsing_serving_input_fn",
        plain(lambda **given: learn.utils.input_fn_utils.build_parsing_serving_input_fn(**given)()),
        lambda: {
            "feature_spec": {"a": tf.FixedLenFeature([1], tf.float32)},
            "default_batch_size": None,
        },
    )
    yield (
        "build_default_serving_input_fn",
        plain(lambda **given: learn.utils.input_fn_utils.build_default_serving_input_fn(**given)()),
        lambda: {"features": {"a": tf.constant(X)}, "default_batch_size": None},
    )
    yield (
        "VocabularyProcessor",
        plain(
            lambda documents=("a b",), **given: list(
                learn.preprocessing.VocabularyProcessor(**given).fit_transform(documents)
            )
        ),
        lambda: {
            "documents": ["a b"],
            "max_document_length": 2,
            "min_frequency": 0,
            "vocabulary": None,
            "tokenizer_fn": None,
        },
    )
    HParams = contrib.training.HParams

    def hparams(folder):
        return HParams(a=1, b=2.5, c="s", d=[1, 2], e=True)

    for name in ("a", "b", "c", "d", "e"):
        yield (
            "HParams.set_hparam",
            method(hparams, "set_hparam"),
            lambda name=name: {
                "name": name,
                "value": {"a": 1, "b": 1.5, "c": "", "d": [3], "e": False}[name],
            },
        )
        yield (
            "HParams.override " + name,
            method(hparams, "override_from_dict"),
            lambda name=name: {
                "values_dict": {name: {"a": 1, "b": 1.5, "c": "", "d": [3], "e": False}[name]}
            },
        )
    yield "HParams.parse", method(hparams, "parse"), lambda: {"values": "a=2,d=[4,5]"}
    yield "HParams.parse_json", method(hparams, "parse_json"), lambda: {"values_json": '{"a": 2}'}
    yield "HParams.add", method(hparams, "add_hparam"), lambda: {"name": "f", "value": 1}
    yield "HParams.get", method(hparams, "get"), lambda: {"key": "a", "default": 1}
    yield "HParams.del", method(hparams, "del_hparam"), lambda: {"name": "a"}
    yield "HParams()", plain(HParams), lambda: {"zz": 1}


def _training():
    for name, given in (
        ("PrintTensor", {"tensor_names": ["x"], "every_n": 1, "first_n": 1}),
        ("SummarySaver", {"summary_op": None, "save_steps": 1, "output_dir": None}),
        (
            "ValidationMonitor",
            {
                "input_fn": input_fn,
                "every_n_steps": 1,
                "eval_steps": 1,
                "early_stopping_rounds": None,
                "early_stopping_metric": "loss",
                "metrics": None,
                "hooks": None,
                "name": None,
            },
        ),
        ("CaptureVariable", {"var_name": "w", "every_n": 1, "first_n": 1}),
        ("GraphDump", {"ignore_ops": None}),
        (
            "ExportMonitor",
            {
                "every_n_steps": 1,
                "export_dir": "e",
                "input_fn": None,
                "input_feature_key": None,
                "exports_to_keep": 1,
            },
        ),
        ("CheckpointSaver", {"checkpoint_dir": "c", "save_secs": None, "save_steps": 1}),
        ("StepCounter", {"every_n_steps": 1, "output_dir": None}),
        ("NanLoss", {"loss_tensor": "x", "every_n_steps": 1}),
        ("StopAtStep", {"num_steps": None, "last_step": 1}),
        ("LoggingTrainable", {"scope": None, "every_n": 1, "first_n": 1}),
        ("SummaryWriterCache", {}),
        ("RunHookAdapterForMonitors", {"monitors": []}),
    ):
        if hasattr(monitors, name):
            yield (
                "monitors." + name,
                plain(getattr(monitors, name)),
                lambda given=given: dict(given),
            )
            if name not in ("RunHookAdapterForMonitors",):
                yield (
                    "fit with " + name,
                    _with_monitor(getattr(monitors, name)),
                    (lambda given=given: dict(given)),
                )

    def train(folder):
        def call(**given):
            return graph_actions.train(tf.get_default_graph(), **given)

        return call

    def trainable():
        step = tf.train.create_global_step()
        return {
            "output_dir": "o",
            "train_op": tf.assign_add(step, 1),
            "loss_op": tf.constant(1.0),
            "global_step_tensor": None,
            "init_op": None,
            "steps": None,
            "max_steps": 1,
            "monitors": None,
            "feed_fn": None,
            "log_every_steps": 1,
            "supervisor_is_chief": True,
            "keep_checkpoint_max": 5,
            "fail_on_nan_loss": True,
        }

    yield "graph_actions.train", train, trainable

    def evaluate(folder):
        def call(**given):
            tf.train.create_global_step()
            return graph_actions.evaluate(tf.get_default_graph(), **given)

        return call

    yield (
        "graph_actions.evaluate",
        evaluate,
        lambda: {
            "output_dir": "o",
            "checkpoint_path": None,
            "eval_dict": {"a": tf.constant(1.0)},
            "update_op": None,
            "global_step_tensor": None,
            "max_steps": 1,
            "feed_fn": None,
        },
    )
    yield (
        "graph_actions.run_feeds",
        plain(graph_actions.run_feeds),
        lambda: {
            "output_dict": {"a": tf.constant(1.0)},
            "feed_dicts": [None],
            "restore_checkpoint_path": None,
        },
    )
    yield (
        "graph_actions.run_n",
        plain(graph_actions.run_n),
        lambda: {
            "output_dict": {"a": tf.constant(1.0)},
            "feed_dict": None,
            "n": 1,
            "restore_checkpoint_path": None,
        },
    )
    yield (
        "graph_actions.infer",
        plain(graph_actions.infer),
        lambda: {
            "restore_checkpoint_path": None,
            "output_dict": {"a": tf.constant(1.0)},
            "feed_dict": None,
        },
    )


def _with_monitor(make):
    def where(folder):
        def call(**given):
            return made(folder).fit(input_fn=input_fn, steps=1, monitors=[make(**given)])

        return call

    return where


def _fed(feeder):
    feeder.input_builder()
    return feeder.get_feed_dict_fn()()
