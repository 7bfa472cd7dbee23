"""Reading checkpoints and initializing from them, by `tf.contrib.framework`."""

import functools
import os
import tempfile

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

framework = contrib.framework


@functools.lru_cache(None)
def checkpoint():
    """A folder with two checkpoints."""
    folder = tempfile.mkdtemp()
    with tf.Graph().as_default():
        tf.get_variable("a/w", initializer=np.arange(6, dtype="float32").reshape(2, 3))
        tf.get_variable("b", initializer=7)
        tf.train.create_global_step()
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            saver = tf.train.Saver()
            for step in (1, 2):
                saver.save(session, os.path.join(folder, "model"), step)
    return folder


def words(name, lines):
    path = os.path.join(checkpoint(), name)
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    return path


def cases():
    for title in ("", "/", "/model-1", "/nosuch"):
        path = lambda title=title: checkpoint() + title  # noqa: E731
        yield "list_variables " + title, lambda p=path: framework.list_variables(p())
        yield "load_variable " + title, lambda p=path: framework.load_variable(p(), "a/w")
        yield (
            "load_checkpoint " + title,
            lambda p=path: sorted(framework.load_checkpoint(p()).get_variable_to_dtype_map()),
        )
    empty = tempfile.mkdtemp()
    yield "load_checkpoint of empty folder", lambda: framework.load_checkpoint(empty)
    yield "load_variable of none", lambda: framework.load_variable(checkpoint(), "nosuch")
    yield "load_variable with number", lambda: framework.load_variable(checkpoint(), "b:0")

    def initialized(mapping, scope="n", **options):
        with tf.variable_scope(scope):
            variable = tf.get_variable("w", [2, 3], **options)
        mapping = mapping(variable) if callable(mapping) else mapping
        assert framework.init_from_checkpoint(checkpoint(), mapping) is None
        return run(tf.identity(variable))

    parts = {"partitioner": tf.fixed_size_partitioner(2)}
    for title, mapping, options in (
        ("scope", {"a/": "n/"}, {}),
        ("name", {"a/w": "n/w"}, {}),
        ("variable", lambda v: {"a/w": v}, {}),
        ("resource", lambda v: {"a/w": v}, {"use_resource": True}),
        ("parts", {"a/w": "n/w"}, parts),
        ("list of parts", lambda v: {"a/w": list(v)}, parts),
        ("root", {"/": "/"}, {"scope": "a"}),
        ("root in scope", {"/": "n/"}, {"scope": "n/a"}),
        ("missing scope", {"nosuch/": "n/"}, {}),
        ("missing name", {"nosuch": "n/w"}, {}),
        ("other shape", {"b": "n/w"}, {}),
        ("no slash", {"a": "n/"}, {}),
        ("name for scope", {"a/w": "n/"}, {}),
        ("scope for name", {"a/": "n"}, {}),
    ):
        yield "init_from_checkpoint " + title, lambda m=mapping, o=options: initialized(m, **o)

    def matrix():
        make = framework.load_and_remap_matrix_initializer(
            os.path.join(checkpoint(), "model-1"),
            "a/w",
            3,
            3,
            old_row_vocab_file=words("old", ["x", "y"]),
            new_row_vocab_file=words("new", ["y", "z", "x"]),
            num_row_oov_buckets=1,
            initializer=tf.zeros_initializer(),
        )
        return run(tf.get_variable("m", [4, 3], initializer=make))

    yield "load_and_remap_matrix_initializer", matrix

    def embedding():
        make = framework.load_embedding_initializer(
            os.path.join(checkpoint(), "model-1"),
            "a/w",
            3,
            3,
            words("old", ["x", "y"]),
            words("new", ["y", "z", "x"]),
            num_oov_buckets=1,
            initializer=tf.ones_initializer(),
        )
        return run(tf.get_variable("m", [4, 3], initializer=make))

    yield "load_embedding_initializer", embedding

    def bias(**options):
        folder = tempfile.mkdtemp()
        with tf.Graph().as_default():
            tf.get_variable("bias", initializer=[[1.0], [2.0]])
            with tf.Session() as session:
                session.run(tf.global_variables_initializer())
                path = tf.train.Saver().save(session, os.path.join(folder, "m"))
        make = framework.load_linear_multiclass_bias_initializer(
            path, "bias", 3, words("old", ["x", "y"]), words("new", ["y", "z", "x"]), **options
        )
        size = 3 + options.get("num_class_oov_buckets", 0)
        return run(tf.get_variable("m", [size, 1], initializer=make))

    yield "load_linear_multiclass_bias_initializer", bias
    yield (
        "load_linear_multiclass_bias_initializer, options",
        lambda: bias(num_class_oov_buckets=2, initializer=tf.ones_initializer()),
    )

    def slot(info=None):
        from tensorflow.python.ops import variable_scope

        make = framework.load_variable_slot_initializer(
            os.path.join(checkpoint(), "model-1"),
            "a/w",
            variable_scope._PartitionInfo([4, 3], [2, 0]),
            3,
            3,
            old_row_vocab_file=words("old", ["x", "y"]),
            new_row_vocab_file=words("new", ["y", "z", "x"]),
            num_row_oov_buckets=1,
        )
        return run(make([2, 3], tf.float32, info))

    yield "load_variable_slot_initializer", slot
