# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.testing.examples import read_examples as read_examples
from tf_spec_compat.testing.models import assert_same_model as assert_same_model
from tf_spec_compat.testing.models import compare_models as compare_models
from tf_spec_compat.testing.report import Comparison as Comparison
from tf_spec_compat.testing.report import Difference as Difference
from tf_spec_compat.testing.report import Report as Report
from tf_spec_compat.testing.saved_model import SavedModel as SavedModel
from tf_spec_compat.testing.saved_model import UnreadableModelError as UnreadableModelError
from tf_spec_compat.testing.saved_model import read_saved_model as read_saved_model
from tf_spec_compat.testing.serving import compare_answers as compare_answers
from tf_spec_compat.testing.signatures import Change as Change
from tf_spec_compat.testing.signatures import diff_signatures as diff_signatures
from tf_spec_compat.testing.verification import Program as Program
from tf_spec_compat.testing.verification import VerificationError as VerificationError
from tf_spec_compat.testing.verification import verify as verify

__all__ = [
    "Change",
    "Comparison",
    "Difference",
    "Program",
    "Report",
    "SavedModel",
    "UnreadableModelError",
    "VerificationError",
    "assert_same_model",
    "compare_answers",
    "compare_models",
    "diff_signatures",
    "read_examples",
    "read_saved_model",
    "verify",
]
