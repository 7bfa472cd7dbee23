"""Proof that a new model is the legacy one: both are taken through their lives and compared."""

from __future__ import annotations

import functools
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from tf_spec_compat._tf import estimator, tf1
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.specs.model_fn import model_fn_for_estimator
from tf_spec_compat.specs.serving_input import InputFnOps
from tf_spec_compat.testing.comparing import compare_records
from tf_spec_compat.testing.estimators import CORE, Estimators
from tf_spec_compat.testing.feed import Feed
from tf_spec_compat.testing.recorder import Recorder
from tf_spec_compat.testing.report import Comparison, Report
from tf_spec_compat.training.run_config import RunConfig

__all__ = ["assert_same_model", "compare_models"]


def compare_models(
    legacy_model_fn: Any,
    new_model_fn: Any,
    input_fn: Callable[..., Any],
    *,
    params: Any = None,
    config: Any = None,
    steps: int = 5,
    eval_input_fn: Callable[..., Any] | None = None,
    eval_steps: int = 2,
    serving_input_fn: Callable[[], Any] | None = None,
    default_serving_output_alternative_key: str | None = None,
    rename: Mapping[str, str] | None = None,
    export_rename: Mapping[str, str] | None = None,
    ignore: Iterable[str] = (),
    rtol: float = 1e-5,
    atol: float = 1e-6,
    seed: int = 1,
) -> Report:
    """Trains, evaluates, predicts with and exports two models, and compares all that they do.

    Both are given the same batches, those that the input_fns give when they are run once, and the
    same values before the first step, the legacy model's by the names of variables. Their random
    ops (dropout) are seeded by their order, so that they draw the same as long as both have the
    same ones. Compared are the losses and summaries of each step, the global step, all variables
    in the last checkpoint (slots of optimizers, too), metrics, the predictions for the first batch,
    signatures, and what these answer for that batch.

    model_fns are run by `tf.estimator.Estimator`. To compare what contrib's does as well, which
    names signatures in its own way, give a `learn.Estimator`.

    Args:
      legacy_model_fn: A model_fn that returns `ModelFnOps`, `(predictions, loss, train_op)`, an
        `EstimatorSpec` or a `TPUEstimatorSpec`; or an Estimator, contrib's or core's, whose model
        and `params` are taken (its checkpoints are not).
      new_model_fn: Likewise.
      input_fn: What to train with: a function of nothing, or of any of `mode`, `params` and
        `config`; returns features, `(features, labels)` or a `Dataset`.
      params: For the model_fns.
      config: A `RunConfig` to run with, but for its folder and seed, and with summaries of each
        step. None is one with a single thread, in which sums have one order.
      steps: How many steps to train.
      eval_input_fn: What to evaluate and predict with; None is `input_fn`.
      eval_steps: How many batches of it to use, at most.
      serving_input_fn: What to export with: returns `InputFnOps` or a `ServingInputReceiver`. None
        parses serialized `tf.Example`s of the features.
      default_serving_output_alternative_key: The head that is served by default, of several.
      rename: Legacy name -> new name, of variables and of scopes such as "dnn".
      export_rename: Legacy name -> new name, of signatures, inputs and outputs.
      ignore: What not to compare, as `KIND:NAME` with wildcards: `"summary:*"`,
        `"variable:*/Adam*"`, `"metric:accuracy/*"`. Kinds are those of `Difference`.
      rtol: How far numbers may be off, in proportion to the legacy one.
      atol: How far they may be off beyond that.
      seed: The seed of both graphs.

    Returns:
      A `Report`.

    Raises:
      TypeError: A model is neither a function nor an Estimator.
      ValueError: `steps`, `eval_steps`, a tolerance or `ignore` cannot be; the input ends before
        its first batch; `rename` names nothing, or gives two variables one name. What the models
        raise passes through.

    Example:
      >>> def model_with(rate):
      ...     optimizer = tf.train.GradientDescentOptimizer(rate)
      ...     def model_fn(features, labels, mode):
      ...         logits = layers.linear(
      ...             features["x"], 1, weights_initializer=tf.ones_initializer())
      ...         return learn.regression_head().create_model_fn_ops(
      ...             features, mode, labels, logits=logits, train_op_fn=lambda loss:
      ...             optimizer.minimize(loss, tf.train.get_global_step()))
      ...     return model_fn
      >>> def input_fn():
      ...     return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([2.0, 4.0])
      >>> report = tf_spec_compat.testing.compare_models(
      ...     model_with(0.125), model_with(0.25), input_fn, steps=2)
      >>> report.ok, report.compared["loss"]
      (False, 2)
      >>> print(report.first)
      loss in step 2: legacy 0.0703125, new 1.28125, off by 1.21 (relative 17)
    """
    for name, count in (("steps", steps), ("eval_steps", eval_steps)):
        if count < 1:
            raise ValueError(f"{name} must be one or more, got {count!r}.")
    comparison = Comparison("", "", rtol, atol, ignore)
    learn = SimpleNamespace(Estimator=Estimator, RunConfig=RunConfig, InputFnOps=InputFnOps)
    apis = Estimators(tf1, estimator, lambda: learn)
    sides = [
        _Side(apis, model, params, default_serving_output_alternative_key)
        for model in (legacy_model_fn, new_model_fn)
    ]
    names = dict(rename or {})
    with tempfile.TemporaryDirectory() as folder:
        given = {"params": sides[0].params, "config": apis.config(CORE, folder, seed, config)}
        train = Feed(tf1, input_fn, steps, {**given, "mode": "train"})
        evaluate = Feed(tf1, eval_input_fn or input_fn, eval_steps, {**given, "mode": "eval"})
        records: list[dict[str, Any]] = []
        for side, name in zip(sides, ("legacy", "new")):
            base = os.path.join(folder, name)
            settings = apis.config(side.kind, os.path.join(base, "model"), seed, config)
            recorder = Recorder(apis, side.kind, side.model_fn, side.params, settings)
            initial = records[0]["initial"] if records else None
            record = recorder.record(train, steps, evaluate, initial, names if records else None)
            key = default_serving_output_alternative_key
            record["export"] = recorder.export(
                os.path.join(base, "export"), serving_input_fn, evaluate, key
            )
            record["examples"] = evaluate.features()
            records.append(record)
        comparison.report.legacy, comparison.report.new = (side.words() for side in sides)
        compare_records(comparison, records[0], records[1], names, export_rename)
    return comparison.report


def assert_same_model(
    legacy_model_fn: Any, new_model_fn: Any, input_fn: Callable[..., Any], **options: Any
) -> None:
    """Raises an `AssertionError` if a new model does anything but what the legacy one does.

    Args:
      legacy_model_fn: As for `compare_models`.
      new_model_fn: As for `compare_models`.
      input_fn: As for `compare_models`.
      **options: Its other arguments.

    Raises:
      AssertionError: Something differs; the message begins with what differs first, by how much
        and in which step, and goes on with the whole report.

    Example:
      >>> def test_migration():
      ...     assert_same_model(legacy.model_fn, model.model_fn, data.input_fn, steps=20)
    """
    report = compare_models(legacy_model_fn, new_model_fn, input_fn, **options)
    if report.first is not None:
        raise AssertionError(f"{report.first}\n\n{report.to_text()}")


class _Side:
    """One of the two models.

    Whatever else can be compared becomes an Estimator's model_fn here: an object with `model_fn`
    and `params` is taken for one that has.
    """

    def __init__(self, apis: Estimators, model: Any, params: Any, default_key: str | None) -> None:
        self._seen: list[str] = []
        if hasattr(model, "model_fn"):
            self._name = type(model).__name__
            self.kind = apis.kind_of(model)
            self.model_fn, self.params = model.model_fn, None  # it has them bound
            return
        if not callable(model):
            raise TypeError(f"A model must be a model_fn or an Estimator, got {model!r}.")
        self._name = getattr(model, "__qualname__", repr(model))
        self.kind, self.params = CORE, params
        self.model_fn = model_fn_for_estimator(
            self._noting(model), default_serving_output_alternative_key=default_key
        )

    def _noting(self, model_fn: Any) -> Any:
        @functools.wraps(model_fn)
        def noting(*args: Any, **kwargs: Any) -> Any:
            result = model_fn(*args, **kwargs)
            self._seen.append(type(result).__name__)
            return result

        return noting

    def words(self) -> str:
        returned = f" returning {self._seen[0]}" if self._seen else ""
        return f"{self._name}{returned}, TensorFlow {tf1.VERSION}"
