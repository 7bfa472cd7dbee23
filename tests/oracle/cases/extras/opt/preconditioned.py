"""Optimizers that precondition gradients by matrices: Shampoo."""

import functools

import numpy as np

from tests.oracle.cases.extras.opt import programs
from tests.oracle.legacy import contrib, module, tf

opt = contrib.opt
functions = module("opt.python.training.matrix_functions")


def shampoo(**options):
    """Gives a ShampooOptimizer that counts the global step."""
    options.setdefault("learning_rate", 0.1)
    return opt.ShampooOptimizer(tf.train.get_global_step(), **options)


def shampoo_w(**options):
    """Gives a ShampooWOptimizer."""
    classes = module("opt.python.training.weight_decay_optimizers")
    return classes.ShampooWOptimizer(0.01, tf.train.get_global_step(), learning_rate=0.1)


def linear(resource=False, *shape):
    """Gives a loss whose gradient is constant."""
    shape = shape or (3, 2)
    w = programs.fixed("w", *shape, use_resource=resource)
    b = programs.fixed("b", 2, use_resource=resource)
    count = programs.step_count()
    loss = tf.reduce_sum(w * programs.numbers(*shape) * tf.cos(count))
    return loss + tf.reduce_sum(b * tf.stack([tf.cos(count), tf.sin(count + 1.0)]))


OPTIONS = {
    "": {},
    " gbar": {"gbar_decay": 0.5, "gbar_weight": 0.25},
    " mat_gbar": {"mat_gbar_decay": 0.5, "mat_gbar_weight": 0.25},
    " callables": {"gbar_decay": lambda t: tf.minimum(0.1 * tf.cast(t, tf.float32), 0.5)},
    " svd_interval": {"svd_interval": 2},
    " precond_update_interval": {"precond_update_interval": 2},
    " both intervals": {"precond_update_interval": 2, "svd_interval": 2},
    " epsilon": {"epsilon": 0.1},
    " alpha": {"alpha": 1.0},
    " iterative root": {"use_iterative_root": True, "epsilon": 1e-2},
    " small": {"max_matrix_size": 2},
    " diagonal": {"max_matrix_size": 1},
    " diagonal intervals": {"max_matrix_size": 1, "svd_interval": 2},
}


def roots():
    """Gives roots of matrices."""
    found = {}
    matrices = {"diagonal": np.diag(np.float32([4, 1])), "full": np.float32([[2, 0.5], [0.5, 1]])}
    with tf.Session() as session:
        for name, matrix in sorted(matrices.items()):
            for count in (0, 1, 2, 3, 5, 100):
                found["square {} {}".format(name, count)] = session.run(
                    functions.matrix_square_root(tf.constant(matrix), 2, iter_count=count)
                )
                found["inverse {} {}".format(name, count)] = session.run(
                    functions.matrix_inverse_pth_root(
                        tf.constant(matrix), 2, -0.25, iter_count=count
                    )
                )
            found["ridge " + name] = session.run(
                functions.matrix_square_root(tf.constant(matrix), 2, ridge_epsilon=0.5)
            )
            for power in (2.0, 4.0):
                found["inverse {} of {}".format(name, power)] = session.run(
                    functions.matrix_inverse_pth_root(
                        tf.constant(matrix), 2, -1.0 / power, ridge_epsilon=0.25
                    )
                )
    return found


def cases():
    for title, options in OPTIONS.items():
        for resource in (False, True) if not title else (False,):
            yield (
                "Shampoo" + title + (" resource" if resource else ""),
                functools.partial(
                    programs.train,
                    functools.partial(shampoo, **options),
                    functools.partial(linear, resource),
                ),
            )
    yield "Shampoo of a cube", lambda: programs.train(shampoo, lambda: linear(False, 2, 3, 2))
    for resource in (False, True):
        kind = " resource" if resource else ""
        yield (
            "Shampoo of sparse" + kind,
            functools.partial(
                programs.train, shampoo, functools.partial(programs.sparse, resource)
            ),
        )
    yield "ShampooW", lambda: programs.train(shampoo_w, linear)
    yield "matrix_functions", roots
