"""A legacy model_fn in `TPUEstimator`, on whatever machine this runs on.

`model_fn` is written for `tf.contrib.learn`: it returns `ModelFnOps`, and knows of no TPU. Its
metrics are those of a contrib head, which can be made on the host of a TPU.
"""

from __future__ import annotations

import tempfile
from typing import Any

import numpy as np
import tensorflow.compat.v1 as tf

import tf_spec_compat
from tf_spec_compat.contrib import learn


def model_fn(features: Any, labels: Any, mode: str, params: dict[str, Any]) -> learn.ModelFnOps:
    head = learn.multi_class_head(3)
    weights = tf.get_variable("weights", [4, 3], initializer=tf.zeros_initializer())
    return head.create_model_fn_ops(
        features,
        mode,
        labels,
        train_op_fn=lambda loss: tf.train.GradientDescentOptimizer(params["rate"]).minimize(
            loss, tf.train.get_global_step()
        ),
        logits=tf.matmul(features["flower"], weights),
    )


def input_fn(params: dict[str, Any]) -> tf.data.Dataset:
    iris = learn.datasets.load_iris()
    arrays = {"flower": iris.data.astype(np.float32)}, iris.target[:, np.newaxis]
    data = tf.data.Dataset.from_tensor_slices(arrays).repeat()
    return data.batch(params["batch_size"], drop_remainder=True)


def main() -> dict[str, Any]:
    estimator = tf_spec_compat.estimator.tpu.TPUEstimator(
        tf_spec_compat.model_fn_for_tpu_estimator(model_fn),
        config=tf_spec_compat.estimator.tpu.RunConfig(model_dir=tempfile.mkdtemp()),
        params={"rate": 0.1},
        use_tpu=False,
        train_batch_size=150,
        eval_batch_size=150,
    )
    estimator.train(input_fn, steps=200)
    result = estimator.evaluate(input_fn, steps=1)
    print(f"accuracy {result['accuracy']:.3f}, loss {result['loss']:.3f}")
    return result


if __name__ == "__main__":
    tf.logging.set_verbosity(tf.logging.ERROR)
    main()
