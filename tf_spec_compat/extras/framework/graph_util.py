"""`tensorflow.contrib.framework.python.framework.graph_util`: finding and fusing nodes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["fuse_op", "get_placeholders"]


def get_placeholders(graph: Any) -> list[Any]:
    """Returns the outputs of the graph's placeholders, in the order of their building.

    Raises:
      TypeError: `graph` is no `tf.Graph`.
    """
    if not isinstance(graph, tf1.Graph):
        raise TypeError(f"Input graph needs to be a Graph: {graph}")
    return [op.outputs[0] for op in graph.get_operations() if op.type == "Placeholder"]


def fuse_op(
    graph_def: Any,
    input_nodes: Sequence[str],
    output_nodes: Sequence[str],
    output_dtypes: Sequence[int],
    output_quantized: bool,
    op_name: str,
    op_type: str,
) -> Any:
    """Returns a copy of a graph where one node stands for all between some inputs and outputs.

    Args:
      graph_def: A `GraphDef`; it is left as it is.
      input_nodes: Nodes that the fused one reads. They are kept.
      output_nodes: Nodes that read the fused one's outputs, one each. They are kept.
      output_dtypes: The fused one's outputs, as values of the enum `DataType`.
      output_quantized: Whether these are quantized, as an attribute for the kernel.
      op_name: The fused one's name.
      op_type: Its type.

    Raises:
      TypeError: `graph_def` is no `GraphDef`.
      AssertionError: A node is not in the graph, or an output node has other than one input.
    """
    if not isinstance(graph_def, tf1.GraphDef):
        raise TypeError(f"graph_def must be a graph_pb2.GraphDef proto, got {graph_def!r}")
    nodes = {node.name: node for node in graph_def.node}
    for name in [*input_nodes, *output_nodes]:
        if name not in nodes:
            raise AssertionError(f"{name} is not in graph")
    for name in output_nodes:
        if len(nodes[name].input) != 1:
            raise AssertionError(
                f"output node {name} must have one input, has {list(nodes[name].input)}"
            )
    before = _ancestors(nodes, input_nodes, ())
    inside = _ancestors(nodes, output_nodes, input_nodes) - before - set(output_nodes)

    fused = tf1.NodeDef(name=op_name, op=op_type, input=input_nodes)
    fused.attr["_output_types"].list.type.extend(output_dtypes)
    fused.attr["_output_quantized"].b = output_quantized
    result = tf1.GraphDef()
    kept = [node for node in graph_def.node if node.name in before]
    result.node.extend([*kept, fused])
    for node in graph_def.node:
        if node.name not in before and node.name not in inside:
            added = result.node.add()
            added.CopyFrom(node)
            if node.name in output_nodes:
                index = list(output_nodes).index(node.name)
                added.input[0] = op_name if index == 0 else f"{op_name}:{index}"
    result.library.CopyFrom(graph_def.library)
    result.versions.CopyFrom(graph_def.versions)
    return result


def _ancestors(nodes: dict[str, Any], names: Sequence[str], stop: Sequence[str]) -> set[str]:
    """Returns `names` and what they depend on, without what is behind `stop`."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lstrip("^").partition(":")[0]
        if name not in found:
            found.add(name)
            if name not in stop:
                waiting.extend(nodes[name].input)
    return found
