"""What training, evaluating and running share: savers, checkpoints, threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tf_spec_compat._tf import checkpoints, silenced_deprecations, tf1
from tf_spec_compat._tf.deprecations import deprecated
from tf_spec_compat._tf.private import coordinator, resources, tf_logging, tf_saver
from tf_spec_compat.training.types import Graph, Session

__all__ = ["deprecated_action", "global_step", "initialize", "queues"]

deprecated_action = deprecated(
    "2017-02-15",
    "graph_actions.py will be deleted. Use tf.train.* utilities instead. "
    "You can use learn/estimators/estimator.py as an example.",
)


def global_step(given: Any, graph: Graph) -> Any:
    """Returns the global step that is given, or the graph's.

    Raises:
      ValueError: There is none.
    """
    if given is None:
        given = tf1.train.get_global_step(graph)
    if given is None:
        raise ValueError(
            'No "global_step" was provided or found in the graph; pass global_step_tensor, or call '
            "tf.compat.v1.train.get_or_create_global_step()."
        )
    return given


def initialize(session: Session, checkpoint: str | None) -> None:
    """Gives the variables and tables of the default graph their values.

    Args:
      session: The session.
      checkpoint: The checkpoint with the global variables; without it they are initialized too.

    Raises:
      ValueError: `checkpoint` is not a checkpoint.
      tf.errors.NotFoundError: It does not have a variable of the graph.
      tf.errors.InvalidArgumentError: It has one of them in another shape.
    """
    if checkpoint:
        tf_logging.info("Loading model from checkpoint: %s.", checkpoint)
        savers = tf1.get_collection(tf1.GraphKeys.SAVERS)
        if not savers and not tf1.global_variables():
            raise ValueError(f"There are no variables to restore from {checkpoint!r} in the graph.")
        if not savers:
            checkpoints.check_shapes(checkpoint)
        (savers[0] if savers else tf_saver.Saver()).restore(session, checkpoint)
    else:
        session.run(tf1.global_variables_initializer())
    session.run(resources.initialize_resources(resources.shared_resources()))
    session.run(resources.initialize_resources(resources.local_resources()))
    local = tf1.get_collection(tf1.GraphKeys.LOCAL_INIT_OP)
    session.run(local or [tf1.local_variables_initializer(), tf1.tables_initializer()])


@contextmanager
def queues(session: Session) -> Iterator[Any]:
    """Runs the graph's queue runners inside the `with` block."""
    coord = coordinator.Coordinator()
    threads = []
    if session.graph.get_collection(tf1.GraphKeys.QUEUE_RUNNERS):
        with session.graph.as_default(), silenced_deprecations():
            threads = tf1.train.start_queue_runners(session, coord)
    try:
        yield coord
    finally:
        coord.request_stop()
        coord.join(threads, stop_grace_period_secs=120)
