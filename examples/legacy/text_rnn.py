"""Tells what a sentence is about, with a vocabulary and a recurrent net.

A program for TensorFlow 1, in the style of the text classification tutorials of `tf.contrib.learn`:
`VocabularyProcessor` makes ids of words, a GRU cell reads them, SKCompat-like `fit` and `predict` drive it.

    python text_rnn.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import os
import tempfile

import numpy as np
import tensorflow as tf

learn = tf.contrib.learn

MAX_LENGTH = 8
EMBEDDING_SIZE = 6
SENTENCES = [
    ('The dough rests for an hour before it is baked', 0),
    ('Whisk the eggs with sugar and bake the cake', 0),
    ('A pinch of salt makes the soup taste better', 0),
    ('Slice the bread and butter it while warm', 0),
    ('The soup simmers with carrots and some salt', 0),
    ('Bake the apples with butter and sugar', 0),
    ('The striker scored a goal in the last minute', 1),
    ('Our team won the match by one goal', 1),
    ('The runner crossed the line in record time', 1),
    ('She won the race and set a new record', 1),
    ('The keeper saved a penalty and the match', 1),
    ('Their team lost the last race of the season', 1),
]


def initial_value(shape, dtype=tf.float32, partition_info=None):
  """Weights drawn by NumPy, so that every run begins with the same ones."""
  size = [int(n) for n in shape]
  return tf.constant(np.random.RandomState(sum(size)).normal(scale=0.3, size=size), dtype=dtype)


def rnn_model(features, target, mode):
  words = tf.contrib.layers.embed_sequence(
      features, vocab_size=n_words, embed_dim=EMBEDDING_SIZE, scope='words', initializer=initial_value)
  word_list = tf.unstack(words, axis=1)
  with tf.variable_scope('reader', initializer=initial_value):
    cell = tf.contrib.rnn.GRUCell(EMBEDDING_SIZE)
    _, encoding = tf.contrib.rnn.static_rnn(cell, word_list, dtype=tf.float32)
  logits = tf.contrib.layers.fully_connected(
      encoding, 2, activation_fn=None, weights_initializer=initial_value)

  predictions = {'class': tf.argmax(logits, 1), 'prob': tf.nn.softmax(logits)}
  if mode == learn.ModeKeys.INFER:
    return predictions, None, None
  loss = tf.contrib.losses.softmax_cross_entropy(logits, tf.one_hot(target, 2))
  train_op = tf.contrib.layers.optimize_loss(
      loss, tf.contrib.framework.get_global_step(), optimizer='Adam', learning_rate=0.03)
  return predictions, loss, train_op


def main(unused_argv):
  global n_words
  texts = [text for text, _ in SENTENCES]
  topics = np.array([topic for _, topic in SENTENCES])

  vocabulary = learn.preprocessing.VocabularyProcessor(MAX_LENGTH, min_frequency=1)
  x = np.array(list(vocabulary.fit_transform(texts)))
  n_words = len(vocabulary.vocabulary_)
  print('Words known: %d' % n_words)
  print('First sentence: %s' % x[0].tolist())

  # Kept for those who use the model.
  path = os.path.join(tempfile.mkdtemp(), 'vocabulary')
  vocabulary.save(path)
  vocabulary = learn.preprocessing.VocabularyProcessor.restore(path)

  classifier = learn.Estimator(model_fn=rnn_model)
  classifier.fit(x, topics, steps=15, batch_size=len(texts))
  metrics = classifier.evaluate(
      x, topics, batch_size=len(texts), steps=1,
      metrics={'accuracy': learn.MetricSpec(tf.metrics.accuracy, prediction_key='class')})
  print('Loss %.4f, accuracy %.2f after %d steps' % (
      metrics['loss'], metrics['accuracy'], metrics['global_step']))

  new = ['Bake bread with salt', 'The team won a race']
  x_new = np.array(list(vocabulary.transform(new)))
  for text, prediction in zip(new, classifier.predict(x_new, as_iterable=True)):
    print('%-25s %s' % (text, ' '.join('%.3f' % p for p in prediction['prob'])))
  print('Variables: %s' % ', '.join(
      name for name in sorted(classifier.get_variable_names()) if 'Optimize' not in name))


if __name__ == '__main__':
  tf.logging.set_verbosity(tf.logging.ERROR)
  tf.app.run()
