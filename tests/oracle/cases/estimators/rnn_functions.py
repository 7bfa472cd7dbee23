"""The functions that RNN estimators are made of, one by one: values, names of ops, errors."""

import numpy as np

from tests.oracle.facts import plain, tensor_facts
from tests.oracle.legacy import constants, target_column, tf
from tests.oracle.legacy import dynamic_rnn_estimator as dynamic
from tests.oracle.legacy import rnn as rnn_cell
from tests.oracle.legacy import rnn_common as common
from tests.oracle.legacy import state_saving_rnn_estimator as saving
from tests.oracle.observe import attempt

CLASSES = constants.ProblemType.CLASSIFICATION
SCORES = constants.ProblemType.LINEAR_REGRESSION
LOGISTIC = constants.ProblemType.LOGISTIC_REGRESSION

A = (np.arange(24) * 7 % 11).reshape(2, 3, 4).astype(np.float32) / 10
LABELS = np.array([[0, 1, 2], [2, 1, 0]])
# What ops are called is compared for those that a user may look up, not for those inside.
_INNER = ("strided_slice", "boolean_mask", "assert", "check_state", "Const", "SequenceMask")


def tensors(value):
    """Puts name, dtype and shape of each tensor in the place of the tensors."""
    if isinstance(value, dict):
        return {key: tensors(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [tensors(item) for item in value]
    if isinstance(value, tf.Tensor):
        return [value.op.name, tensor_facts(value)]
    return plain(value)


def op_names():
    """Gives what the ops of the graph are called, but for those inside TensorFlow's functions."""
    names = [op.name for op in tf.get_default_graph().get_operations()]
    return [name for name in names if not any(inner in name for inner in _INNER)]


def built(make, ops=False):
    """Gives the tensors that `make` builds in a graph of its own, and their values."""
    with tf.Graph().as_default():
        value = make()
        record = {"tensors": tensors(value)}
        if ops:
            record["ops"] = op_names()
        with tf.Session() as session:
            session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
            flat = tf.nest.flatten(value) if isinstance(value, (list, tuple, dict)) else [value]
            known = [tensor for tensor in flat if isinstance(tensor, tf.Tensor)]
            record["values"] = plain(session.run(known))
        return record


def tried(**makes):
    return {name: attempt(built, make) for name, make in makes.items()}


def described(cell):
    """Gives the classes and sizes of a cell and of those inside."""
    record = {"type": type(cell).__name__, "size": plain(cell.state_size)}
    for name in ("_cells", "_cell"):
        inner = vars(cell).get(name)
        if inner is not None:
            record[name] = [described(c) for c in inner] if name == "_cells" else described(inner)
    for name in ("_input_keep_prob", "_output_keep_prob", "_seed"):
        value = vars(cell).get(name)
        record[name] = plain(tf.get_static_value(value)) if tf.is_tensor(value) else plain(value)
    return record


def cells(folder):
    """Cells by name, class and number, with dropout and without, and what is not accepted."""
    make = common.construct_rnn_cell
    given = {
        "default": (4,),
        "list_of_one": ([4],),
        "tuple": ((4, 3),),
        "lstm": ([4, 3], "lstm"),
        "gru": (4, "gru"),
        "class": ([4, 3], rnn_cell.GRUCell),
        "dropout": (4, "lstm", [0.5, 0.75]),
        "dropouts": ([4, 3], "lstm", [0.5, 0.75, 0.25]),
        "dropout_one": (4, "gru", (1.0, 1.0)),
        "dropout_empty": (4, "gru", []),
        "no_units": (None,),
        "empty": ([],),
        "name": (4, "LSTM"),
        "object": (4, rnn_cell.GRUCell(3)),
        "none": (4, None),
        "empty_name": (4, ""),
        "other_class": (4, dict),
        "function": (4, lambda num_units: rnn_cell.GRUCell(num_units)),
        "few_dropouts": ([4, 3], "lstm", [0.5, 0.75]),
        "many_dropouts": (4, "lstm", [0.5, 0.75, 0.5]),
        "number_dropout": (4, "lstm", 0.5),
        "high_dropout": (4, "lstm", [2.0, 0.5]),
    }
    with tf.Graph().as_default():
        record = {
            name: attempt(lambda: described(make(*args)))  # noqa: B023
            for name, args in given.items()
        }
        two = [rnn_cell.GRUCell(3), rnn_cell.GRUCell(2)]
        for name, args in (
            ("seed", (two, [0.5, 0.75, 0.25], 3)),
            ("seed_of_one", (two[:1], [0.5, 0.75], 3)),
            ("no_cells", ([], [0.5])),
            ("nothing", ([], [])),
            ("none_given", (two, None)),
        ):
            record["apply_" + name] = attempt(
                lambda: [described(cell) for cell in common.apply_dropout(*args)]  # noqa: B023
            )
    return record


def steps(folder):
    """The last steps, the steps that are no padding."""
    select, mask = common.select_last_activations, common.mask_activations_and_labels
    lengths = lambda: tf.constant([2, 3])  # noqa: E731
    labels = lambda: tf.constant(LABELS, tf.int64)  # noqa: E731
    a = lambda: tf.constant(A)  # noqa: E731
    unknown = lambda *shape: tf.placeholder(tf.float32, shape or None)  # noqa: E731
    record = tried(
        last_int64=lambda: select(a(), tf.constant([2, 3], tf.int64)),
        last_none=lambda: select(a(), None),
        last_zero=lambda: select(a(), tf.constant([0, 3])),
        last_more=lambda: select(a(), tf.constant([1, 2, 3])),
        last_flat=lambda: select(tf.constant(A[0]), lengths()),
        last_array=lambda: select(A, [2, 3]),
        mask_none=lambda: mask(a(), labels(), None),
        mask_wide=lambda: mask(a(), tf.constant(LABELS[:, :, None]), lengths()),
        mask_int64=lambda: mask(a(), labels(), tf.constant([2, 3], tf.int64)),
        mask_flat=lambda: mask(tf.constant(A[0]), tf.constant([1, 2, 3]), lengths()),
        mask_other=lambda: mask(a(), tf.constant(LABELS[:1]), lengths()),
        mask_no_labels=lambda: mask(a(), None, lengths()),
    )
    record["last"] = built(lambda: select(a(), lengths()), ops=True)
    record["mask"] = built(lambda: mask(a(), labels(), lengths()), ops=True)
    with tf.Graph().as_default():
        record["unknown"] = [
            tensors(select(unknown(None, None, 4), tf.placeholder(tf.int32, [None]))),
            tensors(mask(unknown(None, None, 4), labels(), tf.placeholder(tf.int32, [None]))),
            attempt(lambda: tensors(select(unknown(), tf.placeholder(tf.int32, [None])))),
        ]
    return record


def columns():
    return {
        "score": target_column.regression_target(),
        "scores": target_column.regression_target(label_dimension=4),
        "two": target_column.multi_class_target(2),
        "four": target_column.multi_class_target(4),
        "weighted": target_column.multi_class_target(4, weight_column_name="w"),
    }


def predictions(folder):
    """The predictions of each step and of the last one, and what is served of them."""
    record = {}
    for name, column in columns().items():
        width = column.num_label_columns
        for problem in (CLASSES, SCORES, None):
            for proba in (False, True):
                make = lambda: tf.constant(A[:, :, :width])  # noqa: B023, E731
                key = "%s/%s/%s" % (name, problem, proba)
                args = (column, problem, proba)
                record[key] = [
                    attempt(built, lambda: common.multi_value_predictions(make(), *args)),  # noqa: B023
                    attempt(
                        built,
                        lambda: dynamic._single_value_predictions(
                            make(),  # noqa: B023
                            tf.constant([2, 3]),
                            *args,  # noqa: B023
                        ),
                    ),
                ]
    column = columns()["four"]
    record["ops"] = [
        built(lambda: common.multi_value_predictions(tf.constant(A), column, CLASSES, proba), True)  # noqa: B023
        for proba in (False, True)
    ]
    served = {"classes": 1, "probabilities": 2, "rnn_cell_state_0": 3}
    for kind in (1, 2, None, 7):
        record["served/%s" % kind] = attempt(dynamic._get_output_alternatives, kind, 5, served)
    return record


def losses(folder):
    """Losses with and without lengths and weights."""
    record = {}
    weights = {"w": np.float32([[1], [2], [3], [4], [5]])}
    for name, column in columns().items():
        width = column.num_label_columns
        for lengths in (None, [2, 3]):
            labels = A[:, ::-1, :width] if "score" in name else LABELS
            labels = labels[:, :, 0] if name == "score" and lengths is None else labels

            def make(function, labels, lengths=lengths, width=width, column=column, rows=5):
                given = None if lengths is None else tf.constant(lengths)
                features = {"w": tf.constant(weights["w"][:rows])}
                return function(
                    tf.constant(A[:, :, :width]), tf.constant(labels), given, column, features
                )

            key = "%s/%s" % (name, lengths)
            record[key] = [
                attempt(built, lambda: make(dynamic._multi_value_loss, labels)),  # noqa: B023
                attempt(built, lambda: make(saving._multi_value_loss, labels)),  # noqa: B023
                attempt(
                    built,
                    lambda: make(dynamic._single_value_loss, labels[:, 0], rows=2),  # noqa: B023
                ),
            ]
    return record


def metrics(folder):
    """The metrics by types, and what they need."""

    def make(problem, kind, key="classes", lengths=(2, 3), shape=None):
        shape = shape or ([2, 3] if kind == 2 else [6])
        found = common.get_eval_metric_ops(
            problem,
            kind,
            None if lengths is None else tf.constant(lengths),
            {key: tf.constant(LABELS[::-1].ravel(), shape=shape)},
            tf.constant([0, 1, 0, 2, 1, 2], tf.int64, shape=[2, 3] if kind == 2 else [6]),
        )
        return {name: pair[1] for name, pair in found.items()}

    record = {
        "%s/%s" % (problem, kind): attempt(built, lambda: make(problem, kind))  # noqa: B023
        for problem in (CLASSES, SCORES, LOGISTIC, None)
        for kind in (1, 2, None)
    }
    record["no_lengths"] = attempt(built, lambda: make(CLASSES, 2, lengths=None))
    record["no_classes"] = attempt(built, lambda: make(CLASSES, 1, key="scores"))
    record["wide"] = attempt(built, lambda: make(CLASSES, 1, shape=[6, 1]))
    record["other"] = attempt(built, lambda: make(CLASSES, 1, shape=[3, 2]))
    return record


def states(folder):
    """States as tuples and as dicts."""
    kinds = {
        "gru": lambda: rnn_cell.GRUCell(4),
        "lstm": lambda: rnn_cell.LSTMCell(4),
        "projected": lambda: rnn_cell.LSTMCell(4, num_proj=2),
        "two": lambda: rnn_cell.MultiRNNCell([rnn_cell.LSTMCell(4), rnn_cell.GRUCell(3)]),
    }

    def there_and_back(make, change=lambda given: None):
        cell = make()
        given = dynamic.state_tuple_to_dict(cell.zero_state(2, tf.float32))
        before = sorted(given)
        change(given)
        given["other"] = 1
        return [before, dynamic.dict_to_state_tuple(given, cell)]

    def replace(value):
        return lambda given: given.update(rnn_cell_state_0=value())

    record = {
        name: attempt(built, lambda: there_and_back(make))  # noqa: B023
        for name, make in kinds.items()
    }
    lstm = kinds["lstm"]
    record.update(
        tried(
            ops=lambda: there_and_back(lstm),
            partial=lambda: there_and_back(lstm, lambda d: d.pop("rnn_cell_state_0")),
            none=lambda: there_and_back(lstm, lambda d: d.clear()),
            flat=lambda: there_and_back(lstm, replace(lambda: tf.zeros([4]))),
            array=lambda: there_and_back(lstm, replace(lambda: np.zeros([2, 4], np.float32))),
            other=lambda: there_and_back(lstm, replace(lambda: "a")),
            further=lambda: there_and_back(lstm, lambda d: d.update(rnn_cell_state_2=1)),
            wide=lambda: there_and_back(lstm, replace(lambda: tf.zeros([2, 5]))),
            no_dict=lambda: dynamic.dict_to_state_tuple(None, lstm()),
        )
    )
    both = (dynamic, saving)
    record["names"] = [module._get_state_name(i) for module in both for i in (0, "a")]
    record["to_dict"] = [
        attempt(built, lambda: module.state_tuple_to_dict(value()))  # noqa: B023
        for module in both
        for value in (
            lambda: None,
            lambda: rnn_cell.LSTMStateTuple(tf.zeros([1]), tf.ones([2])),
            lambda: [tf.zeros([1]), (tf.ones([2]), tf.ones([3]))],
        )
    ]
    return record
