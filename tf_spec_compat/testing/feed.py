"""The batches of an input_fn, kept so that several models can be given the same.

Written for Python 3.6 and TensorFlow 1.13, and without anything of this package: `verify` runs a
copy of it in the Python that has TensorFlow 1.
"""

import inspect
from typing import Any, Callable

__all__ = ["Feed"]


class Feed:
    """The first batches that an input_fn gives.

    Attributes:
      batches: A list of batches, each a list of arrays; a sparse tensor is three of them.
      keys: What each of these arrays is, such as "features/age" or "labels".
    """

    def __init__(
        self, tf: Any, input_fn: "Callable[..., Any]", count: int, given: "dict[str, Any]"
    ) -> None:
        """Runs an input_fn in a graph of its own.

        Args:
          tf: TensorFlow's version 1 API.
          input_fn: Returns features, `(features, labels)`, or a `Dataset` of either.
          count: How many batches to take; fewer if the input ends.
          given: `mode`, `params`, `config`, which the input_fn gets if it has arguments of these
            names; `config.tf_random_seed` is the graph's seed.

        Raises:
          ValueError: The input ends before its first batch.
        """
        self._tf = tf
        # TensorFlow 1.13 cannot take sparse tensors apart.
        names = inspect.signature(tf.nest.flatten).parameters
        self._composites = {"expand_composites": True} if "expand_composites" in names else {}
        self.batches = []  # type: list[list[Any]]
        with tf.Graph().as_default():
            tf.set_random_seed(given["config"].tf_random_seed)
            tf.train.get_or_create_global_step()
            taken = inspect.signature(input_fn).parameters
            data = input_fn(**{name: given[name] for name in given if name in taken})
            if hasattr(data, "batch") and hasattr(data, "map"):  # a Dataset, of either version
                iterator = tf.data.make_initializable_iterator(data)
                tf.add_to_collection(tf.GraphKeys.TABLE_INITIALIZERS, iterator.initializer)
                data = iterator.get_next()
            is_pair = isinstance(data, (tuple, list)) and len(data) == 2
            features, labels = data if is_pair else (data, None)
            self._structure = (features, labels)
            leaves = tf.nest.flatten(self._structure, **self._composites)
            self._absent = [leaf is None for leaf in leaves]
            tensors = [tf.convert_to_tensor(leaf) for leaf in leaves if leaf is not None]
            self._specs = [(tensor.dtype, tensor.shape) for tensor in tensors]
            with tf.train.MonitoredSession() as session:
                while len(self.batches) < count and not session.should_stop():
                    try:
                        self.batches.append(session.run(tensors))
                    except tf.errors.OutOfRangeError:
                        break
        if not self.batches:
            raise ValueError(f"{input_fn!r} gives not a single batch.")
        self.keys = _keys(features, "features") + _keys(labels, "labels")

    def input_fn(self, count: "int | None" = None) -> "Callable[[], Any]":
        """Returns an input_fn that gives `(features, labels)` of the first `count` batches."""
        tf = self._tf

        def input_fn() -> Any:
            batches = iter(self.batches[:count])
            tensors = tf.py_func(lambda: next(batches), [], [dtype for dtype, _ in self._specs])
            for tensor, (_, shape) in zip(tensors, self._specs):
                tensor.set_shape(shape)
            present = iter(tensors)
            leaves = [None if absent else next(present) for absent in self._absent]
            return tf.nest.pack_sequence_as(self._structure, leaves, **self._composites)

        return input_fn

    def features(self) -> "dict[str, Any] | None":
        """Returns the features of the first batch, name -> array; None if one is not dense.

        Features that are a single tensor are called "features".
        """
        names = self._dense()
        return None if names is None else dict(zip(names, self.batches[0]))

    def serving_input_fn(self, make: "Callable[..., Any]") -> "Callable[[], Any] | None":
        """Returns a serving input_fn that parses serialized `tf.Example`s of the features.

        Args:
          make: Called with the features, and with a dict of the placeholder.

        Returns:
          None if a feature is not dense, or its shape behind the first dimension is not known.
        """
        tf, names = self._tf, self._dense()
        specs = dict(zip(names or (), self._specs))
        if not specs or not all(
            shape.ndims and shape[1:].is_fully_defined() for _, shape in specs.values()
        ):
            return None

        def stored(dtype: Any) -> Any:
            if dtype == tf.string:
                return tf.string
            return tf.float32 if dtype.is_floating else tf.int64

        def serving_input_fn() -> Any:
            serialized = tf.placeholder(tf.string, [None], name="input_example_tensor")
            parsed = tf.parse_example(
                serialized,
                {
                    name: tf.FixedLenFeature(shape.as_list()[1:], stored(dtype))
                    for name, (dtype, shape) in specs.items()
                },
            )
            features = {
                name: tensor if tensor.dtype == specs[name][0] else tf.cast(tensor, specs[name][0])
                for name, tensor in parsed.items()
            }
            is_dict = isinstance(self._structure[0], dict)
            return make(features if is_dict else features["features"], {"examples": serialized})

        return serving_input_fn

    def _dense(self) -> "list[str] | None":
        """Returns the names of the features in the order of their tensors."""
        features = self._structure[0]
        if not isinstance(features, dict):
            features = {"features": features}
        names = sorted(features)
        return names if _keys(features, "") == [f"/{name}" for name in names] else None


def _keys(data: Any, path: str) -> "list[str]":
    """Returns a path for each tensor in a structure, in the order of `tf.nest.flatten`."""
    if isinstance(data, dict):
        parts = [(key, data[key]) for key in sorted(data)]
    elif isinstance(data, (tuple, list)):
        parts = list(enumerate(data))
    elif hasattr(data, "dense_shape") and hasattr(data, "indices"):
        return [path + "/" + part for part in ("indices", "values", "dense_shape")]
    else:
        return [] if data is None else [path]
    return [key for name, part in parts for key in _keys(part, f"{path}/{name}")]
