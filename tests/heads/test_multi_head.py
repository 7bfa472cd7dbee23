"""Several heads on one model."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib.learn.estimators import head as head_lib
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps

tf1 = tf.compat.v1


def test_multi_head_merges_by_name(graph):
    """Losses are added with their weights, everything else is kept under the heads' names."""
    head = head_lib.multi_head(
        [
            head_lib.regression_head(label_name="r", head_name="reg"),
            head_lib.multi_class_head(3, label_name="c", head_name="cls"),
            head_lib.loss_only_head(lambda: [tf.constant(3.0), tf.constant(4.0)], head_name="l2"),
        ],
        loss_weights=[1.0, 0.5, 2.0],
    )
    labels = {"r": tf.constant([[1.0], [3.0]]), "c": tf.constant([[0], [1]])}
    logits = {"reg": tf.zeros([2, 1]), "cls": tf.zeros([2, 3]), "l2": None}
    steps = []
    train = head.create_model_fn_ops(
        {},
        "train",
        labels,
        train_op_fn=lambda loss: steps.append(loss) or tf.no_op(),
        logits=logits,
    )
    infer = head.create_model_fn_ops({}, "infer", logits=tf.zeros([2, 4]))
    with tf1.Session() as session:
        assert session.run(train.loss) == pytest.approx(5 + 0.5 * np.log(3) + 2 * 7)
    assert len(steps) == 1
    assert train.predictions is None
    assert set(train.eval_metric_ops) == {"loss/reg", "loss/cls", "accuracy/cls"}
    assert {kind for kind, _ in infer.output_alternatives.values()} == {
        ProblemType.LINEAR_REGRESSION,
        ProblemType.CLASSIFICATION,
    }
    assert ("cls", "probabilities") in infer.predictions


def test_users_heads_join_a_multi_head_with_their_hooks(graph):
    """A head that a user wrote is a member like any other, and its hooks are not lost."""

    class Constant(head_lib.Head):
        head_name = "constant"
        hook = tf1.train.StopAtStepHook(last_step=1)

        @property
        def logits_dimension(self):
            return 0

        def create_model_fn_ops(self, features, mode, labels=None, train_op_fn=None, **kwargs):
            loss = tf.constant(2.0)
            return ModelFnOps(
                mode, loss=loss, train_op=train_op_fn(loss), training_hooks=[self.hook]
            )

    head = head_lib.multi_head([Constant(), head_lib.regression_head(head_name="r")])
    ops = head.create_model_fn_ops(
        {}, "train", tf.ones([2, 1]), head_lib.no_op_train_fn, logits=tf.zeros([2, 1])
    )
    assert ops.training_hooks == [Constant.hook]
    with tf1.Session() as session:
        assert session.run(ops.loss) == 3


def test_multi_head_refuses_logits_that_miss_a_head(graph):
    """The error names the head and the keys that are there."""
    head = head_lib.multi_head([head_lib.regression_head(head_name=name) for name in "ab"])
    with pytest.raises(KeyError, match=r"'a'.*misses the head 'b'"):
        head.create_model_fn_ops({}, "infer", logits={"a": tf.ones([3, 1])})
    with pytest.raises(ValueError, match=r"\[batch_size, 2\]"):
        head.create_model_fn_ops({}, "infer", logits=tf.ones([3]))


def test_a_loss_alone_has_a_summary(graph):
    """It is under the name of its head, as in TF 1.15.5."""
    for name in (None, "l2"):
        head = head_lib.loss_only_head(lambda: tf.constant(1.0), head_name=name)
        head.create_model_fn_ops({}, "train", train_op_fn=head_lib.no_op_train_fn)
    names = [summary.name for summary in tf1.get_collection(tf1.GraphKeys.SUMMARIES)]
    assert names == ["loss/loss_only_head:0", "loss/l2:0"]
