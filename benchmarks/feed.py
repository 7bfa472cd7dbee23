"""Steps per second of `fit(x=, y=)`, from numpy, against `fit(input_fn=)`, from a `Dataset`.

The same model and examples as in `fit`, shuffled, in batches of 32.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator

from benchmarks import estimators, fit, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, rate_row

_LIMIT = 0.9
_ROUNDS = 40


def run(_: object = None) -> Iterator[Row]:
    times = lockstep(_ROUNDS, command(__name__, "from_numpy"), command(__name__, "from_dataset"))
    yield rate_row("fit from numpy, steps; from a Dataset", training.STEPS, *times, _LIMIT)


def from_numpy(turn: Callable[[], bool]) -> None:
    x, y = training.arrays()
    with tempfile.TemporaryDirectory() as folder:
        estimators.legacy(folder).fit(
            x, y, batch_size=training.BATCH, monitors=[training.Pacer(turn)]
        )


from_dataset = fit.fit
