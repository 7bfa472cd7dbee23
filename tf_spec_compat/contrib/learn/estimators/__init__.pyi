# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import _sklearn as _sklearn
from tf_spec_compat.contrib.learn.estimators import composable_model as composable_model
from tf_spec_compat.contrib.learn.estimators import constants as constants
from tf_spec_compat.contrib.learn.estimators import debug as debug
from tf_spec_compat.contrib.learn.estimators import dnn as dnn
from tf_spec_compat.contrib.learn.estimators import dnn_linear_combined as dnn_linear_combined
from tf_spec_compat.contrib.learn.estimators import dynamic_rnn_estimator as dynamic_rnn_estimator
from tf_spec_compat.contrib.learn.estimators import estimator as estimator
from tf_spec_compat.contrib.learn.estimators import estimator_test_utils as estimator_test_utils
from tf_spec_compat.contrib.learn.estimators import head as head
from tf_spec_compat.contrib.learn.estimators import kmeans as kmeans
from tf_spec_compat.contrib.learn.estimators import linear as linear
from tf_spec_compat.contrib.learn.estimators import logistic_regressor as logistic_regressor
from tf_spec_compat.contrib.learn.estimators import metric_key as metric_key
from tf_spec_compat.contrib.learn.estimators import model_fn as model_fn
from tf_spec_compat.contrib.learn.estimators import prediction_key as prediction_key
from tf_spec_compat.contrib.learn.estimators import rnn_common as rnn_common
from tf_spec_compat.contrib.learn.estimators import run_config as run_config
from tf_spec_compat.contrib.learn.estimators import (
    state_saving_rnn_estimator as state_saving_rnn_estimator,
)
from tf_spec_compat.contrib.learn.estimators import svm as svm
from tf_spec_compat.contrib.learn.estimators import tensor_signature as tensor_signature
from tf_spec_compat.contrib.learn.estimators import test_data as test_data
from tf_spec_compat.estimators.base_estimator import BaseEstimator as BaseEstimator
from tf_spec_compat.estimators.canned.dnn import DNNClassifier as DNNClassifier
from tf_spec_compat.estimators.canned.dnn import DNNEstimator as DNNEstimator
from tf_spec_compat.estimators.canned.dnn import DNNRegressor as DNNRegressor
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedClassifier as DNNLinearCombinedClassifier,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedEstimator as DNNLinearCombinedEstimator,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedRegressor as DNNLinearCombinedRegressor,
)
from tf_spec_compat.estimators.canned.linear import LinearClassifier as LinearClassifier
from tf_spec_compat.estimators.canned.linear import LinearEstimator as LinearEstimator
from tf_spec_compat.estimators.canned.linear import LinearRegressor as LinearRegressor
from tf_spec_compat.estimators.canned.logistic_regressor import (
    LogisticRegressor as LogisticRegressor,
)
from tf_spec_compat.estimators.canned.svm import SVM as SVM
from tf_spec_compat.estimators.estimator import Estimator as Estimator
from tf_spec_compat.estimators.export import GraphRewriteSpec as GraphRewriteSpec
from tf_spec_compat.estimators.inferred_columns import (
    infer_real_valued_columns_from_input as infer_real_valued_columns_from_input,
)
from tf_spec_compat.estimators.inferred_columns import (
    infer_real_valued_columns_from_input_fn as infer_real_valued_columns_from_input_fn,
)
from tf_spec_compat.estimators.kmeans import KMeansClustering as KMeansClustering
from tf_spec_compat.estimators.recurrent.dynamic_rnn_estimator import (
    DynamicRnnEstimator as DynamicRnnEstimator,
)
from tf_spec_compat.estimators.recurrent.rnn_common import PredictionType as PredictionType
from tf_spec_compat.estimators.sk_compat import SKCompat as SKCompat
from tf_spec_compat.estimators.sklearn_api import NotFittedError as NotFittedError
from tf_spec_compat.heads.factories import binary_svm_head as binary_svm_head
from tf_spec_compat.heads.factories import loss_only_head as loss_only_head
from tf_spec_compat.heads.factories import multi_class_head as multi_class_head
from tf_spec_compat.heads.factories import multi_head as multi_head
from tf_spec_compat.heads.factories import multi_label_head as multi_label_head
from tf_spec_compat.heads.factories import poisson_regression_head as poisson_regression_head
from tf_spec_compat.heads.factories import regression_head as regression_head
from tf_spec_compat.heads.head import Head as Head
from tf_spec_compat.heads.head import no_op_train_fn as no_op_train_fn
from tf_spec_compat.model.metric_key import MetricKey as MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys as ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps as ModelFnOps
from tf_spec_compat.model.prediction_key import PredictionKey as PredictionKey
from tf_spec_compat.model.problem_type import ProblemType as ProblemType
from tf_spec_compat.training.cluster_config import ClusterConfig as ClusterConfig
from tf_spec_compat.training.cluster_config import Environment as Environment
from tf_spec_compat.training.cluster_config import TaskType as TaskType
from tf_spec_compat.training.run_config import RunConfig as RunConfig

__all__ = [
    "SVM",
    "BaseEstimator",
    "ClusterConfig",
    "DNNClassifier",
    "DNNEstimator",
    "DNNLinearCombinedClassifier",
    "DNNLinearCombinedEstimator",
    "DNNLinearCombinedRegressor",
    "DNNRegressor",
    "DynamicRnnEstimator",
    "Environment",
    "Estimator",
    "GraphRewriteSpec",
    "Head",
    "KMeansClustering",
    "LinearClassifier",
    "LinearEstimator",
    "LinearRegressor",
    "LogisticRegressor",
    "MetricKey",
    "ModeKeys",
    "ModelFnOps",
    "NotFittedError",
    "PredictionKey",
    "PredictionType",
    "ProblemType",
    "RunConfig",
    "SKCompat",
    "TaskType",
    "binary_svm_head",
    "composable_model",
    "constants",
    "dnn",
    "dnn_linear_combined",
    "dynamic_rnn_estimator",
    "estimator",
    "head",
    "infer_real_valued_columns_from_input",
    "infer_real_valued_columns_from_input_fn",
    "kmeans",
    "linear",
    "logistic_regressor",
    "loss_only_head",
    "metric_key",
    "model_fn",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "no_op_train_fn",
    "poisson_regression_head",
    "prediction_key",
    "regression_head",
    "rnn_common",
    "run_config",
    "svm",
    "tensor_signature",
]
