"""Classifies small pictures with a TPUEstimator, as the samples for Cloud TPUs do, on the machine itself.

A program for TensorFlow 1: a cluster resolver that is there only with --use_tpu, a model_fn that returns a
TPUEstimatorSpec with a host_call for summaries and metrics on the host, training and evaluation in turns,
predictions and an export.

    python tpu_digits.py --train_steps=60 --data_seed=1
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import os
import shutil
import tempfile

import numpy as np
import tensorflow as tf

from tensorflow.contrib import summary

flags = tf.flags
FLAGS = flags.FLAGS

flags.DEFINE_bool('use_tpu', False, 'Whether to run on a TPU.')
flags.DEFINE_string('tpu_name', None, 'The Cloud TPU to use.')
flags.DEFINE_string('tpu_zone', None, 'The zone of the Cloud TPU.')
flags.DEFINE_string('gcp_project', None, 'The project of the Cloud TPU.')
flags.DEFINE_string('master', None, 'The address of the TPU worker.')
flags.DEFINE_string('model_dir', None, 'Where checkpoints and summaries go; a temporary folder by default.')
flags.DEFINE_integer('num_tpu_cores', 8, 'How many cores there are.')
flags.DEFINE_integer('iterations_per_loop', 20, 'How many steps before the host hears of them.')
flags.DEFINE_integer('train_steps', 60, 'How many steps to train for.')
flags.DEFINE_integer('steps_per_eval', 30, 'After how many steps to evaluate.')
flags.DEFINE_integer('train_batch_size', 32, 'Batch size of training.')
flags.DEFINE_integer('eval_batch_size', 50, 'Batch size of evaluation.')
flags.DEFINE_integer('predict_batch_size', 4, 'Batch size of prediction.')
flags.DEFINE_integer('data_seed', 1, 'Seed of the pictures.')
flags.DEFINE_float('learning_rate', 0.05, 'Learning rate.')

SIZE, CLASSES = 6, 4


def make_pictures(number, seed):
  """Bars: class 0 and 1 in the left and right half, 2 and 3 in the upper and lower one, with noise."""
  random = np.random.RandomState(seed)
  labels = random.randint(CLASSES, size=number).astype(np.int32)
  images = 0.4 * random.rand(number, SIZE, SIZE, 1).astype(np.float32)
  for image, label in zip(images, labels):
    place = random.randint(SIZE // 2) + (SIZE // 2) * (label % 2)
    if label < 2:
      image[:, place] += 0.6
    else:
      image[place] += 0.6
  return images, labels


def make_input_fn(number, seed, is_training):
  images, labels = make_pictures(number, seed)

  def input_fn(params):
    dataset = tf.data.Dataset.from_tensor_slices((images, labels))
    if is_training:
      dataset = dataset.repeat()
    dataset = dataset.apply(tf.contrib.data.batch_and_drop_remainder(params['batch_size']))
    return dataset.map(lambda image, label: ({'images': image}, label)).prefetch(2)

  return input_fn


def initializer(low, high):
  def initialize(shape, dtype=None, partition_info=None):
    return tf.reshape(tf.sin(tf.linspace(low, high, int(np.prod(shape)))) * 0.3, shape)
  return initialize


def build_network(images):
  net = tf.layers.conv2d(images, 4, 3, padding='same', kernel_initializer=initializer(0., 50.), name='conv')
  net = tf.nn.relu(net)
  net = tf.nn.max_pool(net, [1, 2, 2, 1], [1, 2, 2, 1], 'VALID')
  net = tf.layers.flatten(net)
  return tf.layers.dense(net, CLASSES, kernel_initializer=initializer(1., 90.), name='logits')


def metric_fn(labels, logits):
  predictions = tf.argmax(logits, axis=1)
  return {
      'accuracy': tf.metrics.accuracy(labels, predictions),
      'recall_at_2': tf.metrics.mean(tf.nn.in_top_k(logits, labels, 2)),
  }


def model_fn(features, labels, mode, params):
  logits = build_network(features['images'])
  predictions = {
      'classes': tf.argmax(logits, axis=1),
      'probabilities': tf.nn.softmax(logits, name='softmax_tensor'),
  }
  if mode == tf.estimator.ModeKeys.PREDICT:
    return tf.contrib.tpu.TPUEstimatorSpec(
        mode=mode,
        predictions=predictions,
        export_outputs={'classify': tf.estimator.export.PredictOutput(predictions)})

  loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
  loss += 1e-3 * tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if 'bias' not in v.name])
  train_op, host_call = None, None
  if mode == tf.estimator.ModeKeys.TRAIN:
    global_step = tf.train.get_global_step()
    learning_rate = tf.train.exponential_decay(
        params['learning_rate'], global_step, decay_steps=20, decay_rate=0.9)
    optimizer = tf.train.MomentumOptimizer(learning_rate, 0.9)
    if FLAGS.use_tpu:
      optimizer = tf.contrib.tpu.CrossShardOptimizer(optimizer)
    train_op = optimizer.minimize(loss, global_step=global_step)

    def host_call_fn(gs, loss, lr):
      gs = gs[0]
      with summary.create_file_writer(
          FLAGS.model_dir, max_queue=FLAGS.iterations_per_loop).as_default():
        with summary.always_record_summaries():
          summary.scalar('host_loss', loss[0], step=gs)
          summary.scalar('learning_rate', lr[0], step=gs)
          return summary.all_summary_ops()

    # What goes to the host has a batch dimension.
    host_call = (host_call_fn, [
        tf.reshape(global_step, [1]), tf.reshape(loss, [1]), tf.reshape(learning_rate, [1])])

  return tf.contrib.tpu.TPUEstimatorSpec(
      mode=mode,
      loss=loss,
      train_op=train_op,
      host_call=host_call,
      eval_metrics=(metric_fn, [labels, logits]) if mode == tf.estimator.ModeKeys.EVAL else None)


def serving_input_receiver_fn():
  images = tf.placeholder(tf.float32, [None, SIZE, SIZE, 1], name='images')
  return tf.estimator.export.ServingInputReceiver({'images': images}, {'images': images})


def print_summaries(model_dir):
  found = {}
  for path in tf.gfile.Glob(os.path.join(model_dir, '*tfevents*')):
    for event in tf.train.summary_iterator(path):
      for value in event.summary.value:
        if value.tag in ('host_loss', 'learning_rate'):
          number = value.simple_value or tf.make_ndarray(value.tensor)
          found.setdefault(value.tag, []).append((event.step, float(number)))
  for tag, numbers in sorted(found.items()):
    numbers.sort()
    print('%-14s %d values, from %.4f to %.4f' % (tag, len(numbers), numbers[0][1], numbers[-1][1]))


def print_export(path, images):
  with tf.Graph().as_default(), tf.Session() as sess:
    model = tf.saved_model.loader.load(sess, [tf.saved_model.tag_constants.SERVING], path)
    signature = model.signature_def['classify']
    print('inputs %s, outputs %s' % (sorted(signature.inputs), sorted(signature.outputs)))
    print('served %s' % sess.run(
        signature.outputs['classes'].name, {signature.inputs['images'].name: images}).tolist())


def main(unused_argv):
  temporary = FLAGS.model_dir is None
  if temporary:
    FLAGS.model_dir = tempfile.mkdtemp()

  tpu_cluster_resolver = None
  if FLAGS.use_tpu and FLAGS.tpu_name:
    tpu_cluster_resolver = tf.contrib.cluster_resolver.TPUClusterResolver(
        FLAGS.tpu_name, zone=FLAGS.tpu_zone, project=FLAGS.gcp_project)
  config = tf.contrib.tpu.RunConfig(
      cluster=tpu_cluster_resolver,
      master=FLAGS.master,
      model_dir=FLAGS.model_dir,
      save_checkpoints_steps=FLAGS.steps_per_eval,
      tf_random_seed=1,
      session_config=tf.ConfigProto(allow_soft_placement=True),
      tpu_config=tf.contrib.tpu.TPUConfig(
          iterations_per_loop=FLAGS.iterations_per_loop,
          num_shards=FLAGS.num_tpu_cores,
          per_host_input_for_training=tf.contrib.tpu.InputPipelineConfig.PER_HOST_V2))
  estimator = tf.contrib.tpu.TPUEstimator(
      model_fn=model_fn,
      use_tpu=FLAGS.use_tpu,
      config=config,
      params={'learning_rate': FLAGS.learning_rate},
      train_batch_size=FLAGS.train_batch_size,
      eval_batch_size=FLAGS.eval_batch_size,
      predict_batch_size=FLAGS.predict_batch_size)

  train_input_fn = make_input_fn(320, FLAGS.data_seed, is_training=True)
  eval_input_fn = make_input_fn(100, FLAGS.data_seed + 1, is_training=False)
  current_step = 0
  while current_step < FLAGS.train_steps:
    current_step = min(current_step + FLAGS.steps_per_eval, FLAGS.train_steps)
    estimator.train(input_fn=train_input_fn, max_steps=current_step)
    results = estimator.evaluate(
        input_fn=eval_input_fn, steps=100 // FLAGS.eval_batch_size)
    print('after %d steps: %s' % (
        current_step, ', '.join('%s %.4f' % item for item in sorted(results.items()))))
  print_summaries(FLAGS.model_dir)

  predictions = estimator.predict(make_input_fn(4, FLAGS.data_seed + 2, is_training=False))
  for prediction in predictions:
    print('class %d with probability %.4f' % (prediction['classes'], prediction['probabilities'].max()))

  export_dir = tempfile.mkdtemp()
  path = estimator.export_savedmodel(export_dir, serving_input_receiver_fn)
  print_export(path, make_pictures(4, FLAGS.data_seed + 2)[0])
  shutil.rmtree(export_dir)
  if temporary:
    shutil.rmtree(FLAGS.model_dir)


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
