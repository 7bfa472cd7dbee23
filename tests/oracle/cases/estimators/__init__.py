"""The life cycle of contrib's estimators, the canned and recurrent ones, k-means, SVM and SDCA."""

from tests.oracle.compare import TOLERANCE
from tests.oracle.group import Group


def _digits(*coarse):
    """Figures that not every run repeats: two digits of some cases, three of the others."""
    return (*((name + "*", (1e-5, 1.1e-2)) for name in coarse), ("*", (1e-5, 1.1e-3)))


_CHECKPOINTS = (
    tuple((name + "*", (1e-5, 1.1e-3)) for name in ("kmeans", "regression", "svm")) + TOLERANCE
)

GROUPS = {
    "canned": Group("canned"),
    "checkpoints": Group("checkpoints", tolerance=_CHECKPOINTS),
    "damaged": Group("damaged"),
    "debug": Group("debug", tolerance=_digits("debug")),
    "kmeans": Group("kmeans", tolerance=_digits()),
    "life_cycle": Group("life_cycle"),
    "mixtures": Group("mixtures", tf1_graphs=True),
    "models": Group(
        "models",
        keras2=("rnn_decoder*", "rnn_seq2seq*", "bidirectional_rnn*", "get_rnn_model*"),
    ),
    "refused": Group("refused"),
    "rnn": Group("rnn"),
    "sdca": Group("sdca", tolerance=_digits("sdca_logistic")),
    "sdca_steps": Group("sdca_steps", tolerance=_digits()),
    "svm": Group(
        "svm", tolerance=_digits("svm", "sdca_linear", "sdca_logistic", "sdca_regression")
    ),
}
