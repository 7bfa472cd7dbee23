"""Where this package differs from TF 1.15.5 on purpose, and why.

Each row: (group, pattern of case names, pattern of paths in the record, reason). Patterns are
those of `fnmatch`. Every case that a row names must differ at such a path; the test fails when
one no longer does.
"""

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

DIFFERENCES = (
    ("svm", "*", "errors/spec()", _SVM),
    ("svm", "*", "specs", _SVM),
    ("multi", "svm-infer", "errors/spec([rs])", _SVM),
    ("multi", "svm-infer", "specs", _SVM),
    ("bad_modes", "names-svm-*", "errors/spec(*)", _SVM),
    ("bad_modes", "names-svm-*", "specs", _SVM),
    ("alternatives", "tensors_classification_classes_[if]*", "errors/spec()", _SVM),
    ("alternatives", "tensors_classification_classes_[if]*", "specs", _SVM),
    ("alternatives", "tensors_logistic_classes_[if]*", "errors/spec()", _SVM),
    ("alternatives", "tensors_logistic_classes_[if]*", "specs", _SVM),
    ("estimator", "svm", "*", _SVM),
    (
        "ops",
        "*hooks_*tuple-*",
        "errors/create",
        "1.15 checked tuples of hooks, and then failed to add them to a list. Here both will do.",
    ),
    (
        "multi_other",
        "members_iterator",
        "errors/create",
        "1.15 used up an iterator of heads while it checked them, and had none left.",
    ),
    (
        "loss_only",
        "tuple-[te]*",
        "errors/create",
        "1.15 added up a list of losses, but not a tuple of them.",
    ),
    (
        "bad_logits",
        "logits_scalar-*-eval",
        "errors/create",
        "1.15 met an IndexError in a shape without columns. Here it is the ValueError that every "
        "other wrong shape of logits is.",
    ),
    ("bad_logits", "logits_wide_unknown-[bcm]*-[ei]*", "alternatives/None/1/classes/*", _SHAPE),
    ("bad_logits", "logits_cube-[cm]*-[bi]*", "alternatives/None/1/classes/*", _SHAPE),
    (
        "factories",
        "thresholds_number-binary-eval",
        "errors/c*",
        "A number for a list of thresholds: the same TypeError, from the factory.",
    ),
    (
        "factories",
        "thresholds_array-classes-eval",
        "errors/construct",
        "An array of thresholds is as good as a list, for each head.",
    ),
    ("factories", "keys_ints-classes-infer", "errors/c*", _KEYS),
    ("factories", "keys_nones-classes-infer", "errors/c*", _KEYS),
    (
        "factories",
        "keys_string-classes-infer",
        "errors/c*",
        "One string for a list of keys: the same ValueError, from the factory.",
    ),
)
