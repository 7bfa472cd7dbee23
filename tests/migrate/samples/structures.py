"""What leaving is about."""
import functools

import tensorflow as tf
from tensorflow.contrib import learn  # expect: R101


def model_fn(features, labels, mode):  # expect: S801
    if mode == learn.ModeKeys.INFER:  # expect: R101
        return learn.ModelFnOps(mode, features)  # expect: R101
    return learn.ModelFnOps(mode, features, output_alternatives={"a": 1})  # expect: R101, S819


def by_head(features, labels, mode, params):  # expect: S801
    head = learn.regression_head()  # expect: R101, S811
    return head.create_model_fn_ops(features, mode, labels)


def core(features, labels, mode):  # expect: S802
    spec = tf.estimator.EstimatorSpec(mode)  # expect: R104
    return spec


def three(x, y):  # expect: S803
    return x, y, None


def mixed(features, targets, mode):  # expect: S804
    if targets is None:
        return tf.contrib.learn.ModelFnOps(mode)  # expect: R101
    return features, None, None


def for_tpu(features, labels, mode, params):  # expect: S805
    return tf.contrib.tpu.TPUEstimatorSpec(mode)  # expect: R101


def helper(mode):
    return learn.ModelFnOps(mode)  # expect: R101


def by_helper(features, labels, mode):  # expect: S801
    return helper(mode)


def unknown_model_fn(features, labels, mode):  # expect: S806
    return elsewhere(features)


def builder(hidden):
    def _model_fn(features, labels, mode):  # expect: S802
        return tf.estimator.EstimatorSpec(mode)  # expect: R104

    return _model_fn


def no_model(features, labels):
    return features, labels


def train_input_fn():  # expect: S817
    return {}, None


def eval_input_fn(batch):  # expect: S817
    return {}, None


def serving_input_fn():  # expect: S818
    return learn.InputFnOps({}, None, {})  # expect: R101


config = learn.RunConfig(tf_random_seed=1)  # expect: R101, S816
estimator = learn.Estimator(three, config=config)  # expect: R101, S812
estimator = learn.Estimator(model_fn=builder(3))  # expect: R101, S812
estimator.fit(input_fn=train_input_fn)
estimator.evaluate(input_fn=functools.partial(eval_input_fn, 3))
monitor = learn.monitors.ValidationMonitor(x, y)  # expect: R101, S815
strategy = learn.make_export_strategy(serving_input_fn)  # expect: R101, S814
experiment = learn.Experiment(estimator, train_input_fn, None)  # expect: R101, S813
learn.learn_runner.run(lambda: experiment)  # expect: R101, S813
more = tf.estimator.inputs.numpy_input_fn(x)  # expect: R104, S817


class Mine(learn.monitors.EveryN):  # expect: R101, S815
    pass
