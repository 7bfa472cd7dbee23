"""`contrib.framework` by its deep paths, and what its modules hold beside the public names."""

import importlib

import pytest
import tensorflow as tf

from tests.oracle.observe import run
from tf_spec_compat import contrib, names
from tf_spec_compat.contrib import framework
from tf_spec_compat.contrib.framework.experimental import experimental

# Legacy module -> a name of it, the same object as `contrib.framework`'s where that has it too.
DEEP = {
    "framework.python.framework.checkpoint_utils": "load_variable",
    "framework.python.framework.experimental": "experimental",
    "framework.python.framework.graph_util": "fuse_op",
    "framework.python.framework.tensor_util": "with_shape",
    "framework.python.ops.arg_scope": "arg_scope",
    "framework.python.ops.audio_ops": "decode_wav",
    "framework.python.ops.checkpoint_ops": "load_embedding_initializer",
    "framework.python.ops.ops": "get_name_scope",
    "framework.python.ops.script_ops": "py_func",
    "framework.python.ops.sort_ops": "argsort",
    "framework.python.ops.variables": "create_global_step",
}


@pytest.mark.parametrize("path", sorted(DEEP))
def test_deep_paths(path):
    """Each deep module is found and has the objects of the package itself."""
    module = importlib.import_module(names.ours(f"tensorflow.contrib.{path}"))
    found = getattr(module, DEEP[path])
    if DEEP[path] in framework.__all__ and DEEP[path] != "experimental":
        assert found is getattr(framework, DEEP[path])
    assert callable(found)
    assert DEEP[path] in module.__all__


def test_arg_scope_is_a_function():
    """The function stands where contrib had it, though a module had the same name."""
    assert callable(contrib.framework.arg_scope)


def test_audio_ops(graph):
    """The ops of the speech commands tutorial decode and analyse sound."""
    from tf_spec_compat.contrib.framework import audio_ops

    wav = audio_ops.encode_wav(tf.zeros([800, 1]), 8000)
    audio, rate = audio_ops.decode_wav(wav, desired_channels=1)
    spectrogram = audio_ops.audio_spectrogram(audio, window_size=400, stride=200)
    found = run([rate, spectrogram, audio_ops.mfcc(spectrogram, rate)])
    assert found[0] == 8000
    assert found[1].shape == (1, 3, 257)
    assert found[2].shape == (1, 3, 13)


def test_experimental(caplog):
    """A function with the mark says so in its docstring and when it is called."""

    @experimental
    def double(x):
        """Doubles."""
        return 2 * x

    assert double(3) == 6
    assert double.__doc__.startswith("Doubles. (experimental)")
    with pytest.raises(ValueError, match="put @experimental below @property"):
        experimental(property(len))


def test_wrong_arguments_are_named(graph):
    """The errors say what was given and what to do."""
    with pytest.raises(ValueError, match=r"No tensors provided.*got 3"):
        framework.reduce_sum_n(3)
    with pytest.raises(ValueError, match=r"use tf.sparse.to_dense"):
        framework.with_shape([2], tf.SparseTensor([[0]], [1.0], [2]))
    with pytest.raises(ValueError, match="a TensorShape where a size does not matter"):
        framework.with_shape([None], tf.zeros([2]))
    with pytest.raises(TypeError, match="dtypes of the result"):
        framework.py_func(len)
    with pytest.raises(TypeError, match=r"a tf.Variable\), got 3"):
        framework.zero_initializer(3)
    with pytest.raises(ValueError, match="partition_info of a slot must be None, got 3"):
        framework.load_variable_slot_initializer("m", "w", None, 2, 2)([2], partition_info=3)


def test_the_map_is_left_alone(graph, tmp_path):
    """`init_from_checkpoint` edits a copy of the caller's dict."""
    variable = tf.compat.v1.get_variable("w", initializer=1.0)
    with tf.compat.v1.Session() as session:
        session.run(variable.initializer)
        path = tf.compat.v1.train.Saver().save(session, str(tmp_path / "m"))
    mapping = {"/": "/"}
    framework.init_from_checkpoint(path, mapping)
    assert mapping == {"/": "/"}
