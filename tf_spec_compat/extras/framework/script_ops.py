"""`tensorflow.contrib.framework.python.ops.script_ops`: `py_func` for nests of tensors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import nest, tf, tf1

__all__ = ["py_func"]


def py_func(
    func: Callable[..., Any],
    args: Sequence[Any] = (),
    kwargs: Mapping[str, Any] | None = None,
    output_types: Any = None,
    output_shapes: Any = None,
    stateful: bool = True,
    name: str | None = None,
) -> Any:
    """Returns the results of a Python function as tensors.

    Args:
      func: Called with arrays in place of tensors when the graph runs.
      args: Its arguments, nests of tensors.
      kwargs: Its keyword arguments, likewise.
      output_types: The dtype of the result, or a nest of them, of the structure of the result.
      output_shapes: Its static shapes, in the same structure.
      stateful: Whether it may give different results for the same arguments.
      name: The op's name.

    Returns:
      Tensors in the structure of `output_types`.

    Raises:
      TypeError: `args` is no list or tuple, `kwargs` no dict, `func` no function, or
        `output_types` is missing.
    """
    if not isinstance(args, (list, tuple)):
        raise TypeError(f"args must be list and not {type(args)}. args: {args}")
    if not isinstance(kwargs or {}, dict):
        raise TypeError(f"kwargs must be dict and not {type(kwargs)}. args: {kwargs}")
    if not callable(func):
        raise TypeError(f"func must be callable and not {type(func)}. func: {func}")
    if output_types is None:
        raise TypeError(
            "Expected DataType for argument 'Tout' not None: output_types must be the dtypes of "
            "the result."
        )
    structure = (args, kwargs or {})

    def call(*flat: Any) -> list[Any]:
        given, named = tf.nest.pack_sequence_as(structure, flat)
        return tf.nest.flatten(func(*given, **named))

    results = tf1.py_func(
        call,
        tf.nest.flatten(structure),
        tf.nest.flatten(output_types),
        stateful=stateful,
        name=name,
    )
    packed = tf.nest.pack_sequence_as(output_types, results)
    if output_shapes is not None:
        shapes = nest.flatten_up_to(output_types, output_shapes)
        for tensor, shape in zip(tf.nest.flatten(packed), shapes):
            tensor.set_shape(shape)
    return packed
