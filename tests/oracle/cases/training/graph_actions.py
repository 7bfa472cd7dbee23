"""What `contrib.learn.graph_actions` do."""

import inspect
import os
import re
import tempfile

import tensorflow as tf

from tests.oracle.cases.inputs.preprocessing import plain
from tests.oracle.legacy import graph_actions, monitors
from tests.oracle.observe import scratch

from .monitors import Log

tf1 = getattr(tf, "compat", tf).v1
# What differs between runs, and what the background threads of a supervisor and TensorFlow's own
# words for an ended queue are.
CHANGING = re.compile(r"\(\d+\.\d+ sec|(?<=exhausted: )[\s\S]*|(?<=input queue )[\s\S]*")
BACKGROUND = ("global_step/sec", "Saving checkpoint to", "Starting ", "Failed to init", "`tf.train")


def lines(log, **folders):
    """The log without what changes."""
    found = []
    for line in log.lines:
        if not line.split(" ", 1)[1].startswith((*BACKGROUND, "=====")):
            for word, folder in folders.items():
                line = line.replace(folder, word)
            found.append(CHANGING.sub("", line).replace("iterarator", "iterator"))
    return found


def summaries(folder):
    """The summaries, and the steps of checkpoints, in a folder."""
    tf1.summary.FileWriterCache.get(folder).flush()
    found = []
    for name in sorted(os.listdir(folder)):
        if "tfevents" in name:
            for event in tf1.train.summary_iterator(os.path.join(folder, name)):
                values = [[value.tag, value.simple_value] for value in event.summary.value]
                if values and values[0][0] != "global_step/sec":
                    found.append([event.step, values])
    return found


def build(increment=1):
    """Counts `w` down from 10 and the global step up; returns graph, train_op and loss."""
    with tf.Graph().as_default() as graph:
        step = tf1.train.create_global_step(graph)
        w = tf1.get_variable("w", initializer=10.0, use_resource=False)
        with tf.control_dependencies([tf1.assign_sub(w, 1.0)]):
            loss = tf.identity(w.read_value(), name="loss")
        with tf.control_dependencies([loss]):
            train_op = tf.group(tf1.assign_add(step, increment), name="train")
        tf1.summary.scalar("loss_summary", loss)
    return graph, train_op, loss


def training(actions, monitors, root):
    """`train`."""

    def trained(folder=None, changes=None, increment=1, again=(), **options):
        folder = folder or tempfile.mkdtemp(dir=root)
        losses = []
        with Log() as log:
            for more in (options, *tuple(again)):
                graph, train_op, loss = build(increment)
                arguments = {
                    "graph": graph,
                    "output_dir": folder,
                    "train_op": train_op,
                    "loss_op": loss,
                }
                arguments.update(more)
                if changes:
                    with graph.as_default():
                        arguments.update(changes())
                losses.append(actions.train(**arguments))
        # The last one only: others are saved in the background, or not, as the threads' race goes.
        saved = sorted(name for name in os.listdir(folder) if name.endswith(".index"))[-1:]
        saved = [name for name in saved if name != "model.ckpt-0.index"]
        return [losses, saved, summaries(folder), lines(log, FOLDER=folder)]

    for title, options in (
        ("steps", {"steps": 3}),
        ("steps again", {"steps": 3, "again": [{"steps": 2}]}),
        ("max_steps again", {"steps": 3, "again": [{"max_steps": 2}, {"max_steps": 5}]}),
        ("steps and max_steps", {"steps": 2, "max_steps": 3}),
        ("max_steps 0", {"max_steps": 0}),
        ("often logged", {"steps": 5, "log_every_steps": 2}),
        ("always logged", {"steps": 3, "log_every_steps": 0}),
        ("steps of three", {"steps": 7, "increment": 3, "log_every_steps": 2}),
        ("summaries", {"steps": 5, "supervisor_save_summaries_steps": 2}),
        ("one checkpoint", {"steps": 3, "keep_checkpoint_max": 1}),
        ("no train_op", {"steps": 1, "train_op": None}),
        ("no loss_op", {"steps": 1, "loss_op": None}),
        ("no folder", {"steps": 1, "output_dir": ""}),
        ("None as folder", {"steps": 1, "output_dir": None}),
        ("unknown train_op", {"steps": 1, "train_op": "nope"}),
        ("hooks", {"steps": 1, "monitors": [tf1.train.SessionRunHook()]}),
    ):
        yield "train " + title, lambda options=options: trained(**options)
    yield "train without global step", lambda: trained(steps=1, graph=tf.Graph())

    def nan():
        return {"loss_op": tf.constant(float("nan"))}

    yield "train to NaN", lambda: trained(changes=nan, steps=3)
    yield "train past NaN", lambda: trained(changes=nan, steps=3, fail_on_nan_loss=False)

    def seen(**options):
        seen = []
        found = trained(init_fn=lambda *session: seen.append(len(session)), steps=1)
        return [seen, found[0]]

    yield "train with init_fn", seen

    def initialized():
        with tf1.variable_scope("", reuse=True):
            w = tf1.get_variable("w", use_resource=False)
        value = tf1.placeholder(tf.float32, [])
        steps = tf1.variables_initializer([tf1.train.get_global_step()])
        return {
            "init_op": tf.group(tf1.assign(w, value), steps),
            "init_feed_dict": {value: 100.0},
        }

    yield "train with init_op", lambda: trained(changes=initialized, steps=1)

    def fed(error, after):
        calls = []

        def feed_fn():
            calls.append(1)
            if len(calls) > after:
                raise error
            return {}

        return [trained(feed_fn=feed_fn, steps=4), len(calls)]

    yield "train, all fed", lambda: fed(StopIteration(), 9)
    yield "train until feeds end", lambda: fed(StopIteration(), 2)
    yield "train without feeds", lambda: fed(StopIteration(), 0)
    yield "train until queue ends", lambda: fed(tf.errors.OutOfRangeError(None, None, "end"), 2)
    yield "train until error", lambda: fed(ZeroDivisionError(), 2)

    def queued():
        (item,) = tf1.train.slice_input_producer([[1.0, 2.0, 3.0]], num_epochs=1, shuffle=False)
        with tf.control_dependencies([item]):
            return {"train_op": tf1.assign_add(tf1.train.get_global_step(), 1).op}

    yield (
        "train on a queue",
        lambda: [part for i, part in enumerate(trained(changes=queued)) if i != 2],
    )

    class Noting(monitors.BaseMonitor):
        def __init__(self, stop=None, request=()):
            super(Noting, self).__init__()
            self.seen, self.stop, self.request = [], stop, request

        def begin(self, max_steps=None):
            self.seen.append("begin %s" % max_steps)
            super(Noting, self).begin(max_steps)

        def step_begin(self, step):
            self.seen.append("step_begin %d" % step)
            super(Noting, self).step_begin(step)
            return list(self.request)

        def step_end(self, step, output):
            names = sorted(getattr(key, "name", key) for key in output)
            self.seen.append("step_end %d %s" % (step, names))
            super(Noting, self).step_end(step, output)
            return step == self.stop

        def post_step(self, step, session):
            self.seen.append("post_step %d" % step)

        def end(self, session=None):
            self.seen.append("end %s" % session)
            super(Noting, self).end(session)

    def monitored(again=(), **options):
        monitor = Noting(options.pop("stop", None), options.pop("request", ()))
        found = trained(monitors=[monitor], again=again, **options)
        return [found, monitor.seen]

    for title, options in (
        ("", {"steps": 2}),
        (", max_steps", {"max_steps": 2}),
        (", that stop", {"steps": 7, "stop": 4, "log_every_steps": 2}),
        (", that ask", {"steps": 1, "request": ("w:0", "loss:0")}),
        (", that ask for nothing known", {"steps": 1, "request": ("nope:0",)}),
        (", steps of three", {"steps": 7, "increment": 3}),
    ):
        yield "monitors" + title, lambda options=options: monitored(**options)


def evaluating(actions, root):
    """`evaluate`."""
    trained = tempfile.mkdtemp(dir=root)
    graph, train_op, loss = build()
    actions.train(graph, trained, train_op, loss, steps=3)
    checkpoint = tf1.train.latest_checkpoint(trained)

    def evaluated(make=None, feeds=None, error=None, with_step=True, **options):
        folder = tempfile.mkdtemp(dir=root)
        calls = []
        with tf.Graph().as_default() as graph:
            if with_step:
                tf1.train.create_global_step(graph)
            w = tf1.get_variable("w", initializer=10.0, use_resource=False)
            count = tf1.get_variable(
                "count",
                initializer=0.0,
                trainable=False,
                use_resource=False,
                collections=[tf1.GraphKeys.LOCAL_VARIABLES],
            )
            counted = tf1.assign_add(count, 1.0)
            fed = tf1.placeholder_with_default(1.0, [])
            parts = {"w": w, "count": count, "counted": counted, "fed": fed}
            arguments = {
                "graph": graph,
                "output_dir": folder,
                "checkpoint_path": checkpoint,
                "eval_dict": {"w": w, "counted": counted, "fed": fed},
            }
            if make:
                arguments.update(make(parts))
            if feeds is not None:

                def feed_fn():
                    calls.append(1)
                    if len(calls) > feeds:
                        raise error
                    return {fed: float(len(calls))}

                arguments["feed_fn"] = feed_fn
            arguments.update(options)
        with Log() as log:
            results, step = actions.evaluate(**arguments)
        found = [sorted(results.items()), int(step), len(calls), summaries(folder)]
        return [*found, lines(log, FOLDER=folder, TRAINED=trained)]

    stop, end = StopIteration(), tf.errors.OutOfRangeError(None, None, "end")

    def update(parts):
        return {"update_op": parts["counted"], "eval_dict": {"count": parts["count"]}}

    def limited(parts):
        return {"eval_dict": {"x": tf1.train.limit_epochs(tf.constant(3.0), num_epochs=2)}}

    def queue(parts):
        (item,) = tf1.train.slice_input_producer([[1.0, 2.0, 3.0]], num_epochs=1, shuffle=False)
        return tf.reduce_sum(tf1.train.batch([item], 2, allow_smaller_final_batch=True))

    def queue_update(parts):
        total = tf1.assign_add(parts["count"], queue(parts))
        return {"update_op": total, "eval_dict": {"count": parts["count"]}}

    def kinds(parts):
        w = parts["w"]
        whole, double = tf.cast(w, tf.int64), tf.cast(w, tf.float64)
        return {"eval_dict": {"int": whole, "double": double, "list": tf.stack([w, w])}}

    for title, options in (
        ("once", {"max_steps": 1}),
        ("three times", {"max_steps": 3, "log_every_steps": 2}),
        ("no time", {"max_steps": 0}),
        ("with update_op", {"make": update, "max_steps": 3}),
        ("with feeds", {"feeds": 9, "max_steps": 3}),
        ("until feeds end", {"feeds": 2, "error": stop}),
        ("until feeds end too soon", {"feeds": 2, "error": stop, "max_steps": 5}),
        ("updates until feeds end", {"feeds": 2, "error": stop, "make": update}),
        ("until queue ends", {"feeds": 2, "error": end}),
        ("until error", {"feeds": 1, "error": ZeroDivisionError()}),
        ("a limit", {"make": limited}),
        ("a limit, reached", {"make": limited, "max_steps": 2}),
        ("a limit, too soon", {"make": limited, "max_steps": 5}),
        ("a queue", {"make": lambda parts: {"eval_dict": {"x": queue(parts)}}}),
        ("a queue's updates", {"make": queue_update}),
        ("several kinds", {"make": kinds, "max_steps": 1}),
        ("nothing", {"eval_dict": {}, "max_steps": 1}),
        ("None", {"eval_dict": None, "max_steps": 1}),
        ("without checkpoint", {"checkpoint_path": None, "max_steps": 1}),
        ("with bad checkpoint", {"checkpoint_path": root, "max_steps": 1}),
        ("without folder", {"output_dir": "", "max_steps": 1}),
        ("without global step", {"with_step": False, "max_steps": 1}),
    ):
        yield "evaluate " + title, lambda options=options: evaluated(**options)

    def run(function):
        with tf.Graph().as_default() as graph:
            step = tf1.train.create_global_step(graph)
            w = tf1.get_variable("w", initializer=10.0, use_resource=False)
            local = tf1.get_variable(
                "local",
                initializer=5.0,
                trainable=False,
                use_resource=False,
                collections=[tf1.GraphKeys.LOCAL_VARIABLES],
            )
            x = tf1.placeholder_with_default(1.0, [])
            parts = {"y": w + x, "x": x, "step": step, "count": tf1.assign_add(local, 1.0)}
        return function(parts)

    for title, function in (
        ("infer", lambda p: actions.infer(checkpoint, {"y": p["y"]}, {p["x"]: 5.0})),
        ("infer without checkpoint", lambda p: actions.infer(None, {"y": p["y"]})),
        ("infer nothing", lambda p: actions.infer(None, {})),
        ("infer None", lambda p: actions.infer(None, None)),
        ("infer a list", lambda p: actions.infer(None, [p["y"]])),
        ("infer nested None", lambda p: actions.infer(None, {"y": None})),
        ("run_n", lambda p: actions.run_n({"c": p["count"], "s": p["step"]}, None, checkpoint, 3)),
        ("run_n with feed", lambda p: actions.run_n({"y": p["y"]}, {p["x"]: 7.0}, n=2)),
        ("run_feeds", lambda p: actions.run_feeds({"y": p["y"]}, [{p["x"]: 7.0}, None])),
        ("run_feeds_iter", lambda p: actions.run_feeds_iter({"y": p["y"]}, [None], checkpoint)),
        ("run_feeds_iter, no feeds", lambda p: list(actions.run_feeds_iter({"y": p["y"]}, []))),
        ("run_feeds_iter, None", lambda p: list(actions.run_feeds_iter({"y": p["y"]}, None))),
        ("run_feeds, error", lambda p: actions.run_feeds({"y": p["y"]}, (1 / 0 for _ in [1]))),
    ):
        yield title, lambda function=function: run(function)


def signatures(actions):
    """Names of the arguments of each function, and their defaults."""
    for name in (
        "clear_summary_writers", "evaluate", "get_summary_writer", "infer", "run_feeds",
        "run_feeds_iter", "run_n", "train",
    ):  # fmt: skip
        yield (
            "signature " + name,
            lambda name=name: [
                "%s=%r" % (p.name, p.default) if p.default is not p.empty else p.name
                for p in inspect.signature(getattr(actions, name)).parameters.values()
            ],
        )


def cases():
    """All cases."""
    root = scratch()
    groups = (
        training(graph_actions, monitors, root),
        evaluating(graph_actions, root),
        signatures(graph_actions),
    )
    for group in groups:
        for name, case in group:
            yield name, lambda case=case: plain(case())
