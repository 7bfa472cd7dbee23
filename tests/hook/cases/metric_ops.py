"""Metrics of a head are fetched as they are."""

import tensorflow as tf
from tensorflow.contrib import learn
from tensorflow.contrib.learn.python.learn.estimators import head

nest = tf.contrib.framework.nest
for name, h, lab, dim in [
    ("regression", head.regression_head(), tf.constant([[1.0]]), 1),
    ("multi_class", head.multi_class_head(3), tf.constant([[1]]), 3),
    ("binary", head.multi_class_head(2), tf.constant([[1]]), 1),
    ("svm", head.binary_svm_head(), tf.constant([[1]]), 1),
    ("multi_label", head.multi_label_head(3), tf.constant([[1, 0, 1]]), 3),
]:
    ops = h.create_model_fn_ops(
        {"x": tf.ones([1, 1])}, learn.ModeKeys.EVAL, labels=lab, logits=tf.ones([1, dim])
    )
    k, v = sorted(ops.eval_metric_ops.items())[0]
    with tf.Session() as s:
        s.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        print(name, sorted(s.run(ops.eval_metric_ops)), k)
        print(len(s.run(v)), len(s.run(list(v))))
        print(sorted(nest.map_structure(lambda t: t.dtype.name, ops.eval_metric_ops).items()))
