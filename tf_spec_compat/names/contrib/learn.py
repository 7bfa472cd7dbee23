"""`tensorflow.contrib.learn`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

# Names of the first releases, which TensorFlow 1.15 had dropped already; programs still say them.
_SKFLOW = {
    "TensorFlowClassifier": "LinearClassifier",
    "TensorFlowDNNClassifier": "DNNClassifier",
    "TensorFlowDNNRegressor": "DNNRegressor",
    "TensorFlowEstimator": "Estimator",
    "TensorFlowLinearClassifier": "LinearClassifier",
    "TensorFlowLinearRegressor": "LinearRegressor",
    "TensorFlowRNNClassifier": "DynamicRnnEstimator",
    "TensorFlowRNNRegressor": "DynamicRnnEstimator",
    "TensorFlowRegressor": "LinearRegressor",
}

_DNN_LINEAR_COMBINED = (
    "DNNLinearCombinedClassifier DNNLinearCombinedEstimator DNNLinearCombinedRegressor"
)
_INFERRED_COLUMNS = "infer_real_valued_columns_from_input infer_real_valued_columns_from_input_fn"
_GRAPH_IO = (
    "read_batch_examples read_batch_features read_batch_record_features read_keyed_batch_examples "
    "read_keyed_batch_examples_shared_queue read_keyed_batch_features "
    "read_keyed_batch_features_shared_queue"
)
_FACTORIES = (
    "binary_svm_head loss_only_head multi_class_head multi_head multi_label_head "
    "poisson_regression_head regression_head"
)
_PANDAS_IO = (
    "HAS_PANDAS extract_pandas_data extract_pandas_labels extract_pandas_matrix pandas_input_fn"
)

TABLE = Table(
    hint="TensorFlow 1.15 has no such name there",
    modules={
        "": {
            "estimators.base_estimator": "BaseEstimator",
            "estimators.canned.dnn": "DNNClassifier DNNEstimator DNNRegressor",
            "estimators.canned.dnn_linear_combined": _DNN_LINEAR_COMBINED,
            "estimators.canned.linear": "LinearClassifier LinearEstimator LinearRegressor",
            "estimators.canned.logistic_regressor": "LogisticRegressor",
            "estimators.canned.svm": "SVM",
            "estimators.estimator": "Estimator",
            "estimators.evaluable": "Evaluable",
            "estimators.inferred_columns": _INFERRED_COLUMNS,
            "estimators.kmeans": "KMeansClustering",
            "estimators.recurrent.dynamic_rnn_estimator": "DynamicRnnEstimator",
            "estimators.sk_compat": "SKCompat",
            "estimators.sklearn_api": "NotFittedError",
            "estimators.trainable": "Trainable",
            "experiment.experiment": "Experiment",
            "experiment.export_strategy": "ExportStrategy",
            "experiment.saved_model_strategies": "make_export_strategy",
            "heads.factories": (
                "binary_svm_head multi_class_head multi_head multi_label_head "
                "poisson_regression_head regression_head"
            ),
            "heads.head": "Head no_op_train_fn",
            "inputs.dask_io": "extract_dask_data extract_dask_labels",
            "inputs.graph_io": _GRAPH_IO,
            "inputs.pandas_io": "extract_pandas_data extract_pandas_labels extract_pandas_matrix",
            "model.metric_spec": "MetricSpec",
            "model.mode_keys": "ModeKeys",
            "model.model_fn_ops": "ModelFnOps",
            "model.prediction_key": "PredictionKey",
            "model.problem_type": "ProblemType",
            "specs.serving_input": "InputFnOps build_parsing_serving_input_fn",
            "tf.compat.v1.train": "NanLossDuringTrainingError",
            "training.graph_actions.evaluate": "evaluate",
            "training.graph_actions.run": "infer run_feeds run_n",
            "training.graph_actions.train": "train",
            "training.run_config": "RunConfig TaskType",
            "contrib": (
                "datasets graph_actions head=estimators.head io=learn_io learn_runner models "
                "monitors ops preprocessing utils"
            ),
        },
        "basic_session_run_hooks": {
            "tf.compat.v1.train": (
                "CheckpointSaverHook LoggingTensorHook NanLossDuringTrainingError NanTensorHook "
                "StepCounterHook StopAtStepHook SummarySaverHook"
            ),
        },
        "datasets": {
            "inputs.datasets.catalog": "DATASETS SYNTHETIC load_dataset make_dataset",
            "inputs.datasets.csv_files": "load_boston load_iris",
            "contrib": (
                "base=datasets.base mnist=datasets.mnist synthetic=datasets.synthetic "
                "text_datasets=datasets.text_datasets"
            ),
        },
        "datasets.base": {
            "inputs.datasets.csv_files": (
                "Dataset Datasets load_boston load_csv_with_header load_csv_without_header "
                "load_iris shrink_csv"
            ),
            "inputs.datasets.download": "maybe_download retry urlretrieve_with_retry",
        },
        "datasets.mnist": {
            "inputs.datasets.idx_format": "dense_to_one_hot extract_images extract_labels",
            "inputs.datasets.mnist": "DEFAULT_SOURCE_URL DataSet load_mnist read_data_sets",
        },
        "datasets.synthetic": {"inputs.datasets.synthetic": "circles spirals"},
        "datasets.text_datasets": {
            "inputs.datasets.text_datasets": "DBPEDIA_URL load_dbpedia maybe_download_dbpedia",
        },
        "estimators": {
            "estimators.base_estimator": "BaseEstimator",
            "estimators.canned.dnn": "DNNClassifier DNNEstimator DNNRegressor",
            "estimators.canned.dnn_linear_combined": _DNN_LINEAR_COMBINED,
            "estimators.canned.linear": "LinearClassifier LinearEstimator LinearRegressor",
            "estimators.canned.logistic_regressor": "LogisticRegressor",
            "estimators.canned.svm": "SVM",
            "estimators.estimator": "Estimator",
            "estimators.export": "GraphRewriteSpec",
            "estimators.inferred_columns": _INFERRED_COLUMNS,
            "estimators.kmeans": "KMeansClustering",
            "estimators.recurrent.dynamic_rnn_estimator": "DynamicRnnEstimator",
            "estimators.recurrent.rnn_common": "PredictionType",
            "estimators.sk_compat": "SKCompat",
            "estimators.sklearn_api": "NotFittedError",
            "heads.factories": _FACTORIES,
            "heads.head": "Head no_op_train_fn",
            "model.metric_key": "MetricKey",
            "model.mode_keys": "ModeKeys",
            "model.model_fn_ops": "ModelFnOps",
            "model.prediction_key": "PredictionKey",
            "model.problem_type": "ProblemType",
            "training.run_config": "ClusterConfig Environment RunConfig TaskType",
            "contrib": (
                "composable_model=estimators.composable_model constants=estimators.constants "
                "dnn=estimators.dnn dnn_linear_combined=estimators.dnn_linear_combined "
                "dynamic_rnn_estimator=estimators.dynamic_rnn_estimator "
                "estimator=estimators.estimator head=estimators.head kmeans=estimators.kmeans "
                "linear=estimators.linear logistic_regressor=estimators.logistic_regressor "
                "metric_key=estimators.metric_key model_fn=estimators.model_fn "
                "prediction_key=estimators.prediction_key rnn_common=estimators.rnn_common "
                "run_config=estimators.run_config svm=estimators.svm "
                "tensor_signature=estimators.tensor_signature"
            ),
        },
        "estimators._sklearn": {
            "estimators.sklearn_api": (
                "BaseEstimator ClassifierMixin NotFittedError RegressorMixin TRY_IMPORT_SKLEARN "
                "TransformerMixin accuracy_score log_loss mean_squared_error train_test_split"
            ),
        },
        "estimators.composable_model": {
            "estimators.canned.composable_model": "DNNComposableModel LinearComposableModel",
        },
        "estimators.constants": {
            "model.problem_type": "COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS ProblemType",
        },
        "estimators.debug": {
            "estimators.canned.debug": "DebugClassifier DebugRegressor debug_model_fn",
        },
        "estimators.dnn": {"estimators.canned.dnn": "DNNClassifier DNNEstimator DNNRegressor"},
        "estimators.dnn_linear_combined": {
            "estimators.canned.dnn_linear_combined": _DNN_LINEAR_COMBINED,
        },
        "estimators.dynamic_rnn_estimator": {
            "estimators.recurrent.dynamic_model_fn": "build_sequence_input construct_rnn",
            "estimators.recurrent.dynamic_rnn_estimator": "DynamicRnnEstimator",
            "estimators.recurrent.rnn_common": "PredictionType",
            "estimators.recurrent.states": "dict_to_state_tuple state_tuple_to_dict",
        },
        "estimators.estimator": {
            "estimators.base_estimator": "BaseEstimator",
            "estimators.device_setter": (
                "AS_ITERABLE_DATE AS_ITERABLE_INSTRUCTIONS SCIKIT_DECOUPLE_DATE "
                "SCIKIT_DECOUPLE_INSTRUCTIONS"
            ),
            "estimators.estimator": "Estimator",
            "estimators.export": "GraphRewriteSpec",
            "estimators.inferred_columns": _INFERRED_COLUMNS,
            "estimators.sk_compat": "SKCompat",
            "estimators.sklearn_api": "NotFittedError",
        },
        "estimators.estimator_test_utils": {
            "estimators.test_utils": "assert_estimator_contract assert_in_range",
        },
        "estimators.head": {
            "heads.factories": _FACTORIES,
            "heads.head": "Head no_op_train_fn",
        },
        "estimators.kmeans": {"estimators.kmeans": "KMeansClustering"},
        "estimators.linear": {
            "estimators.canned.linear": "LinearClassifier LinearEstimator LinearRegressor",
            "estimators.canned.sdca_model_fn": "sdca_model_fn",
        },
        "estimators.logistic_regressor": {
            "estimators.canned.logistic_regressor": "LogisticRegressor",
        },
        "estimators.metric_key": {"model.metric_key": "MetricKey"},
        "estimators.model_fn": {
            "model.mode_keys": "ModeKeys",
            "model.model_fn_ops": "ModelFnOps",
        },
        "estimators.prediction_key": {"model.prediction_key": "PredictionKey"},
        "estimators.rnn_common": {
            "estimators.recurrent.rnn_common": (
                "PredictionType RNNKeys apply_dropout construct_rnn_cell get_eval_metric_ops "
                "mask_activations_and_labels multi_value_predictions select_last_activations"
            ),
        },
        "estimators.run_config": {
            "training.run_config": "ClusterConfig Environment RunConfig TaskType",
        },
        "estimators.state_saving_rnn_estimator": {
            "estimators.recurrent.state_saving_model_fn": "construct_state_saving_rnn",
            "estimators.recurrent.state_saving_rnn_estimator": "StateSavingRnnEstimator",
            "estimators.recurrent.states": "state_tuple_to_dict",
        },
        "estimators.svm": {"estimators.canned.svm": "SVM"},
        "estimators.tensor_signature": {
            "estimators.tensor_signature": (
                "TensorSignature create_example_parser_from_signatures "
                "create_placeholders_from_signatures create_signatures tensors_compatible"
            ),
        },
        "estimators.test_data": {
            "estimators.test_data": (
                "get_quantile_based_buckets iris_input_logistic_fn iris_input_multiclass_fn "
                "prepare_iris_data_for_logistic_regression"
            ),
        },
        "evaluable": {"estimators.evaluable": "Evaluable"},
        "experiment": {"experiment.experiment": "Experiment"},
        "export_strategy": {"experiment.export_strategy": "ExportStrategy"},
        "graph_actions": {
            "_tf.private": "coordinator",
            "training.graph_actions.evaluate": "evaluate",
            "training.graph_actions.run": "infer run_feeds run_feeds_iter run_n",
            "training.graph_actions.train": "train",
            "training.summary_writer_cache": "clear_summary_writers get_summary_writer",
            "contrib": "monitors_lib=monitors",
        },
        "learn_io": {
            "inputs.dask_io": "HAS_DASK extract_dask_data extract_dask_labels",
            "inputs.generator_io": "generator_input_fn",
            "inputs.graph_io": _GRAPH_IO,
            "inputs.numpy_io": "numpy_input_fn",
            "inputs.pandas_io": _PANDAS_IO,
            "inputs.read": "queue_parsed_features",
            "contrib": (
                "dask_io=learn_io.dask_io data_feeder=learn_io.data_feeder "
                "generator_io=learn_io.generator_io graph_io=learn_io.graph_io "
                "numpy_io=learn_io.numpy_io pandas_io=learn_io.pandas_io"
            ),
        },
        "learn_io.dask_io": {"inputs.dask_io": "HAS_DASK extract_dask_data extract_dask_labels"},
        "learn_io.data_feeder": {
            "inputs.data_feeder": (
                "DaskDataFeeder DataFeeder HAS_DASK HAS_PANDAS StreamingDataFeeder check_array "
                "setup_predict_data_feeder setup_processor_data_feeder setup_train_data_feeder"
            ),
        },
        "learn_io.generator_io": {"inputs.generator_io": "generator_input_fn"},
        "learn_io.graph_io": {
            "inputs.graph_io": _GRAPH_IO,
            "inputs.read": "KEY_FEATURE_NAME queue_parsed_features",
        },
        "learn_io.numpy_io": {"inputs.numpy_io": "numpy_input_fn"},
        "learn_io.pandas_io": {"inputs.pandas_io": _PANDAS_IO + " PANDAS_DTYPES"},
        "learn_runner": {"experiment.learn_runner": "run tune"},
        "learn_runner_lib": {"experiment.learn_runner": "run tune"},
        "metric_spec": {"model.metric_spec": "MetricSpec"},
        "models": {
            "extras.skflow.models": (
                "bidirectional_rnn get_rnn_model linear_regression linear_regression_zero_init "
                "logistic_regression logistic_regression_zero_init"
            ),
        },
        "monitored_session": {
            "tf.compat.v1.train": (
                "ChiefSessionCreator MonitoredSession Scaffold SessionCreator WorkerSessionCreator"
            ),
        },
        "monitors": {
            "tf.compat.v1.train": "NanLossDuringTrainingError",
            "training.monitors.base": "BaseMonitor EveryN",
            "training.monitors.control": "NanLoss StopAtStep",
            "training.monitors.hooks": "RunHookAdapterForMonitors replace_monitors_with_hooks",
            "training.monitors.reports": (
                "CaptureVariable LoggingTrainable PrintTensor StepCounter SummarySaver "
                "get_default_monitors"
            ),
            "training.monitors.saving": "CheckpointSaver ExportMonitor GraphDump",
            "training.monitors.validation": "ValidationMonitor",
        },
        "ops": {
            "extras.skflow.embeddings_ops": "categorical_variable embedding_lookup",
            "extras.skflow.losses_ops": "mean_squared_error_regressor softmax_classifier",
            "extras.skflow.seq2seq_ops": (
                "rnn_decoder rnn_seq2seq seq2seq_inputs sequence_classifier"
            ),
            "contrib": (
                "embeddings_ops=ops.embeddings_ops losses_ops=ops.losses_ops "
                "seq2seq_ops=ops.seq2seq_ops"
            ),
        },
        "ops.embeddings_ops": {
            "extras.skflow.embeddings_ops": "categorical_variable embedding_lookup",
        },
        "ops.losses_ops": {
            "extras.skflow.losses_ops": "mean_squared_error_regressor softmax_classifier",
        },
        "ops.seq2seq_ops": {
            "extras.skflow.seq2seq_ops": (
                "rnn_decoder rnn_seq2seq seq2seq_inputs sequence_classifier"
            ),
        },
        "preprocessing": {
            "inputs.data_feeder": "setup_processor_data_feeder",
            "inputs.preprocessing.categorical": "CategoricalProcessor",
            "inputs.preprocessing.categorical_vocabulary": "CategoricalVocabulary",
            "inputs.preprocessing.text": "ByteProcessor TOKENIZER_RE VocabularyProcessor tokenizer",
            "contrib": (
                "categorical=preprocessing.categorical "
                "categorical_vocabulary=preprocessing.categorical_vocabulary "
                "text=preprocessing.text"
            ),
        },
        "preprocessing.categorical": {
            "inputs.data_feeder": "setup_processor_data_feeder",
            "inputs.preprocessing.categorical": "CategoricalProcessor",
            "contrib": "categorical_vocabulary=preprocessing.categorical_vocabulary",
        },
        "preprocessing.categorical_vocabulary": {
            "inputs.preprocessing.categorical_vocabulary": "CategoricalVocabulary",
        },
        "preprocessing.text": {
            "inputs.preprocessing.text": "ByteProcessor TOKENIZER_RE VocabularyProcessor tokenizer",
        },
        "session_run_hook": {
            "tf.compat.v1.train": (
                "SessionRunArgs SessionRunContext SessionRunHook SessionRunValues"
            ),
        },
        "summary_writer_cache": {
            "tf.compat.v1.summary": "SummaryWriterCache=FileWriterCache",
            "training.summary_writer_cache": "clear_summary_writers get_summary_writer",
        },
        "trainable": {"estimators.trainable": "Trainable"},
        "utils": {
            "experiment.saved_model_strategies": "make_export_strategy",
            "experiment.session_bundle": "export_estimator",
            "specs.serving_input": (
                "InputFnOps build_default_serving_input_fn build_parsing_serving_input_fn"
            ),
            "contrib": (
                "export=utils.export gc=utils.gc input_fn_utils=utils.input_fn_utils "
                "inspect_checkpoint=utils.inspect_checkpoint "
                "saved_model_export_utils=utils.saved_model_export_utils"
            ),
        },
        "utils.export": {
            "experiment.session_bundle": (
                "classification_signature_fn classification_signature_fn_with_prob "
                "export_estimator generic_signature_fn logistic_regression_signature_fn "
                "regression_signature_fn"
            ),
        },
        "utils.gc": {
            "_tf.private": (
                "Path get_paths largest_export_versions mod_export_version negation "
                "one_of_every_n_export_versions union"
            ),
        },
        "utils.input_fn_utils": {
            "specs.serving_input": (
                "InputFnOps build_default_serving_input_fn build_parsing_serving_input_fn"
            ),
        },
        "utils.inspect_checkpoint": {
            "experiment.inspect_checkpoint": "FLAGS main print_tensors_in_checkpoint_file",
        },
        "utils.saved_model_export_utils": {
            "_tf.private": (
                "MAX_DIRECTORY_CREATION_ATTEMPTS get_temp_export_dir get_timestamped_export_dir"
            ),
            "experiment.best_model": "BestModelSelector",
            "experiment.export_dirs": "garbage_collect_exports get_most_recent_export",
            "experiment.saved_model_strategies": (
                "extend_export_strategy make_best_model_export_strategy make_export_strategy "
                "make_parsing_export_strategy"
            ),
            "specs.signatures": (
                "DEFAULT_INPUT_ALTERNATIVE_KEY FEATURES_INPUT_ALTERNATIVE_KEY "
                "build_all_signature_defs build_standardized_signature_def get_input_alternatives "
                "get_output_alternatives"
            ),
            "contrib": "export_strategy gc=utils.gc input_fn_utils=utils.input_fn_utils",
        },
    },
    hidden={
        "": {
            "estimators.export": "GraphRewriteSpec",
            "estimators.recurrent.rnn_common": "PredictionType",
            "experiment.session_bundle": "export_estimator",
            "heads.factories": "loss_only_head",
            "inputs.dask_io": "HAS_DASK",
            "inputs.generator_io": "generator_input_fn",
            "inputs.numpy_io": "numpy_input_fn",
            "inputs.pandas_io": "HAS_PANDAS pandas_input_fn",
            "inputs.read": "queue_parsed_features",
            "model.metric_key": "MetricKey",
            "specs.serving_input": "build_default_serving_input_fn",
            "training.run_config": "ClusterConfig Environment",
            "contrib": (
                "constants=estimators.constants dask_io=learn_io.dask_io "
                "data_feeder=learn_io.data_feeder dnn=estimators.dnn "
                "dnn_linear_combined=estimators.dnn_linear_combined "
                "dynamic_rnn_estimator=estimators.dynamic_rnn_estimator "
                "estimator=estimators.estimator export=utils.export gc=utils.gc "
                "generator_io=learn_io.generator_io graph_io=learn_io.graph_io "
                "input_fn_utils=utils.input_fn_utils kmeans=estimators.kmeans "
                "linear=estimators.linear logistic_regressor=estimators.logistic_regressor "
                "metric_key=estimators.metric_key model_fn=estimators.model_fn "
                "numpy_io=learn_io.numpy_io pandas_io=learn_io.pandas_io "
                "prediction_key=estimators.prediction_key rnn_common=estimators.rnn_common "
                "run_config=estimators.run_config "
                "saved_model_export_utils=utils.saved_model_export_utils svm=estimators.svm "
                "tensor_signature=estimators.tensor_signature"
            ),
        },
        "datasets.base": {"inputs.datasets.download": "time urllib"},
        "datasets.mnist": {"contrib": "base=datasets.base"},
        "datasets.synthetic": {"inputs.datasets.csv_files": "Dataset"},
        "datasets.text_datasets": {"contrib": "base=datasets.base"},
        "estimators.composable_model": {"estimators.canned.composable_model": "_ComposableModel"},
        "estimators.debug": {
            "estimators.canned.networks": "_get_feature_dict=feature_dict",
            "contrib": "head_lib=estimators.head optimizers=/layers.optimizers",
        },
        "estimators.dnn": {
            "estimators.canned.dnn": (
                "_ACTIVATION_FUNCTIONS _LEARNING_RATE _add_hidden_layer_summary _dnn_model_fn "
                "_get_activation_fn"
            ),
            "estimators.canned.networks": "_get_feature_dict=feature_dict",
            "estimators.canned.optimizers": "_get_optimizer=build_optimizer",
            "contrib": "head_lib=estimators.head",
        },
        "estimators.dnn_linear_combined": {
            "estimators.canned.classifier_regressor": "_as_iterable=as_iterable",
            "estimators.canned.dnn_linear_combined": (
                "_DNNLinearCombinedEstimator=DNNLinearCombinedEstimator _DNN_LEARNING_RATE "
                "_LINEAR_LEARNING_RATE"
            ),
            "estimators.canned.dnn_linear_combined_model_fn": (
                "_check_no_sync_replicas_optimizer=check_no_sync_replicas_optimizer "
                "_dnn_linear_combined_model_fn=dnn_linear_combined_model_fn"
            ),
            "estimators.canned.networks": (
                "_add_layer_summary=add_summaries _get_feature_dict=feature_dict"
            ),
            "estimators.canned.optimizers": (
                "_extract_embedding_lr_multipliers=gradient_multipliers "
                "_get_embedding_variable=embedding_variable _get_optimizer=build_optimizer "
                "_linear_learning_rate=linear_rate"
            ),
            "contrib": "head_lib=estimators.head",
        },
        "estimators.dynamic_rnn_estimator": {
            "estimators.recurrent.dynamic_model_fn": (
                "_concatenate_context_input=concatenate_context_input "
                "_get_dynamic_rnn_model_fn=get_dynamic_rnn_model_fn "
                "_get_output_alternatives=get_output_alternatives "
                "_single_value_loss=single_value_loss "
                "_single_value_predictions=single_value_predictions"
            ),
            "estimators.recurrent.model_parts": "_multi_value_loss=multi_value_loss",
            "estimators.recurrent.states": "_get_state_name=get_state_name",
        },
        "estimators.estimator": {
            "estimators.device_setter": "_get_replica_device_setter=get_replica_device_setter",
            "estimators.input_source": "_verify_input_args=check_arguments",
            "contrib": "export=utils.export",
        },
        "estimators.head": {
            "heads.classification": (
                "_BinaryLogisticHead=BinaryLogisticHead _BinarySvmHead=BinarySvmHead "
                "_MultiClassHead=MultiClassHead _MultiLabelHead=MultiLabelHead"
            ),
            "heads.factories": (
                "_binary_svm_head=binary_svm_head _multi_class_head=multi_class_head "
                "_multi_head=multi_head _multi_label_head=multi_label_head "
                "_poisson_regression_head=poisson_regression_head "
                "_regression_head=regression_head"
            ),
            "heads.head": "_Head=Head",
            "heads.multi_head": "_LossOnlyHead=LossOnlyHead _MultiHead=MultiHead",
            "heads.regression": "_RegressionHead=RegressionHead",
        },
        "estimators.kmeans": {
            "estimators.kmeans": "_kmeans_clustering_model_fn _parse_tensor_or_dict",
            "model.model_fn_ops": "ModelFnOps",
        },
        "estimators.linear": {
            "estimators.canned.classifier_regressor": "_as_iterable=as_iterable",
            "estimators.canned.linear": (
                "_LEARNING_RATE _get_default_optimizer _get_optimizer _linear_model_fn"
            ),
            "estimators.canned.sdca_model_fn": (
                "_SdcaUpdateWeightsHook=SdcaUpdateWeightsHook _add_bias_column=add_bias_column"
            ),
            "contrib": "head_lib=estimators.head",
        },
        "estimators.logistic_regressor": {
            "estimators.canned.logistic_regressor": (
                "_get_model_fn_with_logistic_metrics _make_logistic_eval_metric_ops"
            ),
        },
        "estimators.rnn_common": {
            "estimators.recurrent.rnn_common": "_CELL_TYPES _get_single_cell",
            "contrib": "contrib_rnn=/rnn",
        },
        "estimators.run_config": {"training.run_config": "_DEFAULT_UID_WHITE_LIST"},
        "estimators.state_saving_rnn_estimator": {
            "estimators.recurrent.model_parts": "_multi_value_loss=multi_value_loss",
            "estimators.recurrent.state_saving_model_fn": (
                "_get_initial_states=get_initial_states "
                "_get_name_or_parent_names=get_name_or_parent_names "
                "_get_rnn_model_fn=get_rnn_model_fn _get_state_names=get_state_names "
                "_prepare_features_for_sqss=prepare_features_for_sqss "
                "_prepare_inputs_for_rnn=prepare_inputs_for_rnn _read_batch=read_batch"
            ),
            "estimators.recurrent.states": "_get_state_name=get_state_name",
        },
        "estimators.svm": {
            "estimators.canned.classifier_regressor": "_as_iterable=as_iterable",
            "contrib": (
                "head_lib=estimators.head linear=estimators.linear "
                "sdca_optimizer=/linear_optimizer.sdca_optimizer"
            ),
        },
        "estimators.test_data": {"contrib": "base=datasets.base"},
        "experiment": {"contrib": "monitors"},
        "learn_io.generator_io": {"_tf.private": "enqueue_data"},
        "learn_io.graph_io": {
            "inputs.graph_io": "_get_examples _get_file_names _read_keyed_batch_examples_helper",
        },
        "learn_runner": {"experiment.experiment": "Experiment"},
        "models": {
            "extras.skflow.models": "_reverse_seq",
            "contrib": "losses_ops=ops.losses_ops",
        },
        "monitors": {
            "training.monitors.base": (
                "_as_graph_element=as_graph_element _extract_output=extract_output"
            ),
        },
        "preprocessing.categorical": {"_tf.deprecations": "deprecated"},
        "preprocessing.categorical_vocabulary": {"_tf.deprecations": "deprecated"},
        "preprocessing.text": {
            "_tf.deprecations": "deprecated",
            "inputs.preprocessing.categorical_vocabulary": "CategoricalVocabulary",
        },
        "utils.export": {"experiment.session_bundle": "_default_input_fn"},
    },
    gone={
        **{
            name: f"it was dropped before TensorFlow 1.15; use {new}, in SKCompat for fit(x, y) "
            "with a batch_size"
            for name, new in _SKFLOW.items()
        },
        "datasets.produce_small_datasets": "it was a script that made the small data sets",
        "preprocessing.tests": "it held tests",
    },
)
