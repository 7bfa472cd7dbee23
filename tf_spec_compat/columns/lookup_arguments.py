"""The arguments by which columns have their weights built and looked up."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import PartitionedVariable
from tf_spec_compat._tf.slim import inner_flatten, tf_slim
from tf_spec_compat.columns import embedding_ops
from tf_spec_compat.columns.column import named_as_in_contrib
from tf_spec_compat.model.types import Tensor

__all__ = [
    "DeepEmbeddingLookupArguments",
    "LinearEmbeddingLookupArguments",
    "embeddings_from_arguments",
    "maybe_restore_from_checkpoint",
    "parts",
]

LinearEmbeddingLookupArguments = collections.namedtuple(
    "LinearEmbeddingLookupArguments",
    ["input_tensor", "weight_tensor", "vocab_size", "initializer", "combiner"],
)
named_as_in_contrib(LinearEmbeddingLookupArguments)

DeepEmbeddingLookupArguments = collections.namedtuple(
    "DeepEmbeddingLookupArguments",
    [
        "input_tensor",
        "weight_tensor",
        "vocab_size",
        "initializer",
        "combiner",
        "dimension",
        "shared_embedding_name",
        "hash_key",
        "max_norm",
        "trainable",
    ],
)
named_as_in_contrib(DeepEmbeddingLookupArguments)


def parts(variable: Any) -> list[Any]:
    """Returns the list of a variable's parts: of itself, if it is not partitioned."""
    return list(variable) if isinstance(variable, PartitionedVariable) else [variable]


def embeddings_from_arguments(
    column: Any,
    args: Any,
    weight_collections: Sequence[str] | None,
    trainable: bool,
    output_rank: int = 2,
) -> Tensor:
    """Builds or reuses the variable of `DeepEmbeddingLookupArguments`, and returns its lookup."""
    trainable = trainable and args.trainable
    ids = inner_flatten(args.input_tensor, output_rank)
    weights = None
    if args.weight_tensor is not None:
        weights = inner_flatten(args.weight_tensor, output_rank)
    if args.hash_key is not None:
        table = tf_slim.model_variable(
            "weights",
            [int(args.vocab_size)],
            initializer=args.initializer,
            trainable=trainable,
            collections=weight_collections,
        )
        return embedding_ops.scattered_embedding_lookup_sparse(
            table,
            ids,
            args.dimension,
            hash_key=args.hash_key,
            combiner=args.combiner,
            name="lookup",
        )
    # A program may say 1e6, as it may for contrib.
    shape = [int(args.vocab_size), int(args.dimension)]
    if args.shared_embedding_name is not None:
        table = _shared(args, shape, weight_collections, trainable)
    else:
        table = tf_slim.model_variable(
            "weights",
            shape,
            initializer=args.initializer,
            trainable=trainable,
            collections=weight_collections,
        )
    tables = parts(table)
    maybe_restore_from_checkpoint(column._checkpoint_path(), tables)
    return embedding_ops.safe_embedding_lookup_sparse(
        tables,
        ids,
        sparse_weights=weights,
        combiner=args.combiner,
        name=column.name + "weights",
        max_norm=args.max_norm,
    )


def _shared(args: Any, shape: list[int], weight_collections: Any, trainable: bool) -> Any:
    """Returns the variable that several columns share in a graph; the first of them builds it."""
    name = args.shared_embedding_name
    collection = "SHARED_EMBEDDING_COLLECTION_" + name.upper()
    graph = tf1.get_default_graph()
    found = graph.get_collection_ref(collection)
    if len(found) > 1:
        raise ValueError(
            f"Collection {collection} can only contain one (partitioned) variable, but it has "
            f"{found!r}; choose another shared_embedding_name than {name!r}."
        )
    if found:
        if found[0].get_shape().as_list() != shape:
            raise ValueError(
                f"The embedding variable with name {name} already exists, but its shape does not "
                "match required embedding shape here. Please make sure to use different "
                "shared_embedding_name for different shared embeddings. Shapes are "
                f"{found[0].get_shape()} and {shape}."
            )
        return found[0]
    table = tf_slim.model_variable(
        name,
        shape,
        initializer=args.initializer,
        trainable=trainable,
        collections=weight_collections,
    )
    graph.add_to_collection(collection, table)
    return table


def maybe_restore_from_checkpoint(checkpoint_path: tuple[str, str] | None, variable: Any) -> None:
    """Lets variables start from a checkpoint, if there is a path to one.

    Args:
      checkpoint_path: The checkpoint and the name of the variable in there, or None.
      variable: A variable, or the list of its parts.
    """
    if checkpoint_path is not None:
        checkpoint, name = checkpoint_path
        tables = variable if isinstance(variable, list) else [variable]
        tf1.train.init_from_checkpoint(
            checkpoint, {name: tables if tables[0]._save_slice_info else tables[0]}
        )
