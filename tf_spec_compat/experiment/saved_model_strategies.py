"""Makers of `ExportStrategy`s that export SavedModels."""

from __future__ import annotations

import functools
import os
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.experiment import best_model, export_dirs
from tf_spec_compat.experiment.export_strategy import ExportStrategy
from tf_spec_compat.specs import serving_input

__all__ = [
    "extend_export_strategy",
    "make_best_model_export_strategy",
    "make_export_strategy",
    "make_parsing_export_strategy",
]


def make_export_strategy(
    serving_input_fn: Callable[[], Any],
    default_output_alternative_key: str | None = None,
    assets_extra: Mapping[str, str] | None = None,
    as_text: bool = False,
    exports_to_keep: int | None = 5,
    strip_default_attrs: bool | None = None,
) -> ExportStrategy:
    """Returns the strategy `Servo`, which exports with `export_savedmodel`.

    Deprecated, as in contrib; use `tf.estimator.FinalExporter` or `LatestExporter`. Behaviour: TF
    1.15.5.

    Args:
      serving_input_fn: Returns `InputFnOps`, or for a core `tf.estimator.Estimator` a
        `ServingInputReceiver`.
      default_output_alternative_key: The head to serve by default, if there are several. Not for a
        core estimator.
      assets_extra: Path in `assets.extra` of the export -> file to copy there.
      as_text: Whether to write the SavedModel as text.
      exports_to_keep: How many exports to keep; `None` keeps them all.
      strip_default_attrs: Whether to leave out of the graph what has its default value.

    Its export raises `ValueError` for a core estimator with a `default_output_alternative_key`.

    Example:
      >>> def serving_input_fn():
      ...     x = tf.placeholder(tf.float32, [None, 1])
      ...     return learn.InputFnOps({"x": x}, None, {"x": x})
      >>> strategy = learn.make_export_strategy(serving_input_fn, exports_to_keep=2)
      >>> strategy.name  # for `export_strategies` of an `Experiment`
      'Servo'
    """

    def export_fn(
        estimator: Any,
        export_dir_base: str,
        checkpoint_path: str | None = None,
        strip_default_attrs: bool | None = False,
    ) -> Any:
        options: dict[str, Any] = {
            "assets_extra": assets_extra,
            "as_text": as_text,
            "checkpoint_path": checkpoint_path,
            "strip_default_attrs": strip_default_attrs,
        }
        if not isinstance(estimator, core.Estimator):
            options["default_output_alternative_key"] = default_output_alternative_key
        elif default_output_alternative_key is not None:
            raise ValueError(
                "default_output_alternative_key is not supported in core Estimator. Given: "
                f"{default_output_alternative_key}; name the head 'serving_default' in the "
                "export_outputs of its EstimatorSpec instead."
            )
        export = _savedmodel_exporter(estimator)
        path = export(export_dir_base, serving_input_fn, **options)
        export_dirs.garbage_collect_exports(export_dir_base, exports_to_keep)
        return path

    return ExportStrategy("Servo", export_fn, strip_default_attrs)


def _savedmodel_exporter(estimator: Any) -> Callable[..., Any]:
    # Under TensorFlow 2, tf.estimator.Estimator inherits this method and hides it.
    export = getattr(estimator, "export_savedmodel", None)
    if export is None and isinstance(estimator, core.Estimator):
        export = functools.partial(core.Estimator.export_savedmodel, estimator)
    if export is None:
        raise AttributeError(f"{estimator!r} cannot be exported: it has no export_savedmodel.")
    return export


def make_parsing_export_strategy(
    feature_columns: Iterable[Any],
    default_output_alternative_key: str | None = None,
    assets_extra: Mapping[str, str] | None = None,
    as_text: bool = False,
    exports_to_keep: int | None = 5,
    target_core: bool = False,
    strip_default_attrs: bool | None = None,
) -> ExportStrategy:
    """Returns the strategy `Servo` for a server that is sent serialized `tf.Example`s.

    Deprecated, as in contrib; use `tf.estimator.FinalExporter` with
    `tf.estimator.export.build_parsing_serving_input_receiver_fn`. Behaviour: TF 1.15.5, but for
    that.

    Args:
      feature_columns: What the model needs; the examples are parsed accordingly. Unlike contrib's,
        it takes columns of `tf.feature_column` too.
      default_output_alternative_key: As for `make_export_strategy`.
      assets_extra: As for `make_export_strategy`.
      as_text: As for `make_export_strategy`.
      exports_to_keep: As for `make_export_strategy`.
      target_core: Whether it is for a core `tf.estimator.Estimator`.
      strip_default_attrs: As for `make_export_strategy`.

    Raises:
      TypeError: If there is something else than a feature column.

    Example:
      >>> export_utils = learn.utils.saved_model_export_utils
      >>> strategy = export_utils.make_parsing_export_strategy([layers.real_valued_column("x")])
      >>> strategy.name
      'Servo'
    """
    build = (
        core.export.build_parsing_serving_input_receiver_fn
        if target_core
        else serving_input.build_parsing_serving_input_fn
    )
    return make_export_strategy(
        build(_parsing_spec(feature_columns)),
        default_output_alternative_key,
        assets_extra,
        as_text,
        exports_to_keep,
        strip_default_attrs,
    )


def _parsing_spec(feature_columns: Iterable[Any]) -> dict[str, Any]:
    if isinstance(feature_columns, Mapping):
        feature_columns = feature_columns.values()
    elif isinstance(feature_columns, tuple) and hasattr(feature_columns, "_fields"):
        feature_columns = [feature_columns]  # A single column, each of which is a named tuple.
    spec: dict[str, Any] = {}
    for column in feature_columns:
        if isinstance(getattr(column, "config", None), Mapping):
            spec.update(column.config)  # A column of contrib.layers says itself how it is parsed.
            continue
        try:
            spec.update(tf1.feature_column.make_parse_example_spec([column]))
        except ValueError as error:
            raise TypeError(
                f"feature_columns must hold feature columns only, got {column!r}."
            ) from error
    return spec


def make_best_model_export_strategy(
    serving_input_fn: Callable[[], Any],
    exports_to_keep: int | None = 1,
    model_dir: str | None = None,
    event_file_pattern: str | None = None,
    compare_fn: Callable[[dict[str, Any], dict[str, Any]], Any] | None = None,
    default_output_alternative_key: str | None = None,
    strip_default_attrs: bool | None = None,
) -> ExportStrategy:
    """Returns the strategy `best_model`, which exports a model if it is the best so far.

    Deprecated, as in contrib; use `tf.estimator.BestExporter`. Behaviour: TF 1.15.5, but for that.

    The export goes to a folder with the name of the checkpoint, and its path is `""` if there was
    none.

    Args:
      serving_input_fn: As for `make_export_strategy`.
      exports_to_keep: How many exports of the same checkpoint to keep; `None` keeps them all.
      model_dir: The folder that `event_file_pattern` starts from; without it, none is looked at.
      event_file_pattern: Event files of earlier evaluations, for example `eval/*.tfevents.*`.
      compare_fn: `compare_fn(best, candidate)` says whether the candidate's evaluation result is
        better than the best so far. The default is a smaller `loss`.
      default_output_alternative_key: As for `make_export_strategy`.
      strip_default_attrs: As for `make_export_strategy`.

    Its export takes the latest checkpoint if it is given none, where contrib's failed, and raises
    `ValueError` without a checkpoint or its evaluation result.

    Example:
      >>> export_utils = learn.utils.saved_model_export_utils
      >>> strategy = export_utils.make_best_model_export_strategy(
      ...     learn.build_parsing_serving_input_fn({"x": tf.FixedLenFeature([1], tf.float32)}),
      ...     compare_fn=lambda best, candidate: candidate["accuracy"] > best["accuracy"])
      >>> strategy.name
      'best_model'
    """
    base = make_export_strategy(
        serving_input_fn,
        default_output_alternative_key=default_output_alternative_key,
        exports_to_keep=exports_to_keep,
        strip_default_attrs=strip_default_attrs,
    )
    pattern = None
    if model_dir and event_file_pattern:
        pattern = os.path.join(model_dir, event_file_pattern)
    selector = best_model.BestModelSelector(pattern, compare_fn)

    def export_fn(
        estimator: Any,
        export_dir_base: str,
        checkpoint_path: str | None,
        eval_result: dict[str, Any] | None = None,
    ) -> Any:
        # train_and_evaluate names no checkpoint: its result is of the latest one.
        latest = checkpoint_path or tf.train.latest_checkpoint(estimator.model_dir)
        best, _ = selector.update(latest, eval_result)
        if not best:
            return ""
        folder = os.path.join(tf.compat.as_str(export_dir_base), os.path.basename(best))
        return base.export(estimator, folder, best, eval_result)

    return ExportStrategy("best_model", export_fn, strip_default_attrs)


def extend_export_strategy(
    base_export_strategy: ExportStrategy,
    post_export_fn: Callable[[Any, str], Any],
    post_export_name: str | None = None,
) -> ExportStrategy:
    """Returns a strategy that lets `post_export_fn` work on what another one exported.

    Deprecated, as in contrib; use a `tf.estimator.Exporter` of your own. Behaviour: TF 1.15.5, but
    for that.

    Args:
      base_export_strategy: Exports to a folder that is not kept.
      post_export_fn: Called with the path of that export and a new, empty folder. It makes a folder
        in there and returns its path; this is then moved to where the exports go, under its own
        name.
      post_export_name: The name of the strategy; that of the other one if there is none.

    Its export hands on `eval_result`, as contrib's did not, so that it can extend
    `make_best_model_export_strategy`. If that exports nothing, it returns `""`. Its export raises
    `ValueError` if `post_export_fn` returns something else, and `RuntimeError` if there is a folder
    of that name already. Unlike contrib's it leaves no `temp-` folders behind when it fails.

    Example:
      >>> def export_fn(estimator, export_path):
      ...     tf.gfile.MakeDirs(export_path + "/1700000000")
      ...     return export_path + "/1700000000"
      >>> def without_weights(export, folder):
      ...     tf.gfile.MakeDirs(folder + "/light")
      ...     return folder + "/light"
      >>> strategy = learn.utils.saved_model_export_utils.extend_export_strategy(
      ...     learn.ExportStrategy("full", export_fn), without_weights, "light")
      >>> strategy.name, strategy.export(None, "exports")
      ('light', 'exports/light')
    """

    def export_fn(
        estimator: Any,
        export_dir_base: str,
        checkpoint_path: str | None = None,
        eval_result: dict[str, Any] | None = None,
    ) -> Any:
        unique = uuid.uuid4().hex
        export_dir_base = tf.compat.as_str(export_dir_base)
        base_dir = os.path.join(export_dir_base, f"temp-base-export-{unique}")
        post_dir = os.path.join(export_dir_base, f"temp-post-export-{unique}")
        try:
            tf.io.gfile.makedirs(base_dir)
            exported = base_export_strategy.export(
                estimator, base_dir, checkpoint_path, eval_result
            )
            if not exported:
                return ""
            tf.io.gfile.makedirs(post_dir)
            result = tf.compat.as_str(post_export_fn(exported, post_dir) or "").rstrip("/")
            name = os.path.relpath(result, post_dir) if result else ""
            if os.path.dirname(name) or name in ("", os.curdir, os.pardir):
                raise ValueError(
                    f"post_export_fn must return a sub-directory of {post_dir}, but "
                    f"{post_export_fn!r} returned {result!r}."
                )
            final = os.path.join(export_dir_base, name)
            if tf.io.gfile.exists(final):
                raise RuntimeError(
                    f"Failed to obtain the final export directory: {final} exists already; let "
                    f"{post_export_fn!r} choose a name that is new for each export."
                )
            tf.io.gfile.rename(result, final)
            return final
        finally:
            for folder in (base_dir, post_dir):
                if tf.io.gfile.exists(folder):
                    tf.io.gfile.rmtree(folder)

    return ExportStrategy(post_export_name or base_export_strategy.name, export_fn)
