"""The factories of contrib's heads (`...learn.estimators.head`).

A `Head` turns the logits of a model into its predictions, loss, metrics, train op and what it
serves. With weights, the training loss is the mean over the batch of the weighted losses; the
reported loss is their weighted average. A centered bias has an optimizer of its own, which moves it
towards the distribution of the labels.

Labels of the shape `[batch_size]` with weights are taken by the regression and SVM heads only, as
in contrib; the others want `[batch_size, 1]` then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.heads import losses
from tf_spec_compat.heads.classification import (
    BinaryLogisticHead,
    BinarySvmHead,
    MultiClassHead,
    MultiLabelHead,
)
from tf_spec_compat.heads.head import Head, no_op_train_fn
from tf_spec_compat.heads.multi_head import LossOnlyHead, MultiHead
from tf_spec_compat.heads.regression import RegressionHead
from tf_spec_compat.model.types import Tensor

__all__ = [
    "Head",
    "binary_svm_head",
    "loss_only_head",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "no_op_train_fn",
    "poisson_regression_head",
    "regression_head",
]


def regression_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    label_dimension: int = 1,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    link_fn: Callable[[Tensor], Tensor] | None = None,
) -> Head:
    """A head for regression with the mean squared loss.

    Deprecated: use `tf.estimator.RegressionHead`. Behaviour: TF 1.15.5.

    Args:
      label_name: The key of the label, where labels come as a dict of tensors.
      weight_column_name: The key among the features of the example weights: `[batch_size]` or
        `[batch_size, 1]`, of any numeric dtype.
      label_dimension: Numbers to predict for each example. Labels are `[batch_size,
        label_dimension]`, or `[batch_size]` if it is 1, of any numeric dtype.
      enable_centered_bias: Whether to add a bias to the logits, the variable
        `centered_bias_weight`.
      head_name: Marks the scope, metrics, summaries and output alternative; needed within
        `multi_head`.
      link_fn: Maps logits to predicted scores; the identity by default.

    Raises:
      ValueError: If `label_dimension` is less than 1.

    Example:
      >>> ops = learn.regression_head().create_model_fn_ops(
      ...     {}, "eval", labels=tf.constant([1.0, 2.0]), logits=tf.constant([[1.5], [2.0]]))
      >>> with tf.Session():
      ...     print(ops.predictions["scores"].eval(), ops.loss.eval())
      [1.5 2. ] 0.125
    """
    return RegressionHead(
        label_dimension,
        link_fn,
        loss_fn=losses.mean_squared,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )


def poisson_regression_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    label_dimension: int = 1,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
) -> Head:
    """A head for the regression of counts: logits are the log of the rate, scores the rate.

    Deprecated: use `tf.estimator.PoissonRegressionHead`. Behaviour: TF 1.15.5.

    Args:
      label_name: The key of the label, where labels come as a dict of tensors.
      weight_column_name: The key among the features of the example weights: `[batch_size]` or
        `[batch_size, 1]`, of any numeric dtype.
      label_dimension: As for `regression_head`; but labels must have the dtype of the logits.
      enable_centered_bias: Whether to add a bias to the logits, the variable
        `centered_bias_weight`.
      head_name: Marks the scope, metrics, summaries and output alternative; needed within
        `multi_head`.

    Raises:
      ValueError: If `label_dimension` is less than 1.

    Example:
      >>> head = tf_spec_compat.poisson_regression_head()
      >>> ops = head.create_model_fn_ops({}, "infer", logits=tf.log([[3.0]]))
      >>> with tf.Session():
      ...     print(ops.predictions["scores"].eval())
      [3.]
    """
    return RegressionHead(
        label_dimension,
        tf.exp,
        loss_fn=losses.poisson,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )


def multi_class_head(
    n_classes: int,
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Sequence[float] | None = None,
    metric_class_ids: Sequence[int] | None = None,
    loss_fn: Callable[..., Tensor] | None = None,
    label_keys: Sequence[str] | None = None,
) -> Head:
    """A head for exclusive classes: logistic for two (one logit), softmax for more (a logit each).

    Deprecated: use `tf.estimator.BinaryClassHead` or `tf.estimator.MultiClassHead`. Behaviour: TF
    1.15.5.

    Args:
      n_classes: Number of classes, at least 2.
      label_name: The key of the label, where labels come as a dict of tensors.
      weight_column_name: The key among the features of the example weights: `[batch_size]` or
        `[batch_size, 1]`, of any numeric dtype.
      enable_centered_bias: Whether to add a bias to the logits, the variable
        `centered_bias_weight`.
      head_name: Marks the scope, metrics, summaries and output alternative; needed within
        `multi_head`.
      thresholds: For two classes, the probabilities at which accuracy, precision and recall are
        measured; `(0.5,)` by default. Not used for more.
      metric_class_ids: For more than two classes, the ids whose means are measured. As in contrib,
        not used with `label_keys`.
      loss_fn: Used in place of the cross entropy: `loss_fn(labels, logits)`, or
        `loss_fn(labels, logits, weights)` where there are weights, returns a scalar.
      label_keys: For more than two classes, the strings that labels and predicted classes are.
        Without them labels are class ids: `int32` or `int64`, `[batch_size]` or `[batch_size, 1]`.

    Raises:
      ValueError: If `n_classes` is less than 2, a class id is out of range, `label_keys` are not
        `n_classes` strings, an option is not for this number of classes, or `loss_fn` does not take
        `labels`, `logits` and `weights`.

    Example:
      >>> head = learn.multi_class_head(3, label_keys=["setosa", "versicolor", "virginica"])
      >>> ops = head.create_model_fn_ops({}, "infer", logits=tf.constant([[0.0, 2.0, 1.0]]))
      >>> with tf.Session():
      ...     tf.tables_initializer().run()
      ...     print(ops.predictions["classes"].eval())
      [b'versicolor']
    """
    if not n_classes or n_classes < 2:
        raise ValueError(f"n_classes must be > 1 for classification: {n_classes}.")
    common: dict[str, Any] = {
        "label_name": label_name,
        "weight_column_name": weight_column_name,
        "enable_centered_bias": enable_centered_bias,
        "head_name": head_name,
    }
    wrapped = losses.wrap_loss_fn(loss_fn) if loss_fn else None
    if n_classes == 2:
        if metric_class_ids:
            raise ValueError(
                f"metric_class_ids invalid for n_classes==2, got {metric_class_ids}; the metrics "
                "of two classes are those of the positive one."
            )
        if label_keys:
            raise ValueError(
                f"label_keys is not supported for n_classes=2, got {label_keys}; map the labels to "
                "0 and 1."
            )
        return BinaryLogisticHead(thresholds, loss_fn=wrapped or losses.log_loss, **common)
    return MultiClassHead(
        n_classes, metric_class_ids, label_keys, loss_fn=wrapped or losses.softmax, **common
    )


def binary_svm_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Sequence[float] | None = None,
) -> Head:
    """A head for two classes with the hinge loss.

    Deprecated: use `tf.estimator.BinaryClassHead` with a `loss_fn`. Behaviour: TF 1.15.5, but for
    exports.

    Labels are 0 and 1, of any numeric dtype. There are no probabilities to serve, so its
    `estimator_spec` exports predictions; contrib's failed.

    Args:
      label_name: The key of the label, where labels come as a dict of tensors.
      weight_column_name: The key among the features of the example weights: `[batch_size]` or
        `[batch_size, 1]`, of any numeric dtype.
      enable_centered_bias: Whether to add a bias to the logits, the variable
        `centered_bias_weight`.
      head_name: Marks the scope, metrics, summaries and output alternative; needed within
        `multi_head`.
      thresholds: Not used, as in contrib.

    Example:
      >>> ops = tf_spec_compat.binary_svm_head().create_model_fn_ops(
      ...     {}, "eval", labels=tf.constant([1, 0]), logits=tf.constant([[0.5], [-2.0]]))
      >>> with tf.Session():
      ...     print(ops.predictions["classes"].eval(), ops.loss.eval())
      [1 0] 0.25
    """
    return BinarySvmHead(
        thresholds,
        loss_fn=losses.hinge,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )


def multi_label_head(
    n_classes: int,
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    thresholds: Sequence[float] | None = None,
    metric_class_ids: Sequence[int] | None = None,
    loss_fn: Callable[..., Tensor] | None = None,
) -> Head:
    """A head for any number of classes an example, by a sigmoid each.

    Deprecated: use `tf.estimator.MultiLabelHead`. Behaviour: TF 1.15.5.

    Args:
      n_classes: Number of classes, at least 2. Labels are `[batch_size, n_classes]` of 0 and 1, of
        any numeric dtype, or a `SparseTensor` of class ids, `[batch_size, any]`.
      label_name: The key of the label, where labels come as a dict of tensors.
      weight_column_name: The key among the features of the example weights: `[batch_size]` or
        `[batch_size, 1]`, of any numeric dtype.
      enable_centered_bias: Whether to add a bias to the logits, the variable
        `centered_bias_weight`.
      head_name: Marks the scope, metrics, summaries and output alternative; needed within
        `multi_head`.
      thresholds: Not used, as in contrib.
      metric_class_ids: The ids whose means and AUCs are measured.
      loss_fn: As for `multi_class_head`.

    Raises:
      ValueError: If `n_classes` is less than 2, a class id is out of range, or `loss_fn` does not
        take `labels`, `logits` and `weights`.

    Example:
      >>> head = tf_spec_compat.multi_label_head(3)
      >>> ops = head.create_model_fn_ops({}, "infer", logits=tf.constant([[2.0, -1.0, 3.0]]))
      >>> with tf.Session():
      ...     print(ops.predictions["classes"].eval())
      [[1 0 1]]
    """
    if n_classes < 2:
        raise ValueError(f"n_classes must be > 1 for classification, got {n_classes}.")
    return MultiLabelHead(
        n_classes,
        thresholds,
        metric_class_ids,
        loss_fn=losses.wrap_loss_fn(loss_fn) if loss_fn else losses.sigmoid,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )


def loss_only_head(loss_fn: Callable[[], Any], head_name: str | None = None) -> Head:
    """A head that only adds a loss, for use within `multi_head`.

    Deprecated: pass the loss among the `regularization_losses` of a `tf.estimator.Head`. Behaviour:
    TF 1.15.5.

    Args:
      loss_fn: Takes nothing, returns a scalar, or a list of them to be added up.
      head_name: Marks scope and summary; `loss_only_head` by default.

    Example:
      >>> penalty = tf_spec_compat.loss_only_head(lambda: tf.constant(0.25), head_name="penalty")
      >>> price = learn.regression_head(head_name="price")
      >>> ops = learn.multi_head([price, penalty]).create_model_fn_ops(
      ...     {}, "eval", labels=tf.constant([2.0]), logits=tf.constant([[1.0]]))
      >>> with tf.Session():
      ...     print(ops.loss.eval())
      1.25
    """
    return LossOnlyHead(loss_fn, head_name)


def multi_head(heads: Sequence[Head], loss_weights: Sequence[float] | None = None) -> Head:
    """A head that trains several heads, all of them named, on the sum of their losses.

    Deprecated: use `tf.estimator.MultiHead`. Behaviour: TF 1.15.5.

    Args:
      heads: The heads; those of `tf.estimator` too, which contrib did not take.
      loss_weights: A factor for the loss of each head, in the order of `heads`; all 1 by default.

    Raises:
      ValueError: If a head has no name, or there are not as many weights as heads.

    Example:
      >>> species = learn.multi_class_head(3, label_name="species", head_name="species")
      >>> width = learn.regression_head(label_name="width", head_name="width")
      >>> head = learn.multi_head([species, width], loss_weights=[1.0, 0.5])
      >>> ops = head.create_model_fn_ops({}, "infer", logits=tf.zeros([2, head.logits_dimension]))
      >>> sorted(ops.output_alternatives)
      ['species', 'width']
      >>> ops.predictions["width", "scores"].shape.as_list()
      [2]
    """
    return MultiHead(heads, loss_weights)
