"""Helpers: what they read, sample and say, outside of a loop."""

import numpy as np
from tensorflow.python.layers.core import Dense

from tests.oracle.legacy import contrib, module, tf

from ..rnn.cells import numbers
from ..rnn.rnn import quick

seq2seq = contrib.seq2seq
EMBEDDING = numbers(5, 3).astype(np.float32)


def inputs(major=False):
    found = tf.constant(numbers(2, 4, 3), tf.float32)
    return tf.transpose(found, [1, 0, 2]) if major else found


def logits(size=5):
    return tf.constant(numbers(2, size) * 2, tf.float32)


def walked(helper, size=5, steps=4):
    """What a helper gives from step to step."""
    found, parts = [helper.initialize()], []
    for time in range(steps):
        outputs, state = logits(size) + 0.3 * time, tf.ones([2]) * time
        ids = helper.sample(time=tf.constant(time), outputs=outputs, state=state)
        following = helper.next_inputs(
            time=tf.constant(time), outputs=outputs, state=state, sample_ids=ids
        )
        found.append((ids, *following))
    parts = tf.nest.flatten(found)
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        session.run([tf.assign(v, tf.ones_like(v) / 2) for v in tf.global_variables()])
        values = [session.run([parts, tf.nest.flatten(helper.batch_size)]) for _ in range(2)]
    return {
        "found": [[np.asarray(v).astype(float) for v in tf.nest.flatten(run)] for run in values],
        "types": [part.dtype.name for part in parts],
        "sample": [str(helper.sample_ids_shape.as_list()), helper.sample_ids_dtype.name],
        "variables": [v.op.name for v in tf.global_variables()],
    }


def training(**options):
    return walked(seq2seq.TrainingHelper(inputs(options.get("time_major")), [4, 2], **options))


def greedy(embedding=EMBEDDING, start=(1, 3), end=2):
    return walked(seq2seq.GreedyEmbeddingHelper(embedding, start, end))


def sampling(**options):
    helper = seq2seq.SampleEmbeddingHelper(EMBEDDING, [1, 1], 2, seed=7, **options)
    return walked(helper, steps=8)


def scheduled(probability=0.5, embedding=EMBEDDING, major=False, length=(4, 3)):
    return walked(
        seq2seq.ScheduledEmbeddingTrainingHelper(
            inputs(major), list(length), embedding, probability, major, 3, 4
        )
    )


def scheduled_output(probability=0.5, size=3, major=False, auxiliary=None, **options):
    if auxiliary:
        options["auxiliary_inputs"] = inputs(major)[:, :, :auxiliary]
    return walked(
        seq2seq.ScheduledOutputTrainingHelper(
            inputs(major), [4, 3], probability, time_major=major, seed=3, **options
        ),
        size,
        3 if auxiliary else 4,
    )


def inference(**options):
    helper = seq2seq.InferenceHelper(
        lambda outputs: outputs * 2,
        [5],
        tf.float32,
        tf.zeros([2, 5]),
        lambda sample: tf.reduce_any(sample > 5, 1),
        **options,
    )
    return walked(helper)


def custom(**options):
    return walked(
        seq2seq.CustomHelper(
            lambda: (tf.zeros([2], tf.bool), tf.ones([2, 3])),
            lambda time, outputs, state: tf.argmax(outputs, 1, output_type=tf.int32) + time,
            lambda time, outputs, state, sample_ids: (sample_ids > 3, outputs, state + 1),
            **options,
        )
    )


def samples():
    """The samplers of the module."""
    found = module("seq2seq.python.ops.helper")
    drawn = [
        found.bernoulli_sample(probs=[0.1, 0.5, 0.9], seed=3),
        found.bernoulli_sample(logits=[[0.1, -0.5]], seed=3, sample_shape=[4], dtype=tf.bool),
        found.bernoulli_sample(probs=0.3, seed=3, sample_shape=5),
        found.categorical_sample(logits(), seed=3),
        found.categorical_sample(logits(), seed=3, sample_shape=[3], dtype=tf.int64),
        found.categorical_sample(logits()[0], seed=3),
        found.categorical_sample(tf.ones([2, 3, 4]), seed=3, sample_shape=[2, 2]),
    ]
    with tf.Session(config=quick()) as session:
        return [[v.astype(int), v.dtype.name] for v in map(np.asarray, session.run(drawn))]


def cases():
    yield "training", training
    yield "training major", lambda: training(time_major=True, name="mine")
    yield "training empty", lambda: walked(seq2seq.TrainingHelper(inputs(), [0, 0]), steps=1)
    yield "greedy", greedy
    yield "greedy function", lambda: greedy(lambda ids: tf.one_hot(ids, 3))
    yield "sampling", sampling
    yield "sampling temperature", lambda: sampling(softmax_temperature=0.3)
    for probability in (0.0, 0.5, 1.0):
        yield "scheduled %s" % probability, lambda p=probability: scheduled(p)
        yield "scheduled output %s" % probability, lambda p=probability: scheduled_output(p)
    yield "scheduled function", lambda: scheduled(0.5, lambda ids: tf.one_hot(ids, 3))
    yield "scheduled major", lambda: scheduled(major=True)
    yield "scheduled output major", lambda: scheduled_output(major=True)
    yield "scheduled output auxiliary", lambda: scheduled_output(auxiliary=2)
    yield (
        "scheduled output layer",
        lambda: scheduled_output(size=5, next_inputs_fn=Dense(3, name="mine")),
    )
    yield (
        "scheduled output everything",
        lambda: scheduled_output(size=5, next_inputs_fn=lambda x: x[:, :3] * 2, auxiliary=1),
    )
    yield "inference", inference
    yield "inference function", lambda: inference(next_inputs_fn=lambda sample: sample + 1)
    yield "custom", custom
    yield "custom samples", lambda: custom(sample_ids_shape=[], sample_ids_dtype=tf.int32)
    yield "samples", samples
    yield "refused: length", lambda: seq2seq.TrainingHelper(inputs(), [[2, 3]])
    yield "refused: start", lambda: greedy(start=1)
    yield "refused: end", lambda: greedy(end=[2])
    yield (
        "refused: outputs",
        lambda: seq2seq.GreedyEmbeddingHelper(EMBEDDING, [1], 2).sample(0, (1,), None),
    )
    yield (
        "refused: outputs to sample",
        lambda: seq2seq.SampleEmbeddingHelper(EMBEDDING, [1], 2).sample(0, (1,), None),
    )
    yield "refused: probability", lambda: scheduled([[0.5]])
    yield "refused: output probability", lambda: scheduled_output([[0.5]])
    yield (
        "refused: custom batch",
        lambda: seq2seq.CustomHelper(None, None, None).batch_size,
    )
