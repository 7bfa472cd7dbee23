"""Sequences in parts, with their states: what is read, and what is not accepted."""

import re

import numpy as np

from tests.oracle.facts import plain, tensor_facts
from tests.oracle.legacy import sequence_queueing_state_saver as sqss
from tests.oracle.legacy import tf
from tests.oracle.observe import attempt
from tests.oracle.words import class_names

OWN = ("batch_size", "length", "total_length", "key", "next_key", "sequence", "sequence_count")
X = np.arange(14).reshape(7, 2).astype(np.float32)


def dense():
    return {"s": tf.constant(X)}


def state():
    return {"st": tf.zeros([2])}


def sparse():
    values = tf.SparseTensor([[0, 0], [2, 1], [4, 0]], ["a", "b", "c"], [5, 2])
    return {"sp": values, "s": tf.zeros([5, 1])}


def started():
    """Gives a session in which the queue runners run, and the coordinator to stop them."""
    session = tf.Session()
    session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coordinator = tf.train.Coordinator(clean_stop_exception_types=(Exception,))
    tf.train.start_queue_runners(session, coordinator)
    return session, coordinator


def without_numbers(value):
    """Leaves the random numbers out of the keys."""
    if isinstance(value, list):
        return [without_numbers(item) for item in value]
    return re.sub(r"key\d+", "key", value) if isinstance(value, str) else value


def read(sequences=dense, context=dict, length=None, states=state, unroll=3, batch=2, **kwargs):
    """Gives what three reads give, each of which adds one to the state."""
    kwargs.setdefault("make_keys_unique", True)
    with tf.Graph().as_default():
        given = [v() if callable(v) else v for v in (sequences, context, length, states, batch)]
        read_batch = sqss.batch_sequences_with_states(
            kwargs.pop("key", "key"),
            given[0],
            given[1],
            given[2],
            given[3],
            unroll,
            given[4],
            num_threads=kwargs.pop("num_threads", 1),
            **kwargs,
        )
        values = {name: getattr(read_batch, name) for name in OWN}
        values["sequences"] = dict(read_batch.sequences)
        values["context"] = dict(read_batch.context)
        saves = []
        for name in given[3]:
            values[name] = read_batch.state(name)
            saves.append(read_batch.save_state(name, values[name] + 1))
        record = {
            "types": {name: tensor_facts(values[name]) for name in OWN + tuple(given[3])},
            "summaries": [t.op.name for t in tf.get_collection(tf.GraphKeys.SUMMARIES)],
            "runners": [len(r.enqueue_ops) for r in tf.get_collection("queue_runners")],
            "reads": [],
        }
        session, coordinator = started()
        with session:
            for _ in range(3):
                try:
                    record["reads"].append(plain(session.run([values, saves])[0]))
                except tf.errors.OpError as error:
                    record["reads"].append(class_names(error)[0])
                    break
            coordinator.request_stop()
        for got in record["reads"]:
            if isinstance(got, dict):
                got.update({name: without_numbers(got[name]) for name in ("key", "next_key")})
        return record


READS = {
    "plain": {},
    "context": {"context": lambda: {"c": tf.constant([1.0, 2.0]), "b": tf.constant("x")}},
    "length": {"length": lambda: tf.constant(5)},
    "number": {"length": 4},
    "two_states": {"states": lambda: {"st": tf.zeros([2]), "a": tf.ones([])}},
    "arrays": {"sequences": {"s": np.arange(3.0)}, "context": {"c": 1.5}},
    "strings": {"sequences": lambda: {"s": tf.constant(["a", "b"]), "i": tf.constant([1, 2])}},
    "sparse": {
        "sequences": sparse,
        "context": lambda: {"cs": tf.SparseTensor([[0], [2]], [5, 6], [3])},
    },
    "sparse_only": {"sequences": lambda: {"sp": sparse()["sp"]}},
    "sparse_length": {"sequences": sparse, "length": 4},
    "unknown_length": {
        "sequences": lambda: {"s": tf.placeholder_with_default(tf.constant(X), [None, 2])}
    },
    "one_part": {"unroll": 9},
    "batch_tensor": {"batch": lambda: tf.constant(2)},
    "batch_0": {"batch": 0},
    "no_small_batch": {"allow_small_batch": False},
    "no_capacity": {"capacity": None},
    "small_capacity": {"capacity": 2},
    "named": {"name": "nn"},
    "unpadded": {"unroll": 7, "pad": False, "length": 7},
    "long_length": {"length": 12},
    "length_int64": {"length": lambda: tf.constant(5, tf.int64)},
    "length_vector": {"length": lambda: tf.constant([5])},
    "unpadded_no_length": {"pad": False},
    "no_states": {"states": {}},
    "no_sequences": {"sequences": {}},
    "no_sequences_length": {"sequences": {}, "length": 3},
    "context_none": {"context": None},
    "sequence_list": {"sequences": lambda: [tf.zeros([3])]},
    "unroll_0": {"unroll": 0},
    "unroll_negative": {"unroll": -1},
    "unroll_string": {"unroll": "a"},
    "batch_none": {"batch": None},
    "key_number": {"key": 3, "make_keys_unique": False},
    "scalar": {"sequences": lambda: {"s": tf.zeros([])}},
    "unknown_rank": {"sequences": lambda: {"s": tf.placeholder(tf.float32)}},
    "unknown_size": {"sequences": lambda: {"s": tf.placeholder(tf.float32, [None, None])}},
    "unknown_state": {"states": lambda: {"st": tf.placeholder(tf.float32)}},
    "unknown_context": {"context": lambda: {"c": tf.placeholder(tf.float32)}},
    "sparse_state": {"states": lambda: {"st": tf.SparseTensor([[0]], [5], [3])}},
    "no_threads": {"num_threads": 0},
    "capacity_0": {"capacity": 0},
}


def sequences(folder):
    """What `batch_sequences_with_states` reads."""
    return {name: attempt(lambda: read(**kwargs)) for name, kwargs in sorted(READS.items())}  # noqa: B023


def saver(folder):
    """The state saver itself: its attributes, and what cannot be saved."""
    with tf.Graph().as_default():
        made = sqss.SequenceQueueingStateSaver(
            1,
            3,
            tf.constant(5),
            tf.constant("k"),
            {"s": tf.zeros([6, 2])},
            {},
            state(),
            name="saver",
        )
        batch = made.next_batch
        record = {
            "name": made.name,
            "numbers": [made.batch_size, made.num_unroll],
            "barrier": made.barrier.name,
            "prefetch": made.prefetch_op.name,
            "close": [made.close().name, made.close(cancel_pending_enqueues=True, name="c").name],
            "type": type(batch).__name__,
            "sequences": {k: tensor_facts(v) for k, v in batch.sequences.items()},
            "state": tensor_facts(batch.state("st")),
            "saved": batch.save_state("st", tf.ones([1, 2]), name="sv").name,
            "unknown_state": attempt(batch.state, "x"),
            "save_unknown": attempt(batch.save_state, "x", 1),
            "save_rank": attempt(batch.save_state, "st", tf.ones([2])),
        }
        with tf.Session() as session:
            session.run(made.prefetch_op)
            record["first"] = plain(session.run([batch.key, batch.length, batch.state("st")]))
        return record
