"""The decoders and models of `contrib.legacy_seq2seq`."""

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.signatures import public, signatures

from ..rnn.cells import numbers
from ..rnn.rnn import results

legacy = contrib.legacy_seq2seq


def cell():
    return contrib.rnn.GRUCell(2)


def vectors(count=3):
    return [tf.constant(step, tf.float32) for step in numbers(count, 2, 2)]


def ids(count=3):
    return [tf.constant([i % 4, (i + 1) % 4]) for i in range(count)]


def memory(depth=2):
    return tf.constant(numbers(2, 3, depth), tf.float32)


def projection(width=2, symbols=4, biases=None):
    return (
        tf.constant(numbers(width, symbols), tf.float32),
        tf.constant(numbers(biases or symbols), tf.float32),
    )


def start():
    return tf.constant(numbers(2, 2), tf.float32)


def shown(found):
    outputs, state = found
    return results(outputs, state, tf.global_variables())


def doubled(previous, step):
    return previous * 2 * step


def decoder(loop_function=None, scope=None, of=cell, state=start, steps=3):
    return shown(legacy.rnn_decoder(vectors(steps), state(), of(), loop_function, scope))


def attention(of=cell, state=start, inputs=None, states=None, **options):
    return shown(
        legacy.attention_decoder(
            vectors() if inputs is None else inputs,
            state(),
            memory() if states is None else states,
            of(),
            **options,
        )
    )


def lstm():
    return contrib.rnn.BasicLSTMCell(2)


def lstm_state():
    return contrib.rnn.LSTMStateTuple(start(), start() * 2)


def embedding_decoder(**options):
    return shown(legacy.embedding_rnn_decoder(ids(), start(), cell(), 4, 3, **options))


def embedding_attention_decoder(**options):
    return shown(
        legacy.embedding_attention_decoder(ids(), start(), memory(), cell(), 4, 3, **options)
    )


def embedded_model(inputs, outputs):
    return legacy.embedding_rnn_seq2seq(inputs, outputs, cell(), 4, 5, 3)


def embedding(function, *sizes, **options):
    return shown(function(ids(), ids(), cell(), *sizes, **options))


def many(**options):
    outputs, states = legacy.one2many_rnn_seq2seq(
        ids(),
        {"a": ids(), "b": ids(2)},
        cell(),
        {"a": cell(), "b": lstm_like()},
        4,
        {"a": 5, "b": 6},
        3,
        **options,
    )
    return [results([outputs["a"], outputs["b"]], [states["a"], states["b"]]), names()]


def lstm_like():
    return contrib.rnn.GRUCell(2, activation=tf.nn.relu)


def names():
    return [v.op.name for v in tf.global_variables()]


def looped():
    """The loop function that other projects took from the module."""
    make = module("legacy_seq2seq.python.ops.seq2seq")._extract_argmax_and_embed
    table = tf.get_variable("table", [4, 3])
    outputs = [
        make(table, projection())(start(), 0),
        make(table, update_embedding=False)(memory()[0], 1),
    ]
    return results(outputs, start(), tf.global_variables())


def cases():
    yield "public", lambda: public(legacy)
    yield "signatures", lambda: signatures(legacy)
    yield "rnn_decoder", decoder
    yield "rnn_decoder loop", lambda: decoder(doubled, "mine")
    yield "rnn_decoder LSTM", lambda: decoder(of=lstm, state=lstm_state)
    yield (
        "basic_rnn_seq2seq",
        lambda: shown(legacy.basic_rnn_seq2seq(vectors(), vectors(2), cell())),
    )
    yield (
        "basic_rnn_seq2seq stack",
        lambda: shown(
            legacy.basic_rnn_seq2seq(
                vectors(), vectors(2), contrib.rnn.MultiRNNCell([lstm(), lstm()]), scope="mine"
            )
        ),
    )
    yield "tied_rnn_seq2seq", lambda: shown(legacy.tied_rnn_seq2seq(vectors(), vectors(2), cell()))
    yield (
        "tied_rnn_seq2seq loop",
        lambda: shown(legacy.tied_rnn_seq2seq(vectors(), vectors(), cell(), doubled, scope="mine")),
    )
    yield "attention_decoder", lambda: attention(output_size=4)
    yield "attention_decoder LSTM", lambda: attention(lstm, lstm_state)
    yield (
        "attention_decoder heads",
        lambda: attention(
            num_heads=2, loop_function=doubled, initial_state_attention=True, scope="mine"
        ),
    )
    yield "attention_decoder wide", lambda: attention(states=memory(5), dtype=tf.float32)
    for title, function in (
        ("embedding_rnn_decoder", embedding_decoder),
        ("embedding_attention_decoder", embedding_attention_decoder),
    ):
        yield title, lambda f=function: f()
        yield (
            title + " previous",
            lambda f=function: f(output_projection=projection(), feed_previous=True, scope="mine"),
        )
        yield (
            title + " fixed",
            lambda f=function: f(
                output_projection=projection(),
                feed_previous=True,
                update_embedding_for_previous=False,
            ),
        )
        yield (
            "refused: biases " + title,
            lambda f=function: f(output_projection=projection(biases=3)),
        )
    yield (
        "embedding_attention_decoder heads",
        lambda: embedding_attention_decoder(
            num_heads=2, output_size=3, initial_state_attention=True, dtype=tf.float32
        ),
    )
    for function, sizes in (
        (legacy.embedding_rnn_seq2seq, (4, 5, 3)),
        (legacy.embedding_attention_seq2seq, (4, 5, 3)),
        (legacy.embedding_tied_rnn_seq2seq, (5, 3)),
    ):
        name = function.__name__
        yield name, lambda f=function, s=sizes: embedding(f, *s)
        yield name + " previous", lambda f=function, s=sizes: embedding(f, *s, feed_previous=True)
        for feed in (True, False):
            yield (
                "%s tensor %s" % (name, feed),
                lambda f=function, s=sizes, feed=feed: embedding(
                    f, *s, feed_previous=tf.constant(feed)
                ),
            )
        yield (
            name + " projection",
            lambda f=function, s=sizes: embedding(
                f,
                *s,
                output_projection=projection(2, 5),
                feed_previous=True,
                dtype=tf.float32,
                scope="mine",
            ),
        )
    yield (
        "embedding_tied_rnn_seq2seq decoder",
        lambda: embedding(legacy.embedding_tied_rnn_seq2seq, 5, 3, num_decoder_symbols=4),
    )
    yield (
        "refused: biases embedding_tied_rnn_seq2seq",
        lambda: embedding(
            legacy.embedding_tied_rnn_seq2seq, 5, 3, output_projection=projection(2, 4)
        ),
    )
    yield (
        "embedding_attention_seq2seq heads",
        lambda: embedding(
            legacy.embedding_attention_seq2seq, 4, 5, 3, num_heads=2, initial_state_attention=True
        ),
    )
    yield "one2many_rnn_seq2seq", many
    yield "one2many_rnn_seq2seq previous", lambda: many(feed_previous=True, dtype=tf.float32)
    yield "one2many_rnn_seq2seq tensor", lambda: many(feed_previous=tf.constant(True))
    yield "loop", looped
    yield "refused: no inputs", lambda: attention(inputs=[])
    yield "refused: heads", lambda: attention(num_heads=0)
    yield "unlike contrib: size", lambda: attention(states=tf.placeholder(tf.float32, [2, 3, None]))
    yield (
        "refused: width",
        lambda: attention(inputs=[tf.placeholder(tf.float32, [2, None])]),
    )
