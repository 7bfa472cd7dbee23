"""Where this package differs from TF 1.15.5 on purpose, and why.

Each row: (room, pattern of groups, of case names, and of paths in the record; reason). Patterns are
those of `fnmatch`. Every case that a row names must differ at such a path; the test fails when one
no longer does. The page `docs/differences.md` is made of the rows, so reasons are sentences.
"""

from fnmatch import fnmatchcase

_SVM = (
    "An SVM head predicts ids and logits, no scores and no string classes, so 1.15 could not make "
    "an EstimatorSpec of it in any mode. Here it is served by a predict signature."
)
_KEYS = (
    "Keys that are no strings are refused by the factory, with its ValueError for wrong keys; 1.15 "
    "took them, and failed when the first graph was built."
)
_SHAPE = (
    "The classes that are served are those of the head. 1.15 counted the columns of the logits "
    "instead, of which there are too many or too few here."
)
_COND_NAME = "TF2's tf.cond names its output otherwise."
_COLUMNS = (
    "1.15 added the two collections of columns, which only two lists or two tuples can be. Here "
    "any collection will do."
)
_CLASSES = (
    "Classes that are numbers are exported as a prediction; 1.15 could not make an EstimatorSpec "
    "of them."
)
_LENGTHS = (
    "Sequences of different lengths work; 1.15 unstacked the steps without their number, and "
    "failed."
)
_TRUTH = "A tensor will do; 1.15 took the truth of it, and failed."
_TRIMMED = "1.15 kept the counts of what it had dropped as too frequent, in place of others."

_WORDS = "The check is TensorFlow's own now, with its words; contrib's had been like it."
_OPS = "The message is about the argument; 1.15's was about an op that it did not fit."

_GRADIENT = (
    "A custom gradient, where 1.15 had a function in the graph with a gradient and a name of its "
    "own."
)

DIFFERENCES = (
    ("heads", "svm", "*", "errors/spec()", _SVM),
    ("heads", "svm", "*", "specs", _SVM),
    ("heads", "multi", "svm-infer", "errors/spec([rs])", _SVM),
    ("heads", "multi", "svm-infer", "specs", _SVM),
    ("heads", "bad_modes", "names-svm-*", "errors/spec(*)", _SVM),
    ("heads", "bad_modes", "names-svm-*", "specs", _SVM),
    ("heads", "alternatives", "tensors_classification_classes_[if]*", "errors/spec()", _SVM),
    ("heads", "alternatives", "tensors_classification_classes_[if]*", "specs", _SVM),
    ("heads", "alternatives", "tensors_logistic_classes_[if]*", "errors/spec()", _SVM),
    ("heads", "alternatives", "tensors_logistic_classes_[if]*", "specs", _SVM),
    ("heads", "estimator", "svm", "*", _SVM),
    (
        "heads",
        "ops",
        "*hooks_*tuple-*",
        "errors/create",
        "1.15 checked tuples of hooks, and then failed to add them to a list. Here both will do.",
    ),
    (
        "heads",
        "multi_other",
        "members_iterator",
        "errors/create",
        "1.15 used up an iterator of heads while it checked them, and had none left.",
    ),
    (
        "heads",
        "loss_only",
        "tuple-[te]*",
        "errors/create",
        "1.15 added up a list of losses, but not a tuple of them.",
    ),
    (
        "heads",
        "bad_logits",
        "logits_scalar-*-eval",
        "errors/create",
        "1.15 met an IndexError in a shape without columns. Here it is the ValueError that every "
        "other wrong shape of logits is.",
    ),
    (
        "heads",
        "bad_logits",
        "logits_wide_unknown-[bcm]*-[ei]*",
        "alternatives/None/1/classes/*",
        _SHAPE,
    ),
    ("heads", "bad_logits", "logits_cube-[cm]*-[bi]*", "alternatives/None/1/classes/*", _SHAPE),
    (
        "heads",
        "factories",
        "thresholds_number-binary-eval",
        "errors/c*",
        "A number for a list of thresholds: the same TypeError, from the factory.",
    ),
    (
        "heads",
        "factories",
        "thresholds_array-classes-eval",
        "errors/construct",
        "An array of thresholds is as good as a list, for each head.",
    ),
    ("heads", "factories", "keys_ints-classes-infer", "errors/c*", _KEYS),
    ("heads", "factories", "keys_nones-classes-infer", "errors/c*", _KEYS),
    (
        "heads",
        "factories",
        "keys_string-classes-infer",
        "errors/c*",
        "One string for a list of keys: the same ValueError, from the factory.",
    ),
    ("columns", "feature_columns", "safe", "values/7/3/raised", _OPS),
    (
        "heads",
        "ops",
        "[lt]*_other_graph-*",
        "errors/create",
        "An operation is told by its name and type, not by the lines of its NodeDef.",
    ),
    ("estimators", "kmeans", "kmeans_bad", "distance/raised", _WORDS),
    ("estimators", "kmeans", "kmeans_bad", "initial/raised", _WORDS),
    ("estimators", "life_cycle", "bad", "model_dir/raised", _WORDS),
    (
        "estimators",
        "refused",
        "predictor",
        "key*",
        "A signature that the model does not have; 1.15 made a predictor of nothing.",
    ),
    ("estimators", "refused", "trained", "metrics: weight key/raised", _OPS),
    ("estimators", "rnn", "saver", "save_rank/raised", _WORDS),
    ("estimators", "rnn", "sequences", "unroll_*/raised", _OPS),
    ("estimators", "sdca", "sdca_bad", "l1/raised", _WORDS),
    ("extras", "framework/*", "init_from_checkpoint missing name", "result/error", _WORDS),
    ("extras", "lookup", "string_to_index_table_from_tensor empty", "result/error", _WORDS),
    ("extras", "lookup", "string_to_index_table_from_tensor none", "result/error", _OPS),
    ("extras", "training/*", "bucket_by_sequence_length, floats", "result/error", _OPS),
    ("rnn", "refused", "fused: steps", "result/error", _OPS),
    ("rnn", "unlisted", "NTMCell refused: small", "result/error", _OPS),
    ("seq2seq", "beams", "unlike contrib: lengths", "result/error", _OPS),
    ("seq2seq", "beams", "unlike contrib: parents", "result/error", _OPS),
    (
        "inputs",
        "preprocessing",
        "signature VocabularyProcessor.restore",
        "result",
        "`trusted` admits tokenizers of one's own; without it a file can name none.",
    ),
    ("inputs", "preprocessing", "vocabulary trim 1 to [34]", "result/1/1/*", _TRIMMED),
    (
        "estimators",
        "life_cycle",
        "bad",
        "no_pair/raised",
        "An input_fn that returns a tensor gets a TypeError that says so, not one about iterating.",
    ),
    (
        "estimators",
        "life_cycle",
        "feeders",
        "few_labels/*",
        "Where labels are missing the feeder says so again; 1.15 went on past them.",
    ),
    ("estimators", "canned", "bad", "dnn_feature_columns_dict/raised", _COLUMNS),
    ("estimators", "canned", "bad", "dnn_feature_columns_s*", _COLUMNS),
    ("estimators", "canned", "bad", "linear_feature_columns_dict/raised", _COLUMNS),
    ("estimators", "canned", "bad", "linear_feature_columns_s*", _COLUMNS),
    *(
        ("estimators", "rnn", "models/" + cases, path, _CLASSES)
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
        "tf.cond of TF2 leaves no collection of contexts.",
    ),
    (
        "estimators",
        "mixtures",
        "two tensors",
        "result",
        "A mixture may have its examples in several tensors; 1.15 failed in the session then.",
    ),
    ("estimators", "models", "bidirectional_rnn: sequence_length", "result/*", _LENGTHS),
    ("estimators", "models", "get_rnn_model: bidirectional, sequence_length", "result/*", _LENGTHS),
    ("estimators", "models", "logistic, weighted by tensor", "result/*", _TRUTH),
    ("estimators", "models", "seq2seq_inputs: sentinel tensor", "result/*", _TRUTH),
    ("extras", "layers", "batch_norm/at_once_fed_*", "outputs//0", _COND_NAME),
    ("extras", "layers", "batch_norm/plain_fed_*", "outputs//0", _COND_NAME),
    ("extras", "layers", "utils", "outputs/smart/1/0", _COND_NAME),
    (
        "extras",
        "layers",
        "scale_gradient",
        "outputs//0",
        _GRADIENT,
    ),
    (
        "extras",
        "layers",
        "utils",
        "outputs/two/2/*",
        "The dimensions of a TF2 TensorShape are numbers.",
    ),
    (
        "extras",
        "framework/*",
        "assign_from_checkpoint_fn of other shape",
        "result",
        "tf.train.Saver does not check the shapes of TF2's variables.",
    ),
    (
        "seq2seq",
        "legacy",
        "embedding_*_seq2seq tensor True",
        "gradients/*",
        "The gradient of the embedding is that of a model which always feeds back; 1.15 lost parts "
        "of it on the way through tf.cond.",
    ),
    ("names", "layers", "*.scale_gradient", "arguments", _GRADIENT),
    ("names", "layers", "layers._scale_gradient_*", "arguments", _GRADIENT),
    (
        "names",
        "layers",
        "target_column.ProblemType",
        "arguments",
        "A class, which 1.15's deprecation had turned into a function.",
    ),
    (
        "names",
        "packages",
        "data.make_batched_features_dataset",
        "arguments",
        "The default of reader is None, which stands for TFRecordDataset.",
    ),
)


def rows(key, name):
    """Gives the rows about a case of the group `ROOM/GROUP`."""
    room, _, group = key.partition("/")
    return [
        row
        for row in DIFFERENCES
        if row[0] == room and fnmatchcase(group, row[1]) and fnmatchcase(name, row[2])
    ]
