"""What is around estimators that `bad_inputs` calls; see `bad_input_estimators`."""

from tests.oracle.legacy import (
    contrib,
    data_feeder,
    export_strategy,
    graph_actions,
    learn,
    learn_io,
    learn_runner,
    monitors,
    run_config,
    saved_model_export_utils,
    tf,
)

from .bad_input_estimators import X, Y, input_fn, made, method, model, plain, serving, trained


def targets():
    yield from _around()
    yield from _training()


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
        plain(lambda **given: _fed(data_feeder.setup_train_data_feeder(**given))),
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

    def hparams(folder):
        return contrib.training.HParams(a=1, b=2.5, c="s", d=[1, 2], e=True)

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
    yield "HParams()", plain(contrib.training.HParams), lambda: {"zz": 1}


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
