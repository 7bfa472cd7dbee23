"""A `scaffold_fn` runs on the host, and may not have tensors of the model at hand."""

import functools
import types

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.specs import to_estimator_spec, to_tpu_estimator_spec

pytestmark = pytest.mark.usefixtures("graph")

AT_HAND = {}  # What functions of this module find among its globals.
AT_HAND_OF_ANOTHER = None


def convert(scaffold_fn):
    ops = ModelFnOps("infer", {"x": tf1.constant([1.0])})
    return to_tpu_estimator_spec(ops, scaffold_fn=scaffold_fn)


def use_global():
    return AT_HAND


def use_function():
    return use_global()


def keyword_only(*, tensor=None):
    return tensor


class Model:
    """Has tensors among its attributes, as models written as classes do."""

    def __init__(self, tensor):
        self.tensor, self.name = tensor, "model"

    def with_tensor(self):
        return self.tensor

    def without(self):
        return tf1.train.Scaffold(init_fn=lambda scaffold, session: self.name)


class Callable(Model):
    def __call__(self):
        return self.tensor


class Harmless(Model):
    def __call__(self):
        return tf1.train.Scaffold()


def enclose(value):
    return lambda: value


def sparse(values):
    return tf.SparseTensor(tf1.constant([[0]], tf.int64, name="captured_too"), values, [1])


def half_assigned(tensor):
    def scaffold_fn():
        return a_later, tensor

    if not scaffold_fn:
        a_later = 3
    return scaffold_fn


CAPTURES = {
    "a variable behind one that is not assigned": half_assigned,
    "a variable of its closure": enclose,
    "a list of them": lambda x: enclose([1, {"a": (x,)}]),
    "an operation": lambda x: enclose(x.op),
    "a sparse tensor": lambda x: enclose(sparse(x)),
    "a function in its closure": lambda x: enclose(enclose(x)),
    "a default": lambda x: lambda tensor=x: tensor,
    "a default by name": lambda x: functools.partial(keyword_only, tensor=x),
    "a bound argument": lambda x: functools.partial(print, x),
    "an attribute of self": lambda x: Model(x).with_tensor,
    "a callable object": Callable,
    "an attribute of an object": lambda x: (lambda model: lambda: model.tensor)(Model(x)),
    "a nested function": lambda x: lambda: (lambda: x)(),
}


@pytest.mark.parametrize("where", CAPTURES)
def test_captured_tensors_are_refused(where):
    """A tensor within reach is a `ValueError` that names it, wherever it is held."""
    tensor = tf1.constant([1.0], name="captured")
    with pytest.raises(ValueError, match=r"must not capture tensors of the model.*captured"):
        convert(CAPTURES[where](tensor))


@pytest.mark.parametrize("function", [use_global, use_function])
def test_globals_are_looked_at(function, monkeypatch):
    """A tensor among the globals that the code, or a function it calls, names is found."""
    monkeypatch.setitem(AT_HAND, "tensor", tf1.constant([1.0], name="captured"))
    with pytest.raises(ValueError, match=r"the global 'AT_HAND'.*captured"):
        convert(function)
    AT_HAND.clear()
    convert(function)


def of_another_graph():
    with tf.Graph().as_default():
        return tf1.constant([1.0])


def use_foreign():
    return AT_HAND_OF_ANOTHER()


def foreign(tensor):
    """A function that uses one of another module, which has a tensor."""
    global AT_HAND_OF_ANOTHER
    function = enclose(tensor)
    AT_HAND_OF_ANOTHER = types.FunctionType(function.__code__, {}, closure=function.__closure__)
    return use_foreign


FINE = {
    "a function of another module": foreign,
    "a scaffold": lambda x: tf1.train.Scaffold,
    "what does not use its object's tensors": lambda x: Model(x).without,
    "a callable object that does not": Harmless,
    "an array": lambda x: enclose(np.ones(3)),
    "a tensor of another graph": lambda x: enclose(of_another_graph()),
    "a variable": lambda x: enclose(tf1.get_variable("v", [2])),
    "a resource variable": lambda x: enclose(tf1.get_variable("r", [2], use_resource=True)),
    "a dict of variables": lambda x: enclose({"v": tf1.get_variable("d", [2])}),
    "a module": lambda x: enclose(tf),
    "a class": lambda x: enclose(Model),
    "a graph": lambda x: enclose(x.graph),
    "itself": lambda x: recursive(),
    "a name that is not assigned": lambda x: unassigned(),
}


def recursive():
    def scaffold_fn():
        return scaffold_fn

    return scaffold_fn


def unassigned():
    def scaffold_fn():
        return later

    if not scaffold_fn:
        later = 3
    return scaffold_fn


@pytest.mark.parametrize("what", FINE)
def test_anything_else_may_be_at_hand(what):
    """What is no tensor of the model may be used: variables above all, which a saver needs."""
    scaffold_fn = FINE[what](tf1.constant([1.0]))
    assert convert(scaffold_fn).scaffold_fn == scaffold_fn


@pytest.mark.parametrize("scaffold_fn", [3, tf, lambda x: x, functools.partial(print, end="")])
def test_it_is_a_function_without_arguments(scaffold_fn):
    """What cannot be called without arguments is a `TypeError`."""
    if isinstance(scaffold_fn, functools.partial):
        assert convert(scaffold_fn)
        return
    with pytest.raises(TypeError, match="scaffold_fn"):
        convert(scaffold_fn)


def test_it_has_to_return_a_scaffold():
    """Something else that it returns is the `TypeError` of `EstimatorSpec`; `None` is a new one."""
    with pytest.raises(TypeError, match="Scaffold"):
        to_estimator_spec(convert(lambda: 3))
    assert isinstance(to_estimator_spec(convert(lambda: None)).scaffold, tf1.train.Scaffold)


@pytest.mark.parametrize("held", ["op", "saver", "nothing"])
def test_a_scaffold_of_the_model_is_not_for_a_tpu(held):
    """A scaffold with ops of the model's graph crosses on the CPU, and is refused for a TPU."""
    tf1.get_variable("v", [2])
    scaffold = tf1.train.Scaffold(
        init_op=tf1.no_op() if held == "op" else None,
        saver=tf1.train.Saver() if held == "saver" else None,
    )
    ops = ModelFnOps("infer", {"x": tf1.constant([1.0])}, scaffold=scaffold)
    for use_tpu in (None, False):
        assert to_tpu_estimator_spec(ops, use_tpu=use_tpu).scaffold_fn() is scaffold
    if held == "nothing":
        assert to_tpu_estimator_spec(ops, use_tpu=True).scaffold_fn() is scaffold
    else:
        with pytest.raises(ValueError, match="pass scaffold_fn"):
            to_tpu_estimator_spec(ops, use_tpu=True)


def test_what_is_built_for_a_tpu_is_held_to_it():
    """Inside a computation for a TPU scaffolds and metrics have to be good for one by default."""
    caught = []

    def computation(x):
        op = tf1.no_op()
        ops = ModelFnOps("infer", {"x": x}, scaffold=tf1.train.Scaffold(init_op=op))
        with pytest.raises(ValueError, match="pass scaffold_fn") as error:
            to_tpu_estimator_spec(ops)
        caught.append(error)
        return x

    tf1.tpu.rewrite(computation, [tf1.constant([1.0])])
    assert len(caught) == 1
