"""Programs that enable eager mode themselves."""

import pytest

from tests.hook.conftest import run_python

PROGRAM = """
import tensorflow as tf
tf.enable_eager_execution()
dense = tf.layers.Dense(1, kernel_initializer=tf.ones_initializer())
factor = tf.Variable(2.0)
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(dense(tf.ones([2, 3]))) * factor
variables = [factor] + dense.variables
step = tf.train.get_or_create_global_step()
optimizer = tf.train.GradientDescentOptimizer(0.1)
optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables), step)
print(tf.executing_eagerly(), loss.numpy(), round(float(factor.numpy()), 4), step.numpy())
print([[round(float(value), 4) for value in row] for row in dense.kernel.numpy()])
print(tf.Variable(tf.Variable(1.5).initialized_value() * 2).numpy())
print([batch.numpy().tolist() for batch in tf.data.Dataset.range(3).batch(2)])
with tf.Graph().as_default(), tf.Session() as session:
    print(session.run(tf.constant(3)))
"""

LATE = """
import tensorflow as tf
tf.constant(1)
try:
    tf.enable_eager_execution()
except ValueError as error:
    print(error)
tf.reset_default_graph()
tf.enable_eager_execution()
print(tf.executing_eagerly())
"""

# What TensorFlow 1.15.5 printed.
PRINTED = """\
True 12.0 1.4 1
[[0.6], [0.6], [0.6]]
3.0
[[0, 1], [2]]
3
"""
PRINTED_LATE = """\
tf.enable_eager_execution must be called at program startup.
True
"""


@pytest.mark.parametrize("name", ["program", "late"])
def test_enabled_by_the_program(tmp_path, name):
    """As under TF 1.15.5 eager mode can be enabled before any graph is built, and not after."""
    source, printed = {"program": (PROGRAM, PRINTED), "late": (LATE, PRINTED_LATE)}[name]
    (tmp_path / "program.py").write_text(source, "utf-8")
    done = run_python("-m", "tf_spec_compat", "run", tmp_path / "program.py")
    assert done.stdout == printed, done.stderr
