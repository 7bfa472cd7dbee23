"""Learns to say digits backwards: an encoder, a decoder with attention, and beam search.

A program for TensorFlow 1 in the style of neural machine translation: `tf.contrib.seq2seq` on
`tf.contrib.rnn`, its model_fn returns `ModelFnOps`, and `learn_runner` runs it as an `Experiment`.

    python digits_experiment.py --steps=80
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import shutil
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.contrib import learn
from tensorflow.contrib import seq2seq
from tensorflow.contrib.learn import ModeKeys
from tensorflow.contrib.learn.python.learn import learn_runner
from tensorflow.python.layers import core as layers_core

tf.flags.DEFINE_integer('steps', 80, 'Number of training steps.')
tf.flags.DEFINE_enum('attention', 'luong', ['luong', 'bahdanau'], 'Kind of attention.')
FLAGS = tf.flags.FLAGS

START, END, SYMBOLS = 0, 1, 12  # The digits are 2 to 11.
LONGEST, UNITS, DEPTH, BEAM = 5, 24, 8, 3


def digits(count, seed):
    """Makes sequences of 2 to 5 digits, padded with END."""
    random = np.random.RandomState(seed)
    lengths = random.randint(2, LONGEST + 1, size=count).astype(np.int32)
    source = np.full((count, LONGEST), END, np.int32)
    target = np.full((count, LONGEST + 1), END, np.int32)
    for row, length in enumerate(lengths):
        word = random.randint(2, SYMBOLS, size=length)
        source[row, :length] = word
        target[row, :length] = word[::-1]
    return source, lengths, target


def make_input_fn(count, seed, epochs=None):
    """Returns an input_fn over batches of such sequences, in their order."""

    def input_fn():
        source, lengths, target = digits(count, seed)
        data = tf.data.Dataset.from_tensor_slices(
            ({'source': source, 'length': lengths}, target))
        data = data.repeat(epochs).batch(40)
        features, labels = data.make_one_shot_iterator().get_next()
        return features, labels

    return input_fn


def make_cell(features, memory, state, copies=1):
    """Returns the decoder's cell, which attends to the memory, and its first state."""
    lengths = features['length']
    if copies > 1:
        memory = seq2seq.tile_batch(memory, multiplier=copies)
        state = seq2seq.tile_batch(state, multiplier=copies)
        lengths = seq2seq.tile_batch(lengths, multiplier=copies)
    if FLAGS.attention == 'luong':
        attention = seq2seq.LuongAttention(UNITS, memory, memory_sequence_length=lengths, scale=True)
    else:
        attention = seq2seq.BahdanauAttention(UNITS, memory, memory_sequence_length=lengths)
    cell = seq2seq.AttentionWrapper(
        tf.contrib.rnn.BasicLSTMCell(UNITS), attention, attention_layer_size=UNITS, name='attention')
    batch = tf.shape(lengths)[0]
    return cell, cell.zero_state(batch, tf.float32).clone(cell_state=state)


def model_fn(features, labels, mode, params):
    """Encodes, then decodes the known answer, or in prediction searches for it."""
    initializer = tf.random_uniform_initializer(-0.3, 0.3, seed=7)
    with tf.variable_scope('reverse', initializer=initializer):
        embeddings = tf.get_variable('embeddings', [SYMBOLS, DEPTH])
        projection = layers_core.Dense(SYMBOLS, use_bias=False, name='projection')
        with tf.variable_scope('encoder'):
            memory, state = tf.nn.dynamic_rnn(
                tf.contrib.rnn.BasicLSTMCell(UNITS), tf.nn.embedding_lookup(embeddings, features['source']),
                sequence_length=features['length'], dtype=tf.float32)

        if mode == ModeKeys.INFER:
            with tf.variable_scope('decoder'):
                cell, first = make_cell(features, memory, state, copies=BEAM)
                starts = tf.fill([tf.shape(features['length'])[0]], START)
                decoder = seq2seq.BeamSearchDecoder(
                    cell, embeddings, starts, END, first, BEAM, output_layer=projection,
                    length_penalty_weight=params.length_penalty)
                outputs, final, lengths = seq2seq.dynamic_decode(decoder, maximum_iterations=LONGEST + 1)
            predictions = {
                'said': outputs.predicted_ids,
                'score': final.log_probs,
                'length': lengths,
            }
            return learn.ModelFnOps(mode, predictions=predictions)

        with tf.variable_scope('decoder'):
            cell, first = make_cell(features, memory, state)
            starts = tf.fill([tf.shape(labels)[0], 1], START)
            inputs = tf.nn.embedding_lookup(embeddings, tf.concat([starts, labels[:, :-1]], axis=1))
            lengths = features['length'] + 1
            helper = seq2seq.TrainingHelper(inputs, lengths)
            decoder = seq2seq.BasicDecoder(cell, helper, first, output_layer=projection)
            outputs, _, _ = seq2seq.dynamic_decode(decoder, impute_finished=True)

    logits, said = outputs.rnn_output, outputs.sample_id
    labels = labels[:, :tf.shape(logits)[1]]
    weights = tf.sequence_mask(lengths, tf.shape(logits)[1], dtype=tf.float32)
    loss = seq2seq.sequence_loss(logits, labels, weights)
    train_op = tf.contrib.layers.optimize_loss(
        loss, tf.train.get_global_step(), params.learning_rate, 'Adam', clip_gradients=5.0)
    metrics = {'symbols': tf.metrics.accuracy(labels, said, weights)}
    return learn.ModelFnOps(mode, {'said': said}, loss, train_op, metrics)


def make_experiment(run_config, hparams):
    """The experiment that `learn_runner` runs."""
    return learn.Experiment(
        learn.Estimator(model_fn, config=run_config, params=hparams),
        train_input_fn=make_input_fn(400, seed=1),
        eval_input_fn=make_input_fn(80, seed=2, epochs=1),
        train_steps=FLAGS.steps, eval_steps=None, min_eval_frequency=1000)


def main(_):
    tf.logging.set_verbosity(tf.logging.ERROR)
    model_dir = tempfile.mkdtemp()
    hparams = tf.contrib.training.HParams(learning_rate=0.01, length_penalty=0.6)
    config = learn.RunConfig(model_dir=model_dir, tf_random_seed=3)
    metrics, _ = learn_runner.run(make_experiment, run_config=config, schedule='train_and_evaluate',
                                  hparams=hparams)
    for name in sorted(metrics):
        print('%-12s %.3f' % (name, metrics[name]))

    estimator = learn.Estimator(model_fn, config=config, params=hparams)
    for name in sorted(estimator.get_variable_names()):
        if 'Adam' not in name and 'power' not in name:
            print(name, list(estimator.get_variable_value(name).shape))
    source, lengths, _ = digits(6, seed=2)
    answers = estimator.predict(input_fn=make_input_fn(6, seed=2, epochs=1))
    for word, length, answer in zip(source, lengths, answers):
        best = [symbol - 2 for symbol in answer['said'][:, 0] if symbol > END]
        scores = ' '.join('%.1f' % score for score in answer['score'])
        print([symbol - 2 for symbol in word[:length]], '->', best, 'scores', scores)
    shutil.rmtree(model_dir)


if __name__ == '__main__':
    tf.app.run()
