"""A checkpoint of TF 1.15.5's DynamicRnnEstimator is used as there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from tf_spec_compat._tf import tf1

from . import rnn_lives as recorder
from .compare import differences
from .test_life_cycle import _mended


def test_a_checkpoint_of_1_15_is_used_as_there(tmp_path: Path) -> None:
    """It is evaluated, asked, exported and trained further, with the numbers of TF 1.15.5."""
    for name in os.listdir(recorder.HERE):
        if name.startswith(("model.ckpt-", "checkpoint")):
            shutil.copy(os.path.join(recorder.HERE, name), tmp_path)
    golden = json.loads(Path(recorder.FACTS).read_text())
    before = tf1.logging.get_verbosity()
    tf1.logging.set_verbosity(tf1.logging.FATAL)
    try:
        live = recorder.from_checkpoint(str(tmp_path))
    finally:
        tf1.logging.set_verbosity(before)
    found = differences(golden, _mended(golden, live))
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % one for one in found)
