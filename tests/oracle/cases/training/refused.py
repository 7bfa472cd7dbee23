"""What monitors and the functions that train a graph refuse: their words."""

from tests.oracle.legacy import graph_actions, monitors, tf


def calls(make, *steps):
    """Makes calls of a monitor, the last of which it refuses."""
    monitor = make()
    for name, arguments in steps:
        getattr(monitor, name)(*arguments)
    return "fine"


class Tuple(monitors.BaseMonitor):
    def step_begin(self, step):
        super(Tuple, self).step_begin(step)
        return ("x:0",)


def train(**options):
    step = tf.train.create_global_step()
    given = {"train_op": tf.assign_add(step, 1), "loss_op": tf.constant(1.0), "max_steps": 1}
    given.update(options)
    return graph_actions.train(tf.get_default_graph(), "/tmp/none", **given)


REFUSED = {
    "begin twice": (("begin", ()), ("begin", ())),
    "end only": (("end", ()),),
    "no estimator": (("set_estimator", (None,)),),
    "negative epoch": (("epoch_begin", (-1,)),),
    "epoch in epoch": (("epoch_begin", (1,)), ("epoch_begin", (2,))),
    "end of no epoch": (("epoch_end", (1,)),),
    "end of another epoch": (("epoch_begin", (1,)), ("epoch_end", (2,))),
    "negative step": (("begin", ()), ("step_begin", (-1,))),
    "step beyond": (("begin", (3,)), ("step_begin", (4,))),
    "end of a negative step": (("begin", ()), ("step_end", (-1, {}))),
    "end of another step": (("begin", ()), ("step_begin", (1,)), ("step_end", (2, {}))),
    "step in step": (("begin", ()), ("step_begin", (1,)), ("step_begin", (2,))),
}


def cases():
    for name in sorted(REFUSED):
        yield name, lambda n=name: calls(monitors.BaseMonitor, *REFUSED[n])
    yield "train, no list", lambda: train(monitors=[Tuple()])
    yield "train without train_op", lambda: train(train_op=None)
    yield "train without loss", lambda: train(loss_op=None)
    yield "train to both", lambda: train(steps=1, max_steps=1)
    yield "checkpoint saver of nothing", lambda: monitors.CheckpointSaver("/tmp/none")
    yield "stop at nothing", lambda: monitors.StopAtStep()
    yield "stop at both", lambda: monitors.StopAtStep(1, 2)
    yield "validation of nothing", lambda: monitors.ValidationMonitor()
