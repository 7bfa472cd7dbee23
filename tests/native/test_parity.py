"""`native` gives the figures that TF 1.15.5's estimators gave, from its checkpoints too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from google.protobuf import text_format

from tests.oracle.cases.estimators import life_cycle, rnn_lives, two_heads
from tests.oracle.compare import differences
from tests.oracle.facts import plain, rounded
from tests.oracle.groups import GROUPS
from tf_spec_compat import native
from tf_spec_compat._tf import tf1

LIVES = GROUPS["estimators/life_cycle"]
CHECKPOINTS = GROUPS["estimators/checkpoints"]
# Those of `fed` are fed by placeholders, and `bad` and the others are no lives.
NAMES = [name for name, facts in LIVES.golden().items() if "fit" in facts and name != "fed"]
CANNED = ("combined", "dnn", "linear")
EXPORTED = life_cycle.exported
ROUNDED = ("kmeans", "regression", "svm")


class Native:
    """A native model under the methods of contrib's estimators."""

    def __init__(self, estimator: Any) -> None:
        self.estimator, self.model = estimator, native.from_estimator(estimator)

    def fit(self, **kwargs: Any) -> Native:
        self.model.fit(kwargs.pop("input_fn"), **kwargs)
        return self

    def evaluate(self, input_fn: Any, **kwargs: Any) -> Any:
        if "metrics" in kwargs:  # Native has none beside the model's; the checkpoint will do.
            return self.estimator.evaluate(input_fn=input_fn, **kwargs)
        return self.model.evaluate(input_fn, **kwargs)

    def predict(
        self, input_fn: Any, as_iterable: bool = True, iterate_batches: bool = False
    ) -> Any:
        batches = self.model.predict(
            input_fn, yield_single_examples=as_iterable and not iterate_batches
        )
        return batches if as_iterable else next(batches)

    def export_savedmodel(self, base: str, serving_input_fn: Any, **kwargs: Any) -> bytes:
        return self.model.export(base, serving_input_fn, **kwargs).encode()

    def get_variable_names(self) -> Any:
        return self.estimator.get_variable_names()

    def get_variable_value(self, name: str) -> Any:
        return self.estimator.get_variable_value(name)


def exported(*args: Any, **kwargs: Any) -> Any:
    """What the cases look at in an export, but for what a SavedModel of TensorFlow 2 adds."""
    load = tf1.saved_model.loader.load

    def without_init(*args: Any) -> Any:
        loaded = load(*args)
        del loaded.signature_def["__saved_model_init_op"]
        return loaded

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tf1.saved_model.loader, "load", without_init)
        record = EXPORTED(*args, **kwargs)
    del record["files"], record["collections"]
    return record


@pytest.fixture
def lives(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The cases of the life cycle, with native models."""
    contrib = life_cycle.estimator.Estimator

    class Module:
        @staticmethod
        def Estimator(*args: Any, **kwargs: Any) -> Native:  # noqa: N802 - contrib's name
            return Native(contrib(*args, **kwargs))

    monkeypatch.setattr(life_cycle, "estimator", Module)
    monkeypatch.setattr(life_cycle, "exported", exported)
    return LIVES.cases()


@pytest.mark.parametrize("name", NAMES)
def test_a_life_is_that_of_1_15(lives: Any, name: str) -> None:
    """Fit, evaluate, predict, export and fit on give TF 1.15.5's figures and signatures."""
    golden, live = LIVES.golden()[name], plain(lives[name].facts())
    if "evaluate" not in golden:  # It is refused; `test_model.py` looks at the words.
        assert "raised" in live["fit"]
        return
    for export in (golden.get("export", {}), golden.get("raw", {})):
        export.pop("files", None)
        export.pop("collections", None)
    if "raised" in golden.get("export", {}):
        golden["folders"].remove("export")  # Here nothing is left of an export that is refused.
    # `loss` and steps per second are written beside the model's own summaries.
    train = golden["tags"][0]
    live["tags"][0] = {tag: value for tag, value in live["tags"][0].items() if tag in train}
    assert not differences(golden, live, name, LIVES.tolerance)


def agree(golden: Any, live: Any, name: str) -> None:
    assert not differences({"": golden}, {"": plain(live)}, name, CHECKPOINTS.tolerance)


@pytest.mark.parametrize("name", CANNED)
def test_canned_goes_on_from_1_15(name: str, tmp_path: Path) -> None:
    """A canned estimator of TF 1.15.5 evaluates, predicts and trains on from its checkpoint."""
    golden, case = CHECKPOINTS.golden()[name], CHECKPOINTS.cases()[name]
    folder = case.restore(str(tmp_path))
    model = native.from_estimator(case.make(folder))
    agree(golden["evaluation"], model.evaluate(case.input_fn, steps=1), name)
    predictions = list(model.predict(case.input_fn))
    agree(golden["probabilities"], [each["probabilities"] for each in predictions], name)
    agree(golden["classes"], [each["classes"] for each in predictions], name)
    model.fit(case.input_fn, steps=case.more)
    agree(golden["after"], case.weights(folder), name)
    agree(golden["evaluation_after"], model.evaluate(case.input_fn, steps=1), name)
    assert CHECKPOINTS.load().variables(folder) == golden["variables"]


@pytest.mark.parametrize("name", ROUNDED)
def test_tables_and_hooks_go_on_from_1_15(name: str, tmp_path: Path) -> None:
    """K-means and SDCA, which train by hooks and hash tables, go on from TF 1.15.5's checkpoint."""
    golden, case = CHECKPOINTS.golden()[name], CHECKPOINTS.cases()[name]
    folder = case.restore(str(tmp_path))
    model = native.from_estimator(case.make(folder))

    def used() -> dict[str, Any]:
        return {
            "weights": case.weights(folder),
            "evaluation": rounded(plain(model.evaluate(case.input_fn, steps=1)), 3),
            "predictions": rounded(plain(list(model.predict(case.input_fn))), 3),
        }

    agree(golden["before"], used(), name)
    model.fit(case.input_fn, max_steps=case.more)
    agree(golden["after"], used(), name)


def test_rnn_goes_on_from_1_15(tmp_path: Path) -> None:
    """A DynamicRnnEstimator of TF 1.15.5 evaluates, predicts and trains on from its checkpoint."""
    golden, case = CHECKPOINTS.golden()["rnn"], CHECKPOINTS.cases()["rnn"]
    folder = case.restore(str(tmp_path))
    model = native.from_estimator(case.make(folder))
    agree(golden["evaluation"], model.evaluate(rnn_lives.input_fn, steps=2), "rnn")
    agree(golden["predictions"], list(model.predict(rnn_lives.features)), "rnn")
    model.fit(rnn_lives.input_fn, steps=2)
    agree(golden["trained_on"], case.weights(folder), "rnn")


def test_two_heads_go_on_from_1_15(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of two heads is evaluated, exported and trained on from TF 1.15.5's checkpoint."""
    golden, case = CHECKPOINTS.golden()["two_heads"], CHECKPOINTS.cases()["two_heads"]
    folder = case.restore(str(tmp_path))
    monkeypatch.setattr(two_heads, "exported", exported)
    record = plain(two_heads.used(Native(case.make(folder)), folder))
    del golden["export"]["files"], golden["export"]["collections"]
    for key, value in record.items():
        agree(golden[key], value, "two_heads/" + key)
    agree(golden["after"], case.weights(folder), "two_heads")


def test_our_files_are_those_of_1_15(tmp_path: Path) -> None:
    """A checkpoint that is written here has TF 1.15.5's files, names and state."""
    case: Any = CHECKPOINTS.cases()["two_heads"]
    native.from_estimator(case.make(str(tmp_path))).fit(two_heads.input_fn, steps=case.steps)
    assert {*os.listdir(case.path), "graph.pbtxt"} <= set(os.listdir(tmp_path))
    graph = text_format.Parse((tmp_path / "graph.pbtxt").read_text(), tf1.GraphDef())
    assert {"global_step", "save/restore_all"} <= {node.name for node in graph.node}
    assert (tmp_path / "checkpoint").read_text() == Path(case.path, "checkpoint").read_text()
    golden = CHECKPOINTS.golden()["two_heads"]
    assert CHECKPOINTS.load().variables(str(tmp_path)) == golden["variables"]
    agree(golden["before"], case.weights(str(tmp_path)), "two_heads")
    reader = tf1.train.load_checkpoint(str(tmp_path))
    assert np.asarray(reader.get_tensor("global_step")) == case.steps
