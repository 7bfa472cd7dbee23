"""Where this package differs from TF 1.15.5 on purpose: which cases show it.

Each row: (room, pattern of groups, of case names, and of paths in the record; key). Patterns are
those of `fnmatch`. `names/differences.txt` has the reason under the key, and the names that it is
about. Every case that a row names must differ at such a path; the test fails when one no longer
does. The page `docs/differences.md` is made of the rows.
"""

from fnmatch import fnmatchcase

from tf_spec_compat.names.differences import differences

_ROWS = (
    ("heads", "svm", "*", "errors/spec()", "svm"),
    ("heads", "svm", "*", "specs", "svm"),
    ("heads", "multi", "svm-infer", "errors/spec([rs])", "svm"),
    ("heads", "multi", "svm-infer", "specs", "svm"),
    ("heads", "bad_modes", "names-svm-*", "errors/spec(*)", "svm"),
    ("heads", "bad_modes", "names-svm-*", "specs", "svm"),
    ("heads", "alternatives", "tensors_classification_classes_int*", "errors/spec()", "svm"),
    ("heads", "alternatives", "tensors_classification_classes_int*", "specs", "svm"),
    ("heads", "alternatives", "tensors_logistic_classes_int*", "errors/spec()", "svm"),
    ("heads", "alternatives", "tensors_logistic_classes_int*", "specs", "svm"),
    ("heads", "estimator", "svm", "*", "svm"),
    (
        "heads",
        "ops",
        "*hooks_*tuple-*",
        "errors/create",
        "hooks-tuple",
    ),
    (
        "heads",
        "multi_other",
        "members_iterator",
        "errors/create",
        "heads-iterator",
    ),
    (
        "heads",
        "loss_only",
        "tuple-[te]*",
        "errors/create",
        "losses-tuple",
    ),
    (
        "heads",
        "bad_logits",
        "logits_scalar-*-eval",
        "errors/create",
        "logits-scalar",
    ),
    (
        "heads",
        "bad_logits",
        "logits_wide_unknown-[bcm]*-[ei]*",
        "alternatives/None/1/classes/*",
        "head-shape",
    ),
    (
        "heads",
        "bad_logits",
        "logits_cube-[cm]*-[bi]*",
        "alternatives/None/1/classes/*",
        "head-shape",
    ),
    (
        "heads",
        "factories",
        "thresholds_number-binary-eval",
        "errors/c*",
        "thresholds-number",
    ),
    (
        "heads",
        "factories",
        "thresholds_array-classes-eval",
        "errors/construct",
        "thresholds-array",
    ),
    ("heads", "factories", "keys_ints-classes-infer", "errors/c*", "head-keys"),
    ("heads", "factories", "keys_nones-classes-infer", "errors/c*", "head-keys"),
    (
        "heads",
        "factories",
        "keys_string-classes-infer",
        "errors/c*",
        "head-keys-string",
    ),
    ("columns", "feature_columns", "safe", "values/7/3/raised", "words-op"),
    (
        "heads",
        "ops",
        "[lt]*_other_graph-*",
        "errors/create",
        "operation",
    ),
    ("estimators", "kmeans", "kmeans_bad", "distance/raised", "words"),
    ("estimators", "kmeans", "kmeans_bad", "initial/raised", "words"),
    ("estimators", "life_cycle", "bad", "model_dir/raised", "words"),
    ("estimators", "refused", "arrays", "*batch_size: float*", "batch-size"),
    (
        "estimators",
        "refused",
        "predictor",
        "key*",
        "predictor-signature",
    ),
    ("estimators", "refused", "trained", "metrics: weight key/raised", "words-op"),
    ("estimators", "rnn", "saver", "save_rank/raised", "words"),
    ("estimators", "rnn", "sequences", "unroll_*/raised", "words-op"),
    ("estimators", "sdca", "sdca_bad", "l1/raised", "words"),
    ("extras", "framework/*", "init_from_checkpoint missing name", "result/error", "words"),
    ("extras", "lookup", "string_to_index_table_from_tensor empty", "result/error", "words"),
    ("extras", "lookup", "string_to_index_table_from_tensor none", "result/error", "words-op"),
    ("extras", "training/*", "bucket_by_sequence_length, floats", "result/error", "words-op"),
    ("rnn", "refused", "fused: steps", "result/error", "words-op"),
    ("rnn", "unlisted", "NTMCell refused: small", "result/error", "words-op"),
    ("seq2seq", "beams", "unlike contrib: lengths", "result/error", "words-op"),
    ("seq2seq", "beams", "unlike contrib: parents", "result/error", "words-op"),
    (
        "inputs",
        "preprocessing",
        "signature VocabularyProcessor.restore",
        "result",
        "vocabulary-trusted",
    ),
    ("inputs", "preprocessing", "vocabulary trim 1 to [34]", "result/1/1/*", "vocabulary-trim"),
    (
        "estimators",
        "life_cycle",
        "bad",
        "no_pair/raised",
        "input-pair",
    ),
    (
        "estimators",
        "life_cycle",
        "feeders",
        "few_labels/*",
        "feeder-labels",
    ),
    ("estimators", "canned", "bad", "dnn_feature_columns_dict/raised", "columns-collections"),
    ("estimators", "canned", "bad", "dnn_feature_columns_s*", "columns-collections"),
    ("estimators", "canned", "bad", "linear_feature_columns_dict/raised", "columns-collections"),
    ("estimators", "canned", "bad", "linear_feature_columns_s*", "columns-collections"),
    *(
        ("estimators", "rnn", "models/" + cases, path, "classes-numbers")
        for cases in (
            "classes/single/[eit]*[lrn]",
            "more/[aefglmn]*",
            "more/cl*",
            "more/object",
            "more/state",
        )
        for path in ("errors/spec()", "specs")
    ),
    (
        "estimators",
        "kmeans",
        "kmeans",
        "export/collections",
        "cond-collection",
    ),
    (
        "estimators",
        "mixtures",
        "two tensors",
        "result",
        "mixture-tensors",
    ),
    ("estimators", "models", "bidirectional_rnn: sequence_length", "result/*", "sequence-lengths"),
    (
        "estimators",
        "models",
        "get_rnn_model: bidirectional, sequence_length",
        "result/*",
        "sequence-lengths",
    ),
    ("estimators", "models", "logistic, weighted by tensor", "result/*", "tensor-truth"),
    ("estimators", "models", "seq2seq_inputs: sentinel tensor", "result/*", "tensor-truth"),
    ("extras", "layers", "batch_norm/at_once_fed_*", "outputs//0", "cond-name"),
    ("extras", "layers", "batch_norm/plain_fed_*", "outputs//0", "cond-name"),
    ("extras", "layers", "utils", "outputs/smart/1/0", "cond-name"),
    (
        "extras",
        "layers",
        "scale_gradient",
        "outputs//0",
        "gradient",
    ),
    (
        "extras",
        "layers",
        "utils",
        "outputs/two/2/*",
        "dimensions",
    ),
    (
        "extras",
        "framework/*",
        "assign_from_checkpoint_fn of other shape",
        "result",
        "saver-shapes",
    ),
    (
        "seq2seq",
        "legacy",
        "embedding_*_seq2seq tensor True",
        "gradients/*",
        "embedding-gradient",
    ),
    ("names", "layers", "*.scale_gradient", "arguments", "gradient"),
    ("names", "layers", "layers._scale_gradient_*", "arguments", "gradient"),
    (
        "names",
        "layers",
        "target_column.ProblemType",
        "arguments",
        "problem-type",
    ),
    (
        "names",
        "packages",
        "data.make_batched_features_dataset",
        "arguments",
        "reader-default",
    ),
)

# The same rows, with the reasons.
DIFFERENCES = tuple((*row[:4], differences()[row[4]].reason) for row in _ROWS)
KEYS = frozenset(row[4] for row in _ROWS)


def rows(key, name):
    """Gives the rows about a case of the group `ROOM/GROUP`."""
    room, _, group = key.partition("/")
    return [
        row
        for row in DIFFERENCES
        if row[0] == room and fnmatchcase(group, row[1]) and fnmatchcase(name, row[2])
    ]
