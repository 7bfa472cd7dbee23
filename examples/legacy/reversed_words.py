"""Reverses words, by a network with attention that is trained, then asked greedily and by beam search.

A program for TensorFlow 1, in the style of the translation tutorials for `tf.contrib.seq2seq`.

    python reversed_words.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import numpy as np
import tensorflow as tf
from tensorflow.contrib import seq2seq

VOCAB, UNITS, GO, END, BEAM = 12, 16, 1, 2, 3


def batch(count):
    rng = np.random.RandomState(3)
    source = rng.randint(3, VOCAB, [count, 5])
    lengths = rng.randint(2, 6, [count])
    target = np.full([count, 6], END)
    for row, length in enumerate(lengths):
        source[row, length:] = END
        target[row, :length] = source[row, :length][::-1]
    return source.astype(np.int32), lengths.astype(np.int32), target.astype(np.int32)


def model(source, lengths, target, mode):
    init = tf.random_uniform_initializer(-0.3, 0.3, seed=5)
    with tf.variable_scope("net", initializer=init):
        embedding = tf.get_variable("embedding", [VOCAB, UNITS])
        encoder = tf.contrib.rnn.GRUCell(UNITS)
        memory, state = tf.nn.dynamic_rnn(
            encoder, tf.nn.embedding_lookup(embedding, source), lengths, dtype=tf.float32)
        batch_size = tf.size(lengths)
        if mode == "beam":
            memory, state, lengths = seq2seq.tile_batch((memory, state, lengths), BEAM)
        mechanism = seq2seq.BahdanauAttention(UNITS, memory, lengths, normalize=True)
        cell = seq2seq.AttentionWrapper(
            tf.contrib.rnn.DropoutWrapper(tf.contrib.rnn.GRUCell(UNITS), 1.0), mechanism,
            attention_layer_size=UNITS, alignment_history=mode == "greedy")
        start = cell.zero_state(batch_size * (BEAM if mode == "beam" else 1), tf.float32)
        start = start.clone(cell_state=state)
        layer = tf.layers.Dense(VOCAB, use_bias=False, name="words")
        if mode == "beam":
            decoder = seq2seq.BeamSearchDecoder(
                cell, embedding, tf.fill([batch_size], GO), END, start, BEAM, layer, 0.6)
        elif mode == "greedy":
            helper = seq2seq.GreedyEmbeddingHelper(embedding, tf.fill([batch_size], GO), END)
            decoder = seq2seq.BasicDecoder(cell, helper, start, layer)
        else:
            inputs = tf.concat([tf.fill([batch_size, 1], GO), target[:, :-1]], 1)
            helper = seq2seq.TrainingHelper(
                tf.nn.embedding_lookup(embedding, inputs), tf.fill([batch_size], 6))
            decoder = seq2seq.BasicDecoder(cell, helper, start, layer)
        return seq2seq.dynamic_decode(
            decoder, maximum_iterations=None if mode == "train" else 7, scope="decoder")


def main():
    source, lengths, target = map(tf.constant, batch(64))
    outputs, _, _ = model(source, lengths, target, "train")
    weights = tf.sequence_mask(lengths + 1, 6, dtype=tf.float32)
    loss = seq2seq.sequence_loss(outputs.rnn_output, target, weights)
    train = tf.contrib.layers.optimize_loss(
        loss, tf.train.create_global_step(), 0.02, "Adam", clip_gradients=5.0)
    with tf.variable_scope(tf.get_variable_scope(), reuse=True):
        greedy, state, greedy_lengths = model(source, lengths, target, "greedy")
        beams, _, _ = model(source, lengths, target, "beam")
    history = state.alignment_history.stack()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for step in range(61):
            value, _ = session.run([loss, train])
            if step % 20 == 0 and step < 60:
                print("step %d, loss %.3f" % (step, value))
        ids, best, found, shape = session.run(
            [greedy.sample_id, beams.predicted_ids, greedy_lengths, tf.shape(history)])
    for variable in sorted(tf.trainable_variables(), key=lambda v: v.op.name):
        print(variable.op.name, variable.shape)
    print("greedy", ids[:4].tolist(), found[:4].tolist())
    print("beams", best[:4, :, 0].tolist())
    print("alignments", shape[1:].tolist())


if __name__ == "__main__":
    tf.logging.set_verbosity(tf.logging.ERROR)
    main()
