"""Reflection over contrib's packages, and `__import__` of a module at the end of a path."""

import inspect

import tensorflow as tf

cells = [
    x
    for x in vars(tf.contrib.rnn).values()
    if inspect.isclass(x) and issubclass(x, tf.contrib.rnn.RNNCell)
]
print(len(cells), sorted(c.__name__ for c in cells)[:5])
print("GRUCell" in tf.contrib.rnn.__dict__, "OPTIMIZER_CLS_NAMES" in vars(tf.contrib.layers))
print(sorted(n for n in tf.contrib.layers.__dict__ if n.endswith("_column"))[:4])
for name in ("tensorflow.contrib.learn.python.learn.estimators", "tensorflow.contrib", "json"):
    for names in (["x"], [""], ["*"], ["dummy"]):
        print(__import__(name, fromlist=names).__name__.rpartition(".")[2])
