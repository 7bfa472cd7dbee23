"""`contrib.slim`: its modules and names, a network, a training loop, records and queues."""

import os
import shutil
import tempfile

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.observe import run

slim = contrib.slim
NAMES = [
    "arg_scope",
    "batch_norm",
    "conv2d",
    "data_decoder",
    "data_provider",
    "dataset",
    "dataset_data_provider",
    "dropout",
    "evaluation",
    "flatten",
    "fully_connected",
    "get_or_create_global_step",
    "get_variables",
    "get_variables_to_restore",
    "l2_regularizer",
    "learning",
    "losses",
    "max_pool2d",
    "metrics",
    "model_analyzer",
    "model_variable",
    "one_hot_encoding",
    "parallel_reader",
    "prefetch_queue",
    "queues",
    "repeat",
    "stack",
    "summaries",
    "tfexample_decoder",
    "variable",
    "xavier_initializer",
    "assign_from_checkpoint_fn",
]


def network():
    """Layers in an argument scope."""
    with slim.arg_scope(
        [slim.conv2d, slim.fully_connected],
        weights_initializer=tf.constant_initializer(0.02),
        weights_regularizer=slim.l2_regularizer(0.1),
    ):
        net = slim.repeat(tf.ones([2, 6, 6, 1]), 2, slim.conv2d, 3, [3, 3], scope="conv")
        net = slim.max_pool2d(net, [2, 2], scope="pool")
        net = slim.fully_connected(slim.flatten(net), 2, activation_fn=None, scope="logits")
    names = [[v.op.name, v.shape.as_list()] for v in slim.get_variables_to_restore()]
    return [run(net), names, len(contrib.losses.get_regularization_losses())]


def model():
    """A weight to learn, its outputs and what they should be."""
    x = tf.constant([[1.0], [2.0], [3.0]])
    zeros = tf.zeros_initializer()
    made = slim.fully_connected(x, 1, activation_fn=None, weights_initializer=zeros, scope="fc")
    slim.get_or_create_global_step()
    return made, 2 * x


def trained():
    """`slim.learning.train`, then `slim.evaluation.evaluate_once`."""
    folder = tempfile.mkdtemp()
    try:
        slim.losses.mean_squared_error(*model())
        total = slim.losses.get_total_loss()
        train_op = slim.learning.create_train_op(total, tf.train.GradientDescentOptimizer(0.05))
        last = slim.learning.train(
            train_op, folder, number_of_steps=20, log_every_n_steps=50, save_summaries_secs=0
        )
        with tf.Graph().as_default():
            value, update = slim.metrics.streaming_mean_absolute_error(*model())
            measured = slim.evaluation.evaluate_once(
                "", tf.train.latest_checkpoint(folder), folder, eval_op=update, final_op=value
            )
        return [float(last), float(measured)]
    finally:
        shutil.rmtree(folder)


def example():
    """A record with a number, a text and an image."""
    image = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    with tf.Session() as session:
        encoded = session.run(tf.image.encode_png(image))
    features = {
        "n": tf.train.Feature(int64_list=tf.train.Int64List(value=[3, 4])),
        "t": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"word"])),
        "image/encoded": tf.train.Feature(bytes_list=tf.train.BytesList(value=[encoded])),
        "image/format": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"png"])),
    }
    return tf.train.Example(features=tf.train.Features(feature=features)).SerializeToString()


def decoder():
    """A decoder of such records."""
    decoders = module("slim.python.slim.data.tfexample_decoder")
    keys = {
        "n": tf.FixedLenFeature([2], tf.int64),
        "t": tf.FixedLenFeature([], tf.string),
        "image/encoded": tf.FixedLenFeature([], tf.string),
        "image/format": tf.FixedLenFeature([], tf.string, "png"),
    }

    class Twice(decoders.ItemHandler):
        """An item of a program's own."""

        def __init__(self):
            super(Twice, self).__init__(["n"])

        def tensors_to_item(self, keys_to_tensors):
            return keys_to_tensors["n"] * 2

    items = {
        "numbers": decoders.Tensor("n"),
        "text": decoders.Tensor("t"),
        "image": decoders.Image(),
        "twice": Twice(),
        "sum": decoders.ItemHandlerCallback(["n", "t"], lambda found: tf.reduce_sum(found["n"])),
    }
    return decoders.TFExampleDecoder(keys, items)


def decoded():
    """The items of a record."""
    made = decoder()
    names = sorted(made.list_items())
    return dict(zip(names, run(made.decode(tf.constant(example()), names))))


def provided():
    """A dataset of records through `DatasetDataProvider` and `QueueRunners`."""
    folder = tempfile.mkdtemp()
    try:
        path = os.path.join(folder, "a.tfrecord")
        with tf.python_io.TFRecordWriter(path) as writer:
            for _ in range(3):
                writer.write(example())
        dataset = slim.dataset.Dataset(path, tf.TFRecordReader, decoder(), 3, {"text": "a word"})
        provider = slim.dataset_data_provider.DatasetDataProvider(
            dataset, num_readers=1, shuffle=False, num_epochs=1
        )
        items = provider.get(["numbers", "text"])
        with tf.Session() as session:
            session.run(tf.local_variables_initializer())
            with slim.queues.QueueRunners(session):
                return [session.run(items) for _ in range(2)]
    finally:
        shutil.rmtree(folder)


def cases():
    """What programs do with slim."""
    yield "names", lambda: [name for name in NAMES if hasattr(slim, name)]
    yield "network", network
    yield "trained", trained
    yield "decoded", decoded
    yield "provided", provided
    yield (
        "paths",
        lambda: [
            module("slim.python.slim.learning").train is slim.learning.train,
            module("slim.python.slim.evaluation").evaluate_once is slim.evaluation.evaluate_once,
            module("slim.python.slim.queues").QueueRunners is slim.queues.QueueRunners,
            module("slim.python.slim.data.dataset").Dataset is slim.dataset.Dataset,
            hasattr(module("slim.python.slim.nets.vgg"), "vgg_16"),
            hasattr(module("slim.nets").resnet_v1, "resnet_v1_50"),
            slim.conv2d is contrib.layers.conv2d,
            slim.arg_scope is contrib.framework.arg_scope,
            slim.losses.mean_squared_error is contrib.losses.mean_squared_error,
        ],
    )
    yield (
        "analyzed",
        lambda: slim.model_analyzer.analyze_ops(tf.Graph(), print_info=False),
    )
