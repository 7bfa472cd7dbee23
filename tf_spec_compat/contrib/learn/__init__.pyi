# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.learn import basic_session_run_hooks as basic_session_run_hooks
from tf_spec_compat.contrib.learn import datasets as datasets
from tf_spec_compat.contrib.learn import estimators as estimators
from tf_spec_compat.contrib.learn import evaluable as evaluable
from tf_spec_compat.contrib.learn import experiment as experiment
from tf_spec_compat.contrib.learn import export_strategy as export_strategy
from tf_spec_compat.contrib.learn import graph_actions as graph_actions
from tf_spec_compat.contrib.learn import learn_io as io
from tf_spec_compat.contrib.learn import learn_io as learn_io
from tf_spec_compat.contrib.learn import learn_runner as learn_runner
from tf_spec_compat.contrib.learn import learn_runner_lib as learn_runner_lib
from tf_spec_compat.contrib.learn import metric_spec as metric_spec
from tf_spec_compat.contrib.learn import models as models
from tf_spec_compat.contrib.learn import monitored_session as monitored_session
from tf_spec_compat.contrib.learn import monitors as monitors
from tf_spec_compat.contrib.learn import ops as ops
from tf_spec_compat.contrib.learn import preprocessing as preprocessing
from tf_spec_compat.contrib.learn import python as python
from tf_spec_compat.contrib.learn import session_run_hook as session_run_hook
from tf_spec_compat.contrib.learn import summary_writer_cache as summary_writer_cache
from tf_spec_compat.contrib.learn import trainable as trainable
from tf_spec_compat.contrib.learn import utils as utils
from tf_spec_compat.contrib.learn.estimators import constants as constants
from tf_spec_compat.contrib.learn.estimators import dnn as dnn
from tf_spec_compat.contrib.learn.estimators import dnn_linear_combined as dnn_linear_combined
from tf_spec_compat.contrib.learn.estimators import dynamic_rnn_estimator as dynamic_rnn_estimator
from tf_spec_compat.contrib.learn.estimators import estimator as estimator
from tf_spec_compat.contrib.learn.estimators import head as head
from tf_spec_compat.contrib.learn.estimators import kmeans as kmeans
from tf_spec_compat.contrib.learn.estimators import linear as linear
from tf_spec_compat.contrib.learn.estimators import logistic_regressor as logistic_regressor
from tf_spec_compat.contrib.learn.estimators import metric_key as metric_key
from tf_spec_compat.contrib.learn.estimators import model_fn as model_fn
from tf_spec_compat.contrib.learn.estimators import prediction_key as prediction_key
from tf_spec_compat.contrib.learn.estimators import rnn_common as rnn_common
from tf_spec_compat.contrib.learn.estimators import run_config as run_config
from tf_spec_compat.contrib.learn.estimators import svm as svm
from tf_spec_compat.contrib.learn.estimators import tensor_signature as tensor_signature
from tf_spec_compat.contrib.learn.learn_io import dask_io as dask_io
from tf_spec_compat.contrib.learn.learn_io import data_feeder as data_feeder
from tf_spec_compat.contrib.learn.learn_io import generator_io as generator_io
from tf_spec_compat.contrib.learn.learn_io import graph_io as graph_io
from tf_spec_compat.contrib.learn.learn_io import numpy_io as numpy_io
from tf_spec_compat.contrib.learn.learn_io import pandas_io as pandas_io
from tf_spec_compat.contrib.learn.utils import export as export
from tf_spec_compat.contrib.learn.utils import gc as gc
from tf_spec_compat.contrib.learn.utils import input_fn_utils as input_fn_utils
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as saved_model_export_utils
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
from tf_spec_compat.estimators.evaluable import Evaluable as Evaluable
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
from tf_spec_compat.estimators.session_bundle import export_estimator as export_estimator
from tf_spec_compat.estimators.sk_compat import SKCompat as SKCompat
from tf_spec_compat.estimators.sklearn_api import NotFittedError as NotFittedError
from tf_spec_compat.estimators.trainable import Trainable as Trainable
from tf_spec_compat.experiment.experiment import Experiment as Experiment
from tf_spec_compat.experiment.export_strategy import ExportStrategy as ExportStrategy
from tf_spec_compat.experiment.saved_model_strategies import (
    make_export_strategy as make_export_strategy,
)
from tf_spec_compat.heads.factories import binary_svm_head as binary_svm_head
from tf_spec_compat.heads.factories import loss_only_head as loss_only_head
from tf_spec_compat.heads.factories import multi_class_head as multi_class_head
from tf_spec_compat.heads.factories import multi_head as multi_head
from tf_spec_compat.heads.factories import multi_label_head as multi_label_head
from tf_spec_compat.heads.factories import poisson_regression_head as poisson_regression_head
from tf_spec_compat.heads.factories import regression_head as regression_head
from tf_spec_compat.heads.head import Head as Head
from tf_spec_compat.heads.head import no_op_train_fn as no_op_train_fn
from tf_spec_compat.inputs.dask_io import HAS_DASK as HAS_DASK
from tf_spec_compat.inputs.dask_io import extract_dask_data as extract_dask_data
from tf_spec_compat.inputs.dask_io import extract_dask_labels as extract_dask_labels
from tf_spec_compat.inputs.generator_io import generator_input_fn as generator_input_fn
from tf_spec_compat.inputs.graph_io import read_batch_examples as read_batch_examples
from tf_spec_compat.inputs.graph_io import read_batch_features as read_batch_features
from tf_spec_compat.inputs.graph_io import read_batch_record_features as read_batch_record_features
from tf_spec_compat.inputs.graph_io import read_keyed_batch_examples as read_keyed_batch_examples
from tf_spec_compat.inputs.graph_io import (
    read_keyed_batch_examples_shared_queue as read_keyed_batch_examples_shared_queue,
)
from tf_spec_compat.inputs.graph_io import read_keyed_batch_features as read_keyed_batch_features
from tf_spec_compat.inputs.graph_io import (
    read_keyed_batch_features_shared_queue as read_keyed_batch_features_shared_queue,
)
from tf_spec_compat.inputs.numpy_io import numpy_input_fn as numpy_input_fn
from tf_spec_compat.inputs.pandas_io import HAS_PANDAS as HAS_PANDAS
from tf_spec_compat.inputs.pandas_io import extract_pandas_data as extract_pandas_data
from tf_spec_compat.inputs.pandas_io import extract_pandas_labels as extract_pandas_labels
from tf_spec_compat.inputs.pandas_io import extract_pandas_matrix as extract_pandas_matrix
from tf_spec_compat.inputs.pandas_io import pandas_input_fn as pandas_input_fn
from tf_spec_compat.inputs.read import queue_parsed_features as queue_parsed_features
from tf_spec_compat.model.metric_key import MetricKey as MetricKey
from tf_spec_compat.model.metric_spec import MetricSpec as MetricSpec
from tf_spec_compat.model.mode_keys import ModeKeys as ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps as ModelFnOps
from tf_spec_compat.model.prediction_key import PredictionKey as PredictionKey
from tf_spec_compat.model.problem_type import ProblemType as ProblemType
from tf_spec_compat.specs.serving_input import InputFnOps as InputFnOps
from tf_spec_compat.specs.serving_input import (
    build_default_serving_input_fn as build_default_serving_input_fn,
)
from tf_spec_compat.specs.serving_input import (
    build_parsing_serving_input_fn as build_parsing_serving_input_fn,
)
from tf_spec_compat.training.cluster_config import ClusterConfig as ClusterConfig
from tf_spec_compat.training.cluster_config import Environment as Environment
from tf_spec_compat.training.cluster_config import TaskType as TaskType
from tf_spec_compat.training.graph_actions.evaluate import evaluate as evaluate
from tf_spec_compat.training.graph_actions.run import infer as infer
from tf_spec_compat.training.graph_actions.run import run_feeds as run_feeds
from tf_spec_compat.training.graph_actions.run import run_n as run_n
from tf_spec_compat.training.graph_actions.train import train as train
from tf_spec_compat.training.run_config import RunConfig as RunConfig

__all__ = [
    "SVM",
    "BaseEstimator",
    "DNNClassifier",
    "DNNEstimator",
    "DNNLinearCombinedClassifier",
    "DNNLinearCombinedEstimator",
    "DNNLinearCombinedRegressor",
    "DNNRegressor",
    "DynamicRnnEstimator",
    "Estimator",
    "Evaluable",
    "Experiment",
    "ExportStrategy",
    "Head",
    "InputFnOps",
    "KMeansClustering",
    "LinearClassifier",
    "LinearEstimator",
    "LinearRegressor",
    "LogisticRegressor",
    "MetricSpec",
    "ModeKeys",
    "ModelFnOps",
    "NanLossDuringTrainingError",
    "NotFittedError",
    "PredictionKey",
    "ProblemType",
    "RunConfig",
    "SKCompat",
    "TaskType",
    "Trainable",
    "binary_svm_head",
    "build_parsing_serving_input_fn",
    "datasets",
    "evaluate",
    "extract_dask_data",
    "extract_dask_labels",
    "extract_pandas_data",
    "extract_pandas_labels",
    "extract_pandas_matrix",
    "graph_actions",
    "head",
    "infer",
    "infer_real_valued_columns_from_input",
    "infer_real_valued_columns_from_input_fn",
    "io",
    "learn_runner",
    "make_export_strategy",
    "models",
    "monitors",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "no_op_train_fn",
    "ops",
    "poisson_regression_head",
    "preprocessing",
    "read_batch_examples",
    "read_batch_features",
    "read_batch_record_features",
    "read_keyed_batch_examples",
    "read_keyed_batch_examples_shared_queue",
    "read_keyed_batch_features",
    "read_keyed_batch_features_shared_queue",
    "regression_head",
    "run_feeds",
    "run_n",
    "train",
    "utils",
]

class NanLossDuringTrainingError(Any): ...
