"""Each name of `tf.contrib.crf`: scores, gradients and decoded tags of sequences of all lengths."""

import numpy as np

from tests.oracle.facts import plain, tensor_facts
from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

crf = contrib.crf
LENGTHS = (0, 1, 2, 4, 3)


def numbers(*shape):
    """Gives an array of floats that repeat no soon."""
    size = int(np.prod(shape))
    return np.cos(np.arange(size) * 1.7 + size).astype(np.float32).reshape(shape)


def batch(lengths=LENGTHS, steps=4, tags=3, dtype=np.int32, known=True):
    """Gives inputs, tags, a bitmap of tags, lengths, transitions, and what to feed."""
    rows = len(lengths)
    indices = (np.arange(rows * steps) * 7 % 5 % tags).reshape(rows, steps).astype(dtype)
    bitmap = np.sin(np.arange(rows * steps * tags) * 2.3).reshape(rows, steps, tags) > -0.4
    given = [
        3 * numbers(rows, steps, tags),
        indices,
        bitmap,
        np.array(lengths, dtype),
        numbers(tags, tags),
    ]
    if known:
        return [tf.constant(value) for value in given], None
    places = [tf.placeholder(value.dtype, [None] * value.ndim) for value in given[:4]]
    places[0].set_shape([None, None, tags])
    return [*places, tf.constant(given[4])], dict(zip(places, given))


def scores(inputs, tags, bitmap, lengths, transitions):
    """Gives all that is a score."""
    return {
        "sequence": crf.crf_sequence_score(inputs, tags, lengths, transitions),
        "multitag": crf.crf_multitag_sequence_score(inputs, bitmap, lengths, transitions),
        "norm": crf.crf_log_norm(inputs, lengths, transitions),
        "likelihood": crf.crf_log_likelihood(inputs, tags, lengths, transitions)[0],
        "unary": crf.crf_unary_score(tags, lengths, inputs),
        "binary": crf.crf_binary_score(tags, lengths, transitions),
        "decoded": crf.crf_decode(inputs, transitions, lengths),
    }


def described(found):
    """Gives dtypes and static shapes."""
    if isinstance(found, (tuple, list)):
        return [tensor_facts(tensor) for tensor in found]
    return tensor_facts(found)


def scored(**options):
    """Gives scores and what is known of them beforehand."""
    given, feed = batch(**options)
    found = scores(*given)
    return [
        plain(run(found, feed=feed)),
        {key: described(value) for key, value in found.items()},
    ]


def gradients(**options):
    """Gives the gradients of scores."""
    given, feed = batch(**options)
    inputs, transitions = given[0], given[4]
    found = scores(*given)
    return plain(
        run(
            {
                key: tf.gradients(
                    tf.reduce_sum(found[key]), [inputs, transitions], unconnected_gradients="zero"
                )
                for key in ("sequence", "norm", "likelihood")
            },
            feed=feed,
        )
    )


def learned():
    """Learns transitions whose first values are random."""
    tf.set_random_seed(3)
    given, _ = batch()
    with tf.variable_scope("tagger", initializer=tf.random_uniform_initializer(seed=5)):
        likelihood, transitions = crf.crf_log_likelihood(given[0], given[1], given[3])
    update = tf.train.GradientDescentOptimizer(0.1).minimize(-tf.reduce_mean(likelihood))
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        before = session.run(transitions)
        session.run([update])
        return [
            type(transitions).__name__ in ("RefVariable", "ResourceVariable"),
            [(v.op.name, v.shape.as_list()) for v in tf.global_variables()],
            plain(before),
            plain(session.run([transitions, likelihood])),
        ]


def twice(reuse):
    """Makes the variable twice."""
    given, _ = batch()
    for again in (False, reuse):
        with tf.variable_scope("s", reuse=again):
            crf.crf_log_likelihood(given[0], given[1], given[3])
    return [v.op.name for v in tf.global_variables()]


def cells():
    """Gives what each cell does in one step."""
    transitions = tf.constant(numbers(3, 3))
    inputs, state = tf.constant(numbers(2, 3)), tf.constant(numbers(3, 2).reshape(2, 3))
    forward = crf.CrfForwardRnnCell(transitions)
    decoding = crf.CrfDecodeForwardRnnCell(transitions)
    backward = crf.CrfDecodeBackwardRnnCell(3)
    pointers = tf.constant([[2, 0, 1], [1, 1, 0]])
    steps = {
        "forward": forward(inputs, state),
        "decoding": decoding(inputs, state),
        "backward": backward(pointers, tf.constant([[1], [2]])),
    }
    return [
        plain(run(steps)),
        {key: described(value) for key, value in steps.items()},
        [[cell.state_size, cell.output_size] for cell in (forward, decoding, backward)],
    ]


def viterbi(steps, tags):
    """Gives the best tags and their score, in NumPy."""
    best, score = crf.viterbi_decode(2 * numbers(steps, tags), numbers(tags, tags))
    return [type(best).__name__, plain(best), plain(score)]


def wrong(name, *changes):
    """Calls a function with something else in place of one argument."""

    def case():
        (inputs, tags, _, lengths, transitions), _ = batch()
        order = {
            "crf_log_norm": [inputs, lengths, transitions],
            "crf_decode": [inputs, transitions, lengths],
            "crf_log_likelihood": [inputs, tags, lengths, transitions],
            "crf_sequence_score": [inputs, tags, lengths, transitions],
            "crf_binary_score": [tags, lengths, transitions],
            "crf_unary_score": [tags, lengths, inputs],
        }[name]
        for place, value in changes:
            order[place] = value
        return plain(run(getattr(crf, name)(*order)))

    return case


def cases():
    for title, options in (
        ("", {}),
        (" of int64", {"dtype": np.int64}),
        (" of unknown shapes", {"known": False}),
        (" of int64 and unknown shapes", {"dtype": np.int64, "known": False}),
        (" of one step", {"lengths": (1, 0, 1), "steps": 1}),
        (" of one step and unknown shapes", {"lengths": (1, 0), "steps": 1, "known": False}),
        (" of one tag", {"tags": 1}),
        (" of one tag and step", {"tags": 1, "steps": 1, "lengths": (1, 0)}),
        (" of full lengths", {"lengths": (4, 4)}),
        (" of empty sequences", {"lengths": (0, 0)}),
    ):
        yield "scores" + title, lambda options=options: scored(**options)
        yield "gradients" + title, lambda options=options: gradients(**options)
    yield "learned transitions", learned
    yield "transitions twice", lambda: twice(False)
    yield "transitions reused", lambda: twice(True)
    yield "cells", cells
    for steps, tags in ((5, 3), (1, 3), (4, 1), (1, 1)):
        yield "viterbi_decode %d %d" % (steps, tags), lambda s=steps, t=tags: viterbi(s, t)
    yield "viterbi_decode of nothing", lambda: viterbi(0, 2)
    for title, name, changes in (
        ("lists", "crf_sequence_score", [(2, [0, 1, 2, 4, 3])]),
        ("arrays", "crf_log_norm", [(0, numbers(5, 4, 3))]),
        ("arrays", "crf_decode", [(0, numbers(5, 4, 3))]),
        ("arrays", "crf_log_likelihood", [(0, numbers(5, 4, 3))]),
        ("array transitions", "crf_log_norm", [(2, numbers(3, 3))]),
        ("array transitions", "crf_decode", [(1, numbers(3, 3))]),
        ("two dimensions", "crf_log_norm", [(0, tf.zeros)]),
        ("float lengths", "crf_log_norm", [(1, np.float32([0, 1, 2, 4, 3]))]),
        ("too long", "crf_log_norm", [(1, np.int32([9, 1, 2, 4, 3]))]),
        ("too long", "crf_decode", [(2, np.int32([9, 1, 2, 4, 3]))]),
        ("too long", "crf_unary_score", [(1, np.int32([9, 1, 2, 4, 3]))]),
        ("negative", "crf_log_norm", [(1, np.int32([-2, 1, 2, 4, 3]))]),
        ("negative", "crf_unary_score", [(1, np.int32([-2, 1, 2, 4, 3]))]),
        ("few lengths", "crf_log_norm", [(1, np.int32([1, 2]))]),
        ("few lengths", "crf_decode", [(2, np.int32([1, 2]))]),
        ("wrong transitions", "crf_log_norm", [(2, np.float32([[1, 2], [3, 4]]))]),
        ("wrong transitions", "crf_decode", [(1, np.float32([[1, 2], [3, 4]]))]),
        ("doubles", "crf_log_norm", [(0, numbers(5, 4, 3).astype(np.float64))]),
    ):
        if changes[0][1] is tf.zeros:

            def case(name=name):
                return wrong(name, (0, tf.zeros([5, 3])))()

            yield "%s of %s" % (name, title), case
        else:
            yield "%s of %s" % (name, title), wrong(name, *changes)
