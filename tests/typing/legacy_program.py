"""A program of TF 1.15's days: its imports are renamed, and nothing else."""

from typing import Any

import tensorflow as tf  # pyright: ignore[reportMissingModuleSource]

from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.framework.python.framework import tensor_util
from tf_spec_compat.contrib.layers.python.layers import feature_column as fc
from tf_spec_compat.contrib.layers.python.layers import optimizers
from tf_spec_compat.contrib.learn.python import learn as deep_learn
from tf_spec_compat.contrib.learn.python.learn import learn_runner
from tf_spec_compat.contrib.learn.python.learn.estimators import head as head_lib
from tf_spec_compat.contrib.learn.python.learn.estimators import model_fn as model_fn_lib
from tf_spec_compat.contrib.learn.python.learn.estimators import run_config
from tf_spec_compat.contrib.learn.python.learn.estimators.dnn import _dnn_model_fn
from tf_spec_compat.contrib.learn.python.learn.monitors import ValidationMonitor
from tf_spec_compat.contrib.learn.python.learn.utils import input_fn_utils
from tf_spec_compat.contrib.slim.python.slim.nets import inception_v3

ModeKeys = learn.ModeKeys


def model_fn(features: Any, labels: Any, mode: str, params: Any) -> model_fn_lib.ModelFnOps:
    logits = layers.fully_connected(features["x"], 3, activation_fn=None)
    head = head_lib.multi_class_head(n_classes=3, head_name="iris")
    if mode == ModeKeys.INFER:
        return learn.ModelFnOps(mode=mode, predictions={"logits": logits})
    if params:
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
        train_op = layers.optimize_loss(loss, None, params["rate"], "SGD")
        return model_fn_lib.ModelFnOps(mode, {"logits": logits}, loss, train_op)
    return head.create_model_fn_ops(
        features=features,
        mode=mode,
        labels=labels,
        train_op_fn=lambda loss: optimizers.optimize_loss(loss, None, 0.1, "Adagrad"),
        logits=logits,
    )


def input_fn() -> Any:
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([0, 1])


def serving_input_fn() -> learn.InputFnOps:
    columns = [layers.real_valued_column("x"), fc.sparse_column_with_hash_bucket("y", 10)]
    spec = layers.create_feature_spec_for_parsing(columns)
    return input_fn_utils.build_parsing_serving_input_fn(spec)()


def experiment_fn(output_dir: str) -> learn.Experiment:
    estimator = learn.Estimator(
        model_fn=model_fn, model_dir=output_dir, config=run_config.RunConfig(tf_random_seed=1)
    )
    return learn.Experiment(
        estimator=estimator,
        train_input_fn=input_fn,
        eval_input_fn=input_fn,
        eval_metrics={"accuracy": learn.MetricSpec(tf.metrics.accuracy)},
        export_strategies=[learn.make_export_strategy(serving_input_fn)],
    )


class Monitor(learn.monitors.BaseMonitor):
    def step_end(self, step: int, output: Any) -> bool:
        return bool(step > 10)


class Hook(learn.basic_session_run_hooks.LoggingTensorHook):
    pass


def main(_: list[str]) -> None:
    learn.Estimator(model_fn=model_fn, model_dir="x").fit(input_fn=input_fn, steps=1)
    monitor = ValidationMonitor(input_fn=input_fn, every_n_steps=10)
    linear = learn.LinearClassifier(feature_columns=[layers.real_valued_column("x")])
    linear.fit(input_fn=input_fn, steps=1, monitors=[monitor, Monitor(), Hook([], 1)])
    print(linear.evaluate(input_fn=input_fn, steps=1)["loss"])
    print(learn.datasets.load_iris().data, learn.datasets.base.load_boston().target)
    learn_runner.run(experiment_fn, "y", schedule="train_and_evaluate")
    deep_learn.DNNClassifier([10], [layers.real_valued_column("x")]).predict(input_fn=input_fn)
    tensor_util.with_shape([1], inception_v3.inception_v3(None)[0])
    print(_dnn_model_fn)
