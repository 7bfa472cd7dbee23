"""The names of `tf.contrib.framework` that have to do with neither variables nor checkpoints."""

import warnings

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

framework = contrib.framework
nest = framework.nest


def placeholder(shape=None, dtype=tf.float32, name=None):
    return tf.placeholder(dtype, shape, name=name)


def function_cases():
    func = framework.py_func

    def nested(a, b=None):
        return {"sum": a + b["c"][0], "pair": (a, np.float32(1))}

    yield (
        "py_func",
        lambda: run(
            func(
                nested,
                [tf.constant(1.0)],
                {"b": {"c": [tf.constant(2.0)]}},
                {"sum": tf.float32, "pair": (tf.float32, tf.float32)},
            )
        ),
    )
    yield "py_func of one", lambda: func(lambda a: a * 2, [tf.constant(2)], output_types=tf.int32)
    yield (
        "py_func of stateless",
        lambda: [
            t.name for t in func(lambda x: (x, x), [1], {}, (tf.int32, tf.int32), stateful=False)
        ],
    )
    yield (
        "py_func of shapes",
        lambda: [
            str(t.shape)
            for t in func(
                lambda: 0,
                output_types=(tf.int32, tf.int32),
                name="f",
                output_shapes=([2, None], tf.TensorShape([])),
            )
        ],
    )
    yield (
        "py_func of one shape",
        lambda: func(lambda: 0, output_types=tf.int32, output_shapes=[2, 3], name="f"),
    )
    yield "py_func without types", lambda: func(lambda: 1)
    yield "py_func without args", lambda: func(lambda: 1, None, None, tf.int32)
    yield "py_func without dict", lambda: func(lambda: 1, [], [1], tf.int32)
    yield "py_func of two for one", lambda: run(func(lambda: (1, 2), output_types=tf.int32))

    def graph(names):
        graph = tf.Graph()
        with graph.as_default():
            tensor = tf.placeholder(tf.float32, [2], name=names[0])
            for name in names[1:]:
                tensor = tf.negative(tensor, name=name)
            tf.identity(graph.get_tensor_by_name("a:0"), name="other")
        return graph.as_graph_def()

    def fused(inputs, outputs):
        found = framework.fuse_op(
            graph("abcde"), inputs, outputs, [1] * len(outputs), False, "f", "F"
        )
        node = next(n for n in found.node if n.name == "f")
        return [
            [[n.name, n.op, list(n.input)] for n in found.node],
            list(node.attr["_output_types"].list.type),
            node.attr["_output_quantized"].b,
        ]

    for inputs, outputs in (
        ("b", "d"),
        ("a", "e"),
        ("b", "e"),
        ("x", "d"),
        ("b", "x"),
        ("", "a"),
        ("a", "b"),
        ("b", "de"),
    ):
        yield (
            "fuse_op %s %s" % (inputs, outputs),
            lambda i=inputs, o=outputs: fused(list(i), list(o)),
        )
    yield "fuse_op of no graph", lambda: framework.fuse_op(3, [], [], [], True, "f", "F")

    def placeholders():
        placeholder(name="a")
        tf.placeholder_with_default(1.0, [])
        tf.sparse_placeholder(tf.float32)
        return [t.name for t in framework.get_placeholders(tf.get_default_graph())]

    yield "get_placeholders", placeholders
    yield "get_placeholders of no graph", lambda: framework.get_placeholders(3)
    of = framework.get_graph_from_inputs
    yield (
        "get_graph_from_inputs",
        lambda: [of([tf.constant(1)]) is tf.get_default_graph(), of([]) is tf.get_default_graph()],
    )
    yield "get_graph_from_inputs of others", lambda: of([tf.constant(1)], graph=tf.Graph())

    def scope():
        with tf.name_scope("a"), tf.name_scope("b"):
            return [
                framework.get_name_scope(),
                framework.prepend_name_scope("x", "s"),
                framework.strip_name_scope("s/x", "s"),
            ]

    yield "name scopes", scope


def scope_cases():
    @framework.add_arg_scope
    def area(width, height=1, depth=1):
        return width * height * depth

    scope = framework.arg_scope

    def inside(*scopes):
        with scopes[0] as made:
            return (
                inside(*scopes[1:])
                if scopes[1:]
                else [area(2), area(2, 5), area(2, depth=7), sorted(map(str, made.values()))]
            )

    yield "arg_scope", lambda: inside(scope([area], height=3))
    yield "arg_scope in another", lambda: inside(scope([area], height=3), scope([area], depth=2))
    yield "arg_scope of none", lambda: area(2)

    def reused():
        with scope([area], height=3) as made:
            pass
        with scope(made):
            return area(2)

    yield "arg_scope reused", reused
    yield "arg_scope of plain function", lambda: inside(scope([len], a=1))
    yield "arg_scope of no list", lambda: inside(scope(area, a=1))

    def reused_with_arguments():
        with scope([area], height=3) as made, scope(made, depth=2):
            return area(2)

    yield "arg_scope reused with arguments", reused_with_arguments
    yield "has_arg_scope", lambda: [framework.has_arg_scope(area), framework.has_arg_scope(len)]
    yield "arg_scoped_arguments", lambda: sorted(framework.arg_scoped_arguments(area))
    yield "current_arg_scope", lambda: framework.current_arg_scope()


def other_cases():
    structure = {"b": (1, [2]), "a": 3}
    pairs = lambda pairs: [[list(p) if isinstance(p, tuple) else p, v] for p, v in pairs]  # noqa: E731
    for title, case in (
        ("flatten", lambda: nest.flatten(structure)),
        ("is_sequence", lambda: [nest.is_sequence(v) for v in ([], (), {}, "a", 1, np.ones(1))]),
        ("is_nested", lambda: [nest.is_nested(v) for v in ([], (), {}, "a", 1, np.ones(1))]),
        (
            "is_sequence_or_composite",
            lambda: [
                nest.is_sequence_or_composite(v) for v in ([], 1, tf.SparseTensor([[0]], [1], [1]))
            ],
        ),
        ("map_structure", lambda: nest.map_structure(lambda x, y: x * y, structure, structure)),
        ("pack_sequence_as", lambda: nest.pack_sequence_as(structure, [7, 8, 9])),
        ("pack_sequence_as, short", lambda: nest.pack_sequence_as(structure, [7, 8])),
        ("assert_same_structure", lambda: nest.assert_same_structure([1], [2])),
        ("assert_same_structure, other", lambda: nest.assert_same_structure([1], [2, 3])),
        ("assert_same_structure, types", lambda: nest.assert_same_structure([1], (1,))),
        ("assert_shallow_structure", lambda: nest.assert_shallow_structure([1], [[2]])),
        ("assert_shallow_structure, other", lambda: nest.assert_shallow_structure([[1]], [2])),
        ("flatten_dict_items", lambda: nest.flatten_dict_items({(1, 2): ("a", "b"), 3: "c"})),
        ("flatten_up_to", lambda: nest.flatten_up_to([0, 0], [(1, 2), 3])),
        ("map_structure_up_to", lambda: nest.map_structure_up_to([0, 0], len, [(1, 2), [3]])),
        ("paths", lambda: nest.flatten_with_joined_string_paths(structure)),
        ("tuple paths", lambda: pairs(nest.flatten_with_tuple_paths(structure))),
        (
            "tuple paths up to",
            lambda: pairs(nest.flatten_with_tuple_paths_up_to({"a": 0}, {"a": (1, 2)})),
        ),
        ("yield_flat_paths", lambda: [list(p) for p in nest.yield_flat_paths(structure)]),
        (
            "map with paths",
            lambda: nest.map_structure_with_paths(lambda path, x: "%s=%s" % (path, x), structure),
        ),
        (
            "map with tuple paths",
            lambda: nest.map_structure_with_tuple_paths(
                lambda path, x: "%s=%s" % (path, x), structure
            ),
        ),
        (
            "map with tuple paths up to",
            lambda: nest.map_structure_with_tuple_paths_up_to(
                {"a": 0}, lambda path, x: "%s=%s" % (path, x), {"a": (1, 2)}
            ),
        ),
        (
            "traverse",
            lambda: nest.get_traverse_shallow_structure(
                lambda s: not isinstance(s, tuple), [(1, 2), 3]
            ),
        ),
    ):
        yield "nest " + title, case
    yield (
        "sort",
        lambda: run(
            [
                framework.sort([3, 1, 2]),
                framework.sort([[1.0, 2.0]], 1, "DESCENDING", name="s"),
                framework.argsort([3, 1, 2]),
                framework.argsort([3, 1], -1, "DESCENDING", True),
            ]
        ),
    )
    yield "sort, wrong", lambda: framework.sort([1], direction="UP")
    yes = lambda: tf.constant(1)  # noqa: E731
    no = lambda: tf.constant(0)  # noqa: E731
    yield (
        "smart_cond",
        lambda: [
            framework.smart_cond(True, yes, no).op.type,
            framework.smart_cond(tf.constant(False), yes, no).op.type,
            run(framework.smart_cond(placeholder([], tf.bool, "p"), yes, no), feed={"p:0": True}),
            framework.smart_constant_value(True),
            framework.smart_constant_value(tf.constant(False)),
            framework.smart_constant_value(placeholder([], tf.bool)),
            framework.smart_constant_value(1),
        ],
    )
    yield "smart_cond of function", lambda: framework.smart_cond(True, 3, no)
    yield "smart_constant_value of text", lambda: framework.smart_constant_value("a")
    yield (
        "smart_case",
        lambda: run(
            framework.smart_case(
                [(tf.constant(False), yes), (tf.constant(True), lambda: tf.constant(5))], default=no
            )
        ),
    )
    yield (
        "smart_case of default",
        lambda: run(framework.smart_case([(tf.constant(False), yes)], default=no, exclusive=True)),
    )
    yield (
        "TensorSpec",
        lambda: [
            str(framework.TensorSpec([2, None], tf.float32, "n")),
            framework.TensorSpec([2], tf.int32).is_compatible_with(tf.constant([1, 2])),
            framework.TensorSpec([2], tf.int32) == framework.TensorSpec([2], tf.int32),
        ],
    )

    def bounded():
        spec = framework.BoundedTensorSpec([2], tf.float32, 0.0, [1.0, 2.0], name="b")
        return [spec.minimum, spec.maximum, spec.name, str(spec.shape)]

    yield "BoundedTensorSpec", bounded
    yield "BoundedTensorSpec, wrong", lambda: framework.BoundedTensorSpec([2], "int32", [1] * 3, 2)
    for number in (1, 2, 3):
        name = "convolutional_orthogonal_%dd" % number
        yield (
            name,
            lambda name=name, n=number: tf.get_variable(
                "k", [3] * n + [2, 2], initializer=getattr(framework, name)(2.0, seed=1)
            ).shape.as_list(),
        )
    yield (
        "convolutional_delta_orthogonal",
        lambda: round(
            float(
                np.sum(
                    np.square(
                        run(
                            tf.get_variable(
                                "k",
                                [3, 3, 2, 2],
                                initializer=framework.convolutional_delta_orthogonal(2.0),
                            )
                        )
                    )
                )
            ),
            3,
        ),
    )
    yield "RecordInput", lambda: framework.RecordInput("nosuch*", 2, name="r").get_yield_op()

    @framework.deprecated("2016-11-11", "Use another.")
    def old(x):
        "Words."
        return x

    @framework.deprecated_args(None, "Use y.", "z")
    def partly(y, z=None):
        return y

    @framework.deprecated_arg_values(None, "Not that.", z=3)
    def valued(y, z=None):
        return y

    yield (
        "deprecated",
        lambda: [old(1), partly(2, z=1), valued(3, z=3), "2016-11-11" in old.__doc__],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield "deprecated without instructions", lambda: framework.deprecated(None, "")(old)


def cases():
    for part in (function_cases, scope_cases, other_cases):
        for case in part():
            yield case
