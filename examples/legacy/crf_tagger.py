"""Finds people and places in sentences, by a conditional random field on a bidirectional LSTM.

A program for TensorFlow 1, as taggers on `tf.estimator` are written: sentences come from a generator, words
and tags from vocabulary files; it trains and evaluates in turns, tags new sentences, and exports a model.

    python crf_tagger.py
"""

from __future__ import absolute_import
from __future__ import division
from __future__ import print_function

import functools
import os
import shutil
import tempfile

import numpy as np
import tensorflow as tf

NAMES, SURNAMES, PLACES = "Ada Alan Grace Kurt".split(), "Lovelace Turing Hopper".split(), "Paris Rome Oslo".split()
PATTERNS = ["N S lives in P", "in P it rains", "N met N S", "P or P asks N", "she left P for P with N S"]
TAGS = {"N": "B-PER", "S": "I-PER", "P": "B-LOC"}


def make_sentences(count, seed):
    rng = np.random.RandomState(seed)
    for _ in range(count):
        pattern = PATTERNS[rng.randint(len(PATTERNS))].split()
        choices = {"N": NAMES, "S": SURNAMES, "P": PLACES}
        words = [choices[w][rng.randint(len(choices[w]))] if w in choices else w for w in pattern]
        yield words, [TAGS.get(w, "O") for w in pattern]


def write_vocabularies(folder):
    pairs = [pair for words, tags in make_sentences(60, 1) for pair in zip(words, tags)]
    for name, values in zip(["words", "tags"], zip(*pairs)):
        with tf.gfile.Open(os.path.join(folder, name + ".txt"), "w") as f:
            f.write("".join(value + "\n" for value in sorted(set(values) - {"Kurt"})))


def generator_fn(count, seed):
    for words, tags in make_sentences(count, seed):
        yield ([w.encode() for w in words], len(words)), [t.encode() for t in tags]


def input_fn(count, seed, params, repeat=False):
    shapes = (([None], ()), [None])
    types = ((tf.string, tf.int32), tf.string)
    dataset = tf.data.Dataset.from_generator(
        functools.partial(generator_fn, count, seed), output_shapes=shapes, output_types=types)
    if repeat:
        dataset = dataset.repeat(params["epochs"])
    return dataset.padded_batch(params["batch_size"], shapes, (("<pad>", 0), "O")).prefetch(1)


def model_fn(features, labels, mode, params):
    if isinstance(features, dict):
        features = features["words"], features["nwords"]
    words, nwords = features
    training = mode == tf.estimator.ModeKeys.TRAIN

    tag_names = tf.contrib.lookup.index_to_string_table_from_file(params["tags"])
    vocab_words = tf.contrib.lookup.index_table_from_file(params["words"], num_oov_buckets=1)
    init = tf.random_uniform_initializer(-0.3, 0.3, seed=5)
    with tf.variable_scope("tagger", initializer=init):
        embedding = tf.get_variable("embedding", [params["vocab_size"] + 1, params["dim"]])
        embedded = tf.nn.embedding_lookup(embedding, vocab_words.lookup(words))
        embedded = tf.nn.dropout(embedded, params["keep_prob"] if training else 1.0, seed=7)
        forward = tf.contrib.rnn.LSTMBlockFusedCell(params["units"], name="forward")
        backward = tf.contrib.rnn.TimeReversedFusedRNN(
            tf.contrib.rnn.LSTMBlockFusedCell(params["units"], name="backward"))
        steps = tf.transpose(embedded, perm=[1, 0, 2])
        outputs = [cell(steps, dtype=tf.float32, sequence_length=nwords)[0] for cell in (forward, backward)]
        output = tf.transpose(tf.concat(outputs, axis=-1), perm=[1, 0, 2])
        logits = tf.layers.dense(output, params["num_tags"], name="logits")
        transitions = tf.get_variable("crf", [params["num_tags"]] * 2)
    pred_ids, scores = tf.contrib.crf.crf_decode(logits, transitions, nwords)

    if mode == tf.estimator.ModeKeys.PREDICT:
        predictions = {
            "pred_ids": pred_ids, "score": scores, "tags": tag_names.lookup(tf.to_int64(pred_ids))}
        return tf.estimator.EstimatorSpec(mode, predictions=predictions)

    with tf.gfile.Open(params["tags"]) as f:
        names = f.read().split()
    tags = tf.contrib.lookup.index_table_from_tensor(names).lookup(labels)
    log_likelihood, _ = tf.contrib.crf.crf_log_likelihood(logits, tags, nwords, transitions)
    loss = tf.reduce_mean(-log_likelihood)
    weights = tf.sequence_mask(nwords)
    outside = names.index("O")
    metrics = {
        "acc": tf.metrics.accuracy(tags, pred_ids, weights),
        "precision": tf.metrics.precision(tf.not_equal(tags, outside), tf.not_equal(pred_ids, outside), weights),
        "recall": tf.metrics.recall(tf.not_equal(tags, outside), tf.not_equal(pred_ids, outside), weights),
    }
    for name, (_, update) in metrics.items():
        tf.summary.scalar(name, update)
    if mode == tf.estimator.ModeKeys.EVAL:
        return tf.estimator.EstimatorSpec(mode, loss=loss, eval_metric_ops=metrics)
    train_op = tf.contrib.opt.LazyAdamOptimizer(params["learning_rate"]).minimize(
        loss, global_step=tf.train.get_or_create_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train_op)


def serving_input_receiver_fn():
    words = tf.placeholder(tf.string, [None, None], "words")
    nwords = tf.placeholder(tf.int32, [None], "nwords")
    receiver = {"words": words, "nwords": nwords}
    return tf.estimator.export.ServingInputReceiver(receiver, receiver)


def main():
    folder = tempfile.mkdtemp()
    write_vocabularies(folder)
    params = {
        "words": os.path.join(folder, "words.txt"), "tags": os.path.join(folder, "tags.txt"), "dim": 8, "units": 6,
        "keep_prob": 0.9, "learning_rate": 0.02, "batch_size": 10, "epochs": 10}
    params["vocab_size"] = sum(1 for _ in tf.gfile.Open(params["words"]))
    params["num_tags"] = sum(1 for _ in tf.gfile.Open(params["tags"]))
    config = tf.estimator.RunConfig(tf_random_seed=1, save_checkpoints_steps=8)
    estimator = tf.estimator.Estimator(model_fn, os.path.join(folder, "model"), config, params)

    train_inpf = functools.partial(input_fn, 60, 1, params, repeat=True)
    eval_inpf = functools.partial(input_fn, 25, 2, params)
    train_spec = tf.estimator.TrainSpec(input_fn=train_inpf, max_steps=16)
    eval_spec = tf.estimator.EvalSpec(input_fn=eval_inpf, steps=None, throttle_secs=0)
    results, _ = tf.estimator.train_and_evaluate(estimator, train_spec, eval_spec)
    print(", ".join("%s %.4f" % item for item in sorted(results.items())))
    for name in estimator.get_variable_names():
        if "Adam_1" in name or name.count("/") < 2:
            print(name, estimator.get_variable_value(name).shape)
    print("transitions", " ".join("%.4f" % value for value in estimator.get_variable_value("tagger/crf").flat))

    new = functools.partial(input_fn, 4, 3, params)
    for (words, tags), found in zip(make_sentences(4, 3), estimator.predict(new)):
        print(" ".join("%s/%s" % (w, t.decode()) for w, t in zip(words, found["tags"])), "%.4f" % found["score"])

    path = estimator.export_savedmodel(os.path.join(folder, "export"), serving_input_receiver_fn)
    predict = tf.contrib.predictor.from_saved_model(path.decode())
    served = predict({"words": [["Grace", "Hopper", "left", "Oslo"]], "nwords": [4]})
    print("served", [t.decode() for t in served["tags"][0]], "%.4f" % served["score"][0])
    shutil.rmtree(folder)


if __name__ == "__main__":
    tf.logging.set_verbosity(tf.logging.ERROR)
    main()
