"""`Head` itself, and heads that users write."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib.learn.estimators import head as head_lib
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.heads.core_heads import as_contrib_head, as_estimator_head


def test_head_is_abstract():
    """Head cannot be built itself, and a subclass needs both members."""
    with pytest.raises(TypeError, match="abstract"):
        head_lib.Head()


class Plain:
    """A head by its method alone."""

    head_name = "plain"
    logits_dimension = 1

    def create_model_fn_ops(self, features, mode, labels=None, train_op_fn=None, logits=None):
        return ModelFnOps(mode, predictions={"x": logits}, loss=tf.reduce_sum(logits))


def test_what_creates_ops_is_a_head(graph):
    """A head needs no class of ours to be one of `tf.estimator`, and comes back as itself."""
    head = Plain()
    core = as_estimator_head(head)
    assert core.loss(labels=None, logits=tf.ones([3, 1])).shape == []
    spec = core.create_estimator_spec({}, "eval", tf.ones([3, 1]))
    assert [*spec.predictions] == ["x"]
    assert as_contrib_head(core) is head


def test_a_loss_alone_builds_no_metrics(graph):
    """The loss of a wrapped head, also of several, leaves no variables of metrics behind."""
    heads = [head_lib.regression_head(head_name=name) for name in "ab"]
    core = as_estimator_head(head_lib.multi_head(heads))
    loss = core.loss(labels=tf.ones([3, 1]), logits=tf.zeros([3, 2]))
    assert loss.shape == []
    assert not graph.get_collection("local_variables")
    core.update_metrics({}, {}, tf.zeros([3, 2]), tf.ones([3, 1]))
    assert graph.get_collection("local_variables")
