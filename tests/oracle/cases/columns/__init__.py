"""contrib's feature columns, what is made of features with them, and columns of sequences."""

from tests.oracle.compare import EXACT
from tests.oracle.group import Group

GROUPS = {
    "feature_columns": Group("feature_columns"),
    "real_valued": Group("real_valued", tolerance=EXACT),
    "refused": Group("refused"),
    "sequences": Group("sequences"),
}
