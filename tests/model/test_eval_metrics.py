"""A head's `eval_metrics` measure what its `eval_metric_ops` do."""

import numpy as np
import pytest

from tests.heads.heads_of_all_kinds import CASES, NAMES, SIZE, Data, evaluated, make, quick_session
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators import head as learn
from tf_spec_compat.specs import to_estimator_spec, to_tpu_estimator_spec

pytestmark = pytest.mark.usefixtures("graph")


def sharded(tensors):
    """The tensors as they arrive from two shards: cut in two and put together again."""

    def through(tensor):
        halves = [tensor[: SIZE // 2], tensor[SIZE // 2 :]]
        return tf.concat(halves, 0)

    if isinstance(tensors, dict):
        return {name: through(tensor) for name, tensor in tensors.items()}
    return [through(tensor) for tensor in tensors]


def call(function, tensors):
    return function(**tensors) if isinstance(tensors, dict) else function(*tensors)


@pytest.mark.parametrize(
    ("name", "weighted", "as_list"),
    [*((name, True, False) for name in NAMES), ("svm", False, True), ("multi", False, True)],
)
def test_shards_measure_what_the_whole_does(name, weighted, as_list):
    """`metric_fn` on concatenated shards has the names and values of `eval_metric_ops`."""
    data = Data(name)
    head = make(name, "head" if weighted else None, weighted)
    spec = data.tpu_spec(head, "eval", as_list=as_list)
    ops = data.ops(head, "eval")
    expected = {key: pair for key, pair in ops.eval_metric_ops.items() if key != "loss"}
    if name == "loss_only":
        assert spec.eval_metrics is None
        return
    metric_fn, tensors = spec.eval_metrics
    assert isinstance(tensors, list if as_list else dict)
    losses = tf1.get_collection(tf1.GraphKeys.LOSSES)
    again = call(metric_fn, sharded(tensors))
    assert tf1.get_collection(tf1.GraphKeys.LOSSES) == losses
    assert [*again] == [*expected]
    assert not {id(a[0]) for a in again.values()} & {id(b[0]) for b in expected.values()}
    both = {
        **{("whole", key): pair for key, pair in expected.items()},
        **{("shards", key): pair for key, pair in again.items()},
    }
    values = evaluated(both, data)
    for key in expected:
        np.testing.assert_allclose(
            values["shards", key], values["whole", key], rtol=1e-6, err_msg=key
        )


@pytest.mark.parametrize("name", NAMES)
def test_tensors_are_batch_major(name):
    """Each tensor that is sent to the host has the batch as its first dimension."""
    data = Data(name)
    spec = data.tpu_spec(make(name, weighted=True), "eval", as_list=True)
    tensors = spec.eval_metrics[1] if spec.eval_metrics else []
    assert bool(tensors) is (name != "loss_only")
    assert all(tensor.shape.rank >= 1 for tensor in tensors)
    with quick_session() as session:
        session.run([tf1.global_variables_initializer(), tf1.tables_initializer()])
        sizes = [len(values) for values in session.run(tensors, next(data.batches()))]
    assert set(sizes) <= {SIZE}


def test_tensors_go_by_their_names():
    """The tensors are logits, labels and weights; of several heads, each marked by its head."""
    one = Data("binary").tpu_spec(make("binary", "h", weighted=True), "eval")
    assert [*one.eval_metrics[1]] == ["logits", "labels", "weights"]
    with tf.Graph().as_default():
        several = Data("multi").tpu_spec(make("multi"), "eval")
    assert [*several.eval_metrics[1]] == [
        "two_logits",
        "two_labels",
        "two_weights",
        "number_logits",
        "number_labels",
        "three_logits",
        "three_labels",
    ]


def test_heads_of_one_name_do_not_mix():
    """Two heads of the same name in one dict of metrics keep their tensors apart."""
    data = Data("binary")
    heads = [make("binary", "same"), make("binary", "same")]
    ops = [head.create_model_fn_ops(data.features, "eval", data.labels, logits=logits)
           for head, logits in zip(heads, (data.logits, -data.logits))]  # fmt: skip
    auc = {name: each.eval_metric_ops["auc/same"] for name, each in zip("ab", ops)}
    spec = to_tpu_estimator_spec(ops[0]._replace(eval_metric_ops=auc))
    metric_fn, tensors = spec.eval_metrics
    assert [*tensors] == ["same_logits", "same_labels", "same_logits__1", "same_labels__1"]
    values = evaluated({**metric_fn(**sharded(tensors))}, data)
    np.testing.assert_allclose(values["a"] + values["b"], 1, atol=1e-5)


def test_a_weight_for_all_is_sent_for_each():
    """A scalar weight is sent to the host as one for each example, and measures the same."""
    data = Data("binary")
    head = make("binary", weighted=True)
    scalar = {"w": tf1.constant(3.0)}
    ops = head.create_model_fn_ops(scalar, "eval", data.labels, logits=data.logits)
    metric_fn, tensors = to_tpu_estimator_spec(ops).eval_metrics
    assert tensors["weights"].shape.rank == 2
    again = metric_fn(**sharded(tensors))
    both = {**{f"{key} again": pair for key, pair in again.items()}, **ops.eval_metric_ops}
    values = evaluated(both, data)
    for key in again:
        np.testing.assert_allclose(values[f"{key} again"], values[key], rtol=1e-6)


def test_metrics_are_made_when_they_are_asked_for(graph):
    """A spec from a head adds none of the nodes of metrics, until it becomes an `EstimatorSpec`."""
    data = Data("binary")
    before = len(graph.get_operations())
    data.ops(make("binary"), "eval")
    with_metrics = len(graph.get_operations()) - before
    spec = data.tpu_spec(make("binary"), "eval")
    without = len(graph.get_operations()) - before - with_metrics
    assert without < with_metrics / 5
    to_estimator_spec(spec)
    total = len(graph.get_operations()) - before - with_metrics
    # As many as the road without a TPUEstimatorSpec, which has the metric `loss` besides.
    assert with_metrics - 30 < total <= with_metrics


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
def test_metrics_that_are_there_are_not_made_again(name, mode, graph):
    """From ops with metrics to a `TPUEstimatorSpec` and on, not a node is added to the graph."""
    ops = Data(name).ops(make(name, "head"), mode)
    nodes = len(graph.get_operations())
    spec = to_tpu_estimator_spec(ops, default_serving_output_alternative_key="two")
    assert to_estimator_spec(spec).eval_metric_ops == ops.eval_metric_ops
    real = spec.as_estimator_spec()
    assert real.eval_metric_ops == ops.eval_metric_ops
    assert len(graph.get_operations()) == nodes


def test_metrics_keep_what_they_are_under_other_names():
    """Metrics that are picked, renamed and merged by hand still cross."""
    data = Data("classes")
    ops = data.ops(make("classes"), "eval")
    mine = {"mine": ops.eval_metric_ops["accuracy"]}
    spec = to_tpu_estimator_spec(ops._replace(eval_metric_ops=mine))
    assert to_estimator_spec(spec).eval_metric_ops == mine
    metric_fn, tensors = spec.eval_metrics
    assert [*metric_fn(**sharded(tensors))] == ["mine"]


def test_all_metrics_under_other_names_are_known_by_those():
    """A head's metrics, all of them and in order, may have been renamed by hand."""
    ops = Data("classes").ops(make("classes"), "eval")
    mine = {f"my_{name}": pair for name, pair in ops.eval_metric_ops.items()}
    metric_fn, tensors = to_tpu_estimator_spec(ops._replace(eval_metric_ops=mine)).eval_metrics
    assert {"my_loss", *metric_fn(**sharded(tensors))} == {"my_loss", *mine}
    metric_fn, tensors = to_tpu_estimator_spec(ops).eval_metrics
    assert {"loss", *metric_fn(**sharded(tensors))} == {"loss", *ops.eval_metric_ops}


def test_the_function_takes_its_tensors_and_no_others():
    """`metric_fn` says which tensors it wants when it is given others."""
    metric_fn, tensors = Data("binary").tpu_spec(make("binary"), "eval").eval_metrics
    for args, kwargs in (
        ([], {}),
        ([tensors["logits"]], {}),
        ([*tensors.values(), 3], {}),
        ([], {**tensors, "more": 3}),
        ([tensors["logits"]], {"logits": tensors["logits"]}),
    ):
        with pytest.raises(TypeError, match=r"function of \['logits', 'labels'\]"):
            metric_fn(*args, **kwargs)
    assert metric_fn(tensors["logits"], labels=tensors["labels"])


class MyHead(learn.Head):
    """A head of somebody's own, around one of contrib's."""

    logits_dimension = 1

    def __init__(self, **more):
        self.inner, self.more = learn.multi_class_head(2), more

    def create_model_fn_ops(
        self, features, mode, labels=None, train_op_fn=None, logits=None, scope=None
    ):
        ops = self.inner.create_model_fn_ops(features, mode, labels, train_op_fn, logits)
        return ops._replace(eval_metric_ops={"mine": ops.eval_metric_ops["auc"], **self.more})


def test_a_head_of_ones_own_has_a_pair_too():
    """A user's head inherits the method; metrics of its own making need `eval_metrics`."""
    data = Data("binary")
    assert [*to_estimator_spec(data.tpu_spec(MyHead(), "eval")).eval_metric_ops] == ["mine"]
    more = MyHead(own=tf1.metrics.mean(data.logits))
    with pytest.raises(ValueError, match=r"\['own'\].*eval_metrics=\(metric_fn, tensors\)"):
        data.tpu_spec(more, "eval")
    pair = (lambda logits: {"own": tf1.metrics.mean(logits)}, [data.logits])
    assert data.tpu_spec(more, "eval", eval_metrics=pair).eval_metrics == pair
    several = learn.multi_head([named(MyHead(), "a"), make("binary", "b")])
    both = several.create_tpu_estimator_spec(data.features, "eval", data.labels, logits=tf.concat(
        [data.logits, data.logits], 1))  # fmt: skip
    names = [*to_estimator_spec(both).eval_metric_ops]
    assert names[0] == "mine"
    assert {name.rpartition("/")[2] for name in names[1:]} == {"b"}


def named(head, name):
    head.head_name = name
    return head


def test_a_subclass_that_adds_metrics_keeps_them(graph):
    """A subclass of one of contrib's heads that overrides the building is asked for its ops."""

    class Mine(type(make("binary"))):
        def create_model_fn_ops(self, *args, **kwargs):
            ops = super().create_model_fn_ops(*args, **kwargs)
            return ops._replace(eval_metric_ops={"mine": ops.eval_metric_ops["accuracy"]})

    head = make("binary")
    head.__class__ = Mine
    spec = Data("binary").tpu_spec(head, "eval")
    assert [*to_estimator_spec(spec).eval_metric_ops] == ["mine"]


@pytest.mark.parametrize("name", NAMES)
def test_built_for_a_tpu(name, graph):
    """Inside a computation for a TPU no metric is built; outside they are made of its results."""
    data, made = Data(name), {}
    given = [data.logits] if data.logits is not None else []

    def computation(*logits):
        data.logits = logits[0] if logits else None
        made["spec"] = data.tpu_spec(make(name, "head"), "eval", as_list=True)
        assert not graph.get_collection(tf1.GraphKeys.SUMMARIES)
        return [made["spec"].loss, *(made["spec"].eval_metrics or (0, []))[1]]

    if CASES[name][1] in ("words", "sparse"):
        pytest.skip("a TPU takes neither strings nor sparse tensors")
    _, *results = tf1.tpu.rewrite(computation, given)
    assert not graph.get_collection(tf1.GraphKeys.METRIC_VARIABLES)
    if results:
        metrics = made["spec"].eval_metrics[0](*results)
        assert [*metrics]
        assert graph.get_collection(tf1.GraphKeys.METRIC_VARIABLES)


def test_metric_ops_are_plain_pairs():
    """`Session.run` takes the whole dict of a head's metrics, and `nest` rebuilds it."""
    ops = learn.multi_class_head(2).create_model_fn_ops(
        {"x": tf.ones([1, 1])}, "eval", labels=tf.constant([[1]]), logits=tf.ones([1, 1])
    )
    metrics = ops.eval_metric_ops
    assert {type(pair) for pair in metrics.values()} == {tuple}
    names = tf.nest.map_structure(lambda tensor: tensor.name, metrics)
    assert names == {key: (value.name, update.name) for key, (value, update) in metrics.items()}
    with quick_session() as session:
        session.run([tf1.global_variables_initializer(), tf1.local_variables_initializer()])
        assert set(session.run(metrics)) == set(metrics)
