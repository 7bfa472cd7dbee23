"""Each name has the type that it has where it lives."""

from typing import Any

from typing_extensions import assert_type

import tf_spec_compat
import tf_spec_compat.contrib.learn.python.learn.estimators.model_fn as deep_model_fn
from tf_spec_compat import (
    EstimatorSpec,
    Head,
    MetricSpec,
    ModelFnOps,
    TPUEstimatorSpec,
    errors,
    install,
    layers,
    learn,
    to_estimator_spec,
    to_export_outputs,
    to_model_fn_ops,
    to_signature_defs,
    to_tpu_estimator_spec,
)
from tf_spec_compat.columns.real_valued import RealValuedColumn
from tf_spec_compat.contrib.learn import *
from tf_spec_compat.contrib.rnn import GRUCell, RNNCell
from tf_spec_compat.estimators.canned.dnn import DNNClassifier
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.experiment.experiment import Experiment
from tf_spec_compat.hook import Handle


def converts(spec: EstimatorSpec, tpu: TPUEstimatorSpec) -> None:
    ops = to_model_fn_ops(spec)
    assert_type(ops, ModelFnOps)
    assert_type(to_estimator_spec(ops), EstimatorSpec)
    assert_type(to_tpu_estimator_spec(ops), TPUEstimatorSpec)
    assert_type(tpu.as_estimator_spec(), EstimatorSpec)
    assert_type(spec.mode, str)
    assert_type(spec._replace(loss=1), EstimatorSpec)
    assert_type(deep_model_fn.ModelFnOps("train", loss=1, train_op=2), ModelFnOps)
    to_signature_defs(to_export_outputs(ops.output_alternatives) or {}, {"x": None})


def builds(cell: GRUCell) -> RNNCell:
    assert_type(learn.multi_class_head(3), Head)
    assert_type(tf_spec_compat.contrib.learn.estimators.head.regression_head(), Head)
    assert_type(learn.Estimator(model_fn=print), Estimator)
    assert_type(learn.DNNClassifier([1], []).fit(steps=1), DNNClassifier)
    assert_type(DNNEstimator(multi_head([]), [1], []), learn.DNNEstimator)
    assert_type(learn.MetricSpec(print), MetricSpec)
    assert_type(layers.real_valued_column("x"), RealValuedColumn)
    assert_type(layers.fully_connected, Any)
    assert_type(tf_spec_compat.estimator, Any)
    return cell


def installs(experiment: learn.Experiment) -> str:
    assert_type(install(tf1_view=["trainer"]), Handle)
    assert_type(experiment, Experiment)
    mode: str = learn.python.learn.ModeKeys.TRAIN
    raise errors.NoDefaultHeadError(mode + tf_spec_compat.__version__)
