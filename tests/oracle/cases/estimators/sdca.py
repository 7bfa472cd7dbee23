"""SDCA itself: its model and hash tables.

Runs unchanged under TF 1.15.5 and under this package. The order in which SDCA looks at examples is
drawn, so figures are compared where they no longer change.
"""

import numpy as np

from tests.oracle.facts import plain, rounded
from tests.oracle.legacy import (
    sdca_ops,
    sharded_mutable_dense_hashtable,
    sparse_feature_column,
    tf,
)
from tests.oracle.observe import InFolder, attempt

Column = sparse_feature_column.SparseFeatureColumn

LABELS = np.array([[0.0], [1.0], [1.0], [0.0]], np.float32)


def examples(**changes):
    """Four examples with a sparse feature and a dense one."""
    made = {
        "sparse_features": [
            Column(
                tf.constant([0, 1, 2, 3], tf.int64),
                tf.constant([0, 1, 2, 0], tf.int64),
                tf.constant([1.0, 1.0, 1.0, 2.0]),
            )
        ],
        "dense_features": [tf.constant([[1.0, 2.0], [3.0, 4.0], [0.0, 1.0], [1.0, 0.0]])],
        "example_labels": tf.constant(LABELS[:, 0]),
        "example_weights": tf.constant([1.0, 2.0, 1.0, 1.0]),
        "example_ids": ["a", "b", "c", "d"],
    }
    made.update(changes)
    return made


def options(**changes):
    made = {
        "symmetric_l2_regularization": 1.0,
        "symmetric_l1_regularization": 0.5,
        "loss_type": "logistic_loss",
        "num_loss_partitions": 1,
    }
    made.update(changes)
    return made


def weights(parts=None):
    partitioner = tf.fixed_size_partitioner(parts) if parts else None
    zeros = tf.zeros_initializer()
    with tf.variable_scope("w", partitioner=partitioner):
        sparse = tf.get_variable("sparse", [3], initializer=zeros)
    dense = tf.Variable(tf.zeros([2]), name="dense")
    return {
        "sparse_features_weights": [list(sparse) if parts else sparse],
        "dense_features_weights": [dense],
    }


def trained(folder, steps=100, parts=None, **changes):
    """Variables, summaries, predictions, losses and the duality gap of a model."""
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(1)
        step = tf.train.create_global_step()
        made, variables = examples(), weights(parts)
        model = sdca_ops.SdcaModel(made, variables, options(**changes))
        update = model.update_weights(model.minimize(global_step=step))
        predictions = model.predictions(made)
        losses = [model.unregularized_loss(made), model.regularized_loss(made)]
        gap = model.approximate_duality_gap()
        record = {
            "variables": [v.name for v in tf.global_variables()],
            "trainable": [v.name for v in tf.trainable_variables()],
            "summaries": [t.name for t in tf.get_collection("summaries")],
            "saved": sorted(s.name for s in tf.get_collection("saveable_objects")),
            "tensors": [t.name for t in [*losses, gap]],
            "dtypes": [t.dtype.name for t in [predictions, *losses, gap]],
        }
        with tf.Session(graph=graph) as session:
            session.run(tf.global_variables_initializer())
            before = session.run([predictions, losses])
            for _ in range(steps):
                session.run(update)
            after = session.run([predictions, losses, gap])
            record["weights"] = rounded(
                plain(
                    session.run(
                        model._var_to_list(variables["sparse_features_weights"][0])
                        + variables["dense_features_weights"]
                    )
                ),
                3,
            )
        record["before"] = plain(before)
        record["after"] = rounded(plain(after), 3)
    return record


def bad_models(folder):
    """What a model refuses."""

    def build(made=None, variables=None, option=None, **changes):
        with tf.Graph().as_default():
            given = [examples(), weights(), options(**changes)]
            for index, change in enumerate((made, variables, option)):
                given[index] = change(given[index]) if change else given[index]
            sdca_ops.SdcaModel(*given).minimize()

    def without(name):
        return lambda given: {k: v for k, v in given.items() if k != name}

    record = {name: attempt(build, without(name)) for name in sorted(examples())}
    record.update(
        {
            "options": attempt(build, loss_type="zz"),
            "no_ids": attempt(build, lambda given: dict(given, example_ids=None)),
            "no_list": attempt(build, lambda given: dict(given, dense_features=tf.zeros([4, 2]))),
            "no_weights": attempt(build, None, without("dense_features_weights")),
            "none": attempt(build, lambda given: None),
            "no_l2": attempt(build, None, None, without("symmetric_l2_regularization")),
            "no_loss": attempt(build, None, None, without("loss_type")),
            "l1": attempt(build, symmetric_l1_regularization=-1.0),
            "l2": attempt(build, symmetric_l2_regularization=-1.0),
            "partitions": attempt(build, num_loss_partitions=0),
            "shards": attempt(build, num_table_shards=0),
        }
    )
    return record


def tables(folder):
    """A hash table over several shards."""
    record = {}
    for shards in (1, 3):
        with tf.Graph().as_default(), tf.Session() as session:
            table = sharded_mutable_dense_hashtable.ShardedMutableDenseHashTable(
                tf.int64, tf.float32, [0.0] * 2, [1, 1], [2, 2], num_shards=shards
            )
            keys = tf.constant([[11, 12], [11, 14], [12, 13], [15, 11]], tf.int64)
            session.run(table.insert(keys, tf.constant([[0.0, 0.5], [1, 1.5], [2, 2.5], [3, 3.5]])))
            found = table.lookup(tf.constant([[12, 13], [7, 7], [11, 12]], tf.int64))
            record[str(shards)] = {
                "size": plain(session.run(table.size())),
                "found": plain(session.run(found)),
                "shards": len(table.table_shards),
                "name": table.name,
                "exported": [len(session.run(k)) > 0 for k in table.export_sharded()[0]],
                "saved": sorted(s.name for s in tf.get_collection("saveable_objects")),
            }
            record[str(shards)]["wrong_keys"] = attempt(
                lambda t=table: t.lookup(tf.constant(1, tf.int64))
            )
            record[str(shards)]["wrong_type"] = attempt(
                lambda t=table: t.lookup(tf.constant([[1.0, 2.0]]))
            )
    return record


SORTS = ("logistic_loss", "squared_loss", "smooth_hinge_loss", "poisson_loss")

CASES = {"sdca_" + sort: InFolder(trained, loss_type=sort) for sort in SORTS}
CASES.update(
    {
        "sdca_plain": InFolder(
            trained, adaptive=False, loss_type="squared_loss", symmetric_l1_regularization=0.0
        ),
        "sdca_no_l2": InFolder(trained, symmetric_l2_regularization=0.0),
        "sdca_more_l2": InFolder(trained, symmetric_l2_regularization=2.0),
        "sdca_shards": InFolder(trained, num_table_shards=3),
        "sdca_parts": InFolder(trained, parts=2),
        "sdca_bad": InFolder(bad_models),
        "sdca_tables": InFolder(tables),
    }
)
