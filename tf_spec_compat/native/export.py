"""A model as a SavedModel of TensorFlow 2, with the signatures of its estimator."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, audible_deprecations, tf, tf1
from tf_spec_compat._tf.private import (
    core_signature_defs,
    get_temp_export_dir,
    get_timestamped_export_dir,
    read_saved_model,
)
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.native.graph_functions import GraphResource
from tf_spec_compat.native.inputs import Input, specs_of
from tf_spec_compat.native.mode_graph import ModeGraph
from tf_spec_compat.native.replicas import Replicas
from tf_spec_compat.specs.serving_input import InputFnOps
from tf_spec_compat.specs.signatures import (
    build_all_signature_defs,
    get_input_alternatives,
    get_output_alternatives,
)

__all__ = ["export_model"]

_FEATURES = "features"


class _ServingInput(Input):
    """What a serving input_fn makes, or placeholders that are like an example."""

    def __init__(self, given: Any) -> None:
        super().__init__()
        self._given = given
        self.receivers: Any = None

    def build(self, mode: str, params: Any, config: Any, replicas: Replicas) -> list[Any]:
        if callable(self._given):
            with audible_deprecations():
                made = self._given()
        else:
            made = _raw(self._given)
        if hasattr(made, "receiver_tensors"):
            made = InputFnOps(made.features, None, made.receiver_tensors)
        self.receivers, self.features = get_input_alternatives(made)
        return [(self.features, None)]


def _raw(example: Any) -> InputFnOps:
    named = example if isinstance(example, Mapping) else {_FEATURES: example}
    placeholders = {
        name: tf1.placeholder(spec.dtype, spec.shape, name=name)
        for name, spec in specs_of(named, None).items()
    }
    features = placeholders if isinstance(example, Mapping) else placeholders[_FEATURES]
    return InputFnOps(features, None, placeholders)


def export_model(
    build: Callable[..., Any],
    params: Any,
    config: Any,
    replicas: Replicas,
    open_: Callable[[ModeGraph], None],
    export_dir_base: str,
    serving_input: Any,
    default_key: str | None,
    assets_extra: Mapping[str, str] | None,
) -> str:
    """Exports a model; see `Model.export` for the arguments.

    `build`, `params`, `config` and `replicas` are as for `ModeGraph`; `open_` binds a graph to
    variables.
    """
    given = _ServingInput(serving_input)
    graph = ModeGraph(ModeKeys.INFER, given, build, params, config, replicas)
    with graph.graph.as_default():
        signatures = _signatures(graph, given.receivers, default_key)
    open_(graph)
    functions = {key: _function(graph, each) for key, each in signatures.items()}
    _check_tables(graph)
    module = tf.Module()
    module.state = dict(graph.session.functions.eager_variables)
    module.assets = _initialize_tables(graph)
    module.resources = list(graph.session.functions.resources.values())
    target = get_timestamped_export_dir(export_dir_base)
    folder = get_temp_export_dir(target)
    try:
        tf.saved_model.save(module, folder, signatures=functions)
        _patch(tf.compat.as_str_any(folder), signatures)
        for path, source in (assets_extra or {}).items():
            there = os.path.join(tf.compat.as_str_any(folder), "assets.extra", path)
            tf.io.gfile.makedirs(os.path.dirname(there))
            tf.io.gfile.copy(source, there)
    except BaseException:
        tf.io.gfile.rmtree(folder)
        raise
    tf.io.gfile.rename(folder, target)
    return str(tf.compat.as_str_any(target))


def _signatures(graph: ModeGraph, receivers: Any, default_key: str | None) -> dict[str, Any]:
    """Returns the `SignatureDef`s, by the names of tensors of the graph."""
    if not isinstance(graph.ops, EstimatorSpec):
        outputs, key = get_output_alternatives(graph.ops, default_key)
        return build_all_signature_defs(receivers, outputs, key)
    if not graph.spec.export_outputs:
        raise ValueError(
            "export_outputs must be defined in the EstimatorSpec of mode "
            f"{graph.mode!r}; give {{'serving_default': tf.estimator.export.PredictOutput(...)}}."
        )
    (inputs,) = receivers.values()
    made: dict[str, Any] = core_signature_defs(inputs, graph.spec.export_outputs)
    return made


def _function(graph: ModeGraph, signature: Any) -> Any:
    """Returns the concrete function that answers a signature."""
    tensor = graph.graph.get_tensor_by_name
    feeds = {_argument(key): tensor(info.name) for key, info in sorted(signature.inputs.items())}
    outputs = sorted(signature.outputs)
    run = graph.function([tensor(signature.outputs[key].name) for key in outputs], feeds.values())

    def serve(**given: Any) -> dict[str, Any]:
        return dict(zip(outputs, run(*(given[name] for name in feeds))))

    return tf.function(serve, autograph=False).get_concrete_function(
        **{name: tf.TensorSpec(each.shape, each.dtype, name) for name, each in feeds.items()}
    )


def _argument(key: str) -> str:
    return key if key.isidentifier() else "".join(c if c.isalnum() else "_" for c in f"_{key}")


def _check_tables(graph: ModeGraph) -> None:
    for name in graph.session.functions.resources:
        kind = graph.graph.get_operation_by_name(name).type
        if kind.startswith("Mutable"):
            raise UnsupportedError(
                f"{name!r} is a table that training fills ({kind}), which this export has no place "
                "for; export the checkpoint by an Estimator of the same model_fn."
            )


def _initialize_tables(graph: ModeGraph) -> list[Any]:
    """Lets tables fill themselves from the export's own files; returns these."""
    functions = graph.session.functions
    paths = graph.graph.get_collection(tf1.GraphKeys.ASSET_FILEPATHS)
    names = [tf.compat.as_str_any(path) for path in graph.session.run(paths)] if paths else []
    assets = [tf.saved_model.Asset(name) for name in names]
    for initializer in graph.graph.get_collection(tf1.GraphKeys.TABLE_INITIALIZERS):
        run = functions.function([initializer], paths)
        for name in functions.resources_of([initializer]):
            _add_initializer(functions.resources[name], run, assets)
    return assets


def _add_initializer(resource: GraphResource, run: Callable[..., Any], assets: list[Any]) -> None:
    resource.initialize = lambda: run(*(asset.asset_path for asset in assets))


def _patch(folder: str, signatures: Mapping[str, Any]) -> None:
    """Writes the methods and keys of signatures, which TensorFlow 2 does not save."""
    saved = read_saved_model(folder)
    for key, signature in signatures.items():
        written = saved.meta_graphs[0].signature_def[key]
        written.method_name = signature.method_name
        for name in signature.inputs:
            if _argument(name) != name:
                written.inputs[name].CopyFrom(written.inputs.pop(_argument(name)))
    path = os.path.join(folder, "saved_model.pb")
    with tf.io.gfile.GFile(path, "wb") as file:
        file.write(saved.SerializeToString(deterministic=True))
