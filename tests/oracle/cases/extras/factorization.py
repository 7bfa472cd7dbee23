"""`contrib.factorization.WALSModel`. Runs unchanged under TF 1.15.5."""

import numpy as np

from tests.oracle.legacy import contrib, tf

Model = contrib.factorization.WALSModel

A = np.array([[1, 0, 2, 0], [0, 3, 0, 1], [2, 0, 0, 0], [0, 0, 1, 4], [1, 1, 0, 0]], np.float32)
U = np.linspace(-0.5, 0.7, 10).reshape(5, 2).astype(np.float32)
V = np.linspace(0.9, -0.6, 8).reshape(4, 2).astype(np.float32)


def entries(rows=range(5), transposed=False):
    """Rows of the matrix."""
    kept = np.zeros_like(A)
    kept[list(rows)] = A[list(rows)]
    kept = kept.T if transposed else kept
    places = np.argwhere(kept > 0)
    return tf.SparseTensor(places, kept[kept > 0], kept.shape)


def values(session, update):
    """What an update returns, its op run with the rest."""
    factors, op, loss, penalty, total = update
    return session.run([factors, loss, penalty, total, op])[:4]


def swept(rows=range(5), transposed=False, **options):
    """Two sweeps."""
    options.setdefault("row_init", U)
    options.setdefault("col_init", V)
    model = Model(5, 4, 2, **options)
    given = entries(rows, transposed)
    row_update = model.update_row_factors(sp_input=given, transpose_input=transposed)
    col_update = model.update_col_factors(sp_input=given, transpose_input=transposed)
    names = sorted(variable.op.name for variable in tf.global_variables())
    found = [names]
    with tf.Session() as session:
        session.run(model.initialize_op)
        session.run(model.worker_init)
        for _ in range(2):
            session.run(model.row_update_prep_gramian_op)
            session.run(model.initialize_row_update_op)
            found.append(values(session, row_update))
            session.run(model.col_update_prep_gramian_op)
            session.run(model.initialize_col_update_op)
            found.append(values(session, col_update))
        found.append(session.run([model.row_factors, model.col_factors]))
    return found


def projected(transposed=False, weights=(0.2, 0.5), **options):
    """Factors of rows and columns that are not in the model."""
    model = Model(5, 4, 2, row_init=U, col_init=V, regularization=0.1, **options)

    def sparse(matrix):
        matrix = matrix.T if transposed else matrix
        return tf.SparseTensor(np.argwhere(matrix > 0), matrix[matrix > 0], matrix.shape)

    options = {"transpose_input": transposed, "projection_weights": weights and list(weights)}
    rows = model.project_row_factors(sp_input=sparse(A[:2]), **options)
    cols = model.project_col_factors(sp_input=sparse(A[:, 1:3]), **options)
    with tf.Session() as session:
        session.run(model.initialize_op)
        session.run(model.worker_init)
        session.run([model.row_update_prep_gramian_op, model.col_update_prep_gramian_op])
        session.run(model.initialize_row_update_op)
        found = session.run(rows)
        session.run(model.initialize_col_update_op)
        return [found, session.run(cols)]


CASES = {
    "plain": swept,
    "penalty": lambda: swept(regularization=0.1),
    "transposed": lambda: swept(transposed=True, regularization=0.1),
    "observed only": lambda: swept(unobserved_weight=0.0, regularization=0.1),
    "weights": lambda: swept(
        row_weights=[0.1, 0.2, 0.3, 0.4, 0.5],
        col_weights=[1.0, 0.5, 0.25, 2.0],
        regularization=0.1,
    ),
    "no weights": lambda: swept(row_weights=None, col_weights=None, regularization=0.1),
    "some rows": lambda: swept([3, 0], regularization=0.1),
    "shards": lambda: swept(
        num_row_shards=2,
        row_init=[U[:3], U[3:]],
        row_weights=[[1.0, 0.5, 1.0], [0.25, 1.0]],
        regularization=0.1,
    ),
    "scopes": lambda: swept(use_scoped_vars=True, regularization=0.1),
    "no caches": lambda: swept(
        use_factors_weights_cache=False, use_gramian_cache=False, regularization=0.1
    ),
    "function": lambda: swept(row_init=lambda: tf.constant(U), regularization=0.1),
    "projected": projected,
    "projected transposed": lambda: projected(True),
    "projected one": lambda: projected(weights=None),
    "projected no weights": lambda: projected(row_weights=None, col_weights=None),
    "bad init": lambda: swept(row_init="zz"),
    "bad weights": lambda: swept(row_weights=None),
    "bad weights number": lambda: swept(num_row_shards=2, row_weights=[1.0] * 5),
    "bad input": lambda: Model(5, 4, 2).update_row_factors(tf.constant(A)),
    "bad no input": lambda: Model(5, 4, 2).project_row_factors(),
}
