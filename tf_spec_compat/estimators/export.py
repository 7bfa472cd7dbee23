"""From a checkpoint to a SavedModel with contrib's signatures."""

from __future__ import annotations

import collections
import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tf_spec_compat._tf import audible_deprecations, estimator, silenced_deprecations, tf, tf1
from tf_spec_compat._tf.core_estimator import CoreEstimator
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.estimators.model_builder import to_spec
from tf_spec_compat.model.types import Features
from tf_spec_compat.specs.fields import with_fields
from tf_spec_compat.specs.signatures import (
    DEFAULT_INPUT_ALTERNATIVE_KEY,
    build_all_signature_defs,
    get_input_alternatives,
    get_output_alternatives,
)

__all__ = ["SERVE", "GraphRewriteSpec", "export_savedmodel"]

SERVE = tf1.saved_model.tag_constants.SERVING

# The collection in which an export lists its features.
_FEATURE_KEYS = "input_feature_keys"

GraphRewriteSpec = collections.namedtuple("GraphRewriteSpec", ["tags", "transforms"])


class _Built(NamedTuple):
    """A finished model, where the core Estimator expects what it builds one of."""

    features: Any  # The `EstimatorSpec`.
    receiver_tensors: dict[str, Any]  # All that can be fed.


class _Signature(estimator.export.ExportOutput):
    """A finished signature, where the core Estimator expects what it makes one of."""

    def __init__(self, signature: Any) -> None:
        self._signature = signature

    def as_signature_def(self, receiver_tensors: Any) -> Any:
        """Returns the signature, whatever it is to be fed by."""
        return self._signature


def export_savedmodel(
    core: CoreEstimator,
    build: Callable[[Any], Any],
    checkpoint_path: str,
    export_dir_base: str,
    serving_input_fn: Callable[[], Any],
    default_key: str | None,
    assets_extra: Mapping[str, str] | None,
    as_text: bool,
    graph_rewrite_specs: Sequence[GraphRewriteSpec],
    strip_default_attrs: bool,
) -> bytes:
    """Exports a checkpoint by `core`; see `Estimator.export_savedmodel` for the arguments.

    `build` returns the model of some features, as `ModelFnOps`.
    """
    _check_rewrites(graph_rewrite_specs)

    def build_all() -> _Built:
        # Inputs, model and signatures in one go: the core Estimator calls for them one by one, and
        # contrib's signatures are made of all of them.
        with audible_deprecations():
            input_ops = serving_input_fn()
        inputs, features = get_input_alternatives(input_ops)
        if isinstance(features, Mapping):
            for key in features:
                tf1.add_to_collection(_FEATURE_KEYS, key)
        # Checks the tensors, and names a single feature.
        receiver = estimator.export.ServingInputReceiver(
            features, inputs.get(DEFAULT_INPUT_ALTERNATIVE_KEY) or features
        )
        with audible_deprecations():
            ops = build(receiver.features)
        outputs, key = get_output_alternatives(ops, default_key)
        signatures = build_all_signature_defs(inputs, outputs, key)
        spec = with_fields(
            to_spec(ops),
            train_op=None,  # Some models have one even so; contrib exported none.
            export_outputs={name: _Signature(each) for name, each in signatures.items()},
        )
        return _Built(spec, {**_placeholders(), **receiver.receiver_tensors})

    _pass_leftover(export_dir_base)
    with silenced_deprecations():
        exported: bytes = core.with_model_fn(_built, checkpoint_path).export_savedmodel(
            export_dir_base,
            build_all,
            assets_extra=assets_extra,
            as_text=as_text,
            checkpoint_path=checkpoint_path,
            strip_default_attrs=strip_default_attrs,
        )
    return exported


def _built(features: Features) -> Any:
    """Is the model_fn of a model that is built: it is the features themselves."""
    return features


def _placeholders() -> dict[str, Any]:
    """Returns all that can be fed: the core Estimator leaves out what depends on anything else."""
    return {
        operation.name: operation.outputs[0]
        for operation in tf1.get_default_graph().get_operations()
        if operation.type == "Placeholder"
    }


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
