"""Optimizers that average the variables of workers: one process, a chief."""

import functools
import os

from tests.oracle.cases.extras.opt import programs
from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import scratch

opt = contrib.opt
DEVICE = "/job:localhost/replica:0/task:0/device:CPU:0"


def descent():
    """Gives the optimizer inside."""
    return tf.train.GradientDescentOptimizer(0.1)


def elastic(base, getter, workers=2, **options):
    """Gives an ElasticAverageOptimizer."""
    return opt.ElasticAverageOptimizer(base, workers, getter, **options)


def accumulated(base, getter, workers=2, **options):
    """Gives an AGNOptimizer."""
    return opt.AGNOptimizer(base, workers, getter, **options)


def averaged(base, getter, workers=1, **options):
    """Gives a ModelAverageOptimizer."""
    return opt.ModelAverageOptimizer(base, workers, True, getter, **options)


KINDS = {
    "ElasticAverage": (elastic, "communication_period"),
    "AGN": (accumulated, "communication_period"),
    "ModelAverage": (averaged, "interval_steps"),
}


def build(kind, base=descent, period=3, **options):
    """Gives the optimizer, its update and its hook."""
    make, argument = KINDS[kind]
    getter = getattr(opt, kind + "CustomGetter")(DEVICE)
    with tf.variable_scope("s", custom_getter=getter):
        w = programs.fixed("w", 3, 2)
        b = programs.fixed("b", 2)
        if kind == "AGN":  # the getters of the others cannot make it
            tf.get_variable("kept", initializer=2.0, trainable=False)
    step = tf.train.get_or_create_global_step()
    options[argument] = period
    optimizer = make(base(), getter, **options)
    x = tf.constant(programs.numbers(4, 3))
    loss = tf.reduce_sum(tf.square(tf.matmul(x, w) + b - 0.3))
    update = optimizer.minimize(loss, global_step=step)
    hook = (
        optimizer.make_session_run_hook()
        if kind == "ModelAverage"
        else optimizer.make_session_run_hook(True, 0)
    )
    return optimizer, update, hook


def everything(session):
    """Gives the values of all variables."""
    found = tf.global_variables() + tf.local_variables()
    return {v.op.name: session.run(v).tolist() for v in found}


def variables():
    """Gives the names and devices of variables."""
    return {
        "global": [[v.op.name, v.device] for v in tf.global_variables()],
        "local": [[v.op.name, v.device] for v in tf.local_variables()],
        "trainable": [v.op.name for v in tf.trainable_variables()],
    }


def trained(kind, steps=7, **options):
    """Takes steps with the hook."""
    optimizer, update, hook = build(kind, **options)
    found = [variables(), optimizer.get_name(), update.op.type, sorted(optimizer.get_slot_names())]
    hook.begin()
    config = tf.ConfigProto(operation_timeout_in_ms=20000)
    with tf.Session(config=config) as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        hook.after_create_session(session, None)
        found.append(everything(session))
        for _ in range(steps):
            session.run(update)
            found.append(everything(session))
    return found


def monitored(kind):
    """Trains in a monitored session."""
    _, update, hook = build(kind, period=2)
    with tf.train.SingularMonitoredSession(hooks=[hook]) as session:
        for _ in range(5):
            session.run(update)
        return everything(session.raw_session())


def begun(kind):
    """Gives what the hook makes, and what its operations do."""
    optimizer, _, hook = build(kind)
    hook.begin()
    names = sorted(key for key, value in vars(hook).items() if isinstance(value, tf.Operation))
    found = [type(hook).__name__, names]
    first = optimizer.get_init_op() if kind == "ModelAverage" else optimizer.get_init_op(0)
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        for variable in tf.trainable_variables():
            session.run(variable.assign(variable + 1.0))
        session.run(first)
        found.append(everything(session))
    return found


def created(kind, is_chief):
    """Gives what the hook makes of values in a new session."""
    optimizer, _, _ = build(kind)
    if kind == "ModelAverage":
        hook = optimizer.make_session_run_hook()
    else:
        hook = optimizer.make_session_run_hook(is_chief, 0)
    hook.begin()
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        for variable in tf.trainable_variables():
            session.run(variable.assign(variable + 1.0))
        for variable in tf.global_variables():
            session.run(variable.assign(variable + 2))
        hook.after_create_session(session, None)
        return everything(session)


def swapped(**options):
    """Saves centers under the names of variables."""
    optimizer, update, hook = build("ElasticAverage", period=2)
    hook.begin()
    saver = optimizer.swapping_saver(**options)
    path = os.path.join(scratch(), "model")
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        for _ in range(3):
            session.run(update)
        saver.save(session, path)
        before = everything(session)
        session.run([v.assign(v * 0.0) for v in tf.global_variables() + tf.local_variables()])
        saver.restore(session, path)
        after = everything(session)
    reader = tf.train.load_checkpoint(path)
    saved = {name: reader.get_tensor(name).tolist() for name in reader.get_variable_to_shape_map()}
    return [before, saved, after]


def plain_variable(kind):
    """Trains a variable that the getter did not make."""
    make, _ = KINDS[kind]
    getter = getattr(opt, kind + "CustomGetter")(DEVICE)
    v = programs.fixed("v", 2)
    step = tf.train.get_or_create_global_step()
    return make(descent(), getter).minimize(tf.reduce_sum(v), global_step=step)


def without_step(kind):
    """Makes an update that counts nothing."""
    make, _ = KINDS[kind]
    getter = getattr(opt, kind + "CustomGetter")(DEVICE)
    with tf.variable_scope("s", custom_getter=getter):
        v = programs.fixed("v", 2)
    make(descent(), getter).minimize(tf.reduce_sum(v))


def of_nothing(kind):
    """Applies no gradient."""
    make, _ = KINDS[kind]
    getter = getattr(opt, kind + "CustomGetter")(DEVICE)
    make(descent(), getter).apply_gradients([], tf.train.get_or_create_global_step())


def without_getter(kind):
    """Makes the optimizer with None for a getter."""
    return type(KINDS[kind][0](descent(), None)).__name__


def early_hook(kind):
    """Begins the hook of an optimizer that has applied nothing."""
    getter = getattr(opt, kind + "CustomGetter")(DEVICE)
    optimizer = KINDS[kind][0](descent(), getter)
    if kind == "ModelAverage":
        hook = optimizer.make_session_run_hook()
    else:
        hook = optimizer.make_session_run_hook(True, 0)
    hook.begin()
    return type(hook).__name__


def cases():
    for kind in KINDS:
        for function in (
            monitored,
            begun,
            plain_variable,
            without_step,
            of_nothing,
            without_getter,
            early_hook,
        ):
            yield kind + " " + function.__name__, functools.partial(function, kind)
        yield kind, functools.partial(trained, kind)
        for is_chief in (True, False):
            yield (
                kind + " created" + (" chief" if is_chief else ""),
                functools.partial(created, kind, is_chief),
            )
        yield (
            kind + " adam",
            functools.partial(trained, kind, base=lambda: tf.train.AdamOptimizer(0.1), steps=4)
            if kind != "ElasticAverage"
            else functools.partial(
                trained, kind, base=lambda: tf.train.MomentumOptimizer(0.1, 0.5), steps=4
            ),
        )
        yield kind + " each step", functools.partial(trained, kind, period=1, steps=2)
    yield "ElasticAverage moving_rate", lambda: trained("ElasticAverage", moving_rate=0.2)
    yield "ElasticAverage rho", lambda: trained("ElasticAverage", rho=0.5)
    yield (
        "ElasticAverage of adam",
        lambda: trained(
            "ElasticAverage", base=lambda: tf.train.AdamOptimizer(0.1), steps=4, rho=0.5
        ),
    )
    yield (
        "ElasticAverage synchronous",
        lambda: trained("ElasticAverage", workers=1, synchronous=True),
    )
    yield "ElasticAverage swapping_saver", swapped
    yield (
        "ElasticAverage swapping_saver of some",
        lambda: swapped(var_list=None, name="other", max_to_keep=2),
    )
