"""The cases of RNN estimators: their functions, their model functions, their lives.

Runs unchanged under TF 1.15.5 and under this package.
"""

from tests.oracle.observe import InFolder

from . import rnn_functions as functions
from . import rnn_lives as lives
from . import rnn_saving as saving
from . import rnn_sequences as sequences
from .rnn_models import MODELS

CASES = {
    name: InFolder(getattr(functions, name))
    for name in ("cells", "losses", "metrics", "predictions", "states", "steps")
}
CASES.update((name, InFolder(getattr(sequences, name))) for name in ("saver", "sequences"))
CASES.update(
    ("saving/" + name, InFolder(getattr(saving, name)))
    for name in ("constructed", "inputs", "models", "parts")
)
CASES.update(("models/" + name, case) for name, case in MODELS.items())
CASES.update(
    ("lives/" + name, InFolder(getattr(lives, name)))
    for name in ("constructors", "dynamic_lives", "saving_life")
)
