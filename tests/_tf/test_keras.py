"""What stands between a process and Keras 2 is told in advance, exactly, and without loading it."""

from importlib import util

import pytest


def test_the_advice_matches_the_situation(run, only_bridged):
    """Not installed, not set, set to something else, set too late: each is said."""
    run(
        """
        import os, tempfile
        from importlib.machinery import ModuleSpec
        from types import ModuleType
        tf = load("tensorflow")
        from tf_spec_compat._tf import legacy_keras_problem
        from tf_spec_compat.errors import UnsupportedError

        minor = ".".join(tf.__version__.split(".")[:2])
        install, variable = f"pip install --no-deps 'tf-keras~={minor}.0'", "TF_USE_LEGACY_KERAS"
        before = {*sys.modules}

        # Not installed.
        sys.modules["tf_keras"] = None
        said = legacy_keras_problem()
        assert install in said and f"{variable}=1" in said and "before `import" in said, said
        os.environ[variable] = "1"
        said = legacy_keras_problem()
        assert install in said and variable not in said, said

        # Installed.
        fake = sys.modules["tf_keras"] = ModuleType("tf_keras")
        fake.__spec__ = ModuleSpec("tf_keras", None)
        for yes in ("1", "true", "True"):
            os.environ[variable] = yes
            assert legacy_keras_problem() is None
        for no in ("yes", "0", "TRUE", ""):
            os.environ[variable] = no
            said = legacy_keras_problem()
            assert f"{variable}=1" in said and repr(no) in said and install not in said, said
        del os.environ[variable]
        said = legacy_keras_problem()
        assert f"{variable}=1" in said and "it is" not in said, said
        loaded = {name for name in {*sys.modules} - before if "keras" in name}
        assert loaded <= {"tf_keras", "tf_spec_compat._tf.keras"}, loaded

        # tensorflow-estimator settles on a Keras when it loads.
        from tf_spec_compat._tf import EstimatorSpec, estimator
        os.environ[variable] = "1"
        column = tf.feature_column.numeric_column("x")
        made = estimator.LinearRegressor([column], tempfile.mkdtemp())
        data = lambda: tf.data.Dataset.from_tensors(({"x": [[1.0]]}, [[1.0]]))
        said = message(UnsupportedError, made.train, data, None, 1)
        assert "settled" in said and "before `import tensorflow`" in said, said
        del os.environ[variable]

        # A metric of the other Keras is an error with advice, not an AttributeError.
        with tf.Graph().as_default(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            metric = tf.keras.metrics.Mean()
            said = message(UnsupportedError, lambda: EstimatorSpec(
                "eval", tf.zeros([1]), loss=tf.zeros([]), eval_metric_ops={"mean": metric}))
        assert f"{variable}=1" in said, said

        # Now TensorFlow itself has chosen.
        assert f"set the environment variable {variable}=1" in legacy_keras_problem()
        os.environ[variable] = "1"
        said = legacy_keras_problem()
        assert "after" in said and "before `import tensorflow`" in said, said
        """
    )


def test_in_time_canned_models_and_layers_work(run, bridged):
    """Keras 2 there, or the variable set before Keras is needed: everything of TF1 days works."""
    if bridged and util.find_spec("tf_keras") is None:
        pytest.skip("tf-keras is not installed")
    run(
        """
        import os, tempfile
        tf = load("tensorflow")
        from tf_spec_compat._tf import legacy_keras_problem, silenced_deprecations, tf1
        if legacy_keras_problem():  # 2.16 and newer.
            os.environ["TF_USE_LEGACY_KERAS"] = "1"
        assert legacy_keras_problem() is None
        from tf_spec_compat._tf import estimator
        warnings.simplefilter("ignore")
        with silenced_deprecations():
            columns = [tf.feature_column.numeric_column("x", [2])]
            made = estimator.DNNLinearCombinedRegressor(
                linear_feature_columns=columns,
                dnn_feature_columns=columns,
                dnn_hidden_units=[3],
                model_dir=tempfile.mkdtemp(),
            )
            data = {"x": tf.ones([8, 2]).numpy()}, tf.ones([8, 1]).numpy()
            made.train(lambda: tf.data.Dataset.from_tensors(data), steps=1)
        assert made.get_variable_value("global_step") == 1
        with tf.Graph().as_default():
            assert tf1.layers.dense(tf.ones([2, 2]), 3).shape == [2, 3]
            cell = tf1.nn.rnn_cell.BasicLSTMCell(3)
            assert tf1.nn.dynamic_rnn(cell, tf.ones([2, 2, 2]), dtype=tf.float32)[0].shape[2] == 3
            assert estimator.RegressionHead().create_estimator_spec(
                {}, "eval", tf.zeros([2, 1]), tf.ones([2, 1])
            ).mode == "eval"
        tf.keras.layers.Dense
        assert legacy_keras_problem() is None
        """
    )
