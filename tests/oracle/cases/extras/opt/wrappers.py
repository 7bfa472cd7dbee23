"""Optimizers that wrap others."""

import os

from tests.oracle.cases.extras.opt import programs
from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import scratch

opt = contrib.opt


def adam():
    """Gives an optimizer with slots."""
    return tf.train.AdamOptimizer(0.1)


def clipped(loss, dims, **options):
    """Clips a variable after each step."""

    def make():
        variables = {v.op.name: v for v in tf.trainable_variables()}
        clip = {variables[name]: axes for name, axes in dims.items()}
        return opt.VariableClippingOptimizer(tf.train.AdagradOptimizer(0.5), clip, 0.4, **options)

    step = tf.train.get_or_create_global_step()
    value = loss()
    optimizer = make()
    update = optimizer.minimize(value, step)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(programs.STEPS):
            session.run(update)
        return [programs.values(session), optimizer.get_slot_names()]


def averaged(resource, **options):
    """Trains with averages, saves those, and restores them in place of the variables."""
    loss = programs.both(resource)
    step = tf.train.get_or_create_global_step()
    optimizer = opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.05), 0.5, **options)
    update = optimizer.minimize(loss, step)
    saver = optimizer.swapping_saver()
    path = os.path.join(scratch(), "model")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(programs.STEPS):
            session.run(update)
        saver.save(session, path)
        trained = programs.values(session)
        saver.restore(session, path)
        restored = programs.values(session)
    reader = tf.train.load_checkpoint(path)
    saved = {name: reader.get_tensor(name).tolist() for name in reader.get_variable_to_shape_map()}
    return [update.name, trained, saved, restored == trained]


def stale(staleness):
    """Takes steps none of which is stale."""
    loss = programs.dense()
    step = tf.train.get_or_create_global_step()
    optimizer = opt.DropStaleGradientOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), staleness)
    update = optimizer.minimize(loss, global_step=step)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(3):
            session.run(update)
        return [
            programs.values(session),
            optimizer.get_slot_names(),
            [tensor.op.name for tensor in tf.get_collection(tf.GraphKeys.SUMMARIES)],
        ]


class Halving(opt.ExternalOptimizerInterface):
    """Goes against the gradient, in NumPy."""

    def _minimize(self, initial_val, loss_grad_func, packed_bounds, step_callback, **others):
        best, found = initial_val, []
        for _ in range(3):
            loss, gradient = loss_grad_func(best)
            best = best - 0.1 * gradient
            step_callback(best)
            found.append(float(loss))
        self.losses = found
        self.others = [len(others[key]) for key in sorted(others)]
        self.bounds = packed_bounds
        return best


def external(resource):
    """Minimizes outside of the graph."""
    w = programs.fixed("w", 2, use_resource=resource)
    b = programs.fixed("b", 3, use_resource=resource)
    scale = tf.placeholder(tf.float32, [])
    loss = scale * tf.reduce_sum(tf.square(w - 1.0)) + tf.reduce_sum(tf.square(b))
    steps, fetched = [], []
    optimizer = Halving(
        loss,
        equalities=[tf.reduce_sum(w)],
        inequalities=[b[0] - 0.1],
        var_to_bounds={w: (0, 1.5), b: ([-1, -2, -3], float("inf"))},
        factor=2,
    )
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        optimizer.minimize(
            session,
            {scale: 2.0},
            fetches=[w[0]],
            step_callback=lambda vector: steps.append(vector.tolist()),
            loss_callback=lambda value: fetched.append(float(value)),
        )
        values = programs.values(session)
    bounds = [[float(low), str(float(high))] for low, high in optimizer.bounds]
    return [
        values,
        steps,
        fetched,
        optimizer.losses,
        optimizer.others,
        bounds,
        optimizer.optimizer_kwargs,
    ]


def early_saver():
    """Makes the saver before there are averages."""
    opt.MovingAverageOptimizer(adam()).swapping_saver()


def partial_saver():
    """Saves averages without their variables."""
    loss = programs.dense()
    optimizer = opt.MovingAverageOptimizer(adam())
    optimizer.minimize(loss)
    averages = [v for v in tf.global_variables() if "Average" in v.op.name]
    return optimizer.swapping_saver(averages)


def cases():
    for resource in (False, True):
        kind = " resource" if resource else ""
        for title, loss, dims in (
            ("", programs.both, {"table": [1], "w": [0, 1]}),
            (" columns", programs.both, {"table": [0], "b": [0]}),
            (" all", programs.sparse, {"table": [0, 1]}),
        ):
            yield (
                "VariableClipping" + title + kind,
                lambda loss=loss, dims=dims, r=resource: clipped(lambda: loss(r), dims),
            )
        yield "External" + kind, lambda r=resource: external(r)
        yield "MovingAverage" + kind, lambda r=resource: averaged(r)
    yield "MovingAverage num_updates", lambda: averaged(False, num_updates=3)
    yield (
        "VariableClipping colocated",
        lambda: clipped(programs.dense, {"w": [0]}, colocate_clip_ops_with_vars=True),
    )
    yield "DropStaleGradient", lambda: stale(0)
    yield "Multitask of a number", lambda: opt.MultitaskOptimizerWrapper(3)
    yield "Multitask of nothing", lambda: opt.MultitaskOptimizerWrapper(adam()).nosuch
    yield "MovingAverage saver early", early_saver
    yield "MovingAverage saver of some", partial_saver
    yield "LARS of negative momentum", lambda: opt.LARSOptimizer(0.1, -1.0)
    yield "RegAdagrad of a negative start", lambda: opt.RegAdagradOptimizer(0.1, -1.0)
