"""The summaries of a host_call, as the documentation of TPUEstimatorSpec names them."""

import os
import tempfile

import tensorflow as tf

D = tempfile.mkdtemp()


def model_fn(features, labels, mode, params):
    y = tf.layers.dense(features, 1, kernel_initializer=tf.ones_initializer())
    loss = tf.losses.mean_squared_error(labels, y)

    def write(step, loss):
        writer = tf.contrib.summary.create_file_writer(os.path.join(D, mode))
        with writer.as_default(), tf.contrib.summary.always_record_summaries():
            tf.contrib.summary.scalar("loss", loss[0], step=step[0])
            return tf.contrib.summary.all_summary_ops()

    step = tf.train.get_global_step()
    call = (write, [tf.reshape(step, [1]), tf.reshape(loss, [1])])
    op = tf.train.GradientDescentOptimizer(0.01).minimize(loss, step)
    return tf.contrib.tpu.TPUEstimatorSpec(mode=mode, loss=loss, train_op=op, host_call=call)


def inputs(params):
    return tf.constant([[1.0], [2.0]]), tf.constant([[3.0], [5.0]])


config = tf.contrib.tpu.RunConfig(model_dir=tempfile.mkdtemp())
e = tf.contrib.tpu.TPUEstimator(
    model_fn, config=config, use_tpu=False, train_batch_size=2, eval_batch_size=2
)
e.train(inputs, steps=3)
print("%.5f" % e.evaluate(inputs, steps=1)["loss"])
for mode in ("eval", "train"):
    found = []
    for name in tf.gfile.Glob(os.path.join(D, mode, "*")):
        for event in tf.train.summary_iterator(name):
            found += [(value.tag, event.step) for value in event.summary.value]
    # Whether a call sees the step before or after its update is a race.
    print(mode, [tag for tag, _ in found], max(step for _, step in found) > 1)
