"""Running a graph once, several times, or for several inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.training.graph_actions.common import deprecated_action, initialize, queues

__all__ = ["infer", "run_feeds", "run_feeds_iter", "run_n"]


@deprecated_action
def run_feeds_iter(
    output_dict: Mapping[str, Any],
    feed_dicts: Iterable[Mapping[Any, Any] | None],
    restore_checkpoint_path: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Yields the outputs for one input after the other.

    Args:
      output_dict: Names to the tensors to compute, all of one graph.
      feed_dicts: What to feed, once for each run; None feeds nothing.
      restore_checkpoint_path: The checkpoint with the variables; without it they are initialized.

    Yields:
      A dict from the names to the values.

    Raises:
      ValueError: There are no outputs or no inputs, or the checkpoint is none.
    """
    if not feed_dicts:
        raise ValueError(
            f"feed_dicts is invalid: {feed_dicts}; pass an iterable of feeds, [None] for none."
        )
    yield from _run(output_dict, feed_dicts, restore_checkpoint_path)


@deprecated_action
def run_feeds(*args: Any, **kwargs: Any) -> list[dict[str, Any]]:
    """Returns what `run_feeds_iter` yields, as a list; takes the same arguments."""
    return list(run_feeds_iter(*args, **kwargs))


@deprecated_action
def run_n(
    output_dict: Mapping[str, Any],
    feed_dict: Mapping[Any, Any] | None = None,
    restore_checkpoint_path: str | None = None,
    n: int = 1,
) -> list[dict[str, Any]]:
    """Returns the outputs of `n` runs with the same input; see `run_feeds_iter`."""
    return list(_run(output_dict, [feed_dict] * n, restore_checkpoint_path))


@deprecated_action
def infer(
    restore_checkpoint_path: str | None,
    output_dict: Mapping[str, Any],
    feed_dict: Mapping[Any, Any] | None = None,
) -> dict[str, Any]:
    """Returns the outputs of one run; see `run_feeds_iter`."""
    (outputs,) = _run(output_dict, [feed_dict], restore_checkpoint_path)
    return outputs


def _run(
    outputs: Mapping[str, Any],
    feeds: Iterable[Mapping[Any, Any] | None],
    checkpoint: str | None,
) -> Iterator[dict[str, Any]]:
    if not outputs:
        raise ValueError(f"output_dict is invalid: {outputs}; pass a dict of tensors to compute.")
    graph = next(
        (tensor.graph for tensor in outputs.values() if hasattr(tensor, "graph")),
        tf1.get_default_graph(),
    )
    with tf1.Session(graph=graph) as session:
        with graph.as_default():
            initialize(session, checkpoint)
        with queues(session):
            for feed in feeds:
                yield session.run(outputs, feed)
