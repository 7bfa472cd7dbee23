"""SavedModels with contrib's signatures, written by the core Estimator."""

from __future__ import annotations

import collections
import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tf_spec_compat._tf import (
    EstimatorSpec,
    audible_deprecations,
    estimator,
    silenced_deprecations,
    tf,
    tf1,
)
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.estimators import core_spec

if TYPE_CHECKING:
    from tf_spec_compat.estimators.base_estimator import BaseEstimator

__all__ = ["SERVE", "GraphRewriteSpec", "export_savedmodel"]

SERVE = tf1.saved_model.tag_constants.SERVING

# The collection in which an export lists its features.
_FEATURE_KEYS = "input_feature_keys"

GraphRewriteSpec = collections.namedtuple("GraphRewriteSpec", ["tags", "transforms"])


class _Signature(estimator.export.ExportOutput):
    """A signature that is finished, where the core Estimator expects what it makes one of."""

    def __init__(self, signature: Any) -> None:
        self._signature = signature

    def as_signature_def(self, receiver_tensors: Any) -> Any:
        """Returns the signature, whatever it is to be fed by."""
        return self._signature


def export_savedmodel(
    estimator_: BaseEstimator,
    checkpoint_path: str,
    export_dir_base: str,
    serving_input_fn: Callable[[], Any],
    default_key: str | None,
    assets_extra: Mapping[str, str] | None,
    as_text: bool,
    graph_rewrite_specs: Sequence[GraphRewriteSpec],
    strip_default_attrs: bool,
) -> bytes:
    """Exports a checkpoint of a contrib estimator; see `Estimator.export_savedmodel`."""
    # Lazy: those modules draw on more than training needs.
    from tf_spec_compat.experiment import saved_model_export_utils as utils

    _check_rewrites(graph_rewrite_specs)
    alternatives: dict[str, Any] = {}
    receivers: dict[str, Any] = {}

    def receiver_fn() -> Any:
        with audible_deprecations():
            input_ops = serving_input_fn()
        found, features = utils.get_input_alternatives(input_ops)
        alternatives.update(found)
        if isinstance(features, Mapping):
            for key in features:
                tf1.add_to_collection(_FEATURE_KEYS, key)
        inputs = found.get(utils.DEFAULT_INPUT_ALTERNATIVE_KEY) or features
        receiver = estimator.export.ServingInputReceiver(features, inputs)
        receivers.update(receiver.receiver_tensors)
        return receiver._replace(receiver_tensors=receivers)

    def finish(ops: Any) -> Any:
        outputs, actual_key = utils.get_output_alternatives(ops, default_key)
        signatures = utils.build_all_signature_defs(alternatives, outputs, actual_key)
        fields = core_spec.to_spec(ops)._asdict()
        fields["train_op"] = None  # Some models have one even so; contrib exported none.
        fields["export_outputs"] = {key: _Signature(value) for key, value in signatures.items()}
        # The core Estimator leaves out signatures that cannot be computed from these alone.
        for operation in tf1.get_default_graph().get_operations():
            if operation.type == "Placeholder":
                receivers.setdefault(operation.name, operation.outputs[0])
        return EstimatorSpec._make(fields.values())

    _pass_leftover(export_dir_base)
    with silenced_deprecations(), estimator_._exporting(finish):
        exported: bytes = estimator_._core.export_savedmodel(
            export_dir_base,
            receiver_fn,
            assets_extra=assets_extra,
            as_text=as_text,
            checkpoint_path=checkpoint_path,
            strip_default_attrs=strip_default_attrs,
        )
    return exported


def _pass_leftover(export_dir_base: str) -> None:
    """Waits out a second that a broken export is named after: the core Estimator fails on it."""
    while True:
        now = time.time()
        leftover = os.path.join(tf.compat.as_str_any(export_dir_base), f"temp-{int(now)}")
        if not tf.io.gfile.exists(leftover):
            return
        time.sleep(int(now) + 1 - now)


def _check_rewrites(rewrites: Sequence[GraphRewriteSpec]) -> None:
    wanted = [(tuple(tags), tuple(transforms)) for tags, transforms in rewrites]
    if wanted != [((SERVE,), ())]:
        raise UnsupportedError(
            f"graph_rewrite_specs {tuple(rewrites)!r}: the graph transforms that contrib applied "
            "while exporting are gone with TensorFlow 2. Leave graph_rewrite_specs out, and "
            "optimize the exported model, for example with tf.lite or TensorRT."
        )
