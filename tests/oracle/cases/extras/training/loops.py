"""Train ops, and loops of training and evaluation, of `tf.contrib.training`."""

import glob
import os
import tempfile

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import as_json, run

training = contrib.training


def regression():
    """A line through points, and its loss."""
    x = tf.constant([[1.0], [2.0], [3.0]])
    slope = tf.get_variable("slope", [1, 1], initializer=tf.zeros_initializer())
    offset = tf.get_variable("offset", [1], initializer=tf.ones_initializer())
    loss = tf.reduce_mean(tf.square(tf.matmul(x, slope) + offset - 2.0 * x))
    tf.losses.add_loss(loss)
    return loss


def graph_facts():
    return {
        "train_op": [op.name for op in tf.get_collection(tf.GraphKeys.TRAIN_OP)],
        "summaries": sorted(op.name for op in tf.get_collection(tf.GraphKeys.SUMMARIES)),
        "variables": [v.op.name for v in tf.global_variables()],
    }


def stepped(steps=2, **options):
    """What a train op gives, and the variables afterwards."""
    loss = regression()
    if callable(options.get("global_step")):
        options["global_step"] = options["global_step"]()
    if callable(options.get("update_ops")):
        options["update_ops"] = options["update_ops"]()
    if callable(options.get("variables_to_train")):
        options["variables_to_train"] = options["variables_to_train"]()
    train_op = training.create_train_op(loss, tf.train.GradientDescentOptimizer(0.1), **options)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        losses = [session.run(train_op) for _ in range(steps)]
        values = {v.op.name: as_json(session.run(v)) for v in tf.global_variables()}
    return [train_op.dtype.name, losses, values, graph_facts()]


def counter():
    variable = tf.get_variable("counter", initializer=0.0)
    return [variable.assign_add(1.0)]


def collected(function):
    def update():
        for op in counter():
            tf.add_to_collection(tf.GraphKeys.UPDATE_OPS, op)
        return function()

    return update


def train_op_cases():
    clip = training.clip_gradient_norms_fn
    for title, options in (
        ("", {}),
        (" without step", {"global_step": None}),
        (" with step", {"global_step": tf.train.create_global_step}),
        (" with updates", {"update_ops": counter}),
        (" without updates", {"update_ops": []}),
        (" of one variable", {"variables_to_train": lambda: tf.trainable_variables()[:1]}),
        (" clipped", {"transform_grads_fn": clip(1.0)}),
        (" with summaries", {"summarize_gradients": True}),
        (" unchecked", {"check_numerics": False, "gate_gradients": 2}),
        (" colocated", {"colocate_gradients_with_ops": True, "aggregation_method": 2}),
    ):
        yield "create_train_op" + title, lambda o=options: stepped(**dict(o))

    def updated():
        for op in counter():
            tf.add_to_collection(tf.GraphKeys.UPDATE_OPS, op)
        return stepped()

    yield "create_train_op with collected updates", updated

    def unlimited():
        loss = regression() * np.inf
        train_op = training.create_train_op(loss, tf.train.GradientDescentOptimizer(0.1))
        return run(train_op)

    yield "create_train_op of infinite loss", unlimited

    def pairs():
        variables = [tf.get_variable(name, initializer=[1.0, 1.0]) for name in ("a", "b")]
        sparse = tf.IndexedSlices(
            tf.constant([[30.0, 40.0]]), tf.constant([0]), tf.constant([1, 2])
        )
        grid = tf.get_variable("c", initializer=[[1.0, 1.0]])
        return [(tf.constant([3.0, 4.0]), variables[0]), (None, variables[1]), (sparse, grid)]

    def gradients(changed):
        found = [
            [grad is not None and run(getattr(grad, "values", grad)), variable.op.name]
            for grad, variable in changed
        ]
        return [found, sorted(t.op.name for t in tf.get_collection(tf.GraphKeys.SUMMARIES))]

    yield "clip_gradient_norms", lambda: gradients(training.clip_gradient_norms(pairs(), 2.5))
    yield "clip_gradient_norms_fn", lambda: gradients(clip(2.5)(pairs()))

    def multiplied(factors, by_name=False):
        made = pairs()
        keys = {variable.op.name: variable for _, variable in made}
        chosen = {name if by_name else keys[name]: factor for name, factor in factors.items()}
        return gradients(training.multiply_gradients(made, chosen))

    yield "multiply_gradients", lambda: multiplied({"a": 2.0, "c": 0.5})
    yield "multiply_gradients by name", lambda: multiplied({"a": 2.0}, by_name=True)
    yield "multiply_gradients of missing", lambda: multiplied({"b": 2.0})
    yield "multiply_gradients of nothing", lambda: multiplied({})
    yield "multiply_gradients of list", lambda: training.multiply_gradients(pairs(), [1.0])

    def summaries():
        made = training.add_gradients_summaries(pairs())
        return [len(made), graph_facts()["summaries"]]

    yield "add_gradients_summaries", summaries


def tags(folder):
    """The scalar tags of the event files, and their steps."""
    found = set()
    for path in sorted(glob.glob(os.path.join(folder, "events*"))):
        for event in tf.train.summary_iterator(path):
            found.update((value.tag, event.step) for value in event.summary.value)
    return sorted([tag, step] for tag, step in found if "/sec" not in tag)


def trained(folder, steps=4, **options):
    with tf.Graph().as_default():
        tf.set_random_seed(0)
        loss = regression()
        tf.summary.scalar("loss", loss)
        train_op = training.create_train_op(loss, tf.train.GradientDescentOptimizer(0.1))
        hooks = [tf.train.StopAtStepHook(last_step=steps)]
        return training.train(train_op, folder, hooks=hooks, save_summaries_steps=2, **options)


def files(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".index"))


def loop_cases():
    def train():
        folder = tempfile.mkdtemp()
        first = trained(folder)
        second = trained(folder, 6)
        return [first, second, files(folder), tags(folder)]

    yield "train", train
    yield "train without folder", lambda: trained(None)
    yield "train as worker", lambda: trained(None, is_chief=True, chief_only_hooks=[])
    yield (
        "train without checkpoints",
        lambda: [
            trained(folder, save_checkpoint_secs=None) and files(folder)
            for folder in [tempfile.mkdtemp()]
        ],
    )

    def no_folder():
        loss = regression()
        train_op = training.create_train_op(loss, tf.train.GradientDescentOptimizer(0.1))
        return training.train(
            train_op,
            None,
            save_checkpoint_secs=60,
            save_summaries_steps=1,
            hooks=[tf.train.StopAtStepHook(last_step=1)],
        )

    yield "train without folder, saving", no_folder

    def evaluated(function, with_summaries=True, **options):
        folder, log = tempfile.mkdtemp(), tempfile.mkdtemp()
        trained(folder)
        with tf.Graph().as_default():
            loss = regression()
            tf.train.get_or_create_global_step()
            mean, update = tf.metrics.mean(loss)
            tf.summary.scalar("mean", mean)
            evals = training.get_or_create_eval_step()
            hooks = [training.StopAfterNEvalsHook(3)]
            if with_summaries:
                hooks.append(training.SummaryAtEndHook(log))
            found = function(folder, update, mean, evals, hooks, **options)
            return [as_json(found), tags(log), [v.op.name for v in tf.local_variables()]]

    def once(folder, update, mean, evals, hooks):
        return training.evaluate_once(
            tf.train.latest_checkpoint(folder),
            eval_ops=update,
            hooks=hooks,
            final_ops={"mean": mean, "evals": evals},
        )

    yield "evaluate_once", lambda: evaluated(once)
    yield "evaluate_once without summaries", lambda: evaluated(once, with_summaries=False)

    def without_hooks(folder, update, mean, evals, hooks):
        return training.evaluate_once(tf.train.latest_checkpoint(folder), final_ops=[evals])

    yield "evaluate_once without ops", lambda: evaluated(without_hooks)

    def repeatedly(folder, update, mean, evals, hooks, **options):
        return training.evaluate_repeatedly(
            folder,
            eval_ops=update,
            hooks=hooks,
            final_ops=[mean, evals],
            eval_interval_secs=0,
            max_number_of_evaluations=1,
            **options,
        )

    yield "evaluate_repeatedly", lambda: evaluated(repeatedly)
    yield (
        "evaluate_repeatedly of nothing",
        lambda: training.evaluate_repeatedly(
            tempfile.mkdtemp(), eval_interval_secs=0, timeout=0, timeout_fn=lambda: True
        ),
    )

    def iterated(**options):
        folder = tempfile.mkdtemp()
        trained(folder)
        return [
            os.path.basename(path)
            for path in training.checkpoints_iterator(folder, timeout=0, **options)
        ]

    yield "checkpoints_iterator", iterated
    calls = []
    yield (
        "checkpoints_iterator with function",
        lambda: [
            iterated(timeout_fn=lambda: calls.append(1) or len(calls) > 2),
            len(calls),
        ],
    )

    def waited(last=None, **options):
        folder = tempfile.mkdtemp()
        trained(folder)
        last = last and os.path.join(folder, last)
        found = training.wait_for_new_checkpoint(
            folder, last, seconds_to_sleep=0, timeout=0.0, **options
        )
        return found and os.path.basename(found)

    yield "wait_for_new_checkpoint", waited
    yield "wait_for_new_checkpoint, older", lambda: waited("model.ckpt-0")
    yield "wait_for_new_checkpoint, none", lambda: waited("model.ckpt-4")

    def steps():
        step = training.get_or_create_eval_step()
        return [step, training.get_or_create_eval_step() is step, run(step)]

    yield "get_or_create_eval_step", steps

    def scoped(placement):
        writer = tf.summary.FileWriter(tempfile.mkdtemp())
        tf.summary.scalar("given", tf.constant(3.0))
        tf.train.create_global_step()
        hook = training.SummaryAtEndHook(summary_writer=writer, **placement)
        with tf.train.SingularMonitoredSession(hooks=[hook]) as session:
            session.run(tf.train.get_global_step())
        return tags(writer.get_logdir())

    yield "SummaryAtEndHook of writer", lambda: scoped({})
    yield (
        "SummaryAtEndHook of op",
        lambda: scoped({"summary_op": tf.summary.scalar("own", tf.constant(1.0))}),
    )
    yield "SummaryAtEndHook of nothing", lambda: training.SummaryAtEndHook()
    yield "StopAfterNEvalsHook", lambda: vars(training.StopAfterNEvalsHook(3))["_num_evals"]


def cases():
    for part in (train_op_cases, loop_cases):
        for case in part():
            yield case
