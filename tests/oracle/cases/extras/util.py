"""Each public name of `tf.contrib.util`."""

from tests.oracle.legacy import contrib, module, tf

util = contrib.util


def cases():
    make = util.make_tensor_proto
    for title, arguments in (
        ("", ([1.0, 2.0],)),
        (" shape", (1.0, tf.float32, [2, 2])),
        (" text", ("a",)),
        (" wrong shape", ([1.0, 2.0], None, [3], True)),
        (" broadcast", ([1.0], None, [3], False, True)),
        (" dtype", ([1, 2], tf.int64)),
    ):
        yield (
            "make_tensor_proto" + title,
            lambda a=arguments: [make(*a).SerializeToString(), util.make_ndarray(make(*a))],
        )
    yield (
        "constant_value",
        lambda: [
            util.constant_value(tf.constant([1, 2])),
            util.constant_value(tf.placeholder(tf.int32)),
            util.constant_value(tf.stack([1, tf.placeholder(tf.int32, [])]), partial=True),
        ],
    )

    def graph():
        tf.add(tf.constant(1.0), tf.constant(2.0))
        return tf.get_default_graph().as_graph_def()

    yield (
        "ops_used_by_graph_def",
        lambda: sorted(name.replace("V2", "") for name in util.ops_used_by_graph_def(graph())),
    )
    yield (
        "stripped_op_list_for_graph",
        lambda: sorted(
            op.name.replace("V2", "") for op in util.stripped_op_list_for_graph(graph()).op
        ),
    )
    yield "load_op_library", lambda: module("util.loader").load_op_library("/nosuch.so")
