"""Sessions that keep what they make of fetches: hooks, results and errors are those without it."""

import collections
import gc
import weakref

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat._tf import cached_runs, silenced_deprecations

tf1 = tf.compat.v1
Point = collections.namedtuple("Point", ["x", "y"])


@pytest.fixture(autouse=True)
def own_graph(graph):
    """A graph with a counter, and no word of deprecation."""
    with silenced_deprecations():
        yield


@pytest.fixture
def count():
    """Counts the runs; deterministic, unlike a read beside an assignment."""
    variable = tf1.get_variable("count", initializer=0, use_resource=True)
    return tf1.assign_add(variable, 1)


class Spy(tf1.train.SessionRunHook):
    """Fetches what it is told to, and keeps what it sees."""

    def __init__(self, fetches=None, **more):
        self.args = tf1.train.SessionRunArgs(fetches, **more)
        self.seen, self.sessions = [], []

    def after_create_session(self, session, coord):
        self.sessions.append(session)

    def before_run(self, run_context):
        self.original_args = run_context.original_args
        return self.args

    def after_run(self, run_context, run_values):
        self.seen.append(run_values)
        assert run_context.session is self.sessions[-1]

    @property
    def results(self):
        return [values.results for values in self.seen]


class Plain:
    """Counts the calls of TensorFlow's own `run` in its place."""

    def __init__(self, monkeypatch):
        self.calls = 0
        inner = cached_runs._CachingSession._do_call

        def count(session, function, *args):
            self.calls += function.__name__ == "_run_fn"
            return inner(session, function, *args)

        monkeypatch.setattr(cached_runs._CachingSession, "_do_call", count)


@pytest.fixture
def plain(monkeypatch):
    return Plain(monkeypatch)


def monitored(*hooks, **options):
    hooks = [*cached_runs.cached_runs_hooks(), *hooks]
    return tf1.train.MonitoredSession(tf1.train.ChiefSessionCreator(**options), hooks)


def structures():
    """Fetches of every shape."""
    a, b = tf.constant([1.0, 2.0], name="a"), tf.constant("text", name="b")
    variable = tf1.get_variable("v", initializer=3.0)
    operation = tf.no_op(name="nothing")
    sparse = tf.SparseTensor([[0]], [1.0], [2])
    return {
        "tensor": a,
        "operation": operation,
        "variable": variable,
        "name": "b:0",
        "name of an operation": "nothing",
        "list": [a, operation, a],
        "tuple": (b, (variable, [])),
        "dict": {"one": a, 2: {"b:0": "b:0"}},
        "ordered": collections.OrderedDict([("z", a), ("a", b)]),
        "named": Point(a, {"y": Point(b, operation)}),
        "sparse": {"s": sparse, "a": a},
        "default": collections.defaultdict(list, a=a),
        "empty": [],
    }


def same(one, other):
    """Whether results have the same types, and the same values in them."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and same(list(one.values()), list(other.values()))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return one is other is None or bool(np.all(one == other))


def test_results_have_the_structure_of_the_fetches():
    """Whatever is fetched, each time: values, types and order are those of a plain session."""
    fetches, initializer = structures(), tf1.global_variables_initializer()
    with monitored() as session, tf1.Session() as plain:
        plain.run(initializer)
        for _ in range(3):
            for name, each in fetches.items():
                assert same(session.run(each), plain.run(each)), name


def test_what_repeats_is_kept(plain, count):
    """Only what is fed, traced or unknown goes through TensorFlow's own `run`."""
    fetches, fed = structures(), tf1.placeholder_with_default(1, [])
    more = fed + 1
    with monitored() as session:
        for _ in range(2):
            for name in ("tensor", "operation", "variable", "name", "list", "dict", "ordered"):
                session.run(fetches[name])
        assert plain.calls == 0
        assert [session.run(more, {fed: 5}), session.run(more)] == [6, 2]
        assert plain.calls == 1
        session.run(count, options=tf1.RunOptions(trace_level=tf1.RunOptions.FULL_TRACE))
        assert plain.calls == 2
        session.run(fetches["sparse"])
        assert plain.calls == 3


def test_a_structure_that_changes_is_another():
    """Fetches that their owner edits between two runs are what they are at each run."""
    fetches = {"a": tf.constant(1), "b": [tf.constant(2)]}
    tf.constant(0, name="more")
    with monitored() as session:
        first = session.run(fetches)
        fetches["b"].append("more:0")
        assert session.run(fetches) == {"a": 1, "b": [2, 0]}
        fetches["c"] = fetches.pop("a")
        assert session.run(fetches) == {"b": [2, 0], "c": 1}
        assert first == {"a": 1, "b": [2]}


def test_keys_that_are_equal():
    """1 and True are the same key, and stay what they are in results."""
    tensor = tf.constant(5)
    with monitored() as session:
        results = [session.run({key: tensor}) for key in (1, True, 1.0, 1)]
    assert [repr(list(result)) for result in results] == ["[1]", "[True]", "[1.0]", "[1]"]


def test_many_structures_do_not_pile_up():
    """A hook may fetch something else at each step."""
    tensors = [tf.constant(number) for number in range(100)]
    spy = Spy()
    with monitored(spy) as session:
        for number, tensor in enumerate(tensors):
            assert session.run(tensor) == number
            assert spy.sessions[0].run([tensor, tensors[0]]) == [number, 0]
        assert len(spy.sessions[0]._plans) <= cached_runs._MOST


def test_hooks_see_what_they_see_without(count, monkeypatch):
    """Arguments, results, options and metadata, with the switch on and off."""
    loss = tf.constant(0.5)

    def facts():
        spies = [Spy(loss), Spy({"loss": loss, "all": [loss, count]}), Spy()]
        with monitored(*spies) as session:
            returned = [session.run([count.op, loss]) for _ in range(3)]
        metadata = [values.run_metadata.ByteSize() for values in spies[1].seen]
        options = [values.options for values in spies[1].seen]
        arguments = spies[1].original_args
        return [spy.results for spy in spies], returned, metadata, options, arguments

    on = facts()
    monkeypatch.setenv(cached_runs.VARIABLE, "0")
    assert facts() == on
    assert on[0][1][-1] == {"loss": 0.5, "all": [0.5, 3]}
    assert on[2] == [0, 0, 0]


def test_a_hook_that_feeds(plain, count):
    """Feeds and traces of any hook hold for the whole step."""
    fed = tf1.placeholder(tf.int32, [])
    spy = Spy(fed + count, feed_dict={fed: 10})
    with monitored(spy) as session:
        assert [session.run(count) for _ in range(2)] == [1, 2]
    assert spy.results == [11, 12]
    assert plain.calls == 2


def test_a_hook_that_traces(tmp_path, count, plain):
    """`ProfilerHook` has its traces at its steps, between steps that are not traced."""
    step = tf1.train.create_global_step()
    train = tf1.assign_add(step, 1)
    with monitored(tf1.train.ProfilerHook(save_steps=2, output_dir=str(tmp_path))) as session:
        for _ in range(5):
            session.run(train)
    assert plain.calls == 2
    assert len(list(tmp_path.glob("timeline-*.json"))) == 2


def test_metadata_that_a_caller_wants(count):
    """They are those of a plain session, with options and without."""
    trace = tf1.RunOptions(trace_level=tf1.RunOptions.SOFTWARE_TRACE)
    with monitored() as session:
        session.run(count)
        metadata = tf1.RunMetadata()
        session.run(count, options=trace, run_metadata=metadata)
        assert metadata.step_stats.dev_stats
        session.run(count, run_metadata=metadata)
        assert not metadata.ByteSize()


def test_metadata_that_the_session_is_asked_for(count):
    """A session that collects costs of each run stays as it is."""
    config = tf1.ConfigProto()
    config.graph_options.build_cost_model = 1
    spy = Spy()
    with monitored(spy, config=config) as session:
        session.run(count)
        session.run(count)
    assert type(spy.sessions[0]) is tf1.Session
    assert spy.seen[-1].run_metadata.cost_graph.node


def test_a_session_that_fails_is_replaced(count):
    """The next one keeps what it makes itself."""

    class Failing(Spy):
        def after_run(self, run_context, run_values):
            super().after_run(run_context, run_values)
            if len(self.seen) == 2:
                raise tf.errors.AbortedError(None, None, "preempted")

    spy = Failing(count)
    with monitored(spy) as session:
        assert [session.run(count) for _ in range(3)] == [1, 1, 2]
    assert spy.results == [1, 2, 1, 2]
    one, two = spy.sessions
    assert one is not two
    assert type(one) is type(two) is cached_runs._CachingSession


def test_the_end_of_input(count):
    """`OutOfRangeError` ends the session, and `end` comes before it is closed."""
    batch = tf1.data.make_one_shot_iterator(tf.data.Dataset.range(3)).get_next()
    spy = Spy(batch)
    with monitored(spy) as session:
        while not session.should_stop():
            session.run(batch)
    assert spy.results == [0, 1, 2]


FAILURES = {
    "an operation": lambda: tf.debugging.Assert(tf.constant(False), ["no"], name="check"),
    "no such name": lambda: "missing:0",
    "nothing": lambda: [None],
    "a number": lambda: {"a": 1},
    "a placeholder": lambda: tf1.placeholder(tf.float32, [], name="fed"),
    "another graph": lambda: _of_another_graph(),
    "not fetchable": lambda: _not_fetchable(),
}


def _of_another_graph():
    with tf.Graph().as_default():
        return tf.constant(1.0)


def _not_fetchable():
    operation = tf.no_op()
    operation.graph.prevent_fetching(operation)
    return operation


@pytest.mark.parametrize("failure", FAILURES)
def test_errors_are_those_of_run(failure):
    """Type and words are those of a plain session, the second time too."""
    fetches = FAILURES[failure]()
    spy = Spy()
    with monitored(spy), tf1.Session() as plain:
        with pytest.raises(Exception) as expected:  # noqa: PT011 - whichever TensorFlow raises
            plain.run(fetches)
        for _ in range(2):
            with pytest.raises(type(expected.value)) as found:
                spy.sessions[0].run(fetches)
            assert str(found.value) == str(expected.value)


def test_a_closed_session(count):
    """It says so, and it keeps nothing that would keep it."""
    spy = Spy()
    with monitored(spy) as session:
        session.run(count)
    (raw,) = spy.sessions
    with pytest.raises(RuntimeError, match="closed Session"):
        raw.run(count)
    session = spy = None
    dropped = weakref.ref(raw)
    gc.disable()
    try:
        del raw
        assert dropped() is None
    finally:
        gc.enable()


def test_a_session_of_another_kind_stays(count):
    """Whoever has put something in the place of `run` is asked, as before."""
    calls = []

    class Own(tf1.Session):
        def run(self, *args, **options):
            calls.append(args)
            return super().run(*args, **options)

    class Creator(tf1.train.ChiefSessionCreator):
        def create_session(self):
            session = super().create_session()
            session.__class__ = Own
            return session

    with tf1.train.MonitoredSession(Creator(), [cached_runs.CachedRunsHook()]) as session:
        calls.clear()
        assert session.run(count) == 1
    assert len(calls) == 1


def test_a_run_that_is_patched_while_training(count, monkeypatch):
    """A profiler that replaces `Session.run` for a while sees each run of that while."""
    calls, inner = [], tf1.Session.run

    def run(self, *args, **options):
        calls.append(args)
        return inner(self, *args, **options)

    with monitored() as session:
        session.run(count)
        with monkeypatch.context() as patched:
            patched.setattr(tf1.Session, "run", run)
            assert session.run(count) == 2
        assert session.run(count) == 3
    assert len(calls) == 1


def test_the_switch(monkeypatch):
    """`0` leaves sessions alone; what is neither 0 nor 1 is an error."""
    for given, hooks in (("", 1), ("1", 1), ("0", 0)):
        monkeypatch.setenv(cached_runs.VARIABLE, given)
        assert len(cached_runs.cached_runs_hooks()) == hooks
    monkeypatch.setenv(cached_runs.VARIABLE, "no")
    with pytest.raises(ValueError, match="TF_SPEC_COMPAT_CACHED_RUNS is 'no'; set it to 0 or 1"):
        cached_runs.cached_runs_hooks()
