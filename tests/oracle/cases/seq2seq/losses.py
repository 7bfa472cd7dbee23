"""The losses of `contrib.seq2seq` and of `contrib.legacy_seq2seq`."""

import itertools

import numpy as np

from tests.oracle.legacy import contrib, module, tf

from ..rnn.cells import numbers
from ..rnn.rnn import quick

seq2seq, legacy = contrib.seq2seq, contrib.legacy_seq2seq
WEIGHTS = [[1.0, 0.5, 0.0], [0.3, 2.0, 0.0]]


def logits():
    return tf.constant(numbers(2, 3, 5), tf.float32)


def targets():
    return tf.constant([[1, 2, 3], [4, 0, 1]])


def ran(loss, given):
    """A loss, its shape and its gradient."""
    slope = tf.gradients(tf.reduce_sum(loss * loss), given)
    with tf.Session(config=quick()) as session:
        return [loss.shape.as_list(), session.run([loss, *slope])]


def loss(*options, **more):
    given = logits()
    weights = tf.constant(more.pop("weights", WEIGHTS))
    return ran(seq2seq.sequence_loss(given, targets(), weights, *options, **more), given)


def object_loss(*options):
    kind = module("seq2seq.python.ops.loss").SequenceLoss
    given = logits()
    return ran(kind(*options)(targets(), given, tf.constant(WEIGHTS)), given)


def shaped(logits=(2, 3, 5), targets=(2, 3), weights=(2, 3)):
    return seq2seq.sequence_loss(
        tf.zeros(logits), tf.zeros(targets, tf.int32), tf.zeros(weights)
    ).shape.as_list()


def doubled(labels, logits):
    return 2 * tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)


def listed(function, *options, **more):
    """A loss of lists."""
    given = tf.unstack(logits(), axis=1)
    right = tf.unstack(targets(), axis=1)
    weights = tf.unstack(tf.constant(WEIGHTS), axis=1)
    if more.pop("short", False):
        right = right[:2]
    return ran(function(given, right, weights, *options, **more), given)


def bucketed(encoder=4, target=4, weight=4, **options):
    """`model_with_buckets` of a network."""
    from .legacy import embedded_model, ids

    steps = [tf.constant([1.0, i / 4.0]) for i in range(weight)]
    outputs, losses = legacy.model_with_buckets(
        ids(encoder), ids(4), ids(target), steps, [(2, 2), (4, 4)], embedded_model, **options
    )
    names = [v.op.name for v in tf.global_variables()]
    with tf.Session(config=quick()) as session:
        session.run(tf.global_variables_initializer())
        session.run([tf.assign(v, tf.ones_like(v) / 3) for v in tf.global_variables()])
        return [names, [len(out) for out in outputs], session.run(losses)]


def cases():
    for options in itertools.product([True, False], repeat=4):
        averaged, summed = options[:2], options[2:]
        refused = any(a and s for a, s in zip(averaged, summed))
        title = "refused: %s %s %s %s" if refused else "%s %s %s %s"
        yield title % options, lambda o=options: loss(*o)
    yield "function", lambda: loss(softmax_loss_function=doubled, name="mine")
    for options in ((True, True), (True, False), (False, False, True, True)):
        yield (
            "no weights " + " ".join(map(str, options)),
            lambda o=options: loss(*o, weights=np.zeros([2, 3], np.float32)),
        )
    yield "object", object_loss
    yield "object averaged", lambda: object_loss(True, True, False, False)
    yield "shape", shaped
    yield "refused: logits", lambda: shaped(logits=(6, 5))
    yield "refused: targets", lambda: shaped(targets=(6,))
    yield "refused: weights", lambda: shaped(weights=(6,))
    for function in (legacy.sequence_loss_by_example, legacy.sequence_loss):
        name = function.__name__
        for averaged in (True, False):
            yield "%s %s" % (name, averaged), lambda f=function, a=averaged: listed(f, a)
        yield name + " function", lambda f=function: listed(f, softmax_loss_function=doubled)
        yield "refused: short " + name, lambda f=function: listed(f, short=True)
    yield "sequence_loss sum", lambda: listed(legacy.sequence_loss, True, False)
    yield "buckets", bucketed
    yield (
        "buckets by example",
        lambda: bucketed(per_example_loss=True, softmax_loss_function=doubled, name="mine"),
    )
    yield "refused: encoder", lambda: bucketed(3)
    yield "refused: bucket targets", lambda: bucketed(4, 3)
    yield "refused: bucket weights", lambda: bucketed(4, 4, 3)
