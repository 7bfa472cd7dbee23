"""Each loss of `contrib.losses`: figures, the collection, and what is refused."""

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.observe import run
from tests.oracle.signatures import public, signatures

losses = contrib.losses
GUESSES = np.array([[0.1, 0.7, 0.3], [0.9, 0.2, 0.6]], np.float32)
TRUTHS = np.array([[0, 1, 0], [1, 0, 1]], np.float32)
ROWS = np.array([0.5, 2.0], np.float32)
EMBEDDINGS = (np.arange(24).reshape(8, 3) * 7 % 11 / 11.0 - 0.4).astype(np.float32)
KINDS = np.array([0, 1, 0, 1, 2, 2, 0, 1], np.int64)

PAIRS = {
    "absolute_difference": {},
    "cosine_distance": {"axis": 1},
    "log_loss": {},
    "mean_pairwise_squared_error": {},
    "mean_squared_error": {},
    "sigmoid_cross_entropy": {},
    "softmax_cross_entropy": {},
}


def found(loss):
    """The loss, its name, and what is in the collection of losses."""
    kept = losses.get_losses()
    return [run(loss), loss.name, [tensor is loss for tensor in kept]]


def cases():
    """Every public name of `contrib.losses`."""
    guesses, truths = tf.constant, tf.constant
    for name in sorted(PAIRS):
        function, more = getattr(losses, name), PAIRS[name]
        yield name, lambda f=function, m=more: found(f(guesses(GUESSES), truths(TRUTHS), **m))
        yield (
            name + " weighted",
            lambda f=function, m=more: found(
                f(guesses(GUESSES), truths(TRUTHS), weights=guesses(ROWS), **m)
            ),
        )
        yield (
            name + " scope",
            lambda f=function, m=more: found(
                f(guesses(GUESSES), truths(TRUTHS), weights=0.25, scope="mine", **m)
            ),
        )
        yield (
            name + " weights",
            lambda f=function, m=more: f(guesses(GUESSES), truths(TRUTHS), weights=None, **m),
        )
        yield (
            name + " shapes",
            lambda f=function, m=more: f(guesses(GUESSES), truths(TRUTHS[:, :2]), **m),
        )
        yield name + " nothing", lambda f=function, m=more: f(None, truths(TRUTHS), **m)
    smooth = {"label_smoothing": 0.2}
    sigmoid, softmax = losses.sigmoid_cross_entropy, losses.softmax_cross_entropy
    yield "sigmoid smoothed", lambda: found(sigmoid(guesses(GUESSES), truths(TRUTHS), **smooth))
    yield "softmax smoothed", lambda: found(softmax(guesses(GUESSES), truths(TRUTHS), **smooth))
    yield (
        "log_loss epsilon",
        lambda: run(losses.log_loss(guesses(GUESSES), truths(TRUTHS), 1.0, 0.1)),
    )
    yield "cosine_distance no axis", lambda: losses.cosine_distance(GUESSES, TRUTHS)
    yield (
        "cosine_distance dim",
        lambda: run(losses.cosine_distance(guesses(GUESSES), truths(TRUTHS), dim=1)),
    )
    yield "hinge_loss", lambda: run(losses.hinge_loss(guesses(GUESSES), truths(TRUTHS)))
    yield "hinge_loss shape", lambda: losses.hinge_loss(guesses(GUESSES), truths(TRUTHS)).shape
    yield "hinge_loss shapes", lambda: losses.hinge_loss(guesses(GUESSES), truths(TRUTHS[:, :2]))
    sparse = losses.sparse_softmax_cross_entropy
    yield "sparse", lambda: found(sparse(guesses(GUESSES), tf.constant([1, 2])))
    yield (
        "sparse column",
        lambda: run(sparse(guesses(GUESSES), tf.constant([[1], [2]]), weights=ROWS)),
    )
    compute = losses.compute_weighted_loss
    yield "compute_weighted_loss", lambda: found(compute(guesses(GUESSES), ROWS[:, None]))
    yield "compute_weighted_loss zero", lambda: run(compute(guesses(GUESSES), [0.0, 0.0]))
    yield "compute_weighted_loss some", lambda: run(compute(guesses(GUESSES), [0.0, 3.0]))
    yield "compute_weighted_loss ranks", lambda: compute(guesses(GUESSES), np.ones([2, 3, 1]))

    def total():
        tf.get_variable("v", [2], initializer=tf.ones_initializer(), regularizer=tf.nn.l2_loss)
        losses.add_loss(tf.constant(2.0))
        losses.mean_squared_error(guesses(GUESSES), truths(TRUTHS))
        return [
            run(losses.get_total_loss()),
            run(losses.get_total_loss(False, "mine")),
            losses.get_total_loss(name="named").name,
            run(losses.get_regularization_losses()),
            len(losses.get_losses()),
            len(losses.get_losses("mean")),
        ]

    yield "total", total
    metric = module("losses.python.metric_learning")
    pairs = (EMBEDDINGS[:4], EMBEDDINGS[4:])
    half = tf.constant
    for title, case in (
        ("contrastive_loss", lambda: metric.contrastive_loss([0, 1, 1, 0], *map(half, pairs))),
        (
            "triplet_semihard_loss",
            lambda: metric.triplet_semihard_loss(half(KINDS), tf.nn.l2_normalize(EMBEDDINGS, 1)),
        ),
        (
            "lifted_struct_loss",
            lambda: metric.lifted_struct_loss(half(KINDS), half(EMBEDDINGS), margin=0.5),
        ),
        (
            "npairs_loss",
            lambda: metric.npairs_loss(half(KINDS[:4]), half(pairs[0]), half(pairs[1])),
        ),
        (
            "npairs_loss_multilabel",
            lambda: metric.npairs_loss_multilabel(
                [
                    tf.SparseTensor([[0, 0], [0, 1]][: 1 + row % 2], [1, 1][: 1 + row % 2], [1, 3])
                    for row in range(4)
                ],
                half(pairs[0]),
                half(pairs[1]),
            ),
        ),
    ):
        yield title, lambda c=case: run(c())
    yield "names", lambda: [public(losses), public(metric)]
    yield "signatures", lambda: [signatures(losses), signatures(metric)]
    yield (
        "by their paths",
        lambda: [
            module("losses.python.losses.loss_ops").log_loss is losses.log_loss,
            losses.metric_learning.npairs_loss is metric.npairs_loss,
            module("losses.python.metric_learning.metric_loss_ops").npairs_loss
            is metric.npairs_loss,
        ],
    )
