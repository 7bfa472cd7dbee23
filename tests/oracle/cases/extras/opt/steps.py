"""What each optimizer makes of variables and slots in a few steps."""

import functools

from tests.oracle.cases.extras.opt import programs
from tests.oracle.facts import plain
from tests.oracle.legacy import contrib, module, tf

opt = contrib.opt
_TRAINING = "opt.python.training."


def later(name, *args, **kwargs):
    """Gives a function that makes an optimizer of contrib.opt."""
    return lambda: getattr(opt, name)(*args, **kwargs)


def with_step(name, **kwargs):
    """The same with the global step."""
    return lambda: getattr(opt, name)(global_step=tf.train.get_global_step(), **kwargs)


def decays():
    """Gives the functions of `sign_decay`."""
    decay = module(_TRAINING + "sign_decay")
    return {
        "linear": decay.get_linear_decay_fn(5),
        "cosine": decay.get_cosine_decay_fn(5, num_periods=2, zero_after=3),
        "restart": decay.get_restart_decay_fn(5, num_periods=2),
    }


ADAM = {"learning_rate": 0.1, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}
TENSORS = lambda: {key: tf.constant(value) for key, value in ADAM.items()}  # noqa: E731
CALLABLES = {key: (lambda value=value: value) for key, value in ADAM.items()}


def optimizers():
    """Yields names, functions that make optimizers, and whether they do sparse gradients."""
    for name in ("LazyAdam", "Nadam", "AdaMax"):
        name += "Optimizer"
        yield name, later(name), True
        yield name + " rates", later(name, **ADAM), True
    for name in ("AdamGS", "LazyAdamGS"):
        name += "Optimizer"
        yield name, with_step(name), True
        yield name + " rates", with_step(name, **ADAM), True
    for name, extra in (("AddSign", {"alpha": 0.7}), ("PowerSign", {"base": 2.0})):
        name += "Optimizer"
        yield name, later(name), False
        yield name + " rates", later(name, learning_rate=0.05, beta=0.8, **extra), False
        for kind in ("linear", "cosine", "restart"):
            yield (
                name + " " + kind,
                lambda name=name, kind=kind: getattr(opt, name)(sign_decay_fn=decays()[kind]),
                False,
            )
    yield "RegAdagradOptimizer", later("RegAdagradOptimizer", 0.1), True
    yield "RegAdagradOptimizer start", later("RegAdagradOptimizer", 0.1, 0.5), True
    yield "LARSOptimizer", later("LARSOptimizer", 0.5), False
    yield (
        "LARSOptimizer options",
        later("LARSOptimizer", 0.5, 0.8, 0.01, 0.1, 0.2, skip_list=["b"], use_nesterov=True),
        False,
    )
    yield "AdamWOptimizer", later("AdamWOptimizer", 0.1), True
    yield "AdamWOptimizer rates", later("AdamWOptimizer", 0.02, **ADAM), True
    yield "MomentumWOptimizer", later("MomentumWOptimizer", 0.01, 0.1, 0.9), True
    yield (
        "MomentumWOptimizer nesterov",
        later("MomentumWOptimizer", 0.01, 0.1, 0.9, use_nesterov=True),
        True,
    )
    yield (
        "extended",
        lambda: opt.extend_with_decoupled_weight_decay(tf.train.AdagradOptimizer)(
            weight_decay=0.01, learning_rate=0.1
        ),
        True,
    )
    yield (
        "extended lazy",
        lambda: opt.extend_with_decoupled_weight_decay(opt.LazyAdamOptimizer)(
            weight_decay=0.01, learning_rate=0.1
        ),
        True,
    )


def cases():
    for name, make, has_sparse in optimizers():
        for resource in (False, True):
            kind = " resource" if resource else ""
            loss = programs.both if has_sparse else programs.dense
            if "W" in name or name.startswith("extended"):  # which decay while others read
                loss = programs.linear
            yield (
                name + kind,
                functools.partial(programs.train, make, functools.partial(loss, resource)),
            )
            if not has_sparse and " " not in name:
                yield (
                    name + " of sparse" + kind,
                    functools.partial(
                        programs.train, make, functools.partial(programs.sparse, resource)
                    ),
                )
    for name in ("LazyAdamOptimizer", "NadamOptimizer", "AdaMaxOptimizer"):
        yield (
            name + " partitioned",
            functools.partial(programs.train, later(name, **ADAM), programs.partitioned),
        )
        yield (
            name + " tensors",
            functools.partial(
                programs.train, lambda name=name: getattr(opt, name)(**TENSORS()), programs.both
            ),
        )
        yield (
            name + " callables",
            functools.partial(programs.train, later(name, **CALLABLES), programs.both),
        )
    for name in ("AdamGSOptimizer", "LazyAdamGSOptimizer"):
        yield name + " without step", functools.partial(programs.train, later(name), programs.both)
    for resource in (False, True):
        kind = " resource" if resource else ""
        yield "AdamWOptimizer decay_var_list" + kind, functools.partial(decayed, resource)
        yield (
            "RegAdagradOptimizer avoid_updating_slots" + kind,
            functools.partial(regularized, resource),
        )
    yield (
        "AdamWOptimizer decay tensor",
        lambda: programs.train(
            lambda: opt.AdamWOptimizer(
                tf.train.exponential_decay(0.1, tf.train.get_global_step(), 1, 0.5)
            ),
            programs.linear,
        ),
    )
    yield "LARSOptimizer compute_lr", compute_lr
    yield "sign_decay", sign_decay
    yield "sign_decay zero_after", sign_decay_zero


def decayed(resource):
    """Decays one variable only."""
    loss = programs.linear(resource)
    names = {v.op.name: v for v in tf.trainable_variables()}
    step = tf.train.get_or_create_global_step()
    optimizer = opt.AdamWOptimizer(0.1, 0.1)
    update = optimizer.minimize(loss, step, decay_var_list=[names["w"], names["table"]])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(2):
            session.run(update)
        return programs.values(session)


def regularized(resource):
    """Takes steps with and without updates of the slots."""
    loss = programs.both(resource)
    step = tf.train.get_or_create_global_step()
    optimizer = opt.RegAdagradOptimizer(0.1)
    update = optimizer.minimize(loss)
    with optimizer.avoid_updating_slots():
        without = optimizer.minimize(loss, step)
    found = []
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for which in (update, without, without, update):
            session.run(which)
            found.append(programs.values(session))
    return found


def compute_lr():
    """Gives learning rates of layers."""
    found = []
    for options in ({}, {"skip_list": ["w"]}, {"epsilon": 1.0, "eeta": 0.1, "weight_decay": 0.5}):
        with tf.Graph().as_default(), tf.Session() as session:
            w = programs.fixed("w", 3)
            zero = tf.get_variable("zero", [2], initializer=tf.zeros_initializer())
            optimizer = opt.LARSOptimizer(0.5, **options)
            optimizer._prepare()
            session.run(tf.global_variables_initializer())
            for grad, var in ((w * 2.0, w), (w * 0.0, w), (zero + 1.0, zero)):
                found.append(
                    plain(
                        session.run(
                            [tf.convert_to_tensor(part) for part in optimizer.compute_lr(grad, var)]
                        )
                    )
                )
    return found


def sign_decay():
    """Gives decays of steps."""
    with tf.Session() as session:
        step = tf.placeholder(tf.int64, [])
        functions = decays()
        outputs = {key: function(step) for key, function in sorted(functions.items())}
        return [session.run(outputs, {step: at}) for at in range(8)]


def sign_decay_zero():
    """Gives decays that end."""
    decay = module(_TRAINING + "sign_decay")
    with tf.Session() as session:
        step = tf.placeholder(tf.int64, [])
        outputs = {
            "cosine": decay.get_cosine_decay_fn(6)(step),
            "restart": decay.get_restart_decay_fn(6, 3, 4)(step),
            "ends": decay.get_restart_decay_fn(6, 2, 1)(step),
        }
        return [session.run(outputs, {step: at}) for at in range(9)]
