"""What `contrib.learn.monitors` do in training."""

import inspect
import json
import logging
import os
import tempfile

import numpy as np
import tensorflow as tf

from tests.oracle.legacy import estimator, learn
from tests.oracle.observe import scratch

tf1 = getattr(tf, "compat", tf).v1


class Log(logging.Handler):
    """What TensorFlow logs, but for what sessions, deprecations and unused tensors say."""

    def __init__(self):
        super(Log, self).__init__()
        self.lines = []

    def __enter__(self):
        self._logger = logging.getLogger("tensorflow")
        self._logger.addHandler(self)
        self._level, self._propagate = self._logger.level, self._logger.propagate
        self._logger.setLevel(logging.DEBUG)
        self._logger.propagate = False
        return self

    def __exit__(self, *unused):
        self._logger.removeHandler(self)
        self._logger.setLevel(self._level)
        self._logger.propagate = self._propagate

    def emit(self, record):
        text = record.getMessage()
        # A line of "=" begins what is said of a tensor of an earlier graph that is collected now.
        if not text.startswith(
            ("From ", "Graph was", "Running local", "Done running", "Restoring", "=====")
        ):
            self.lines.append("%s %s" % (record.levelname, text))


class Writer(object):
    """A summary writer that notes its calls."""

    def __init__(self):
        self.calls = []

    def add_summary(self, summary, step):
        summary = tf1.Summary.FromString(summary) if isinstance(summary, bytes) else summary
        self.calls.append([int(step), [value.tag for value in summary.value]])

    def flush(self):
        self.calls.append("flush")


class Config(object):
    def __init__(self, is_chief):
        self.is_chief = is_chief


class Estimator(object):
    """Evaluates to what it is told, and notes how it was called."""

    def __init__(self, folder, values=(), metric="loss", is_chief=True, error=None):
        self.model_dir = folder
        self.config = Config(is_chief)
        self.calls = []
        self._values, self._metric, self._error = list(values), metric, error

    def evaluate(self, **arguments):
        self.calls.append(dict(arguments))
        return {self._metric: self._values.pop(0), "global_step": 99}

    def export(self, *arguments, **options):
        self.calls.append([list(arguments), options])
        if self._error:
            raise self._error
        return "export %d" % len(self.calls)

    def checkpoint(self, step):
        with tf.Graph().as_default(), tf1.Session() as session:
            tf1.get_variable("v", initializer=1.0, use_resource=False)
            session.run(tf1.global_variables_initializer())
            saver = tf1.train.Saver()
            saver.save(session, os.path.join(self.model_dir, "model.ckpt"), global_step=step)


def train(monitors, make, steps=12, increment=1):
    """Runs steps in which every value is the one after the update."""
    with tf.Graph().as_default() as graph:
        step = tf1.train.create_global_step(graph)
        w = tf1.get_variable("w", initializer=tf.constant([1.0, 2.0]), use_resource=False)
        u = tf1.get_variable("scope/u", initializer=3.0, use_resource=False)
        tf1.get_variable("scope/fixed", initializer=5.0, trainable=False, use_resource=False)
        update = tf.group(tf1.assign(w, w * 0.5), tf1.assign(u, u - 1.0))
        with tf.control_dependencies([update]):
            loss = tf.add(tf.reduce_sum(w.read_value()), u.read_value(), name="loss")
        tf1.summary.scalar("loss_summary", loss)
        with tf.control_dependencies([loss]):
            train_op = tf1.assign_add(step, increment)
        made = make()
        made = made if isinstance(made, list) else [made]
        count = 0
        with tf1.train.MonitoredSession(
            hooks=[monitors.RunHookAdapterForMonitors(made)]
        ) as session:
            while count < steps and not session.should_stop():
                session.run(train_op)
                count += 1
        return made[0], count


def drive(monitor, steps, estimator=None, saved=()):
    """Calls a monitor as a training with checkpoints at the steps `saved` does."""
    if estimator:
        monitor.set_estimator(estimator)
    monitor.begin()
    seen = []
    for step in range(1, steps + 1):
        monitor.step_begin(step)
        stop = bool(monitor.step_end(step, {}))
        monitor.post_step(step, "session")
        if step in saved:
            estimator.checkpoint(step)
        seen.append([step, stop, len(estimator.calls) if estimator else 0])
        if stop:
            break
    monitor.end("session")
    return seen


def order(monitors):
    """The order of the calls, and which steps are active."""
    base = monitors.BaseMonitor

    def calls(*sequence):
        monitor, seen = base(), []
        for name, arguments in sequence:
            try:
                seen.append([name, getattr(monitor, name)(*arguments)])
            except ValueError as error:
                seen.append([name, type(error).__name__])
        return seen

    yield "begin twice", lambda: calls(("begin", [7]), ("begin", []), ("end", []), ("begin", []))
    yield "end only", lambda: calls(("end", []), ("step_begin", [0]), ("step_begin", [-1]))
    yield (
        "beyond the last step",
        lambda: calls(("begin", [7]), *[("step_begin", [n]) for n in (7, 8)]),
    )
    yield (
        "steps out of order",
        lambda: calls(
            ("begin", []), ("step_begin", [3]), ("step_begin", [4]), ("step_end", [3, {}]),
            ("step_end", [4, {}]), ("step_end", [4, {}]), ("post_step", [9, None]),
        ),
    )  # fmt: skip
    yield (
        "epochs",
        lambda: calls(
            ("epoch_begin", [0]), ("epoch_begin", [1]), ("epoch_end", [1]), ("epoch_end", [0]),
            ("epoch_end", [0]), ("epoch_begin", [-1]),
        ),
    )  # fmt: skip
    yield "no estimator", lambda: calls(("set_estimator", [None]), ("set_estimator", ["it"]))

    class Noting(monitors.EveryN):
        def __init__(self, *arguments):
            super(Noting, self).__init__(*arguments)
            self.seen = []

        def every_n_step_begin(self, step):
            self.seen.append("b%s" % step)
            return super(Noting, self).every_n_step_begin(step)

        def every_n_step_end(self, step, outputs):
            self.seen.append("e%s" % step)
            return super(Noting, self).every_n_step_end(step, outputs)

        def every_n_post_step(self, step, session):
            self.seen.append("p%s" % step)
            return super(Noting, self).every_n_post_step(step, session)

    def active(every, first, last, steps):
        monitor = Noting(every, first)
        monitor.begin(last)
        for step in steps:
            monitor.step_begin(step)
            monitor.step_end(step, {})
            monitor.post_step(step, None)
        monitor.end()
        return " ".join(monitor.seen)

    for every, first, last, steps in (
        (3, 1, None, range(14)),
        (3, 1, 13, range(14)),
        (3, 1, 12, range(13)),
        (3, 0, None, range(1, 15)),
        (3, 4, 18, range(5, 19)),
        (5, 1, None, range(7, 21)),
        (0, 1, None, range(1, 6)),
        (3, -1, None, range(1, 15)),
        (10, 2, None, range(1, 15)),
        (3, 1, None, (1, 5, 6, 9, 20)),
    ):
        title = "every %s, first %s, last %s, steps %s" % (every, first, last, list(steps))
        yield title, lambda a=(every, first, last, steps): active(*a)

    def unfinished():
        monitor = Noting(3, 1)
        monitor.begin()
        monitor.step_begin(1)
        monitor.step_end(1, {})
        monitor.end()
        return monitor.seen

    yield "a step that failed", unfinished


def reports(monitors, folder):
    """What is logged, kept and written."""

    def logged(make, **options):
        with Log() as log:
            count = train(monitors, make, **options)[1]
        return [log.lines, count]

    for title, names in (
        ("list", ["loss:0", "w"]),
        ("dict", {"a": "loss:0", "b": "scope/u"}),
        ("nothing", []),
        ("unknown", ["nope:0"]),
        ("no such output", ["w:5"]),
        ("a string", "loss:0"),
        ("a number", 3),
    ):
        yield (
            "print " + title,
            lambda names=names: logged(lambda: monitors.PrintTensor(names, every_n=5, first_n=2)),
        )
    for scope in (None, "scope", "none"):
        yield (
            "trainable %s" % scope,
            lambda scope=scope: logged(lambda: monitors.LoggingTrainable(scope, every_n=5)),
        )

    def captured(name):
        monitor, _ = train(monitors, lambda: monitors.CaptureVariable(name, every_n=4, first_n=2))
        return [[int(step), float(value)] for step, value in sorted(monitor.values.items())]

    for name in ("scope/u", "scope/u:0", "loss", "nope"):
        yield "capture " + name, lambda name=name: captured(name)

    def written(**options):
        writer = Writer()
        train(
            monitors,
            lambda: monitors.SummarySaver(
                tf1.summary.merge_all() if options.pop("op", True) else None,
                save_steps=5,
                summary_writer=writer,
                **options,
            ),
        )
        return writer.calls

    yield "summaries", written
    yield "no summary", lambda: written(op=False)

    def counted():
        writer = Writer()
        train(monitors, lambda: monitors.StepCounter(every_n_steps=4, summary_writer=writer))
        return writer.calls

    yield "step counter", counted

    def files(**options):
        path = tempfile.mkdtemp(dir=folder)
        with Log() as log:
            train(
                monitors,
                lambda: monitors.CheckpointSaver(path, saver=tf1.train.Saver(), **options),
                steps=11,
            )
        names = sorted(name for name in os.listdir(path) if name.endswith(".index"))
        return [names, [line.replace(path, "FOLDER") for line in log.lines]]

    for options in (
        {"save_steps": 5},
        {"save_secs": 1000},
        {"save_secs": 0},
        {"save_steps": 4, "checkpoint_basename": "other"},
        {},
        {"save_secs": 1, "save_steps": 5},
    ):
        yield (
            "checkpoints %s" % json.dumps(options, sort_keys=True),
            lambda options=options: files(**options),
        )
    yield (
        "checkpoints without saver",
        lambda: train(
            monitors,
            lambda: monitors.CheckpointSaver(tempfile.mkdtemp(dir=folder), save_steps=1),
            2,
        ),
    )

    def defaults(**options):
        with tf.Graph().as_default():
            loss = tf.constant(1.0, name="loss")
            given = {"loss_op": loss, "summary_op": tf1.summary.scalar("s", loss)}
            given = {key: given[key] for key in options.pop("given")}
            made = monitors.get_default_monitors(**dict(given, **options))
        return [[type(monitor).__name__, monitor._every_n_steps] for monitor in made]

    for given in ([], ["loss_op"], ["summary_op"], ["loss_op", "summary_op"]):
        yield (
            "defaults %s" % given,
            lambda given=given: defaults(
                given=given, save_summary_steps=7, output_dir=os.path.join(folder, "defaults")
            ),
        )


def stops(monitors):
    """When training stops."""
    for options in (
        {"num_steps": 4},
        {"last_step": 3},
        {"last_step": 0},
        {"num_steps": 2, "last_step": 3},
        {},
    ):
        yield (
            "stop %s" % json.dumps(options, sort_keys=True),
            lambda options=options: train(monitors, lambda: monitors.StopAtStep(**options))[1],
        )

    def diverged(factor, fail):
        def make():
            loss = tf1.get_default_graph().get_tensor_by_name("loss:0")
            return monitors.NanLoss(loss * factor, every_n_steps=3, fail_on_nan_loss=fail)

        with Log() as log:
            return [train(monitors, make)[1], log.lines]

    for factor in (1.0, float("nan")):
        for fail in (True, False):
            yield "loss * %s, fail %s" % (factor, fail), lambda a=(factor, fail): diverged(*a)


def validation(monitors, folder, core_estimator):
    """Evaluations and early stopping."""

    def validated(values, steps, saved, metric="loss", **options):
        path = tempfile.mkdtemp(dir=folder)
        estimator = Estimator(path, values, metric)
        options.setdefault("input_fn", "input_fn")
        options.setdefault("check_interval_secs", -1)
        monitor = monitors.ValidationMonitor(**options)
        with Log() as log:
            seen = drive(monitor, steps, estimator, saved)
        lines = [line.replace(path, "FOLDER") for line in log.lines if "less than" not in line]
        best = [monitor.early_stopped, monitor.best_step, monitor.best_value, monitor.best_metrics]
        return [seen, estimator.calls, best, lines if "no log" not in options else []]

    every = range(1, 10)
    stopping = {"every_n_steps": 1, "early_stopping_rounds": 2}
    for title, arguments, options in (
        ("now and then", ([0.9, 0.8, 0.7], 7, (2, 5)), {"every_n_steps": 2}),
        (
            "with all arguments",
            ([0.9], 2, (1,)),
            {
                "x": 1, "y": 2, "batch_size": 3, "eval_steps": 4, "metrics": {"a": 1},
                "hooks": ["h"], "name": "n", "every_n_steps": 1, "input_fn": None,
            },
        ),
        ("less is better", ([0.9, 0.8, 0.85, 0.84, 0.83], 9, every), stopping),
        ("ever better", ([1.0 - n / 10.0 for n in range(9)], 9, every), stopping),
        (
            "more is better",
            ([0.5, 0.6, 0.6, 0.6], 12, (1, 3, 5, 7), "accuracy"),
            dict(
                stopping, early_stopping_metric="accuracy", early_stopping_metric_minimize=False
            ),
        ),
        ("not a number", ([float("nan"), 0.5, 0.6, 0.7], 6, every), stopping),
        ("no such metric", ([0.5], 3, (1,)), dict(stopping, early_stopping_metric="nope")),
        (
            "no such metric, and no stopping",
            ([0.5], 3, (1,)),
            {"early_stopping_metric": "nope", "every_n_steps": 1},
        ),
        ("not so often", ([0.5], 6, every), {"every_n_steps": 1, "check_interval_secs": 1000}),
        ("each time", ([0.5, 0.4], 3, every), {"every_n_steps": 1, "check_interval_secs": None}),
        ("no data", ([], 1, ()), {"input_fn": None}),
    ):  # fmt: skip
        yield (
            "validation " + title,
            lambda arguments=arguments, options=options: validated(*arguments, **options),
        )
    yield (
        "validation without estimator",
        lambda: drive(monitors.ValidationMonitor(x=1, every_n_steps=1), 2),
    )

    def core(**options):
        path = tempfile.mkdtemp(dir=folder)
        estimator = core_estimator(lambda features, labels, mode: None, model_dir=path)
        calls = []

        def evaluate(*arguments, **named):
            calls.append([list(arguments), named])
            return {"loss": 1.0}

        estimator.evaluate = evaluate
        Estimator(path).checkpoint(1)
        monitor = monitors.ValidationMonitor(every_n_steps=1, **options)
        monitor.set_estimator(estimator)
        monitor.begin()
        monitor.step_begin(1)
        monitor.step_end(1, {})
        return calls

    for options in (
        {"input_fn": "input_fn", "hooks": ["h"], "name": "n", "eval_steps": 3},
        {"x": 1, "y": 2},
        {"input_fn": "input_fn", "metrics": {"a": 1}},
        {"input_fn": "input_fn", "batch_size": 3},
    ):
        yield (
            "validation of a core estimator, %s" % sorted(options),
            lambda options=options: core(**options),
        )

    def exported(steps=4, saved=(), error=None, **options):
        monitor = monitors.ExportMonitor(every_n_steps=2, export_dir="there", **options)
        estimator = Estimator(tempfile.mkdtemp(dir=folder), error=error)
        with Log() as log:
            seen = drive(monitor, steps, estimator, saved)
        attributes = [monitor.export_dir, monitor.exports_to_keep, monitor.signature_fn]
        return [seen, estimator.calls, attributes, monitor.last_export_dir, log.lines]

    for title, options in (
        ("plain", {}),
        ("with input_fn", {"input_fn": "f", "input_feature_key": "k"}),
        ("with key only", {"input_feature_key": "k"}),
        ("with signatures", {"signature_fn": "s", "exports_to_keep": 7, "default_batch_size": 9}),
        ("with checkpoint", {"saved": (1,)}),
        ("already there", {"saved": (1,), "error": RuntimeError("exists")}),
        ("that fails", {"error": TypeError("no")}),
    ):
        yield "export " + title, lambda options=options: exported(**options)


def dumps(monitors):
    """What `GraphDump` keeps and how it compares."""

    def dumped():
        with Log() as log:
            monitor, _ = train(monitors, monitors.GraphDump, steps=2)
        kept = {
            step: sorted(getattr(key, "name", key) for key in values)
            for step, values in monitor.data.items()
        }
        variables = [line for line in log.lines if "scope/" in line]
        return [sorted(kept), kept[1] == kept[2], variables, kept[1][-4:]]

    yield "dump", dumped
    yield "dump ignores", lambda: list(monitors.GraphDump.IGNORE_OPS)

    def compared(mine, theirs, step=1, **options):
        first, second = monitors.GraphDump(), monitors.GraphDump()
        first._data, second._data = mine, theirs
        agree, differ = first.compare(second, step, **options)
        return [sorted(agree), {key: np.asarray(value).tolist() for key, value in differ.items()}]

    array = np.array
    for title, arguments, options in (
        ("arrays", ({1: {"a": array([1.0, 2.0])}}, {1: {"a": array([1.0, 2.5])}}), {}),
        ("tolerance", ({1: {"a": array([1.0, 2.0])}}, {1: {"a": array([1.0, 2.5])}}), {"atol": 1}),
        ("shapes", ({1: {"a": array([1.0, 2.0])}}, {1: {"a": array([1.0, 2.0, 3.0])}}), {}),
        ("numbers", ({1: {"a": 1, "b": 2.0}}, {1: {"a": 2, "b": 2.0, "c": 3}}), {}),
        ("strings", ({1: {"a": b"x", "b": "y"}}, {1: {"a": b"x", "b": "z"}}), {}),
        ("missing", ({1: {"a": 1}}, {1: {"b": 1}}), {}),
        ("missing step", ({1: {"a": 1}}, {2: {"a": 1}}), {}),
        ("other step", ({1: {"a": 1}}, {1: {"a": 1}}), {"step": 3}),
    ):
        yield (
            "compare " + title,
            lambda arguments=arguments, options=options: compared(*arguments, **options),
        )


def adapters(monitors):
    """Monitors as hooks."""

    class Noting(monitors.BaseMonitor):
        def __init__(self, request=None, stop=None, everywhere=False):
            super(Noting, self).__init__()
            self.seen, self.request, self.stop, self.everywhere = [], request, stop, everywhere

        run_on_all_workers = property(lambda self: self.everywhere)

        def begin(self, max_steps=None):
            self.seen.append("begin %s" % max_steps)

        def step_begin(self, step):
            self.seen.append("step_begin %d" % step)
            return self.request

        def step_end(self, step, output):
            found = ["%s=%s" % (getattr(key, "name", key), output[key]) for key in output]
            self.seen.append("step_end %d %s" % (step, sorted(found)))
            return step == self.stop

        def post_step(self, step, session):
            self.seen.append("post_step %d %s" % (step, type(session).__name__))

        def end(self, session=None):
            self.seen.append("end %s" % type(session).__name__)

    class WithoutSession(Noting):
        def end(self):
            self.seen.append("end")

    def adapted(first, second, **options):
        _, count = train(monitors, lambda: [first, second], **options)
        return [count, first.seen, second.seen]

    yield "adapter", lambda: adapted(Noting(["loss", "w:0", "w:0"]), Noting(["scope/u:0"], 3))
    yield "adapter, first stops", lambda: adapted(Noting(stop=2), WithoutSession())
    yield "adapter, steps of 3", lambda: adapted(Noting(), Noting(), steps=3, increment=3)
    yield "adapter, no steps", lambda: adapted(Noting(), Noting(), steps=3, increment=0)
    for request in ("loss:0", ["nope"], [3], ("loss:0",)):
        yield "adapter, %r" % (request,), lambda request=request: adapted(Noting(request), Noting())

    def objects():
        class Asking(Noting):
            def step_begin(self, step):
                graph = tf1.get_default_graph()
                return [graph.get_tensor_by_name("loss:0"), tf1.trainable_variables()[0]]

        return adapted(Asking(), Noting(), steps=1)

    yield "adapter, objects", objects

    def without_global_step():
        with tf.Graph().as_default():
            constant = tf.constant(1.0)
            hook = monitors.RunHookAdapterForMonitors([Noting()])
            with tf1.train.MonitoredSession(hooks=[hook]) as session:
                session.run(constant)

    yield "adapter, no global step", without_global_step

    class Hook(tf1.train.SessionRunHook):
        pass

    def replaced(items, is_chief):
        estimator = Estimator("folder", is_chief=is_chief)
        hooks = monitors.replace_monitors_with_hooks(items, estimator)
        known = [getattr(item, "_estimator", None) is estimator for item in items or []]
        names = [
            [type(hook).__name__, [type(m).__name__ for m in getattr(hook, "_monitors", [])]]
            for hook in hooks
        ]
        return [names, known]

    for is_chief in (True, False):
        for title, make in (
            ("None", lambda: None),
            ("nothing", list),
            ("hook", lambda: [Hook()]),
            ("monitor", lambda: [Noting()]),
            ("both", lambda: [Noting(), Hook(), Noting(everywhere=True), Noting()]),
            ("tuple", lambda: (Hook(), Noting())),
            ("text", lambda: "monitor"),
            ("one monitor", lambda: monitors.StopAtStep(1)),
            (
                "shipped",
                lambda: [
                    monitors.StopAtStep(1), monitors.PrintTensor([]), monitors.CaptureVariable("v"),
                    monitors.ValidationMonitor(x=1), monitors.NanLoss("loss"),
                ],
            ),
        ):  # fmt: skip
            yield (
                "replace %s, chief %s" % (title, is_chief),
                lambda make=make, is_chief=is_chief: replaced(make(), is_chief),
            )


def fitting(learn, folder):
    """Monitors and hooks in `Estimator.fit`."""
    monitors = learn.monitors

    def model_fn(features, labels, mode):
        w = tf1.get_variable("w", initializer=1.0, use_resource=False)
        loss = tf.reduce_mean(tf.square(w * features - labels))
        optimizer = tf1.train.GradientDescentOptimizer(0.01)
        train_op = optimizer.minimize(loss, tf1.train.get_global_step())
        with tf.control_dependencies([train_op]):
            tf.identity(w.read_value(), name="after")
        return w * features, loss, train_op

    def data(factor):
        return lambda: (tf.constant([1.0, 2.0]), tf.constant([factor, 2 * factor]))

    class Counting(tf1.train.SessionRunHook):
        steps = 0

        def after_run(self, run_context, run_values):
            self.steps += 1

    def fitted(*more, **options):
        config = learn.RunConfig(save_checkpoints_steps=5, save_checkpoints_secs=None)
        path = tempfile.mkdtemp(dir=folder)
        estimator = learn.Estimator(model_fn, model_dir=path, config=config)
        hook = Counting()
        validation = monitors.ValidationMonitor(
            input_fn=data(1.5), eval_steps=1, every_n_steps=5, check_interval_secs=0, **options
        )
        capture = monitors.CaptureVariable("after", every_n=7)
        watching = [validation, capture, hook, monitors.PrintTensor(["after"], every_n=10)]
        with Log() as log:
            estimator.fit(input_fn=data(2.0), steps=45, monitors=watching + list(more))
        words = ("INFO Validation", "INFO Step", "INFO Stopping")
        best = [validation.early_stopped, validation.best_step, validation.best_value]
        values = [[int(step), float(value)] for step, value in sorted(capture.values.items())]
        lines = [line for line in log.lines if line.startswith(words)]
        return [best, values, hook.steps, estimator.get_variable_value("global_step"), lines]

    yield "fit with early stopping", lambda: fitted(early_stopping_rounds=15)
    yield "fit until StopAtStep", lambda: fitted(monitors.StopAtStep(12))


def signatures(monitors):
    """Names of the arguments of each class, and their defaults."""
    for name in sorted(vars(monitors).get("__all__", ()) or dir(monitors)):
        value = getattr(monitors, name)
        if inspect.isclass(value) and issubclass(value, monitors.BaseMonitor):
            yield (
                "signature " + name,
                lambda value=value: [
                    "%s=%r" % (p.name, p.default) if p.default is not p.empty else p.name
                    for p in inspect.signature(value).parameters.values()
                ],
            )


def cases():
    """All cases."""
    folder, monitors = scratch(), learn.monitors
    for group in (
        fitting(learn, folder),
        order(monitors),
        reports(monitors, folder),
        stops(monitors),
        validation(monitors, folder, estimator.Estimator),
        dumps(monitors),
        adapters(monitors),
        signatures(monitors),
    ):
        for case in group:
            yield case
