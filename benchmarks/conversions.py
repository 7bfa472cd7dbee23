"""The roads between the three specs against building the target by hand, on the same tensors."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import net
from benchmarks.measure import Row, cpu_seconds, in_turns, time_row
from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf
from tf_spec_compat.contrib import learn
from tf_spec_compat.specs import to_estimator_spec, to_model_fn_ops, to_tpu_estimator_spec

_LIMIT = 1.2
_ROUNDS = 21
_TIMES = 400
_CALLS = 5  # Where a metric_fn is called, each call makes its nodes.


def run(_: object = None) -> Iterator[Row]:
    for mode in net.MODES:
        for name, prepare in _ROADS.items():
            with tf.Graph().as_default() as graph:
                road, by_hand, *added = prepare(mode)
                nodes = len(graph.get_operations())
                _check_same(road(), by_hand())
                assert added or len(graph.get_operations()) == nodes, "nodes were added"
                makers: tuple[Callable[[], Any], ...] = (road, by_hand)
                times = in_turns(
                    _ROUNDS,
                    *(
                        functools.partial(cpu_seconds, make, _CALLS if added else _TIMES)
                        for make in makers
                    ),
                )
            yield time_row(f"{name}, {mode}", *times, _LIMIT)


def _head_ops(mode: str) -> Any:
    features, labels = net.inputs()
    head = learn.multi_class_head(net.CLASSES)
    logits = net.logits_of(features)
    return head.create_model_fn_ops(features, mode, labels, net.train_op_fn, logits=logits)


def _spec_fields(ops: Any) -> dict[str, Any]:
    """What the two specs have of the operations."""
    ((name, (_, served)),) = ops.output_alternatives.items()
    output = estimator.export.ClassificationOutput(
        scores=served["probabilities"], classes=served["classes"]
    )
    return {
        "mode": ops.mode,
        "predictions": ops.predictions,
        "loss": ops.loss,
        "train_op": ops.train_op,
        "export_outputs": {str(name): output},
        "training_hooks": ops.training_hooks,
    }


def _metrics(ops: Any) -> dict[str, Any]:
    return {key: pair for key, pair in ops.eval_metric_ops.items() if key != "loss"}


def _ops_to_spec(mode: str) -> tuple[Any, ...]:
    ops = _head_ops(mode)

    def by_hand() -> Any:
        hooks = {"training_chief_hooks": ops.training_chief_hooks, "scaffold": ops.scaffold}
        return EstimatorSpec(**_spec_fields(ops), eval_metric_ops=_metrics(ops), **hooks)

    return functools.partial(to_estimator_spec, ops), by_hand


def _ops_to_tpu(mode: str) -> tuple[Any, ...]:
    ops = _head_ops(mode)
    pair = to_tpu_estimator_spec(ops).eval_metrics

    def by_hand() -> Any:
        return TPUEstimatorSpec(**_spec_fields(ops), eval_metrics=pair)

    return functools.partial(to_tpu_estimator_spec, ops), by_hand


def _spec_to_ops(mode: str) -> tuple[Any, ...]:
    spec = to_estimator_spec(_head_ops(mode))

    def by_hand() -> Any:
        outputs = {name: each for name, each in spec.export_outputs.items() if name is None}
        return learn.ModelFnOps(
            mode=spec.mode,
            predictions=spec.predictions,
            loss=spec.loss,
            train_op=spec.train_op,
            eval_metric_ops=dict(spec.eval_metric_ops),
            output_alternatives={
                name: (
                    learn.ProblemType.CLASSIFICATION,
                    {"scores": output.scores, "classes": output.classes},
                )
                for name, output in outputs.items()
            },
            training_chief_hooks=list(spec.training_chief_hooks),
            training_hooks=list(spec.training_hooks),
            scaffold=spec.scaffold,
        )

    return functools.partial(to_model_fn_ops, spec), by_hand


def _tpu_to_spec(mode: str) -> tuple[Any, ...]:
    """Against the class's own method, on a pair that makes its metric anew in each call."""
    ops = _head_ops(mode)

    def metric_fn(logits: Any) -> dict[str, Any]:
        return {"mean": tf.compat.v1.metrics.mean(logits)}

    logits = ops.predictions["logits"]
    spec = TPUEstimatorSpec(**_spec_fields(ops), eval_metrics=(metric_fn, [logits]))
    return functools.partial(to_estimator_spec, spec), spec.as_estimator_spec, True


_ROADS: dict[str, Callable[[str], tuple[Any, ...]]] = {
    "ModelFnOps to EstimatorSpec": _ops_to_spec,
    "ModelFnOps to TPUEstimatorSpec": _ops_to_tpu,
    "EstimatorSpec to ModelFnOps": _spec_to_ops,
    "TPUEstimatorSpec to EstimatorSpec": _tpu_to_spec,
}


def _check_same(ours: Any, by_hand: Any) -> None:
    assert type(ours) is type(by_hand)
    for field in ("mode", "predictions", "loss", "train_op", "training_hooks"):
        assert getattr(ours, field) == getattr(by_hand, field), field
    for field in ("export_outputs", "output_alternatives", "eval_metric_ops"):
        values = [getattr(spec, field, None) or {} for spec in (ours, by_hand)]
        assert len(values[0]) == len(values[1]), field
