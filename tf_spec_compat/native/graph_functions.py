"""What a TF1 graph computes, as functions of TensorFlow 2.

A model_fn needs a TF1 graph to be built in: collections, variable scopes, initializers, the seeds
of its operations. It does not need a session to run it. Each part of a graph that is wanted becomes
a function: its operations are imported into the graph of that function, with eager variables in the
places of the graph's own, and eager tables in those of its tables. As in a session, what nothing
fetched depends on does not run.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.model.types import Tensor

__all__ = ["GraphFunctions", "GraphResource"]

_PREFIX = "model"
_REFERENCE_VARIABLES = ("Variable", "VariableV2")
_ONE_SHOT = "OneShotIterator"  # Takes no shared name.
_numbers = itertools.count()


class GraphResource(tf.saved_model.experimental.TrackableResource):
    """An eager resource that does what one of a graph does: a table, or an iterator."""

    def __init__(self, graph_def: Any, name: str) -> None:
        """Makes the resource.

        Args:
          graph_def: A graph of the one node that makes the resource, and its functions.
          name: The node's.
        """
        super().__init__()
        self._graph_def, self._node = graph_def, name
        self._made_by: Any = None  # Some resources live as long as what made them.
        self.initialize: Callable[[], Any] | None = None
        self.resource_handle  # noqa: B018 - is made when it is first asked for

    def _create_resource(self) -> Tensor:
        if not tf.executing_eagerly():
            return self._import()
        self._made_by = tf1.wrap_function(self._import, [])
        return self._made_by()

    def _import(self) -> Tensor:
        (handle,) = tf1.import_graph_def(
            self._graph_def, return_elements=[f"{self._node}:0"], name=_PREFIX
        )
        return handle

    def _initialize(self) -> None:
        if self.initialize is not None:
            self.initialize()

    def _destroy_resource(self) -> None:
        tf.raw_ops.DestroyResourceOp(resource=self.resource_handle, ignore_lookup_error=True)


class GraphFunctions:
    """Makes functions of a graph.

    Attributes:
      graph: The graph.
      eager_variables: Name of a variable's operation -> the eager variable in its place.
      resources: Name of another operation -> the `GraphResource` in its place.
    """

    def __init__(self, graph: Any, variables: Mapping[str, Any]) -> None:
        """Takes a finished graph; operations that are added later are seen too.

        Args:
          graph: A `tf.Graph`.
          variables: Name of a variable's operation in the graph -> the eager variable in its place.
        """
        self.graph = graph
        self.resources: dict[str, GraphResource] = {}
        self.eager_variables = variables
        self._number = next(_numbers)
        self._changes_read = -1
        self._graph_def: Any = None
        self._nodes: dict[str, Any] = {}
        self._functions: dict[tuple[tuple[str, ...], tuple[str, ...]], Callable[..., Any]] = {}

    def function(
        self, fetches: Sequence[Any], feeds: Iterable[Tensor] = ()
    ) -> Callable[..., list[Any]]:
        """Returns a function of `feeds` that computes `fetches`.

        Args:
          fetches: Tensors and operations of the graph.
          feeds: Tensors of the graph, of any operation: what they are made of does not run.

        Returns:
          A function that takes tensors for `feeds`, and returns the list of those among `fetches`
          that are tensors, once the operations have run. It runs eagerly, and in `tf.function`s.

        Raises:
          UnsupportedError: If the graph has reference variables, which eager ones cannot replace.
        """
        feeds = list(feeds)
        key = (tuple(each.name for each in fetches), tuple(each.name for each in feeds))
        if key not in self._functions:
            with tf.init_scope():
                self._functions[key] = self._made(fetches, feeds)
        return self._functions[key]

    def resources_of(self, fetches: Sequence[Any]) -> list[str]:
        """Returns the names of the operations in `resources` that `fetches` depend on."""
        self._read()
        _, cut = self._part(fetches, set())
        names = {name.rpartition(":")[0] for name in cut}
        return sorted(names & set(self.resources))

    def _made(self, fetches: Sequence[Any], feeds: Sequence[Tensor]) -> Callable[..., Any]:
        self._read()
        tensors = [each for each in fetches if isinstance(each, tf.Tensor)]
        operations = [each for each in fetches if not isinstance(each, tf.Tensor)]
        part, cut = self._part(fetches, {each.name for each in feeds})
        handles = {name: self._handle(name) for name in sorted(cut)}
        used = self._used(part)

        def run(*values: Tensor) -> list[Tensor]:
            replaced = {each.name: value for each, value in zip(feeds, values)}
            here = tf1.get_default_graph()
            replaced.update({name: here.capture(handle) for name, handle in handles.items()})
            wanted = [each.name for each in tensors if each.name not in replaced]
            found = tf1.import_graph_def(
                part,
                {name: value for name, value in replaced.items() if name in used},
                [*wanted, *(each.name for each in operations)],
                name=_PREFIX,
            )
            values_of = {**replaced, **dict(zip(wanted, found))}
            with tf.control_dependencies(found[len(wanted) :]):
                results = [tf.identity(values_of[each.name]) for each in tensors]
                results = results or [tf.constant(True)]
            # Whoever calls it in a function of their own need not look at what it returns.
            here.control_outputs.extend(each.op for each in results)
            return results

        signature = [
            tf.TensorSpec(each.shape, each.dtype, f"feed_{index}")
            for index, each in enumerate(feeds)
        ]
        function: Callable[..., Any] = tf1.wrap_function(run, signature)
        return function if tensors else lambda *values: function(*values)[:0]

    def _read(self) -> None:
        """Reads the graph, if it has grown."""
        changes = self.graph.version
        if changes != self._changes_read:
            self._graph_def = self.graph.as_graph_def()
            self._nodes = {node.name: node for node in self._graph_def.node}
            self._changes_read = changes

    def _part(self, fetches: Sequence[Any], fed: set[str]) -> tuple[Any, set[str]]:
        """Returns the graph of what `fetches` need, and the names of the resources among it."""
        fed_operations = {name.rpartition(":")[0] for name in fed}
        part = tf1.GraphDef(versions=self._graph_def.versions, library=self._graph_def.library)
        resources: set[str] = set()
        todo = []
        for each in fetches:
            if isinstance(each, tf.Tensor):
                if each.name in fed:
                    continue
                if self._is_resource(each.op.name):
                    resources.add(each.name)
                    continue
                todo.append(each.op.name)
            elif not self._is_resource(each.name):
                todo.append(each.name)
        done: set[str] = set()
        while todo:
            name = todo.pop()
            if name in done:
                continue
            done.add(name)
            node = part.node.add()
            node.CopyFrom(self._nodes[name])
            if node.op in _REFERENCE_VARIABLES:
                raise UnsupportedError(
                    f"{name!r} is a reference variable, made by a graph that was imported or by a "
                    "raw operation; native.Model needs resource variables. Make it with "
                    "tf.compat.v1.get_variable, or stay with Estimator for this model."
                )
            node.attr.pop("_class", None)  # Variables, by which operations are placed, are not in.
            inputs = list(node.input)
            del node.input[:]
            for source in inputs:
                if source.startswith("^"):
                    if source[1:] not in fed_operations and not self._is_resource(source[1:]):
                        node.input.append(source)
                        todo.append(source[1:])
                    continue
                node.input.append(source)
                operation, _, index = source.partition(":")
                tensor = f"{operation}:{index or 0}"
                if tensor in fed:
                    continue
                if self._is_resource(operation):
                    resources.add(tensor)
                else:
                    todo.append(operation)
        return part, resources

    @staticmethod
    def _used(part: Any) -> set[str]:
        """Returns the names of all tensors that the nodes of a graph take."""
        return {
            source if ":" in source else f"{source}:0"
            for node in part.node
            for source in node.input
            if not source.startswith("^")
        }

    def _is_resource(self, name: str) -> bool:
        """Says whether an operation makes a resource that outlives a step: a variable, a table."""
        if name in self.eager_variables:
            return True
        node = self._nodes[name]
        if node.input or "shared_name" not in node.attr:
            return False
        outputs = self.graph.get_operation_by_name(name).outputs
        return len(outputs) == 1 and outputs[0].dtype == tf.resource

    def _handle(self, tensor: str) -> Tensor:
        name = tensor.rpartition(":")[0]
        if name in self.eager_variables:
            return self.eager_variables[name].handle
        if name not in self.resources:
            graph_def = tf1.GraphDef(
                versions=self._graph_def.versions, library=self._graph_def.library
            )
            node = graph_def.node.add()
            node.CopyFrom(self._nodes[name])
            del node.input[:]
            node.attr.pop("_class", None)
            if node.op != _ONE_SHOT:
                # Resources are found by these names, and there may be other models in the process.
                shared = node.attr["shared_name"].s.decode() or name
                node.attr["shared_name"].s = f"native_{self._number}/{shared}".encode()
            self.resources[name] = GraphResource(graph_def, name)
        return self.resources[name].resource_handle
