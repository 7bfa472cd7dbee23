"""Time of `seq2seq.dynamic_decode` against `tf.nn.dynamic_rnn` of the same cell.

Both read the same inputs, 32 sequences of 40 steps, through a GRU cell of 64 units; the decoder
takes the classes of the largest outputs besides. Training adds the gradients.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.measure import Row, time_row
from tf_spec_compat import contrib
from tf_spec_compat._tf import silenced_deprecations, tf, tf1

_BATCH, _STEPS, _UNITS = 32, 40, 64
_ROUNDS = 30
_LIMIT = 1.5


def run(_: object = None) -> Iterator[Row]:
    for title, trained in (("decode", False), ("decode and train", True)):
        with tf.Graph().as_default(), tf1.Session() as session:
            with silenced_deprecations():
                fetches = [_fetch(read, trained) for read in (_decoder, _rnn)]
            session.run(tf1.global_variables_initializer())
            times: list[list[float]] = [[], []]
            for number in range(_ROUNDS + 2):
                for fetch, seconds in zip(fetches, times):
                    begin = time.perf_counter()
                    session.run(fetch)
                    if number > 1:  # the first ones plan the graph
                        seconds.append(time.perf_counter() - begin)
            yield time_row(f"{title}; dynamic_rnn's", *times, _LIMIT)


def _decoder(cell: Any, inputs: Any) -> Any:
    seq2seq = contrib.seq2seq
    helper = seq2seq.TrainingHelper(inputs, tf.fill([_BATCH], _STEPS))
    start = cell.zero_state(_BATCH, tf.float32)
    outputs, _, _ = seq2seq.dynamic_decode(seq2seq.BasicDecoder(cell, helper, start))
    return outputs.rnn_output


def _rnn(cell: Any, inputs: Any) -> Any:
    return tf1.nn.dynamic_rnn(cell, inputs, dtype=tf.float32)[0]


def _fetch(read: Callable[[Any, Any], Any], trained: bool) -> Any:
    with tf1.variable_scope(read.__name__.strip("_")):
        inputs = tf.random.normal([_BATCH, _STEPS, _UNITS], seed=1)
        outputs = read(contrib.rnn.GRUCell(_UNITS), inputs)
        if not trained:
            return outputs.op
        loss = tf.reduce_mean(outputs**2)
        variables = tf1.trainable_variables(read.__name__.strip("_"))
        return tf1.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=variables)
