"""What a SavedModel offers: its tag sets, signatures and assets, read without its graph.

Neither the graph nor the variables are loaded, however large or damaged they are, and nothing of
them is run.
"""

from __future__ import annotations

import dataclasses
import itertools
import mmap
import os
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import DecodeError

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import read_saved_model as parse_saved_model

__all__ = [
    "MetaGraph",
    "SavedModel",
    "Signature",
    "TensorFacts",
    "UnreadableModelError",
    "read_saved_model",
]

_BINARY, _TEXT = "saved_model.pb", "saved_model.pbtxt"

# Of a model's bytes beside its graph, and of its text, that are read; real ones have a hundredth.
_MOST = 64 * 2**20

# Field numbers of the messages SavedModel and MetaGraphDef.
_META_GRAPHS = 2
_META_INFO, _COLLECTIONS, _SIGNATURES, _ASSETS = 1, 4, 5, 6

# Where TensorFlow 1 listed the assets first.
_ASSET_COLLECTION = "saved_model_assets"


class UnreadableModelError(ValueError):
    """A folder holds no SavedModel that can be read; the message says why."""


@dataclasses.dataclass(frozen=True)
class TensorFacts:
    """An input or output of a signature.

    Attributes:
      tensor: Its name in the graph; of a sparse tensor that of its values.
      dtype: Such as "float32".
      shape: Its sizes, None for one that is open; None if even their number is.
      encoding: "dense", "sparse" or "composite".
    """

    tensor: str
    dtype: str
    shape: tuple[int | None, ...] | None
    encoding: str = "dense"

    @property
    def shape_text(self) -> str:
        """The shape as `saved_model_cli` writes it: `(-1, 4)`."""
        if self.shape is None:
            return "unknown rank"
        sizes = ", ".join("-1" if size is None else str(size) for size in self.shape)
        return f"({sizes})"


@dataclasses.dataclass(frozen=True)
class Signature:
    """What a client asks for by a key.

    Attributes:
      method: Such as "tensorflow/serving/predict".
      inputs: Name -> tensor.
      outputs: Name -> tensor.
    """

    method: str
    inputs: dict[str, TensorFacts]
    outputs: dict[str, TensorFacts]


@dataclasses.dataclass(frozen=True)
class MetaGraph:
    """One of the graphs of a SavedModel.

    Attributes:
      tags: Its tag set, sorted.
      signatures: Key -> signature.
      assets: Names of files in the folder `assets`, sorted.
      tensorflow: The version that wrote it.
    """

    tags: tuple[str, ...]
    signatures: dict[str, Signature]
    assets: tuple[str, ...]
    tensorflow: str


@dataclasses.dataclass(frozen=True)
class SavedModel:
    """A SavedModel.

    Attributes:
      path: Its folder.
      file: The file that was read.
      graphs: Tag set -> graph.

    Example:
      >>> x = tf.placeholder(tf.float32, [None, 4])
      >>> with tf.Session() as session:
      ...     tf.saved_model.simple_save(session, "model", {"x": x}, {"y": 2 * x})
      >>> signatures = read_saved_model("model").graph(("serve",)).signatures
      >>> signatures["serving_default"].inputs["x"].shape
      (None, 4)
    """

    path: str
    file: str
    graphs: dict[tuple[str, ...], MetaGraph]

    def graph(self, tags: tuple[str, ...]) -> MetaGraph:
        """Returns the graph with a tag set; raises `UnreadableModelError` if there is none."""
        if tags not in self.graphs:
            there = "; ".join(",".join(each) for each in self.graphs)
            raise UnreadableModelError(
                f"{self.path} has no tag set {','.join(tags)!r}; it has {there!r}."
            )
        return self.graphs[tags]


def read_saved_model(path: str) -> SavedModel:
    """Reads what a SavedModel offers.

    Args:
      path: The folder of a SavedModel of TensorFlow 1 or 2, binary or text; or a folder of exports,
        of which the newest is read (that with the highest number for its name).

    Raises:
      UnreadableModelError: There is none, or it is damaged, or more than 64 MiB of it would have to
        be read.

    Example:
      >>> x = tf.placeholder(tf.float32, [None, 4])
      >>> with tf.Session() as session:
      ...     tf.saved_model.simple_save(session, "exports/1700000000", {"x": x}, {"y": 2 * x})
      >>> model = read_saved_model("exports")
      >>> model.path, [*model.graphs]
      ('exports/1700000000', [('serve',)])
    """
    folder = _newest(path)
    file = os.path.join(folder, _BINARY)
    try:
        if os.path.isfile(file):
            graphs = list(_binary_graphs(file))
        else:
            file = os.path.join(folder, _TEXT)
            if os.path.getsize(file) > _MOST:
                raise UnreadableModelError(f"{file} is too large; export it as binary.")
            graphs = [_from_message(each) for each in parse_saved_model(folder).meta_graphs]
    except OSError as error:
        raise UnreadableModelError(f"{file} cannot be read: {error.strerror or error}.") from error
    except (RecursionError, UnicodeDecodeError, DecodeError, IndexError) as error:
        raise UnreadableModelError(f"{file} is damaged: {_line(error)}.") from error
    if not graphs:
        raise UnreadableModelError(f"{file} holds no graph: it is empty or damaged.")
    return SavedModel(folder, file, {graph.tags: graph for graph in graphs})


def _newest(path: str) -> str:
    """Returns the folder of the SavedModel that a path means."""
    if not os.path.isdir(path):
        raise UnreadableModelError(f"There is no folder {path!r}.")
    if _is_model(path):
        return path
    names = [name for name in os.listdir(path) if name.isdigit()]
    exports = [name for name in names if _is_model(os.path.join(path, name))]
    if not exports:
        raise UnreadableModelError(
            f"{path!r} has neither {_BINARY} nor {_TEXT}, nor a numbered folder that has one."
        )
    return os.path.join(path, max(exports, key=lambda name: (len(name.lstrip("0")), name)))


def _is_model(folder: str) -> bool:
    return any(os.path.isfile(os.path.join(folder, name)) for name in (_BINARY, _TEXT))


def _line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200].rstrip(".")


def _binary_graphs(file: str) -> Iterator[MetaGraph]:
    """Reads the graphs from a `saved_model.pb`, of which nodes and variables are passed over."""
    if not os.path.getsize(file):
        return
    with open(file, "rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        read = 0
        for number, start, end in _fields(data, 0, len(data)):
            if number != _META_GRAPHS:
                continue
            pieces = []
            for inner, at, begin, stop in _pieces(data, start, end):
                is_wanted = inner in (_META_INFO, _SIGNATURES, _ASSETS)
                if is_wanted or (inner == _COLLECTIONS and _names_assets(data, begin, stop)):
                    read += stop - at
                    if read > _MOST:
                        raise UnreadableModelError(
                            f"{file} has more than {_MOST >> 20} MiB beside its graph, which no "
                            "exported model has."
                        )
                    pieces.append(data[at:stop])
            yield _from_message(tf1.MetaGraphDef.FromString(b"".join(pieces)))


def _fields(data: Any, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yields the fields of a message that have a length: number, start and end of the value."""
    for number, _, begin, stop in _pieces(data, start, end):
        yield number, begin, stop


def _pieces(data: Any, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yields number, start of the field, start and end of its value, of fields with a length.

    See https://protobuf.dev/programming-guides/encoding.
    """
    at = start
    while at < end:
        field = at
        key, at = _varint(data, at, end)
        kind = key & 7
        if kind == 0:
            _, at = _varint(data, at, end)
        elif kind == 1:
            at += 8
        elif kind == 5:
            at += 4
        elif kind == 2:
            length, at = _varint(data, at, end)
            if length > end - at:
                raise IndexError(f"a field at byte {field} is longer than the file")
            yield key >> 3, field, at, at + length
            at += length
        else:
            raise IndexError(f"there is no field at byte {field}")
    if at != end:
        raise IndexError("it ends within a field")


def _varint(data: Any, at: int, end: int) -> tuple[int, int]:
    """Returns a number of variable length, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= end:
            raise IndexError("it ends within a number")
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
    raise IndexError(f"the number before byte {at} is too long")


def _names_assets(data: Any, start: int, end: int) -> bool:
    """Says whether an entry of the collections is that of the assets."""
    return any(
        number == 1 and data[begin:stop] == _ASSET_COLLECTION.encode()
        for number, begin, stop in itertools.islice(_fields(data, start, end), 2)
    )


def _from_message(message: Any) -> MetaGraph:
    signatures = {
        key: Signature(
            signature.method_name,
            {name: _tensor(info) for name, info in sorted(signature.inputs.items())},
            {name: _tensor(info) for name, info in sorted(signature.outputs.items())},
        )
        for key, signature in sorted(message.signature_def.items())
        if not key.startswith("__saved_model")  # bookkeeping of the loader
    }
    assets = {asset.filename for asset in message.asset_file_def}
    for entry in message.collection_def[_ASSET_COLLECTION].any_list.value:
        assets.add(_asset_name(entry.value))
    return MetaGraph(
        tuple(sorted(message.meta_info_def.tags)),
        signatures,
        tuple(sorted(assets)),
        message.meta_info_def.tensorflow_version,
    )


def _asset_name(message: bytes) -> str:
    """Returns the file that an `AssetFileDef` names, its second field."""
    names = [
        message[start:end]
        for number, start, end in _fields(message, 0, len(message))
        if number == 2
    ]
    return names[-1].decode("utf-8", "replace") if names else ""


def _tensor(info: Any) -> TensorFacts:
    encoding = info.WhichOneof("encoding")
    name = info.coo_sparse.values_tensor_name if encoding == "coo_sparse" else info.name
    names = {"coo_sparse": "sparse", "composite_tensor": "composite"}
    sizes = [None if dim.size < 0 else dim.size for dim in info.tensor_shape.dim]
    try:
        dtype = tf.as_dtype(info.dtype).name
    except TypeError:
        dtype = f"dtype {info.dtype}"
    return TensorFacts(
        name,
        dtype,
        None if info.tensor_shape.unknown_rank else tuple(sizes),
        names.get(encoding or "", "dense"),
    )
