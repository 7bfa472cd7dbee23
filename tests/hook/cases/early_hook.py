"""Names of contrib.estimator that 1.15 had moved to tf.estimator.experimental."""

import tensorflow as tf

NAMES = """stop_if_no_increase_hook stop_if_no_decrease_hook stop_if_higher_hook
InMemoryEvaluatorHook DNNEstimator LinearEstimator make_early_stopping_hook read_eval_metrics
multi_label_head RNNClassifier"""
for name in NAMES.split():
    try:
        print(name, getattr(tf.contrib.estimator, name).__name__)
    except AttributeError:
        print(name, "is not there")
