"""Variables, global steps and what assigns them: `tf.contrib.framework.python.ops.variables`."""

import os

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

from .checkpoints import checkpoint

framework = contrib.framework


def names(variables):
    return [variable.op.name for variable in variables]


def model():
    """Variables of each kind."""
    with tf.variable_scope("one"):
        framework.model_variable("w", [2], initializer=tf.ones_initializer())
        framework.variable("v", [2], trainable=False, initializer=tf.zeros_initializer())
    with tf.variable_scope("two"):
        framework.model_variable("w", [3], initializer=tf.ones_initializer())
    framework.local_variable(1.0, name="local")
    framework.global_variable(2.0, name="global")
    framework.create_global_step()


def after_model(function):
    def case():
        model()
        return function()

    return case


def variable_cases():
    for name in (
        "get_variables",
        "get_model_variables",
        "get_local_variables",
        "get_trainable_variables",
    ):
        for arguments in ((), ("one",), ("one", "w"), (None, "w"), ("o.e",), ("nosuch",)):
            yield (
                "%s %r" % (name, arguments),
                after_model(lambda n=name, a=arguments: names(getattr(framework, n)(*a))),
            )
    yield (
        "get_variables of collection",
        after_model(
            lambda: names(framework.get_variables(collection=tf.GraphKeys.LOCAL_VARIABLES))
        ),
    )
    yield (
        "get_variables of scope object",
        after_model(lambda: names(framework.get_variables(tf.variable_scope("two").__enter__()))),
    )
    for arguments in (("w",), ("w", "one"), ("nosuch",), ("one/w",)):
        yield (
            "get_variables_by_name %r" % (arguments,),
            after_model(lambda a=arguments: names(framework.get_variables_by_name(*a))),
        )
        yield (
            "get_variables_by_suffix %r" % (arguments,),
            after_model(lambda a=arguments: names(framework.get_variables_by_suffix(*a))),
        )
    for name in ("one/w", "w", "nosuch", "local"):
        yield (
            "get_unique_variable " + name,
            after_model(lambda name=name: framework.get_unique_variable(name).op.name),
        )
    for arguments in (
        {},
        {"include": ["one"]},
        {"exclude": ["one", "global"]},
        {"include": ["one"], "exclude": ["one/v"]},
        {"include": "one"},
    ):
        yield (
            "get_variables_to_restore %r" % sorted(arguments.items()),
            after_model(lambda a=arguments: names(framework.get_variables_to_restore(**a))),
        )
    for arguments in (
        {},
        {"include_patterns": ["w"]},
        {"exclude_patterns": ["w"]},
        {"include_patterns": ["w"], "reg_search": False},
        {"include_patterns": ["one", "two"], "exclude_patterns": [".*w$"]},
        {"include_patterns": []},
        {"include_patterns": ["one/v"]},
    ):
        yield (
            "filter_variables %r" % sorted(arguments.items()),
            after_model(
                lambda a=arguments: names(framework.filter_variables(tf.global_variables(), **a))
            ),
        )
    yield (
        "filter_variables of text",
        after_model(
            lambda: framework.filter_variables(tf.global_variables(), include_patterns="one")
        ),
    )
    yield (
        "get_variable_full_name",
        after_model(
            lambda: framework.get_variable_full_name(framework.get_unique_variable("one/w"))
        ),
    )

    def parts():
        variable = tf.get_variable("p", [4, 2], partitioner=tf.fixed_size_partitioner(2))
        return [framework.get_variable_full_name(part) for part in variable]

    yield "get_variable_full_name of parts", parts
    yield (
        "add_model_variable",
        after_model(
            lambda: [
                framework.add_model_variable(tf.Variable(1.0, name="x")),
                *names(framework.get_model_variables()),
            ]
        ),
    )
    yield (
        "collections",
        after_model(
            lambda: {
                key: names(tf.get_collection(key))
                for key in (
                    "variables",
                    "model_variables",
                    "trainable_variables",
                    "local_variables",
                )
            }
        ),
    )

    def regularized():
        framework.variable(
            "r",
            [2],
            initializer=tf.ones_initializer(),
            trainable=False,
            collections=["mine"],
            regularizer=lambda x: tf.reduce_sum(x, name="penalty"),
            device="/cpu:0",
            dtype=tf.float64,
        )
        return [
            names(tf.get_collection("mine")),
            names(tf.global_variables()),
            [loss.dtype.name for loss in tf.losses.get_regularization_losses()],
            tf.get_collection("mine")[0].device,
        ]

    yield "variable with options", regularized
    yield (
        "global and local values",
        lambda: run([framework.global_variable(2.0), framework.local_variable([1, 2])]),
    )
    for tasks, options in (
        (2, {}),
        (0, {}),
        (3, {"job_name": "w", "device_type": "GPU"}),
        (2, {"replica": 1, "device_index": 4}),
    ):

        def chosen(tasks=tasks, options=options):
            choose = framework.VariableDeviceChooser(tasks, **options)
            op = tf.constant(1).op
            return [choose(op) for _ in range(3)]

        yield "VariableDeviceChooser %d %r" % (tasks, sorted(options)), chosen

    def zeroed(resource, twice=False):
        variable = tf.get_variable("v", initializer=[1.0, 2.0], use_resource=resource)
        zero = framework.zero_initializer(variable)
        with tf.Session() as session:
            session.run(zero)
            if twice:
                session.run(zero)
            return session.run(variable)

    for resource in (False, True):
        yield "zero_initializer %s" % resource, lambda r=resource: zeroed(r)
        yield "zero_initializer twice %s" % resource, lambda r=resource: zeroed(r, True)
    yield "zero_initializer of tensor", lambda: framework.zero_initializer(tf.ones([2]))


def step_cases():
    yield "get_global_step of none", lambda: framework.get_global_step()

    def created():
        step = framework.create_global_step()
        return [
            step,
            framework.get_global_step() is step,
            framework.get_or_create_global_step() is step,
            framework.assert_or_get_global_step() is step,
            names(tf.global_variables()),
            names(tf.trainable_variables()),
            run(step),
        ]

    yield "create_global_step", created

    def twice():
        framework.create_global_step()
        framework.create_global_step()

    yield "create_global_step twice", twice
    yield "get_or_create_global_step", lambda: run(framework.get_or_create_global_step())
    yield (
        "get_or_create_global_step of graph",
        lambda: framework.get_or_create_global_step(tf.Graph()),
    )
    yield "assert_or_get_global_step of none", lambda: framework.assert_or_get_global_step()

    def given():
        step = tf.Variable(0, name="mine", dtype=tf.int64)
        framework.assert_global_step(step)
        return framework.assert_or_get_global_step(None, step) is step

    yield "assert_or_get_global_step given", given
    for title, value in (("float", 0.0), ("vector", [1, 2])):
        yield (
            "assert_global_step of " + title,
            lambda v=value: framework.assert_global_step(tf.Variable(v)),
        )
    yield "assert_global_step of number", lambda: framework.assert_global_step(1)


def assign_cases():
    prefix = lambda: os.path.join(checkpoint(), "model-2")  # noqa: E731

    def variables(shape=(2, 3)):
        return tf.get_variable("a/w", shape, initializer=tf.zeros_initializer())

    def assigned(**options):
        variable = variables(options.pop("shape", (2, 3)))
        target = options.pop("map", None)
        var_list = {target: variable} if target else [variable]
        op, feed = framework.assign_from_checkpoint(prefix(), var_list, **options)
        with tf.Session() as session:
            session.run(op, feed)
            return session.run(variable)

    def assigned_fn(**options):
        variable = variables(options.pop("shape", (2, 3)))
        target = options.pop("map", None)
        var_list = {target: variable} if target else [variable]
        assign = framework.assign_from_checkpoint_fn(prefix(), var_list, **options)
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            if assign is None:
                return None
            assign(session)
            return session.run(variable)

    for title, options in (
        ("", {}),
        (" of map", {"map": "a/w"}),
        (" of missing", {"map": "nosuch"}),
        (" of missing, ignored", {"map": "nosuch", "ignore_missing_vars": True}),
        (" of other shape", {"shape": (3, 2)}),
    ):
        yield "assign_from_checkpoint" + title, lambda o=options: assigned(**dict(o))
        yield "assign_from_checkpoint_fn" + title, lambda o=options: assigned_fn(**dict(o))
    yield (
        "assign_from_checkpoint_fn, reshaped",
        lambda: assigned_fn(shape=(3, 2), reshape_variables=True),
    )

    def values(name, value, function):
        variable = variables()
        with tf.Session() as session:
            if function:
                framework.assign_from_values_fn({name: value})(session)
            else:
                session.run(*framework.assign_from_values({name: value}))
            return session.run(variable)

    for function in (False, True):
        suffix = "_fn" if function else ""
        for title, name, value in (
            ("", "a/w", np.ones([2, 3])),
            (" of missing", "nosuch", np.ones([2, 3])),
            (" of other shape", "a/w", np.ones([2, 2])),
        ):
            yield (
                "assign_from_values%s%s" % (suffix, title),
                (lambda n=name, v=value, f=function: values(n, v, f)),
            )


def cases():
    for part in (variable_cases, step_cases, assign_cases):
        for case in part():
            yield case
