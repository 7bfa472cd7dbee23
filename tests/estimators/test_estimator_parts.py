"""What contrib's estimators are made of: signatures of tensors, habits of scikit-learn, feeders."""

import copy

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators import tensor_signature
from tf_spec_compat.contrib.learn.learn_io import data_feeder
from tf_spec_compat.estimators import sklearn_api


def test_signatures_describe_dense_and_sparse_tensors(graph):
    """A signature has dtype and shape of a dense tensor, and only the dtype of a sparse one."""
    dense = tensor_signature.TensorSignature(tf1.placeholder(tf.float32, [None, 3]))
    sparse = tensor_signature.TensorSignature(tf1.sparse_placeholder(tf.int64))
    assert (dense.dtype, dense.shape.as_list(), dense.is_sparse) == (tf.float32, [None, 3], False)
    assert (sparse.dtype, sparse.shape, sparse.is_sparse) == (tf.int64, None, True)
    assert dense.get_feature_spec() == tf.io.FixedLenFeature([3], tf.float32)
    assert sparse.get_feature_spec() == tf.io.VarLenFeature(tf.int64)
    assert dense.get_placeholder().shape.as_list() == [None, 3]
    assert isinstance(sparse.get_placeholder(), tf.SparseTensor)
    assert copy.deepcopy(dense) == dense


def test_tensors_fit_signatures_whatever_their_number(graph):
    """The number of examples may differ; dtype, other dimensions and keys may not."""
    signatures = tensor_signature.create_signatures({"a": tf.zeros([2, 3])})

    def fits(tensors):
        return tensor_signature.tensors_compatible(tensors, signatures)

    assert fits({"a": tf.zeros([5, 3])})
    assert fits({"a": tf.zeros([5, 3]), "more": tf.zeros([1])})
    assert not fits({"a": tf.zeros([2, 4])})
    assert not fits({"a": tf.zeros([2, 3], tf.int32)})
    assert not fits({"b": tf.zeros([2, 3])})
    assert not fits(tf.zeros([2, 3]))
    assert not fits(None)


def test_examples_are_parsed_by_signatures(graph):
    """Parsed features have the dtypes that were described, those that examples lack too."""
    signatures = tensor_signature.create_signatures(
        {"i": tf.constant([[1]]), "f": tf.constant([[1.0, 2.0]])}
    )
    features = tf.train.Features(
        feature={
            "i": tf.train.Feature(int64_list=tf.train.Int64List(value=[7])),
            "f": tf.train.Feature(float_list=tf.train.FloatList(value=[0.5, 1.5])),
        }
    )
    serialized = tf.constant([tf.train.Example(features=features).SerializeToString()])
    parsed = tensor_signature.create_example_parser_from_signatures(signatures, serialized)
    assert {k: v.dtype for k, v in parsed.items()} == {"i": tf.int32, "f": tf.float32}
    with tf1.Session() as session:
        values = session.run(parsed)
    np.testing.assert_array_equal(values["i"], [[7]])
    np.testing.assert_array_equal(values["f"], [[0.5, 1.5]])


def test_parameters_of_parameters_are_reached():
    """`outer__inner` names a parameter of a parameter; private attributes are none."""

    class Thing(sklearn_api.BaseEstimator):
        def __init__(self, a, b=None):
            self.a, self.b, self._c = a, b, 3

    thing = Thing(1, Thing(2))
    assert set(thing.get_params()) == {"a", "b", "b__a", "b__b"}
    assert set(thing.get_params(deep=False)) == {"a", "b"}
    assert thing.set_params(b__a=5) is thing
    assert thing.b.a == 5
    assert repr(thing) == "Thing(a=1, b=Thing(a=5, b=None))"
    with pytest.raises(ValueError, match="z"):
        thing.set_params(z=1)


def test_splits_are_those_of_contrib():
    """The default split is a quarter for testing; with a seed, its order is TF 1.15.5's."""
    train, test, _, labels = sklearn_api.train_test_split(np.arange(10), np.arange(10) * 2)
    assert (len(train), len(test)) == (7, 3)
    assert labels.tolist() == (test * 2).tolist()
    train, test = sklearn_api.train_test_split(np.arange(10), test_size=0.3, random_state=42)
    assert (train.tolist(), test.tolist()) == ([8, 1, 5, 0, 7, 2, 9], [4, 3, 6])


def test_scores():
    """Accuracy and mean squared error of arrays."""
    truth, guess = np.array([1, 0, 1, 1]), np.array([1, 1, 1, 0])
    assert sklearn_api.accuracy_score(truth, guess) == 0.5
    assert sklearn_api.mean_squared_error(truth[:, None], guess) == 0.5


def test_not_fitted_is_a_value_error():
    """NotFittedError is what scikit-learn's is: a ValueError and an AttributeError."""
    assert issubclass(sklearn_api.NotFittedError, (ValueError, AttributeError))
    assert sklearn_api.NotFittedError.__mro__[1:3] == (ValueError, AttributeError)


def test_lists_and_dicts_of_numbers_are_fed(graph):
    """Beyond contrib: lists are arrays, and iterators may give numbers and dicts."""
    feeder = data_feeder.setup_train_data_feeder([[1, 2], [3, 4]], [1, 0], None, shuffle=False)
    feeder.input_builder()
    fed = feeder.get_feed_dict_fn()()
    assert {k: v.tolist() for k, v in fed.items()} == {
        "input:0": [[1, 2], [3, 4]],
        "output:0": [1, 0],
    }
    rows = iter([{"a": 1.0}, {"a": 2.0}, {"a": 3.0}])
    stream = data_feeder.setup_train_data_feeder(rows, iter([1, 2, 3]), None, batch_size=2)
    stream.input_builder()
    feed = stream.get_feed_dict_fn()
    assert [feed()["input_a:0"].tolist(), feed()["input_a:0"].tolist()] == [[[1.0], [2.0]], [[3.0]]]


def test_data_frames_are_fed(graph):
    """A DataFrame is fed by its values, a Series of labels likewise."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]})
    feeder = data_feeder.setup_train_data_feeder(frame, frame["a"], None, shuffle=False)
    feeder.input_builder()
    fed = feeder.get_feed_dict_fn()()
    assert fed["input:0"].tolist() == [[1.0, 3.0], [2.0, 4.0]]
    assert fed["output:0"].tolist() == [1.0, 2.0]


def test_the_data_that_is_fed_is_not_changed():
    """The caller's arrays and dicts stay as they were."""
    x, y = {"a": np.arange(4.0)}, np.arange(4)[:, None]
    before = x["a"].copy()
    data_feeder.setup_train_data_feeder(x, y, None, batch_size=2)
    assert x["a"].shape == (4,)
    assert y.shape == (4, 1)
    np.testing.assert_array_equal(x["a"], before)


def test_summaries_are_the_models_own(tmp_path):
    """A model without a summary of its loss gets none, as under TF 1.15.5; one of its own stays."""

    def tags(folder, summarize):
        def model_fn(features, labels, mode):
            loss = tf.reduce_mean(features)
            if summarize:
                tf1.summary.scalar("mine", loss)
            return learn.ModelFnOps(mode, {}, loss, tf1.assign_add(tf1.train.get_global_step(), 1))

        learn.Estimator(model_fn, model_dir=str(folder)).fit(
            input_fn=lambda: (tf.constant([1.0]), None), steps=2
        )
        events = [
            event
            for path in folder.glob("events*")
            for event in tf1.train.summary_iterator(str(path))
        ]
        return {value.tag for event in events for value in event.summary.value}

    assert tags(tmp_path / "without", False) == set()
    assert tags(tmp_path / "with", True) == {"mine"}


def test_an_export_keeps_signatures_that_want_more_than_the_default_inputs(tmp_path):
    """A placeholder that `default_inputs` leaves out does not cost a signature, as in TF 1.15.5."""

    def model_fn(features, labels, mode):
        scale = tf1.get_variable("scale", [], initializer=tf1.ones_initializer())
        more = tf1.placeholder_with_default(tf.constant([0.0]), [None])
        scores = {"scores": features["x"] * scale + more}
        train_op = tf1.assign_add(tf1.train.get_global_step(), 1)
        return learn.ModelFnOps(
            mode,
            scores,
            tf.reduce_sum(scores["scores"]),
            train_op if mode == learn.ModeKeys.TRAIN else None,
            output_alternatives={"head": (learn.ProblemType.UNSPECIFIED, scores)},
        )

    def serving_input_fn():
        given, left_out = (tf1.placeholder(tf.float32, [None]) for _ in range(2))
        return learn.InputFnOps({"x": given + left_out}, None, {"given": given})

    estimator = learn.Estimator(model_fn, model_dir=str(tmp_path / "model"))
    estimator.fit(input_fn=lambda: ({"x": tf.constant([1.0])}, None), steps=1)
    path = estimator.export_savedmodel(str(tmp_path / "exports"), serving_input_fn)
    with tf.Graph().as_default(), tf1.Session() as session:
        signatures = tf1.saved_model.loader.load(session, ["serve"], path.decode()).signature_def
    assert set(signatures) == {"default_input_alternative:head", "serving_default"}
    assert list(signatures["serving_default"].inputs) == ["given"]
