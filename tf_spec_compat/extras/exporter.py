"""`tensorflow.contrib.session_bundle.exporter`: writes session bundles."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from google.protobuf.any_pb2 import Any as AnyMessage

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import Path, get_paths, negation
from tf_spec_compat.extras import session_bundle
from tf_spec_compat.model.types import Operation, Tensor

__all__ = ["Exporter", "gfile_copy_callback"]

_deprecated = deprecated("2017-06-30", "No longer supported. Switch to SavedModel immediately.")


def gfile_copy_callback(files_to_copy: Mapping[str, str], export_dir_path: str) -> None:
    """Copies assets into the folder of an export.

    Args:
      files_to_copy: Path of a file -> its name in the export.
      export_dir_path: The folder, which is made if need be.

    Raises:
      tf.errors.NotFoundError: There is no such file.
    """
    tf1.gfile.MakeDirs(export_dir_path)
    for source, name in files_to_copy.items():
        target = os.path.join(tf.compat.as_bytes(export_dir_path), tf.compat.as_bytes(name))
        tf1.gfile.Copy(source, target)


class Exporter:
    """Writes a graph, its variables and its signatures as session bundles.

    TensorFlow Serving has dropped the format for SavedModel, and so have TensorFlow 1.15 and 2; the
    files are a checkpoint and a `MetaGraphDef`, which `tf.compat.v1.train.import_meta_graph` reads.

        exporter = Exporter(tf.compat.v1.train.Saver())
        exporter.init(default_graph_signature=regression_signature(x, y))
        exporter.export("/tmp/export", global_step, session)  # b"/tmp/export/00000042"
    """

    @_deprecated
    def __init__(self, saver: Any) -> None:
        """Takes the saver of the variables.

        Raises:
          AttributeError: `saver` is no `tf.compat.v1.train.Saver`.
        """
        definition = saver.as_saver_def()
        definition.ClearField("max_to_keep")
        self._saver = tf1.train.Saver(saver_def=definition)
        self._has_init = False
        self._assets: dict[bytes, bytes] = {}
        self._assets_callback: Callable[[Any, Any], None] | None = None

    def init(
        self,
        graph_def: Any = None,
        init_op: Operation = None,
        clear_devices: bool = False,
        default_graph_signature: Any = None,
        named_graph_signatures: Mapping[str, Any] | None = None,
        assets_collection: Iterable[Tensor] | None = None,
        assets_callback: Callable[[Any, Any], None] = gfile_copy_callback,
    ) -> None:
        """Notes what is exported, in collections of the default graph.

        Args:
          graph_def: A `GraphDef` to serve in place of the graph.
          init_op: Is run before serving, after the variables are restored.
          clear_devices: Whether to take the devices out of `graph_def`.
          default_graph_signature: A `Signature`.
          named_graph_signatures: Name -> `Signature`.
          assets_collection: String constants, scalars, which are paths of files to export too.
          assets_callback: Is called with {path: name} of those and with the folder for them.

        Raises:
          RuntimeError: It was called before.
          TypeError: A signature is none, `init_op` is no `Operation`, or an asset is no such
            constant.
        """
        if self._has_init:
            raise RuntimeError("init should be called only once; make another Exporter.")
        self._has_init = True
        if graph_def is not None or clear_devices:
            served = tf1.GraphDef()
            served.CopyFrom(graph_def or tf1.get_default_graph().as_graph_def())
            for node in served.node if clear_devices else ():
                node.device = ""
            if graph_def is not None:
                _collect(session_bundle.GRAPH_KEY, served)
        if init_op is not None:
            if not isinstance(init_op, tf.Operation):
                raise TypeError(f"init_op needs to be an Operation: {init_op}")
            tf1.add_to_collection(session_bundle.INIT_OP_KEY, init_op)
        signatures = session_bundle.Signatures()
        if default_graph_signature is not None:
            signatures.default_signature.CopyFrom(default_graph_signature)
        for name, signature in (named_graph_signatures or {}).items():
            signatures.named_signatures[name].CopyFrom(signature)
        _collect(session_bundle.SIGNATURES_KEY, signatures)
        for tensor in assets_collection or ():
            path = _constant_path(tensor)
            asset = session_bundle.AssetFile(filename=os.path.basename(path))
            asset.tensor_binding.tensor_name = tensor.name
            _collect(session_bundle.ASSETS_KEY, asset)
            self._assets[path] = os.path.basename(path)
        self._assets_callback = assets_callback

    def export(
        self,
        export_dir_base: str,
        global_step_tensor: Tensor,
        sess: Any = None,
        exports_to_keep: Callable[[list[Any]], list[Any]] | None = None,
    ) -> bytes:
        """Writes a bundle, to a folder that is named after the global step.

        Args:
          export_dir_base: The folder in which that is made.
          global_step_tensor: The global step, an integer scalar.
          sess: The session with the variables; the default one without it.
          exports_to_keep: Chooses from the `gc.Path`s of all bundles there, such as
            `gc.largest_export_versions(5)`; the others are deleted.

        Returns:
          The new folder.

        Raises:
          RuntimeError: `init` was not called, or there is a bundle of that step.
          AttributeError: There is no session.
        """
        if not self._has_init:
            raise RuntimeError("init must be called first, with the signatures.")
        session = sess or tf1.get_default_session()
        step = int(session.run(global_step_tensor))
        base = tf.compat.as_bytes(export_dir_base)
        folder = os.path.join(base, (session_bundle.VERSION_FORMAT_SPECIFIER % step).encode())
        if tf1.gfile.Exists(folder):
            raise RuntimeError(
                "Overwriting exports can cause corruption and are not allowed. Duplicate export "
                f"dir: {folder!r}; train further, or export to another folder."
            )
        temporary = folder + b"-tmp"
        tf1.gfile.MakeDirs(temporary)
        self._saver.save(
            session,
            os.path.join(tf.compat.as_str(temporary), session_bundle.EXPORT_BASE_NAME),
            meta_graph_suffix=session_bundle.EXPORT_SUFFIX_NAME,
        )
        if self._assets and self._assets_callback is not None:
            assets = os.path.join(temporary, session_bundle.ASSETS_DIRECTORY.encode())
            self._assets_callback(self._assets, assets)
        tf1.gfile.Rename(temporary, folder)
        if exports_to_keep is not None:
            for path in negation(exports_to_keep)(get_paths(export_dir_base, parser=_version)):
                tf1.gfile.DeleteRecursively(path.path)
        return folder


def _collect(key: str, message: Any) -> None:
    packed = AnyMessage()
    packed.Pack(message)
    tf1.add_to_collection(key, packed)


def _constant_path(tensor: Any) -> bytes:
    """Returns the path that a tensor holds.

    Raises:
      TypeError: It is no string constant.
    """
    if not isinstance(tensor, tf.Tensor):
        raise TypeError(f"tensor is not a Tensor: {tensor!r}; give a tf.constant of a path.")
    if tensor.dtype != tf.string:
        raise TypeError(f"File paths should be string, got {tensor!r}.")
    if tensor.op.type != "Const":
        raise TypeError(f"Only constants tensor are supported, got {tensor!r}.")
    path: bytes = tf.get_static_value(tensor).item()
    return path


def _version(path: Any) -> Any:
    """Returns the `Path` of a bundle with its step, None of other folders."""
    found = re.search(r"/(\d+)$", tf.compat.as_str_any(path.path))
    return Path(path.path, int(found.group(1))) if found else None
