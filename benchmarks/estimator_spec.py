"""`ModelFnOps.estimator_spec()` against an `EstimatorSpec` of the same things, made by hand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import net
from benchmarks.measure import Row, cpu_seconds, in_turns, time_row
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import learn

_LIMIT = 1.2
_ROUNDS = 21
_TIMES = 400


def run(_: object = None) -> Iterator[Row]:
    for mode in net.MODES:
        with tf.Graph().as_default():
            features, labels = net.inputs()
            logits = net.logits_of(features)
            tf1.train.get_or_create_global_step()
            head = learn.multi_class_head(net.CLASSES)
            ops = head.create_model_fn_ops(features, mode, labels, net.train_op_fn, logits=logits)
            by_hand = functools.partial(_by_hand, ops)
            _check_same(ops.estimator_spec(), by_hand())
            makers: tuple[Callable[[], Any], ...] = (ops.estimator_spec, by_hand)
            times = in_turns(
                _ROUNDS, *(functools.partial(cpu_seconds, make, _TIMES) for make in makers)
            )
        yield time_row(f"{mode}, time", *times, _LIMIT)


def _by_hand(ops: Any) -> Any:
    ((head_name, (_, served)),) = ops.output_alternatives.items()
    metrics = dict(ops.eval_metric_ops)
    metrics.pop("loss", None)  # `Estimator` has its own.
    return estimator.EstimatorSpec(
        mode=ops.mode,
        predictions=ops.predictions,
        loss=ops.loss,
        train_op=ops.train_op,
        eval_metric_ops=metrics,
        export_outputs={
            head_name: estimator.export.ClassificationOutput(
                scores=served["probabilities"], classes=served["classes"]
            )
        },
        training_chief_hooks=ops.training_chief_hooks,
        training_hooks=ops.training_hooks,
        scaffold=ops.scaffold,
    )


def _check_same(*specs: Any) -> None:
    for field in ("mode", "predictions", "loss", "train_op", "eval_metric_ops"):
        ours, by_hand = (getattr(spec, field) for spec in specs)
        assert ours == by_hand, field
    ours, by_hand = (
        {key: (output.scores, output.classes) for key, output in spec.export_outputs.items()}
        for spec in specs
    )
    assert ours == by_hand, "export_outputs"
