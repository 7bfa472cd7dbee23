"""`tensorflow.contrib.factorization.python.ops.factorization_ops`: weighted matrix factorization.

The method is alternating least squares (Hu, Koren, Volinsky 2008): with the factors of columns
fixed, those of each row solve a linear system of the size of a factor. contrib had a kernel for the
systems; here they are made and solved by core's ops.
"""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.extras.factorization.factors import Factors, variable
from tf_spec_compat.model.types import Tensor

__all__ = ["WALSModel"]


class WALSModel:
    """Ops that factorize a matrix `A` into `row_factors` and `col_factors`, `A ~ U V^T`.

    They minimize the sum of `w[i, j] * (A[i, j] - U[i] V[j])**2` and `regularization` times the
    squares of all factors, where `w` is `unobserved_weight`, and for what is in the input
    `row_weights[i] * col_weights[j]` more.

        model = WALSModel(rows, cols, 10, regularization=0.1)
        row_update = model.update_row_factors(sp_input=ratings)[1]
        col_update = model.update_col_factors(sp_input=ratings)[1]
        sess.run(model.initialize_op)
        sess.run(model.worker_init)
        for _ in range(sweeps):
            sess.run(model.row_update_prep_gramian_op)
            sess.run(model.initialize_row_update_op)
            sess.run(row_update)
            sess.run(model.col_update_prep_gramian_op)
            sess.run(model.initialize_col_update_op)
            sess.run(col_update)

    The variables are contrib's: `row_factors_shard_0`, `row_weights_shard_0`, `row_gramian` and so
    on. There are no caches on workers, so what would fill them does nothing.
    """

    def __init__(
        self,
        input_rows: int,
        input_cols: int,
        n_components: int,
        unobserved_weight: float = 0.1,
        regularization: float | None = None,
        row_init: Any = "random",
        col_init: Any = "random",
        num_row_shards: int = 1,
        num_col_shards: int = 1,
        row_weights: Any = 1,
        col_weights: Any = 1,
        use_factors_weights_cache: bool = True,
        use_gramian_cache: bool = True,
        use_scoped_vars: bool = False,
    ) -> None:
        """Makes the variables.

        Args:
          input_rows: How many rows the matrix has.
          input_cols: How many columns it has.
          n_components: The width of factors.
          unobserved_weight: The weight of what is not in the input.
          regularization: The weight of the factors' squares; None is 0.
          row_init: The first factors of rows, `[input_rows, n_components]`, a list of them for each
            shard, a function, or `"random"`.
          col_init: The same of columns.
          num_row_shards: How many variables the factors of rows are in.
          num_col_shards: The same of columns.
          row_weights: A number, or one for each row, in a list for each shard; None, together with
            that of columns, to give all entries `unobserved_weight`.
          col_weights: The same of columns.
          use_factors_weights_cache: Has no effect here.
          use_gramian_cache: Has no effect here.
          use_scoped_vars: Whether variables stand below scopes, `row_factors` and so on.

        Raises:
          AssertionError: Weights do not fit, or only rows or columns have them.
          TypeError: First factors are another string.
        """
        if (row_weights is None) != (col_weights is None):
            raise AssertionError(
                f"row_weights are {row_weights!r} and col_weights {col_weights!r}; pass None for "
                "both or for none of them."
            )
        self._unobserved = float(unobserved_weight)
        self._regularization = regularization or 0.0
        row = "row", input_rows, n_components, row_init, num_row_shards, row_weights
        col = "col", input_cols, n_components, col_init, num_col_shards, col_weights
        self._rows = Factors(*row, scoped=use_scoped_vars)
        self._cols = Factors(*col, scoped=use_scoped_vars)
        square = [n_components, n_components]
        self._row_gramian = variable("row_gramian", tf.zeros(square), square)
        self._col_gramian = variable("col_gramian", tf.zeros(square), square)
        self._row_prepare = _gramian_op(self._cols, self._col_gramian)
        self._col_prepare = _gramian_op(self._rows, self._row_gramian)
        variables = [self._row_gramian, self._col_gramian]
        for side in (self._rows, self._cols):
            variables += [*side.factors, *(side.weights or ())]
        self._initialize = tf.group(*[part.initializer for part in variables])
        self._nothing = tf.no_op()

    @property
    def row_factors(self) -> list[Any]:
        """The variables of the rows' factors, one a shard."""
        return self._rows.factors

    @property
    def col_factors(self) -> list[Any]:
        """The variables of the columns' factors, one a shard."""
        return self._cols.factors

    @property
    def row_weights(self) -> list[Any] | None:
        """The variables of the rows' weights, one a shard."""
        return self._rows.weights

    @property
    def col_weights(self) -> list[Any] | None:
        """The variables of the columns' weights, one a shard."""
        return self._cols.weights

    @property
    def initialize_op(self) -> Any:
        """Initializes the variables."""
        return self._initialize

    @property
    def worker_init(self) -> Any:
        """Does nothing, for there are no caches."""
        return self._nothing

    @property
    def row_update_prep_gramian_op(self) -> Any:
        """Computes what all updates of rows use; run it before them."""
        return self._row_prepare

    @property
    def col_update_prep_gramian_op(self) -> Any:
        """Computes what all updates of columns use; run it before them."""
        return self._col_prepare

    @property
    def initialize_row_update_op(self) -> Any:
        """Does nothing, for there are no caches."""
        return self._nothing

    @property
    def initialize_col_update_op(self) -> Any:
        """Does nothing, for there are no caches."""
        return self._nothing

    def update_row_factors(
        self, sp_input: Any = None, transpose_input: bool = False
    ) -> tuple[Any, ...]:
        """Updates the factors of the rows that an input has entries in.

        Args:
          sp_input: A `SparseTensor` `[input_rows, input_cols]`, whose rows are whole.
          transpose_input: Whether it is `[input_cols, input_rows]` instead.

        Returns:
          The new factors, in the order in which their rows come first; the op that writes them; the
          loss without regularization, and the regularization, both as if the other rows were like
          these; and the sum of weights.

        Raises:
          AssertionError: `sp_input` is no `SparseTensor`.
        """
        return self._update(sp_input, transpose_input, True)

    def update_col_factors(
        self, sp_input: Any = None, transpose_input: bool = False
    ) -> tuple[Any, ...]:
        """Updates the factors of the columns that an input has entries in.

        Args:
          sp_input: A `SparseTensor` `[input_rows, input_cols]`, whose columns are whole.
          transpose_input: Whether it is `[input_cols, input_rows]` instead.

        Returns:
          As `update_row_factors`.

        Raises:
          AssertionError: `sp_input` is no `SparseTensor`.
        """
        return self._update(sp_input, transpose_input, False)

    def project_row_factors(
        self, sp_input: Any = None, transpose_input: bool = False, projection_weights: Any = None
    ) -> Tensor:
        """Returns factors for rows that are not in the model, `[rows, n_components]`.

        As in contrib, they come in the order in which the input first has entries of their rows,
        and so do the weights.

        Args:
          sp_input: A `SparseTensor` `[rows, input_cols]`.
          transpose_input: Whether it is `[input_cols, rows]` instead.
          projection_weights: The weights of the rows; 1 by default.

        Raises:
          AssertionError: `sp_input` is no `SparseTensor`.
        """
        return self._project(sp_input, transpose_input, projection_weights, True)

    def project_col_factors(
        self, sp_input: Any = None, transpose_input: bool = False, projection_weights: Any = None
    ) -> Tensor:
        """Returns factors for columns that are not in the model, `[cols, n_components]`.

        As in contrib, they come in the order in which the input first has entries of their columns,
        and so do the weights.

        Args:
          sp_input: A `SparseTensor` `[input_rows, cols]`.
          transpose_input: Whether it is `[cols, input_rows]` instead.
          projection_weights: The weights of the columns; 1 by default.

        Raises:
          AssertionError: `sp_input` is no `SparseTensor`.
        """
        return self._project(sp_input, transpose_input, projection_weights, False)

    def _update(self, sp_input: Any, transposed: bool, rows: bool) -> tuple[Any, ...]:
        own, other = (self._rows, self._cols) if rows else (self._cols, self._rows)
        entries = _entries(sp_input, transposed == rows)
        ids, places = tf.unique(entries[0])
        weights = own.all_weights()
        given = None if weights is None else tf.gather(weights, ids)
        count = tf.size(ids)
        factors = self._solved(places, entries, given, count, rows)
        update = own.updated(ids, factors)
        # As if the rest of the rows were like those of the input.
        share = own.size / tf.cast(count, tf.float32)
        gramian = self._col_gramian if rows else self._row_gramian
        loss, total = self._loss(factors, places, entries, given, other, gramian)
        penalty = tf.constant(0.0)
        if self._regularization:
            squares = share * tf.reduce_sum(factors**2) + tf.linalg.trace(gramian)
            penalty = self._regularization * squares
        unseen = self._unobserved * tf.cast(count * other.size, tf.float32)
        return factors, update, share * loss, penalty, share * (total + unseen)

    def _project(self, sp_input: Any, transposed: bool, weights: Any, rows: bool) -> Tensor:
        entries = _entries(sp_input, transposed == rows)
        ids, places = tf.unique(entries[0])
        count = tf.size(ids)
        given = tf.ones([count]) if weights is None else tf.cast(weights, tf.float32)
        if self._rows.weights is None:
            given = None
        return self._solved(places, entries, given, count, rows)

    def _observed(self, places: Tensor, entries: Any, given: Any, other: Factors) -> Any:
        """Returns what weights of entries have more than others, and the other side's factors."""
        factors = tf.gather(other.all_factors(), entries[1])
        weights = other.all_weights()
        if weights is None or given is None:
            return tf.zeros_like(entries[2]), factors
        return tf.gather(given, places) * tf.gather(weights, entries[1]), factors

    def _solved(self, places: Tensor, entries: Any, given: Any, count: Tensor, rows: bool) -> Any:
        """Returns factors `[count, width]`, the solutions of one system for each of them."""
        other, gramian = (
            (self._cols, self._col_gramian) if rows else (self._rows, self._row_gramian)
        )
        more, factors = self._observed(places, entries, given, other)
        left = tf.math.unsorted_segment_sum(
            tf.einsum("n,ni,nj->nij", more, factors, factors), places, count
        )
        left += self._unobserved * gramian + self._regularization * tf.eye(gramian.shape[0])
        right = (more + self._unobserved) * entries[2]
        right = tf.math.unsorted_segment_sum(right[:, None] * factors, places, count)
        return tf.linalg.solve(left, right[..., None])[..., 0]

    def _loss(
        self,
        factors: Tensor,
        places: Tensor,
        entries: Any,
        given: Any,
        other: Factors,
        gramian: Any,
    ) -> tuple[Tensor, Tensor]:
        """Returns the loss of the input, and the sum of what its weights have more than others."""
        more, others = self._observed(places, entries, given, other)
        products = tf.reduce_sum(tf.gather(factors, places) * others, 1)
        errors = (more + self._unobserved) * (entries[2] - products) ** 2
        # All entries as if they were 0, less those of the input.
        zeros = tf.einsum("ni,ij,nj->", factors, tf.convert_to_tensor(gramian), factors)
        unseen = self._unobserved * (zeros - tf.reduce_sum(products**2))
        return tf.reduce_sum(errors) + unseen, tf.reduce_sum(more)


def _gramian_op(side: Factors, gramian: Any) -> Any:
    factors = side.all_factors()
    return tf1.assign(gramian, tf.matmul(factors, factors, transpose_a=True))


def _entries(sp_input: Any, turned: bool) -> tuple[Tensor, Tensor, Tensor]:
    """Returns rows, columns and values of the entries, or columns and rows of those `turned`."""
    if not isinstance(sp_input, tf.SparseTensor):
        raise AssertionError(f"sp_input is {sp_input!r}; pass a SparseTensor.")
    first, second = sp_input.indices[:, 0], sp_input.indices[:, 1]
    values = tf.cast(sp_input.values, tf.float32)
    return (second, first, values) if turned else (first, second, values)
