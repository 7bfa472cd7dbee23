# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn import *
from tf_spec_compat.contrib.learn import HAS_DASK as HAS_DASK
from tf_spec_compat.contrib.learn import HAS_PANDAS as HAS_PANDAS
from tf_spec_compat.contrib.learn import ClusterConfig as ClusterConfig
from tf_spec_compat.contrib.learn import Environment as Environment
from tf_spec_compat.contrib.learn import GraphRewriteSpec as GraphRewriteSpec
from tf_spec_compat.contrib.learn import MetricKey as MetricKey
from tf_spec_compat.contrib.learn import PredictionType as PredictionType
from tf_spec_compat.contrib.learn import basic_session_run_hooks as basic_session_run_hooks
from tf_spec_compat.contrib.learn import (
    build_default_serving_input_fn as build_default_serving_input_fn,
)
from tf_spec_compat.contrib.learn import constants as constants
from tf_spec_compat.contrib.learn import dask_io as dask_io
from tf_spec_compat.contrib.learn import data_feeder as data_feeder
from tf_spec_compat.contrib.learn import dnn as dnn
from tf_spec_compat.contrib.learn import dnn_linear_combined as dnn_linear_combined
from tf_spec_compat.contrib.learn import dynamic_rnn_estimator as dynamic_rnn_estimator
from tf_spec_compat.contrib.learn import estimator as estimator
from tf_spec_compat.contrib.learn import estimators as estimators
from tf_spec_compat.contrib.learn import evaluable as evaluable
from tf_spec_compat.contrib.learn import experiment as experiment
from tf_spec_compat.contrib.learn import export as export
from tf_spec_compat.contrib.learn import export_estimator as export_estimator
from tf_spec_compat.contrib.learn import export_strategy as export_strategy
from tf_spec_compat.contrib.learn import gc as gc
from tf_spec_compat.contrib.learn import generator_input_fn as generator_input_fn
from tf_spec_compat.contrib.learn import generator_io as generator_io
from tf_spec_compat.contrib.learn import graph_io as graph_io
from tf_spec_compat.contrib.learn import input_fn_utils as input_fn_utils
from tf_spec_compat.contrib.learn import kmeans as kmeans
from tf_spec_compat.contrib.learn import learn_io as learn_io
from tf_spec_compat.contrib.learn import learn_runner_lib as learn_runner_lib
from tf_spec_compat.contrib.learn import linear as linear
from tf_spec_compat.contrib.learn import logistic_regressor as logistic_regressor
from tf_spec_compat.contrib.learn import loss_only_head as loss_only_head
from tf_spec_compat.contrib.learn import metric_key as metric_key
from tf_spec_compat.contrib.learn import metric_spec as metric_spec
from tf_spec_compat.contrib.learn import model_fn as model_fn
from tf_spec_compat.contrib.learn import monitored_session as monitored_session
from tf_spec_compat.contrib.learn import numpy_input_fn as numpy_input_fn
from tf_spec_compat.contrib.learn import numpy_io as numpy_io
from tf_spec_compat.contrib.learn import pandas_input_fn as pandas_input_fn
from tf_spec_compat.contrib.learn import pandas_io as pandas_io
from tf_spec_compat.contrib.learn import prediction_key as prediction_key
from tf_spec_compat.contrib.learn import queue_parsed_features as queue_parsed_features
from tf_spec_compat.contrib.learn import rnn_common as rnn_common
from tf_spec_compat.contrib.learn import run_config as run_config
from tf_spec_compat.contrib.learn import saved_model_export_utils as saved_model_export_utils
from tf_spec_compat.contrib.learn import session_run_hook as session_run_hook
from tf_spec_compat.contrib.learn import summary_writer_cache as summary_writer_cache
from tf_spec_compat.contrib.learn import svm as svm
from tf_spec_compat.contrib.learn import tensor_signature as tensor_signature
from tf_spec_compat.contrib.learn import trainable as trainable

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
